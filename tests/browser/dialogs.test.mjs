// The dialogs: when they are loaded, how they open and close, and what happens if they cannot be loaded or fail.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brokenDataSet } from "./support/data.mjs";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { CAPTURE_SAVES, saveFile } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { HOW_WE_COUNT, OPEN_DIALOG, SHARE, closeDialog, dialogHeading, openDialog, openRow } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT&year=2022";
const DIALOGS = ["outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"];

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>A test</h1><outreach-report sync="hash" theme="${theme}"></outreach-report></main>`, { head: `<style>body { margin: 0 20px; background: ${theme === "dark" ? "#12191f; color: #fff" : "#fff"} }</style>` }));
  }
  // A host on which the script of the dialogs is missing at first.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", DIALOGS[1]]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html("<h1>A test</h1><outreach-report></outreach-report>", { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
  // Dialogs that load slowly, and dialogs that fail at each request.
  const stub = (name, script) => {
    for (const file of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/${name}/${file}`, readFileSync(join(DIST, file)), { type: file.endsWith("js") ? undefined : "application/wasm" });
    server.add(`/${name}/outreach-report-dialogs.js`, script);
    server.add(`/${name}.html`, html("<h1>A test</h1><outreach-report></outreach-report>", { script: `<script type="module" src="/${name}/outreach-report.js"></script>` }));
  };
  stub("slow", `await new Promise((resolve) => (window.load = resolve)); window.isLoaded = true; export const open = async () => ({ request: (...request) => (window.requested = request), end() {} });`);
  stub("faulty", `export const open = async (services) => ({ request() { services.failed(40); throw new WebAssembly.RuntimeError("unreachable"); }, end() {} });`);
  server.add("/broken.json", brokenDataSet().data);
  server.add("/broken.html", html('<main><h1>A test</h1><outreach-report src="/broken.json"></outreach-report></main>'));
  server.add("/hide.html", html('<h1>A test</h1><outreach-report hide="country" view="country=BT&amp;year=2022"></outreach-report>'));
});
after(() => server.close());

const setSize = (page, width, height = 900) => page.driver.manage().window().setRect({ width, height });

