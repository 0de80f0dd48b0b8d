// The types of the element: TypeScript declarations, types for JSX, Vue and Svelte, and the custom-elements manifest.
// They must accept what the element has, and refuse everything else.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { camelize, toHandlerKey } from "@vue/runtime-dom";
import { DATA, count } from "./support/oracle.mjs";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const { resolve } = createRequire(import.meta.url);
const TSC = join(dirname(resolve("typescript/package.json")), "bin", "tsc");
const MODULES = join(import.meta.dirname, "node_modules");
const SOURCES = join(import.meta.dirname, "..", "..", "static");
/** The files that describe the element. The build copies them as they are. */
const HOST = join(SOURCES, "host");
const DECLARATIONS = readFileSync(join(HOST, "outreach-report.d.ts"), "utf8");
const MANIFEST = JSON.parse(readFileSync(join(HOST, "custom-elements.json")));
const FACE = JSON.parse(readFileSync(join(HOST, "public-face.json")));
const [ELEMENT] = MANIFEST.modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();
/** The names after a tag of the declarations' comment. */
const tagged = (tag, form) => [...DECLARATIONS.matchAll(new RegExp(`^ \\* @${tag} (?:\\{.*?\\} )?\\[?(${form})`, "gm"))].map(([, name]) => name).sort();

const GOOD = `
import type { Facet, Failure, People, Shown, Totals } from "./outreach-report";

const report = document.querySelector("outreach-report");
if (report) {
  report.view = "country=BT&year=2022";
  const totals: Totals | null = report.totals;
  const high: number | null | undefined = totals?.people.high;
  report.addEventListener("outreach-report:change", (event) => {
    const { view, totals }: Shown = event.detail;
    const rows = totals.facets.country.map((row) => row.key + row.people.low);
    console.log(view, rows, high);
  });
  report.addEventListener("click", (event) => event.clientX);
  report.ready.then((shown) => shown.view).catch((failure: Failure) => failure.code === "wasm-missing" && failure.hint);
}
document.addEventListener("outreach-report:error", (event) => event.detail.code.toUpperCase());
const made = document.createElement("outreach-report");
const facet: Facet = "sdg";
const people: People = { low: 1, high: null, qualifier: "at-least", counted: 1, uncounted: 0 };
document.body.append(made, facet, String(people.low));
`;

/** Each line is wrong, and must be an error. */
const BAD = [
  `report.view = 5;`,
  `report.totals = null;`,
  `report.totals.people;`,
  `report.totals!.people.high.toFixed();`,
  `report.totals!.people.qualifier === "roughly";`,
  `report.totals!.facets.region;`,
  `report.ready.then((shown) => shown.veiw);`,
  `report.ready = Promise.resolve(report);`,
  `report.addEventListener("outreach-report:change", (event) => event.detail.message);`,
  `report.addEventListener("outreach-report:error", (event) => event.detail.totals);`,
  `report.addEventListener("outreach-report:error", (event) => event.detail.code === "wasm-mising");`,
  `document.createElement("outreach-reports").view;`,
];

const JSX_START = `import { useRef } from "react";
import type { OutreachReport, Shown } from "./outreach-report.js";
const tell = (event: CustomEvent<Shown>) => console.log(event.detail.view);
const wrong = (event: CustomEvent<number>) => console.log(event.detail);
export const all = [
`;
const VUE_START = `import type { GlobalComponents } from "vue";
import type { Shown } from "./outreach-report.js";
import type {} from "./outreach-report.vue.js";
type Props = InstanceType<GlobalComponents["outreach-report"]>["$props"];
const tell = (event: CustomEvent<Shown>) => console.log(event.detail.view);
const wrong = (event: CustomEvent<number>) => console.log(event.detail);
export const all: Props[] = [
`;
const SVELTE_START = VUE_START.replace(/^.*"vue";/, 'import type { SvelteHTMLElements } from "svelte/elements";')
  .replace("report.vue.js", "report.svelte.js")
  .replace(/type Props.*/, 'type Props = SvelteHTMLElements["outreach-report"];');

/**
 * For each framework: the packages that its types come from, by the name under which a page imports them, how a file
 * begins, elements that are right, and elements that must be errors.
 */
