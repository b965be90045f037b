// Andaikan works without this too. While a threshold moves, it shows who comes to stand in another band,
// compared exactly, as the engine does.
"use strict";

const suppose = document.querySelector("[data-suppose]");
const exact = (text) => {
  const [top, bottom = "1"] = text.trim().replace("%", "").replace(",", ".").split("/");
  const [whole, part = ""] = top.split(".");
  return [BigInt(whole + part), BigInt(bottom) * 10n ** BigInt(part.length)];
};
function standing() {
  const { pita, batas, sisi } = JSON.parse(suppose.dataset.suppose);
  const fields = [...document.querySelectorAll("[data-slide]")].map((one) => document.getElementById(one.dataset.slide));
  const then = { ...batas };
  try {
    for (const one of fields) if (one.value.trim()) exact(then[one.name] = one.value.trim().replace("%", ""));
  } catch {
    return;
  }
  const band = (value, limits) => pita.find((one) => {
    if (!one.batas) return true;
    const [a, b] = value, [c, d] = exact(limits[one.batas]);
    return one.kurang ? a * d < c * b : a * d <= c * b;
  });
  const words = (one, limits) => {
    const text = one.tampil.replace(/\{(\w+)\}/g, (_, name) => `${limits[name].replace(".", ",")}%`);
    return text[0].toUpperCase() + text.slice(1);
  };
  const look = { bawah: "below", lebih: "above" };
  const table = document.querySelector("[data-movers]"), rows = [];
  let now = 0, asked = 0;
  for (const unit of suppose.querySelectorAll("[data-value]")) {
    const value = exact(unit.dataset.value), before = band(value, batas), after = band(value, then);
    const [was, will] = [before.id in sisi, after.id in sisi];
    now += was, asked += will;
    if (before.id === after.id) continue;
    const row = document.createElement("tr");
    const cell = (name, label, text, mark) => {
      const made = row.appendChild(document.createElement(name));
      if (label) made.dataset.label = label; else made.scope = "row";
      const inner = mark ? made.appendChild(document.createElement("span")) : made;
      if (mark) inner.className = `mark mark-${mark}`;
      inner.textContent = text;
      return made;
    };
    cell("th", "", unit.dataset.unit);
    cell("td", "Capaian", unit.dataset.shown).className = "num";
    cell("td", "Sekarang", words(before, batas), look[sisi[before.id]] ?? "within");
    cell("td", "Diandaikan", words(after, then), look[sisi[after.id]] ?? "within");
    cell("td", "Penjelasan", was === will ? (will ? "tetap wajib" : "tetap tidak diperlukan") : will ? "menjadi wajib" : "tidak lagi diperlukan");
    rows.push(row);
  }
  table.hidden = rows.length === 0;
  table.tBodies[0].replaceChildren(...rows);
  document.querySelector("[data-moved]").textContent = rows.length
    ? `${rows.length} satuan kerja berubah status; yang wajib menjelaskan menjadi ${asked} (sekarang ${now}).`
    : `Tidak ada satuan kerja yang berubah status; yang wajib menjelaskan ${now}.`;
  const picture = suppose.querySelector("svg"), [from, to] = [+picture.dataset.from, +picture.dataset.to];
  for (const line of suppose.querySelectorAll("[data-line]")) {
    const at = Math.min(to, Math.max(from, Number(then[line.dataset.line].replace(",", "."))));
    for (const end of ["x1", "x2"]) line.setAttribute(end, 20 + ((at - from) * 1000) / (to - from));
  }
}
function supposed(name, text) {
  const whole = document.querySelector("[data-whole]"), address = new URL(location);
  if (whole) whole.form.elements[name].value = text, whole.disabled = false;
  address.searchParams.set(name, text);
  history.replaceState(null, "", address);
  for (const old of document.querySelectorAll("[data-whole-result]")) old.hidden = true;
  standing();
}
for (const slide of document.querySelectorAll("[data-slide]")) {
  const field = document.getElementById(slide.dataset.slide);
  slide.hidden = false;
  slide.addEventListener("input", () => supposed(field.name, (field.value = slide.value.replace(".", ","))));
  field.addEventListener("input", () => {
    slide.value = field.value.replace(",", ".") || slide.defaultValue;
    supposed(field.name, field.value);
  });
}
