// "Save this report" makes a file that opens from disk at the same view. It is tested from a page with separate files, from
// a saved file, from a frame, and with another data set, and so is the message if the file cannot be made.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { agrees } from "./support/agree.mjs";
import { dataSet } from "./support/data.mjs";
import { serveAxe, shoot, violations } from "./support/looks.mjs";
import { DATA, count, countRecords } from "./support/oracle.mjs";
import { CAPTURE_SAVES, capturedFile, saveFile } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { OPEN_DIALOG, SHARE, openRow } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const SAVE_ALL = "Save with all data";
const SAVE_VIEW = "Save with this view only";
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

/** Saves the report with one of the buttons, and returns the text of the file. */
async function save(page, button) {
  await page.run(CAPTURE_SAVES);
  await page.press("button", SHARE);
  await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
  await openRow(page, "report");
  const file = await saveFile(page, "button", button);
  assert.match(file.name, /^outreach-report-\d{4}-\d\d-\d\d-\d{6}\.html$/);
  return file.text;
}

inEachEngine(() => server, (at, engine) => {
  /** Writes the file to disk, opens it, and returns the text of the page. */
  async function open(page, name, file) {
    const path = join(folder, name);
    writeFileSync(path, file);
    server.forget();
    await page.go(pathToFileURL(path).href);
    assert.deepEqual(server.paths(), [], "nothing is requested");
    assert.deepEqual(await page.run("() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))"), []);
    return page.run("() => document.querySelector('main').innerText");
  }

  test("with all data: the same view, and all other views", async () => {
    const page = at();
    await page.open(`/recorded/index.html#${VIEW}`);
    const file = await save(page, SAVE_ALL);
    const text = await open(page, "whole.html", file);
    await agrees(page, VIEW, { hash: "" });
    assert.match(text, /Saved on \d+ \w+ 20\d\d\. This file holds the whole data set, 162 records\./);
    assert.match(text, /How to cite: .*accessed/s);
    assert.match(text, /Licence: CC BY 4\.0/);
    assert.match(await page.driver.getTitle(), /Counter-trafficking outreach in South Asia · .*Bhutan/);
    await page.press("mark", "country", "Bangladesh");
    await agrees(page, "country=BD~BT&year=2022");
    await page.back();
    await agrees(page, VIEW, { hash: "" });
    await shoot(page, "saved-whole");
    // The saved file can save itself again.
    const again = await save(page, SAVE_VIEW);
    await open(page, "again.html", again);
    assert.equal((await page.state()).totals.activities, count(DATA, VIEW).activities);
  });

  test("with the view only: its records and no others, which the page states", async () => {
    const page = at();
    await page.open(`/recorded/index.html#${VIEW}`);
    const file = await save(page, SAVE_VIEW);
    const text = await open(page, "view only (1).html", file);
    const { totals, view } = await page.state();
    const { people, planned, activities } = count(DATA, VIEW);
    assert.deepEqual([view, totals.people, totals.planned, totals.activities], [VIEW, people, planned, activities]);
    assert.match(text, new RegExp(`only the records of one view, ${countRecords(DATA, VIEW)} records: .*Bhutan`));
    await page.run("() => { report.view = '' }");
    assert.equal(await page.run("() => report.totals.activities"), activities, "the file has no other records");
  });

  test("with another data set, whatever its texts contain", async () => {
    const page = at();
    await page.open("/tricky.html");
    const whole = await save(page, SAVE_ALL);
    const text = await open(page, "tricky.html", whole);
    assert.deepEqual((await page.state()).totals, count(TRICKY));
    assert.ok(text.includes('A "set" of <b>ours</b>'), text);
    assert.equal(await page.run("() => window.ran ?? null"), null);
    assert.deepEqual(await page.run("() => [...root.querySelectorAll('[part]')].map((element) => element.getAttribute('part')).filter((part) => part !== 'report')"), ["headline", "year", "table", "foot"]);
    assert.ok((await page.run("() => root.querySelector('[part=table]').textContent")).includes("</script><script>"));
  });

  test("if the file cannot be made, a message says so", async () => {
    const page = at();
    server.add("/four/report.html", readFileSync(join(DIST, "report.html")));
    await page.open("/four.html");
    await page.press("button", SHARE);
    await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
    await openRow(page, "report");
    // The page that the file is made from was there when the dialog looked for it.
    server.add("/four/report.html", "not here", { status: 404 });
    await page.press("button", SAVE_ALL);
    await page.until("() => /Not saved.*report\\.html/.test(root.querySelector('.share-save [role=status]').textContent)");
  });

  test("from a frame: the frame itself as a page, at its view", async () => {
    const page = at();
    await page.open("/boxed.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    await page.run(CAPTURE_SAVES);
    // Not with the pointer: in a scrolled frame, drivers miss the button.
    await page.run("(name) => inside.find.button(name).click()", SHARE);
    await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
    await page.run("(name) => inside.find.button(name).click()", SAVE_ALL);
    const { text } = await capturedFile(page, 0);
    await page.driver.switchTo().defaultContent();
    await open(page, "framed.html", text);
    assert.deepEqual((await page.state()).totals, count(DATA, "country=NP"));
  });

  if (engine === "chromium") {
    test("the dialog is accessible", async () => {
      const page = at();
      await page.open(`/index.html#${VIEW}`);
      await page.press("button", SHARE);
      await page.until("() => root.querySelector('dialog.dialog[open] .share-save')");
      await openRow(page, "report");
      assert.deepEqual(await violations(page, OPEN_DIALOG), []);
      await shoot(page, "save-dialog");
    });
  }
});
