// The report works on any static host: in a subfolder, under another name, without compression and with unspecific content
// types. Opened from a folder on the disk, where browsers may run no modules, the page shows its text.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, extname, join, normalize, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { agrees } from "./support/agree.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const FOLDER = "/a folder/öffentlich/2026";
/** The content types that careless servers send for extensions that they do not know. */
const UNSPECIFIC = { ".wasm": "application/octet-stream", ".json": "text/plain" };

const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)));

let server;
before(async () => {
  server = await serve();
  for (const name of files.filter((name) => !name.startsWith("v/"))) {
    const type = UNSPECIFIC[extname(name)];
    server.add(`${FOLDER}/${name === "index.html" ? "Bericht.html" : name}`, readFileSync(join(DIST, name)), type ? { type } : {});
  }
  server.add(`${FOLDER}/own.html`, html(`<outreach-report src="data/activities.json" view="sdg=5"></outreach-report>`, { script: '<script type="module" src="outreach-report.js"></script>' }));
});
after(() => server.close());

test("every address in the pages is relative and leads to an existing file", () => {
  for (const name of files.filter((name) => /^[^/]*\.html$/.test(name))) {
    const markup = readFileSync(join(DIST, name), "utf8").replace(/<script[^>]*>[^]*?<\/script>/g, (script) => script.slice(0, script.indexOf(">") + 1));
    for (const [, address] of markup.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
      if (/^(https?:|data:|mailto:|#|$)/.test(address)) continue;
      assert.ok(!address.startsWith("/"), `${name} has ${address}, which is right only at the root of a host`);
      const path = normalize(join(DIST, dirname(name), decodeURIComponent(address.split(/[?#]/)[0].replaceAll("&amp;", "&"))));
      assert.ok(existsSync(path), `${name} leads to ${address}, which does not exist`);
    }
  }
});

inEachEngine(() => server, (at, engine) => {
  test("works in a subfolder, under another name, with unspecific content types", async () => {
    const page = at();
    await page.open(`${encodeURI(FOLDER)}/Bericht.html#country=BT`);
    await agrees(page, "country=BT");
    await page.press("mark", "year", "2022");
    await agrees(page, "country=BT&year=2022");
    await page.back();
    await agrees(page, "country=BT");
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog.dialog[open] .records li')");
    await page.open(`${encodeURI(FOLDER)}/own.html`);
    assert.deepEqual(await page.run("() => report.totals"), count(DATA, "sdg=5"));
  });

  test("opened from a folder on the disk, the page shows its text and a link to the single-file page", async () => {
    const page = at();
    await page.go(pathToFileURL(join(DIST, "index.html")).href, { ready: false });
    // Some engines run modules from disk; in each engine either the text or the report is visible.
    const shown = () => page.run(`() => {
      const text = document.querySelector("outreach-report .text");
      return { text: text.getClientRects().length > 0, words: text.textContent, report: Boolean(root?.querySelector(".report h2")), single: text.querySelector('a[href="report.html"]')?.textContent };
    }`);
    const { text, words, report, single } = await shown();
    assert.equal(text || report, true);
    if (engine === "chromium") assert.equal(text, true);
    assert.match(words, /13,351/);
    assert.match(single, /one file/);
  });
});
