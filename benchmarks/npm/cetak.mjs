// Render a template N times with one engine of npm and print the CPU seconds a document took:
//   node cetak.mjs ENGINE TEMPLATE DATA.json COUNT SAMPLE.docx
// DATA.json is a list of contexts, taken in turn; SAMPLE.docx receives the first document.
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";

const [engine, template, dataFile, count, sample] = process.argv.slice(2);
const content = readFileSync(template);
const contexts = JSON.parse(readFileSync(dataFile, "utf8"));

// Each the way its documentation shows it: from the template's bytes to a document's bytes.
const engines = {
  docxtemplater: async () => {
    const { default: PizZip } = await import("pizzip");
    const { default: Docxtemplater } = await import("docxtemplater");
    return async (context) => {
      const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
      document.render(context);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x": async () => {
    const { TemplateHandler } = await import("easy-template-x");
    const handler = new TemplateHandler();
    return (context) => handler.process(content, context);
  },
  carbone: async () => {
    const { default: carbone } = await import("carbone");
    const render = promisify(carbone.render);
    return (context) => render(template, context);
  },
};

const render = await engines[engine]();
writeFileSync(sample, await render(contexts[0]));
for (let round = 0; round < 20; round++) await render(contexts[round % contexts.length]);
const start = process.cpuUsage();
for (let at = 0; at < Number(count); at++) await render(contexts[at % contexts.length]);
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1e6 / Number(count));
