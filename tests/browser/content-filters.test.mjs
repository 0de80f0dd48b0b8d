// The code of the README, of the documents and of the builder after the content filters of other systems: either the report
// is shown and its fallback nowhere, or the fallback says what was to be seen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FILTERS } from "./support/content-filters.mjs";
import { SHARE, openDialog, openRow } from "./support/dialog.mjs";
import { CAPTURE_SAVES } from "./support/saving.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
/** The pieces of HTML in a document that have the element, without the head of a whole page. */
const pieces = (path) => [...readFileSync(join(ROOT, path), "utf8").matchAll(/```html\n([^]*?)```/g)]
  .map(([, code]) => code.replace(/^[^]*<body>\s*|\s*<\/body>[^]*$/g, "").trim())
  .filter((code) => code.includes("<outreach-report"));
const CODE = Object.fromEntries(["README.md", "docs/embedding.md", "docs/data.md", "docs/publishing.md"].flatMap((path) => pieces(path).map((code, index) => [`${path}, piece ${index + 1}`, code])));
const fallbackOf = (code) => [...code.matchAll(/<outreach-report[^>]*>([^]*?)<\/outreach-report>/g)].map(([, inside]) => inside.replaceAll(/<[^>]*>/g, "").replaceAll("&amp;", "&").trim());

let server;
before(async () => {
  server = await serve();
  server.add("/one.html", html('<h1>One</h1><outreach-report view="country=BT"></outreach-report>'));
});
after(() => server.close());

test("no code has an empty element, which some systems write as one tag that never ends", () => {
  assert.ok(Object.keys(CODE).length >= 3, Object.keys(CODE).join());
  for (const [name, code] of Object.entries(CODE)) {
    for (const [, inside] of code.matchAll(/<outreach-report[^>]*>([^]*?)<\/outreach-report>/g)) assert.notEqual(inside.trim(), "", name);
  }
});

inEachEngine(() => server, (at) => {
  test("after each content filter the report is shown without its fallback, or the fallback alone", async () => {
    const page = at();
    await page.open("/one.html");
    await page.run(CAPTURE_SAVES);
    await openDialog(page, SHARE);
    await openRow(page, "report");
    await page.press("button", "Copy code");
    await page.until("() => window.copied.length === 1");
    const code = { ...CODE, builder: await page.run("() => window.copied[0]") };
    await page.run("() => { root.querySelector('dialog').close(); report.remove(); }");
    for (const [source, pasted] of Object.entries(code)) {
      const fallback = fallbackOf(pasted);
      for (const [name, { keeps, filter }] of Object.entries(FILTERS)) {
        // In a document of its own, where nothing starts: what is outside of the element stays beside the report.
        const result = await page.run(`(markup) => {
          const parsed = new DOMParser().parseFromString(markup, "text/html");
          const reports = [...parsed.querySelectorAll("outreach-report")];
          const inside = reports.map((report) => report.textContent.trim());
          reports.forEach((report) => report.remove());
          return { inside, beside: parsed.body.textContent.trim() };
        }`, filter(pasted));
        assert.deepEqual(result, keeps ? { inside: fallback, beside: "" } : { inside: [], beside: result.beside }, `${source}, ${name}: ${filter(pasted)}`);
        if (!keeps) for (const text of fallback) assert.ok(result.beside.includes(text), `${source}, ${name}: ${filter(pasted)}`);
      }
    }
    const { filter } = FILTERS["WordPress, for authors who may use all tags"];
    await page.run("(markup) => { document.body.innerHTML = markup; }", filter(CODE["README.md, piece 1"]));
    await page.ready();
    await page.until("() => root.querySelector('h2')");
    assert.doesNotMatch(await page.run("() => document.body.innerText"), /needs JavaScript/);
  });
});
