// What is said of the element is written once, in static/host/public-face.json. The generated files must be those that
// the table gives, editors must know every name in it, and its failure codes must be those that the sources emit.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "../../xtask/npm/public-face.mjs";
import { after, before, test } from "./support/suite.mjs";

const require = createRequire(import.meta.url);
const html = require("vscode-html-languageservice");
const css = require("vscode-css-languageservice");

const ROOT = join(import.meta.dirname, "..", "..");
const GENERATOR = join(ROOT, "xtask", "npm", "public-face.mjs");
const TABLE = "static/host/public-face.json";
const read = (path) => readFileSync(join(ROOT, path), "utf8");
const FACE = JSON.parse(read(TABLE));
const names = (list) => list.map(({ name }) => name).sort();

/** Failure codes are strings that begin with one of these words. */
const CODE = /"((?:browser|data|file|wasm)-[a-z-]+)"/g;
/** A code that begins otherwise is the value of `code`, or an argument of `throwing`. */
const NAMED_CODE = /\bcode: "([\w-]+)"/g;
const THROWN = /\bthrowing\(((?:[^()]|\([^()]*\))*)\)/g;
/** The sentences for failures that other files emit. */
const SENTENCES = "static/dialogs/failures.js";

let copy;
before(() => {
  copy = mkdtempSync(join(tmpdir(), "outreach-face-"));
  for (const path of [TABLE, ...generate().keys()]) cpSync(join(ROOT, path), join(copy, path));
});
after(() => rmSync(copy, { recursive: true, force: true }));

test("the generated files are those that the table gives", () => {
  const { status, stderr } = check(ROOT);
  assert.equal(status, 0, stderr);
});

test("a generated file that was changed by hand is refused, and the message names it and the command that renews it", () => {
  assert.equal(check(copy).status, 0);
  for (const path of generate().keys()) {
    const text = read(path);
    writeFileSync(join(copy, path), path === "README.md" ? text.replace("| `src` |", "| `source` |") : `${text} `);
    const { status, stderr } = check(copy);
    assert.equal(status, 1, path);
    assert.deepEqual(stderr.trim().split("\n"), [`${path} differs from ${TABLE}; renew it with: node xtask/npm/public-face.mjs`]);
    writeFileSync(join(copy, path), text);
  }
});

test("a change of the table is a change of every generated file", () => {
  const changed = structuredClone(FACE);
  changed.tag = "outreach-other";
  changed.attributes[0].description = "Another description.";
  writeFileSync(join(copy, TABLE), JSON.stringify(changed));
  const said = check(copy).stderr;
  for (const path of generate().keys()) assert.ok(said.includes(`${path} differs`), path);
  cpSync(join(ROOT, TABLE), join(copy, TABLE));
});