inEachEngine(() => server, (at, engine) => {
  test("the dialogs are loaded only when one is opened", async () => {
    const page = at();
    await setSize(page, 1280);
    server.forget();
    await page.open(`/light.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("dialogs")), []);
    await openDialog(page, HOW_WE_COUNT);
    for (const name of DIALOGS) assert.equal(server.paths().filter((path) => path === `/${name}`).length, 1, name);
    await closeDialog(page);
    await openDialog(page, SHARE);
    assert.equal(server.paths().filter((path) => path.includes("dialogs")).length, 2, "they are requested only once");
    assert.deepEqual(await page.faults(), []);
  });

  test("Escape, the close button and a press outside close a dialog, and the focus returns", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    const waysToClose = [
      () => page.keys(Key.ESCAPE),
      () => page.press("one", "dialog.dialog .close"),
      () => page.actions().move({ x: 5, y: 5, duration: 0 }).press().release().perform(),
    ];
    for (const close of waysToClose) {
      await page.focus("button", HOW_WE_COUNT);
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog.dialog[open] h2')");
      const box = await page.run("() => { const { top, bottom } = root.querySelector('dialog').getBoundingClientRect(); return { top, bottom, height: innerHeight }; }");
      assert.ok(box.top >= 15 && box.bottom <= box.height - 15, JSON.stringify(box));
      await close();
      await page.until("() => !root.querySelector('dialog')");
      await page.until("(name) => inside.focused().textContent.trim() === name", HOW_WE_COUNT);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a facet that the page hides is named where the numbers that it filters are: in dialogs and pictures", async () => {
    const page = at();
    await page.mount("/hide.html");
    await page.run(CAPTURE_SAVES);
    await openDialog(page, HOW_WE_COUNT);
    assert.equal(await page.text("one", ".dialog .filter"), "Country: Bhutan · Year: 2022");
    await closeDialog(page);
    assert.match((await saveFile(page, "one", '[data-request="kind.svg"]')).bytes.toString(), />Country: Bhutan · Year: 2022</);
  });

  test("the issues of the data are listed, value by value", async () => {
    const page = at();
    const { named } = brokenDataSet();
    await page.mount("/broken.html");
    await page.press("one", '[data-request="issues"]');
    const title = await dialogHeading(page);
    const lines = await page.run("() => [...root.querySelectorAll('.dialog .issues li')].map((line) => line.textContent.trim())");
    assert.ok(title.startsWith(`${lines.length} values of the data were not as the format asks`), title);
    for (const [record, message] of named) assert.ok(lines.some((line) => line.includes(record) && line.includes(message)), `${record}: ${message}`);
    assert.deepEqual(await violations(page, OPEN_DIALOG), []);
    await shootWindow(page, "dialogs-desktop-light-issues");
  });

  test("if the dialogs cannot be loaded, a message says so and offers to try again", async () => {
    const page = at();
    await page.open("/lost.html");
    const before = await page.run("() => report.totals.activities");
    await page.press("button", HOW_WE_COUNT);
    await page.until("() => root.querySelector('dialog[open]')");
    assert.match(await page.text("one", "dialog p"), /could not be loaded.*goes on/);
    await page.press("button", "Close");
    await page.until("() => !root.querySelector('dialog')");
    assert.equal(await page.run("() => report.totals.activities"), before);
    await page.press("button", HOW_WE_COUNT);
    await page.until("() => root.querySelector('dialog[open]')");
    server.add("/lost/outreach-report-dialogs.js", readFileSync(join(DIST, DIALOGS[0])));
    await page.press("button", "Try again");
    await page.until("() => root.querySelector('dialog.dialog[open] .records')");
    // Missing again, for another run of this test.
    server.add("/lost/outreach-report-dialogs.js", "not here", { status: 404 });
  });

  test("slow loading is announced, and after closing that message no dialog opens", async () => {
    const page = at();
    for (const patient of [true, false]) {
      await page.open("/slow.html");
      await page.press("button", HOW_WE_COUNT);
      await page.until("() => root.querySelector('dialog[open] p')?.textContent === 'Loading …'");
      if (!patient) await page.keys(Key.ESCAPE);
      await page.run("() => window.load()");
      await page.until("() => window.isLoaded && !root.querySelector('dialog')");
      await page.painted();
      if (patient) await page.until("() => window.requested?.[0] === 'people'");
      else assert.equal(await page.run("() => window.requested ?? null"), null);
    }
  });

  test("dialogs that fail leave the report working, and are not used again", async () => {
    const page = at();
    await page.open("/faulty.html");
    for (const name of [HOW_WE_COUNT, SHARE]) {
      await page.press("button", name);
      await page.until("() => root.querySelector('dialog[open]')");
      assert.match(await page.text("one", "dialog p"), /fault in it/);
      assert.equal(await page.run("() => root.querySelectorAll('dialog').length"), 1, "one message");
      await page.press("button", "Close");
      await page.until("() => !root.querySelector('dialog')");
    }
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  // If nodes of the dialog are removed, as translation tools do, the next rendering fails when it inserts something before
  // them: a panic of the real WebAssembly. The test uses the dialogs as the loader does, while one is open.
  test("a panic of the dialogs removes the open dialog, is reported, and does not change the view", async () => {
    const page = at();
    await page.open("/light.html?broken");
    await page.run(`(formats) => Promise.all([import("/outreach-report-dialogs.js"), fetch("/data/activities.json").then((answer) => answer.text())]).then(async ([module, data]) => {
      window.dialogs = await module.open({ root, data: () => data, formats: () => (${FORMATS})(), scriptAddress: location.href, addressSync: { href: (link) => "https://example.org/#" + link }, findPage: async () => {}, isReportPage: async () => false, failed: (position) => (window.failed = position) });
      window.dialogs.request("countries", "country=LY", 40);
    })`);
    await page.until("() => root.querySelector('dialog.dialog[open] .values li')");
    await page.run("() => { root.querySelectorAll('.values li').forEach((line) => line.remove()); window.dialogs.request('countries', '', 70); }");
    await page.until("() => window.failed === 70 && !root.querySelector('dialog, .dialogs')");
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desktop", 1280]] : [["desktop", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing overflows`, async () => {
        const page = at();
        await setSize(page, width);
        await page.mount(`/${theme}.html#${VIEW}`);
        if (name === "phone" && engine === "chromium") await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        for (const [dialog, button, row] of [["breakdown", HOW_WE_COUNT], ["share", SHARE], ["share-citation", SHARE, "citation"], ["share-report", SHARE, "report"]]) {
          await openDialog(page, button);
          if (row) await openRow(page, row);
          const overflowing = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen, input)')].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline').map((element) => element.className || element.tagName)");
          assert.deepEqual(overflowing, []);
          assert.deepEqual(await violations(page, OPEN_DIALOG), []);
          await shootWindow(page, `dialogs-${name}-${theme}-${dialog}`);
          await closeDialog(page);
        }
        if (engine === "chromium") await page.chromium("Emulation.clearDeviceMetricsOverride");
        await setSize(page, 1280);
      });
    }
  }
});

/** A small version of the formats that the loader provides. */
const FORMATS = `() => ({
  number: (n) => n.toLocaleString("en-GB"), plural: (n) => (n === 1 ? "one" : "other"), compare: (a, b) => (a < b ? -1 : 1), country: (code) => code,
  upper: (text) => text.toUpperCase(), lower: (text) => text.toLowerCase(), fold: (text) => text.toLowerCase(), date: (first) => first,
})`;