const FRAMEWORKS = {
  "React 19": {
    packages: { "@types/react": "react-19-types" },
    start: JSX_START.replace("\nconst", '\nimport type {} from "./outreach-report.react.js";\nconst'),
    good: [
      `<outreach-report key="a" src="x.json" view="country=BT" theme="dark" sync="hash" prefix="a-" parts="tiles year" lock="country" hide="donor" lang="en" />,`,
      `<outreach-report className="wide" id="a" hidden={false} onClick={(event) => event.clientX} data-x="1"><p>Later.</p></outreach-report>,`,
      `<outreach-report onoutreach-report:change={tell} onoutreach-report:error={(event) => event.detail.code === "panic"} />,`,
      `<outreach-report {...{ "onoutreach-report:ready": tell }} prefix="a-" />,`,
      `<outreach-report ref={useRef<OutreachReport>(null)} />,`,
    ],
    bad: [
      `<outreach-report theme="red" />,`,
      `<outreach-report src={5} />,`,
      `<outreach-report thme="dark" />,`,
      `<outreach-report totals={null} />,`,
      `<outreach-report onoutreach-report:change={wrong} />,`,
      `<outreach-report {...{ "onoutreach-report:change": wrong }} />,`,
      `<outreach-report ref={useRef<HTMLInputElement>(null)} />,`,
      `<outreach-reports />,`,
    ],
  },
  "React 18": {
    packages: { "@types/react": "react-18-types" },
    start: JSX_START.replace("\nconst", '\nimport type {} from "./outreach-report.react-18.js";\nconst'),
    good: [
      `<outreach-report key="a" src="x.json" view="country=BT" theme="dark" sync="hash" prefix="a-" parts="tiles year" lock="country" lang="en" />,`,
      `<outreach-report class="wide" id="a" hidden onClick={(event) => event.clientX} data-x="1"><p>Later.</p></outreach-report>,`,
      `<outreach-report ref={(report) => report?.addEventListener("outreach-report:change", tell)} />,`,
      `<outreach-report ref={useRef<OutreachReport>(null)} />,`,
    ],
    bad: [
      `<outreach-report theme="red" />,`,
      `<outreach-report className="wide" />,`,
      `<outreach-report hidden={false} />,`,
      `<outreach-report ref={useRef<HTMLInputElement>(null)} />,`,
      `<outreach-report ref={(report) => report?.addEventListener("outreach-report:change", wrong)} />,`,
      `<outreach-reports />,`,
    ],
  },
  Vue: {
    packages: { vue: "@vue/runtime-dom" },
    start: VUE_START,
    good: [`{ src: "x.json", theme: "dark", prefix: "a-", class: "wide", key: "a" },`, `{ "onOutreachReport:change": tell },`],
    bad: [`{ theme: "red" },`, `{ src: 5 },`, `{ thme: "dark" },`, `{ "onOutreachReport:change": wrong },`, `{ "onOutreachReport:chnage": tell },`],
  },
  Svelte: {
    packages: { svelte: "svelte" },
    start: SVELTE_START,
    good: [`{ src: "x.json", theme: "dark", prefix: "a-", class: "wide" },`, `{ "onoutreach-report:change": tell, "on:outreach-report:ready": tell },`],
    bad: [`{ theme: "red" },`, `{ src: 5 },`, `{ thme: "dark" },`, `{ "onoutreach-report:change": wrong },`, `{ "onoutreach-report:chnage": tell },`],
  },
};

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "outreach-types-"))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a text: nothing when all is well. `packages` are those that the text can import, by name. */
async function compile(name, text, packages = {}) {
  const place = mkdtempSync(join(folder, "page-"));
  for (const one of readdirSync(HOST).filter((one) => /^outreach-report\b.*\.d\.ts$/.test(one))) cpSync(join(HOST, one), join(place, one));
  for (const [link, target] of Object.entries(packages)) {
    mkdirSync(dirname(join(place, "node_modules", link)), { recursive: true });
    symlinkSync(join(MODULES, target), join(place, "node_modules", link), "junction");
  }
  const file = join(place, `${name}.tsx`);
  writeFileSync(file, text);
  const options = ["--strict", "--skipDefaultLibCheck", "--noEmit", "--ignoreConfig", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "--types", "", "--pretty", "false", "--jsx", "react-jsx"];
  return promisify(execFile)(process.execPath, [TSC, ...options, file], { cwd: place }).then(() => "", ({ stdout, stderr }) => stdout + stderr || "it failed");
}

test("a program that uses the element rightly compiles, and one that does not is stopped at each fault", async () => {
  assert.equal(await compile("good", GOOD), "");
  const said = await compile("bad", `import "./outreach-report";\ndeclare const report: HTMLElementTagNameMap["outreach-report"];\n${BAD.join("\n")}\n`);
  BAD.forEach((line, at) => assert.match(said, new RegExp(`bad\\.tsx\\(${at + 3},\\d+\\): error`), `${line}\n${said}`));
});

test("the declared totals are those that are counted", async () => {
  const totals = JSON.stringify(count(DATA, "country=BT&year=2022"));
  assert.equal(await compile("totals", `import type { Totals } from "./outreach-report";\nexport const totals: Totals = ${totals};`), "");
});

