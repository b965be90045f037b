// Meja Kerja P3DN: every page can be read and used without this.
"use strict";

document.documentElement.classList.add("scripted");
const menu = document.getElementById("menu");
const menuButton = document.querySelector("[data-menu]");
menuButton?.addEventListener("click", () => {
  menuButton.setAttribute("aria-expanded", String(menu.classList.toggle("open")));
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent);
    button.textContent = "Sudah disalin";
  });
}

// A table narrows as one types; how many rows are left is read aloud.
for (const field of document.querySelectorAll("[data-filter]")) {
  field.addEventListener("input", () => {
    const words = field.value.trim().toLowerCase();
    let shown = 0;
    for (const body of document.querySelectorAll(`${field.dataset.filter} tbody`)) {
      let here = 0;
      for (const row of body.querySelectorAll("tr:not(.group)")) {
        row.hidden = words !== "" && !row.textContent.toLowerCase().includes(words);
        here += row.hidden ? 0 : 1;
      }
      body.hidden = here === 0;
      shown += here;
    }
    document.querySelector("[data-shown]").textContent = `${shown} baris ditampilkan`;
  });
}

// A running job is asked how it stands twice a second.
const job = document.querySelector("[data-job]");
async function watch() {
  try {
    const answer = await fetch(job.dataset.job);
    const told = answer.ok ? await answer.json() : {};
    if (!told.jalan) return void location.reload();
    job.querySelector("[data-stages]")?.replaceChildren(...told.tahap.map((text) => {
      const line = document.createElement("li");
      line.appendChild(document.createElement("b")).textContent = text;
      return line;
    }));
    if (told.semua) {
      const bar = job.querySelector("progress");
      if (bar) [bar.max, bar.value] = [told.semua, told.selesai];
      job.querySelector("[data-count]").textContent = `${told.selesai} dari ${told.semua}`;
    }
  } catch {
    job.querySelector("[data-count]").textContent = "Meja kerja tidak menjawab; mencoba lagi.";
  }
  setTimeout(watch, 500);
}
if (job && !document.querySelector("[data-follow]")) watch();

// While a page is looked at, it follows what it tells of: a Word file, asked of each second.
async function follow() {
  const part = document.querySelector("[data-follow]");
  try {
    const headers = { "If-None-Match": `"${part.dataset.tag}"` };
    if (!document.hidden && (await fetch(part.dataset.follow, { headers })).status === 200) {
      const page = await (await fetch(part.dataset.follow.replace("/keadaan", ""))).text();
      part.replaceWith(new DOMParser().parseFromString(page, "text/html").querySelector("[data-follow]"));
    }
  } catch { /* asked again */ }
  setTimeout(follow, 1000);
}
if (document.querySelector("[data-follow]")) follow();

// The browser's own button for a file speaks the browser's language.
for (const field of document.querySelectorAll("[data-file]")) {
  const label = field.nextElementSibling;
  field.classList.add("unseen");
  label.hidden = false;
  field.addEventListener("change", () => { label.textContent = field.files[0]?.name ?? "Pilih PDF"; });
}

// Files are sent as soon as they are chosen, or dropped anywhere on the page.
const drop = document.querySelector("[data-drop]");
if (drop) {
  const field = drop.querySelector("input[type=file]");
  const send = () => { if (field.files.length) drop.requestSubmit(); };
  field.addEventListener("change", send);
  document.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    send();
  });
}

// Where something is wrong, reading begins there.
const wrong = document.querySelector('[aria-invalid="true"]') ?? document.querySelector('main [role="alert"]');
if (wrong) {
  if (wrong.tabIndex < 0) wrong.tabIndex = -1;
  wrong.focus();
}

// A column copied from Excel fills the fields below the one it is pasted into.
document.querySelector("[data-paste]")?.addEventListener("paste", (event) => {
  const lines = event.clipboardData.getData("text").replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  if (lines.length < 2 && lines[0].length < 2) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll("tr")].filter((row) => row.querySelector("input"));
  const first = rows.indexOf(event.target.closest("tr"));
  const across = [...rows[first].querySelectorAll("input")].indexOf(event.target);
  lines.forEach((cells, down) => cells.forEach((text, right) => {
    const field = rows[first + down]?.querySelectorAll("input")[across + right];
    if (field) field.value = text.trim();
  }));
});
