// "Save this report": a file that opens from disk on the same view, from a page with files beside it, from a page of one
// file, from a frame, and from another data set; and what is said when it cannot be made.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { agrees } from "./support/agree.mjs";
import { dataSet } from "./support/data.mjs";
import { serveAxe, shoot, violations } from "./support/looks.mjs";
import { DATA, count, listed } from "./support/naive.mjs";
import { CATCH, caught, saved } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { TAKE } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const WHOLE = "Save with all data";
const PART = "Save with this view only";
const VIEW = "country=BT&year=2022";
const TRICKY = dataSet([
  { title: "</script><script>window.ran = 1</script>", countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] },
  { title: "نشاط <!-- & “x”", countries: ["BT"], date: "2021", reach: [{ status: "reached", count: 7, bound: "at-least" }] },
], { title: 'A "set" of <b>ours</b>', updated: "2026-11-20" });

let folder;
let server;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "outreach-saved-"));
  server = await serve();
  serveAxe(server);
  server.add("/tricky.json", TRICKY);
  server.add("/tricky.html", html(`<main><h1>Tricky</h1><outreach-report src="/tricky.json" sync="hash" parts="headline year table foot" hide="donor"></outreach-report></main>`));
  const script = readFileSync(join(DIST, "outreach-report.js"));
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", "outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"]) {
    server.add(`/four/${name}`, name === "outreach-report.js" ? script : readFileSync(join(DIST, name)));
  }
  server.add("/four.html", html("<main><h1>Four files</h1><outreach-report></outreach-report></main>", { script: '<script type="module" src="/four/outreach-report.js"></script>' }));
  server.add("/boxed.html", html('<h1>Boxed</h1><iframe src="/embed.html#country=NP" width="1000" height="800" title="A frame"></iframe>', { script: "" }));
});
after(() => (rmSync(folder, { recursive: true, force: true }), server.close()));

/** Saves the view that is shown, and gives back the file's text. */
async function save(page, button) {
  await page.run(CATCH);
  await page.press("button", TAKE);
  await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
  const file = await saved(page, "button", button);
  assert.match(file.name, /^outreach-report-\d{4}-\d\d-\d\d\.html$/);
  return file.text;
}

inEachEngine(() => server, (at, engine) => {
  /** Opens the file from disk. */
  async function open(page, name, text) {
    const path = join(folder, name);
    writeFileSync(path, text);
    server.forget();
    await page.go(pathToFileURL(path).href);
    assert.deepEqual(server.paths(), [], "nothing is asked for");
    assert.deepEqual(await page.run("() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))"), []);
    return page.run("() => document.querySelector('main').innerText");
  }

  test("with all data: the same view, and all others", async () => {
    const page = at();
    await page.open(`/recorded/index.html#${VIEW}`);
    const text = await save(page, WHOLE);
    const said = await open(page, "whole.html", text);
    await agrees(page, VIEW, { hash: "" });
    assert.match(said, /Saved on \d+ \w+ 20\d\d\. This file holds the whole data set, 162 records\./);
    assert.match(said, /How to cite: .*accessed/s);
    assert.match(said, /Licence: CC BY 4\.0/);
    assert.match(await page.driver.getTitle(), /Counter-trafficking outreach in South Asia · .*Bhutan/);
    await page.press("mark", "country", "Bangladesh");
    await agrees(page, "country=BD~BT&year=2022");
    await page.back();
    await agrees(page, VIEW, { hash: "" });
    await shoot(page, "saved-whole");
    // The file saves in its turn.
    const again = await save(page, PART);
    await open(page, "again.html", again);
    assert.equal((await page.state()).totals.activities, count(DATA, VIEW).activities);
  });

  test("with the view only: its records and no others, which it says", async () => {
    const page = at();
    await page.open(`/recorded/index.html#${VIEW}`);
    const text = await save(page, PART);
    const said = await open(page, "view only (1).html", text);
    const { totals, view } = await page.state();
    const { people, planned, activities } = count(DATA, VIEW);
    assert.deepEqual([view, totals.people, totals.planned, totals.activities], [VIEW, people, planned, activities]);
    assert.match(said, new RegExp(`only the records of one view, ${listed(DATA, VIEW)} records: .*Bhutan`));
    await page.run("() => { report.view = '' }");
    assert.equal(await page.run("() => report.totals.activities"), activities, "there are no others in it");
  });

  test("from another data set, with whatever its texts hold", async () => {
    const page = at();
    await page.open("/tricky.html");
    const whole = await save(page, WHOLE);
    const said = await open(page, "tricky.html", whole);
    assert.deepEqual((await page.state()).totals, count(TRICKY));
    assert.ok(said.includes('A "set" of <b>ours</b>'), said);
    assert.equal(await page.run("() => window.ran ?? null"), null);
    assert.deepEqual(await page.run("() => [...root.querySelectorAll('[part]')].map((element) => element.getAttribute('part')).filter((part) => part !== 'report')"), ["headline", "year", "table", "foot"]);
    assert.ok((await page.run("() => root.querySelector('[part=table]').textContent")).includes("</script><script>"));
  });

  test("what cannot be saved is said", async () => {
    const page = at();
    await page.open("/four.html");
    await page.press("button", TAKE);
    await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
    // Four files alone have no page of one file beside them.
    server.add("/four/report.html", "not here", { status: 404 });
    await page.press("button", WHOLE);
    await page.until("() => /Not saved.*report\\.html/.test(root.querySelector('.share-save [role=status]').textContent)");
  });

  test("from a frame: the page of its own, on the frame's view", async () => {
    const page = at();
    await page.open("/boxed.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    await page.run(CATCH);
    // Not with the pointer: in a frame that is scrolled, drivers miss its place.
    await page.run("(name) => inside.find.button(name).click()", TAKE);
    await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
    await page.run("(name) => inside.find.button(name).click()", WHOLE);
    const { text } = await caught(page, 0);
    await page.driver.switchTo().defaultContent();
    await open(page, "framed.html", text);
    assert.deepEqual((await page.state()).totals, count(DATA, "country=NP"));
  });

  if (engine === "chromium") {
    test("the dialog is accessible, and the file is", async () => {
      const page = at();
      await page.open(`/index.html#${VIEW}`);
      await page.press("button", TAKE);
      await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
      await page.run("() => root.querySelector('.share-save').scrollIntoView()");
      assert.deepEqual(await violations(page), []);
      await shoot(page, "save-dialog");
    });
  }
});
