// What is said of the element to programs: TypeScript declarations and the custom-elements manifest. Both must be well
// formed, say what the element has, and say nothing else.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DATA, count } from "./support/naive.mjs";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const { resolve } = createRequire(import.meta.url);
const TSC = join(dirname(resolve("typescript/package.json")), "bin", "tsc");
const SOURCES = join(import.meta.dirname, "..", "..", "static");
const DECLARATIONS = readFileSync(join(DIST, "outreach-report.d.ts"), "utf8");
const MANIFEST = JSON.parse(readFileSync(join(DIST, "custom-elements.json")));
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
  report.ready.then((shown) => shown.view).catch((failure: Failure) => failure.hint);
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
  `document.createElement("outreach-reports").view;`,
];

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "outreach-types-"));
  cpSync(join(DIST, "outreach-report.d.ts"), join(folder, "outreach-report.d.ts"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a text: nothing when all is well. */
async function compile(name, text) {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  const options = ["--strict", "--noEmit", "--ignoreConfig", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "--types", "", "--pretty", "false"];
  return promisify(execFile)(process.execPath, [TSC, ...options, file], { cwd: folder }).then(() => "", ({ stdout, stderr }) => stdout + stderr || "it failed");
}

test("a program that uses the element rightly compiles, and one that does not is stopped at each fault", async () => {
  assert.equal(await compile("good", GOOD), "");
  const said = await compile("bad", `import "./outreach-report";\ndeclare const report: HTMLElementTagNameMap["outreach-report"];\n${BAD.join("\n")}\n`);
  BAD.forEach((line, at) => assert.match(said, new RegExp(`bad\\.ts\\(${at + 3},\\d+\\): error`), `${line}\n${said}`));
});

test("the declared totals are those that are counted", async () => {
  const totals = JSON.stringify(count(DATA, "country=BT&year=2022"));
  assert.equal(await compile("totals", `import type { Totals } from "./outreach-report";\nexport const totals: Totals = ${totals};`), "");
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
