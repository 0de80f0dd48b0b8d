// Writes every file that describes the element's public face, from one table: attributes, properties, events, slot,
// parts, custom properties and failure codes are written once, in static/host/public-face.json. The types of totals
// are in public-face/totals.d.ts.
// Invariant: it needs nothing from npm, and the same table always gives the same bytes.
//
//   node xtask/npm/public-face.mjs                     writes the files
//   node xtask/npm/public-face.mjs --check [FOLDER]    ends with 1 if a file differs, here or in a copy of the project,
//                                                      and names it

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { declarations } from "./public-face/declarations.mjs";
import { cssData, htmlData, webTypes } from "./public-face/editors.mjs";
import { react18, react19, svelte, vue } from "./public-face/frameworks.mjs";
import { manifest } from "./public-face/manifest.mjs";
import { attributeTable, reference } from "./public-face/markdown.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const COMMAND = "node xtask/npm/public-face.mjs";

/** Generated as a whole: the path of each file, and what makes its text. */
const FILES = {
  "static/host/outreach-report.d.ts": declarations,
  "static/host/outreach-report.react.d.ts": react19,
  "static/host/outreach-report.react-18.d.ts": react18,
  "static/host/outreach-report.vue.d.ts": vue,
  "static/host/outreach-report.svelte.d.ts": svelte,
  "static/host/custom-elements.json": manifest,
  "static/host/vscode.html-custom-data.json": htmlData,
  "static/host/vscode.css-custom-data.json": cssData,
  "static/host/web-types.json": webTypes,
  "docs/reference.md": reference,
};

/** Generated between two markers: the path of each file, the name in its markers, and what makes the text. */
const SECTIONS = {
  "README.md": { name: "attributes", make: attributeTable },
};

// A test imports this module, and then nothing is written.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [option, root = ROOT] = process.argv.slice(2);
  if (option === undefined) write();
  else if (option === "--check") check(root);
  else throw new Error(`${option} is not an option: leave it out to write the files, or use --check`);
}

/** The text of each generated file by its path. `root` is the folder of the project, or a copy of it. */
export function generate(root = ROOT) {
  const read = (path) => readFileSync(join(root, path), "utf8");
  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"));
  const totals = readFileSync(join(import.meta.dirname, "public-face", "totals.d.ts"), "utf8").replace(/^(\/\/.*\n)+\n/, "");
  const face = { ...JSON.parse(read("static/host/public-face.json")), version, totals, command: COMMAND };
  const files = Object.entries(FILES).map(([path, make]) => [path, make(face)]);
  const sections = Object.entries(SECTIONS).map(([path, { name, make }]) => [path, withSection(path, read(path), name, make(face))]);
  return new Map([...files, ...sections]);
}

function write() {
  for (const [path, text] of generate()) writeFileSync(join(ROOT, path), text);
}

function check(root) {
  const differs = [...generate(root)].filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text);
  for (const [path] of differs) console.error(`${path} differs from static/host/public-face.json; renew it with: ${COMMAND}`);
  if (differs.length > 0) process.exitCode = 1;
}

function withSection(path, text, name, section) {
  const [start, end] = [`<!-- generated: ${name} -->\n`, "<!-- /generated -->"];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${path} must have the lines ${start.trim()} and ${end}`);
  return text.slice(0, from + start.length) + section + text.slice(to);
}