test("the table has every failure code that the sources emit, and no other", () => {
  const codes = FACE.failures.map(({ code }) => code).sort();
  const emitted = emittedCodes(sources());
  assert.deepEqual(emitted, codes);
  const sentences = [...read(SENTENCES).matchAll(/^ {2}"?([a-z-]+)"?: \(/gm)].map(([, code]) => code);
  assert.ok(sentences.length > 0);
  for (const code of sentences) assert.ok(codes.includes(code), `${SENTENCES} has sentences for ${code}, which nothing emits`);
  // The search finds each way in which a code is written, and misses a code that is gone.
  for (const line of [`throw { code: "network" };`, `throwing(ready() ? "asleep" : "wasm-x")`, `return "file-new";`]) {
    assert.notDeepEqual(emittedCodes(new Map([...sources(), ["static/loader/new.js", line]])), codes, line);
  }
  assert.notDeepEqual(emittedCodes(new Map([...sources()].filter(([path]) => !path.endsWith("load-wasm.js")))), codes);
});

test("VS Code completes every attribute and value in HTML", () => {
  const data = html.newHTMLDataProvider("report", JSON.parse(read("static/host/vscode.html-custom-data.json")));
  const service = html.getLanguageService({ useDefaultDataProvider: false, customDataProviders: [data] });
  const complete = (text) => {
    const document = html.TextDocument.create("file:///page.html", "html", 1, text.replace("^", ""));
    return service.doComplete(document, document.positionAt(text.indexOf("^")), service.parseHTMLDocument(document)).items;
  };
  assert.ok(complete("<^").some(({ label }) => label === FACE.tag));
  // `data-` is offered for every element.
  const attributes = complete(`<${FACE.tag} ^></${FACE.tag}>`).map(({ label }) => label).filter((label) => label !== "data-");
  assert.deepEqual(attributes.sort(), names(FACE.attributes));
  for (const { name, values } of FACE.attributes) {
    const offered = complete(`<${FACE.tag} ${name}="^"></${FACE.tag}>`).map(({ label }) => label).sort();
    assert.deepEqual(offered, values ? names(values) : [], name);
  }
});

test("VS Code completes every custom property and part in CSS", () => {
  const data = css.newCSSDataProvider(JSON.parse(read("static/host/vscode.css-custom-data.json")));
  const service = css.getCSSLanguageService({ useDefaultDataProvider: false, customDataProviders: [data] });
  const complete = (text) => {
    const document = css.TextDocument.create("file:///page.css", "css", 1, text.replace("^", ""));
    return service.doComplete(document, document.positionAt(text.indexOf("^")), service.parseStylesheet(document)).items.map(({ label }) => label);
  };
  const properties = complete(`${FACE.tag} { ^ }`).filter((label) => label.startsWith("--"));
  assert.deepEqual(properties.sort(), names(FACE.customProperties));
  const parts = complete(`${FACE.tag}::^ {}`).filter((label) => label.startsWith("::part"));
  assert.deepEqual(parts.sort(), names(FACE.parts).map((name) => `::part(${name})`));
});

test("web-types and the reference page name all that the table has", () => {
  const [element] = JSON.parse(read("static/host/web-types.json")).contributions.html.elements;
  assert.equal(element.name, FACE.tag);
  const groups = [[element.attributes, FACE.attributes], [element.js.properties, FACE.properties], [element.js.events, FACE.events],
    [element.css.properties, FACE.customProperties], [element.css.parts, FACE.parts]];
  for (const [said, all] of groups) assert.deepEqual(names(said), names(all));
  const page = read("docs/reference.md");
  const rows = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
  for (const [, all] of groups) for (const { name } of all) assert.ok(rows.includes(name), name);
  for (const { code } of FACE.failures) assert.ok(rows.includes(code), code);
});

/** What the generator's check says of a folder. */
function check(root) {
  return spawnSync(process.execPath, [GENERATOR, "--check", root], { encoding: "utf8" });
}

/** The source files that can emit a failure code: their text by path. */
function sources() {
  const folders = { "static/loader": ".js", "static/single": ".js", "static/pinned": ".js", "static/dialogs": ".js", src: ".rs" };
  const paths = Object.entries(folders).flatMap(([folder, ending]) =>
    readdirSync(join(ROOT, folder), { recursive: true }).filter((name) => name.endsWith(ending)).map((name) => join(folder, name)));
  return new Map(paths.filter((path) => path !== join(SENTENCES)).map((path) => [path, read(path)]));
}

/** The failure codes that texts emit. In Rust, strings that begin like a code are attributes of HTML too. */
function emittedCodes(texts) {
  const found = new Set();
  for (const [path, text] of texts) {
    for (const [, code] of text.matchAll(NAMED_CODE)) found.add(code);
    if (path.endsWith(".rs")) continue;
    for (const [, code] of text.matchAll(CODE)) found.add(code);
    for (const [, thrown] of text.matchAll(THROWN)) for (const [, code] of thrown.matchAll(/"([\w-]+)"/g)) found.add(code);
  }
  return [...found].sort();
}