for (const [framework, { packages, start, good, bad }] of Object.entries(FRAMEWORKS)) {
  test(`${framework}: what works compiles, and each wrong line is an error`, async () => {
    const page = (lines) => `${start}${lines.join("\n")}\n];\n`;
    assert.equal(await compile("good", page(good), packages), "");
    const said = await compile("bad", page(bad), packages);
    const first = start.split("\n").length;
    const found = [...said.matchAll(/^bad\.tsx\((\d+),/gm)].map(([, line]) => Number(line));
    bad.forEach((line, at) => assert.ok(found.includes(first + at), `${line}\n${said}`));
    assert.ok(found.every((line) => line >= first && line < first + bad.length), said);
  });
}

test("Vue's own names of listeners are those that are declared", () => {
  const declared = readFileSync(join(HOST, "outreach-report.vue.d.ts"), "utf8");
  for (const { name } of ELEMENT.events) assert.ok(declared.includes(`  "${toHandlerKey(camelize(name))}"?:`), name);
});

test("no attribute has the name of a property that frameworks cannot set", async () => {
  const lines = FACE.attributes.map(({ name }) => `report["${name}"] = "" as never;`);
  const said = await compile("set", `declare const report: HTMLElementTagNameMap["outreach-report"];\n${lines.join("\n")}\nimport type {} from "./outreach-report.js";\n`);
  const readonly = [...said.matchAll(/^set\.tsx\((\d+),\d+\): error TS2540/gm)].map(([, line]) => FACE.attributes[line - 2].name);
  assert.deepEqual(readonly, [], said);
});

test("the manifest is one, by the schema's own types", async () => {
  const schema = resolve("custom-elements-manifest/schema.d.ts").replaceAll("\\", "/");
  assert.equal(MANIFEST.schemaVersion, "1.0.0");
  const text = (json) => `import type { Package } from ${JSON.stringify(schema)};\nexport const manifest: Package = ${json};`;
  assert.equal(await compile("manifest", text(JSON.stringify(MANIFEST))), "");
  const wrong = structuredClone(MANIFEST);
  wrong.modules[0].declarations[0].cssParts[0].nmae = "headline";
  assert.match(await compile("wrong", text(JSON.stringify(wrong))), /nmae/);
});

test("manifest and declarations name every attribute and every custom property, and no other", () => {
  const loader = readFileSync(join(SOURCES, "loader", "main.js"), "utf8");
  const list = (pattern) => [...loader.match(pattern)[1].matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  const attributes = list(/observedAttributes = \[([^\]]*)\]/);
  if (/observedAttributes = \[[^\]]*\.\.\.OPTIONS/.test(loader)) attributes.push(...list(/OPTIONS = \[([^\]]*)\]/));
  assert.deepEqual(names(ELEMENT.attributes), attributes.sort());
  assert.deepEqual(tagged("attr", "[\\w-]+"), attributes);
  const tokens = readFileSync(join(SOURCES, "style", "tokens.css"), "utf8");
  const properties = [...new Set([...tokens.matchAll(/var\((--outreach-[\w-]+)/g)].map(([, name]) => name))].sort();
  assert.deepEqual(names(ELEMENT.cssProperties), properties);
  assert.deepEqual(tagged("cssprop", "--[\\w-]+"), properties);
  const theming = readFileSync(join(DIST, "theming.html"), "utf8");
  for (const name of properties) assert.ok(theming.includes(`<code>${name}</code>`), `theming.html shows ${name}`);
});

let server;
before(async () => (server = await serve()));
after(() => server.close());

inEachEngine(() => server, (at) => {
  test("manifest, declarations and the theming page name every part, event and property that there is", async () => {
    const page = at();
    await page.open("/theming.html");
    await page.until("() => [...document.querySelectorAll('outreach-report')].every((one) => one.totals)");
    const said = await page.run(`() => {
      const all = [...document.querySelectorAll("outreach-report")];
      const parts = [...new Set(all.flatMap((one) => [...one.shadowRoot.querySelectorAll("[part]")].flatMap((part) => [...part.part])))].sort();
      const proto = Object.getPrototypeOf(all[0]);
      const members = Object.entries(Object.getOwnPropertyDescriptors(proto)).filter(([, { get }]) => get);
      return { parts, members: members.map(([name, { set }]) => [name, !set]).sort(), shown: [...document.querySelectorAll("[id^=part-]")].map((one) => one.id.slice(5)).sort(),
        dashed: getComputedStyle(document.querySelector("#part-tiles outreach-report").shadowRoot.querySelector("[part=tiles]")).borderTopStyle,
        ink: getComputedStyle(document.querySelector("#ink outreach-report").shadowRoot.querySelector("h2")).color };
    }`);
    assert.deepEqual(names(ELEMENT.cssParts), said.parts);
    assert.deepEqual(tagged("csspart", "[\\w-]+"), said.parts);
    assert.deepEqual(said.shown, said.parts);
    assert.deepEqual(ELEMENT.members.map(({ name, readonly = false }) => [name, readonly]).sort(), said.members);
    assert.deepEqual(tagged("fires", "[\\w:-]+"), names(ELEMENT.events));
    assert.equal(said.dashed, "dashed");
    assert.equal(said.ink, "rgb(74, 29, 107)");
  });
});
