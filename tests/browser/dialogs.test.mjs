// The dialogs: when it is loaded, how its dialogs open and close, and what happens when it cannot be loaded or breaks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { broken } from "./support/data.mjs";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count } from "./support/naive.mjs";
import { Key } from "./support/page.mjs";
import { CATCH, saved } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { HOW, TAKE, heading, leave, open } from "./support/dialog.mjs";
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
  // A host on which the dialogs are missing at first.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", DIALOGS[1]]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html("<h1>A test</h1><outreach-report></outreach-report>", { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
  // Dialogs that are slow to come, and that break when they are asked.
  const stub = (name, script) => {
    for (const file of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/${name}/${file}`, readFileSync(join(DIST, file)), { type: file.endsWith("js") ? undefined : "application/wasm" });
    server.add(`/${name}/outreach-report-dialogs.js`, script);
    server.add(`/${name}.html`, html("<h1>A test</h1><outreach-report></outreach-report>", { script: `<script type="module" src="/${name}/outreach-report.js"></script>` }));
  };
  stub("slow", `await new Promise((go) => (window.go = go)); export const open = async () => ({ request: (...request) => (window.asked = request), end() {} });`);
  stub("faulty", `export const open = async (given) => ({ request() { given.failed(40); throw new WebAssembly.RuntimeError("unreachable"); }, end() {} });`);
  server.add("/broken.json", broken().data);
  server.add("/broken.html", html('<main><h1>A test</h1><outreach-report src="/broken.json"></outreach-report></main>'));
  server.add("/hide.html", html('<h1>A test</h1><outreach-report hide="country" view="country=BT&amp;year=2022"></outreach-report>'));
});
after(() => server.close());

const size = (page, width, height = 900) => page.driver.manage().window().setRect({ width, height });

inEachEngine(() => server, (at, engine) => {
  test("the dialogs is loaded only when it is asked for", async () => {
    const page = at();
    await size(page, 1280);
    server.forget();
    await page.open(`/light.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("dialogs")), []);
    await open(page, HOW);
    for (const name of DIALOGS) assert.equal(server.paths().filter((path) => path === `/${name}`).length, 1, name);
    await leave(page);
    await open(page, TAKE);
    assert.equal(server.paths().filter((path) => path.includes("dialogs")).length, 2, "asked once for all questions");
    assert.deepEqual(await page.faults(), []);
  });

  test("Escape, the cross and a press beside close it, and the place is kept", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    const closings = [
      () => page.keys(Key.ESCAPE),
      () => page.press("one", "dialog.dialog .close"),
      () => page.actions().move({ x: 5, y: 5, duration: 0 }).press().release().perform(),
    ];
    for (const close of closings) {
      await page.focus("button", HOW);
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog.dialog[open] h2')");
      const place = await page.run("() => { const { top, bottom } = root.querySelector('dialog').getBoundingClientRect(); return { top, bottom, height: innerHeight }; }");
      assert.ok(place.top >= 15 && place.bottom <= place.height - 15, JSON.stringify(place));
      await close();
      await page.until("() => !root.querySelector('dialog')");
      await page.until("(name) => inside.focused().textContent.trim() === name", HOW);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("what the page hides is not told in dialogs and pictures", async () => {
    const page = at();
    await page.mount("/hide.html");
    await page.run(CATCH);
    await open(page, HOW);
    assert.equal(await page.text("one", ".dialog .filter"), "Filtered by Year: 2022");
    await leave(page);
    assert.match((await saved(page, "one", '[data-request="kind.svg"]')).bytes.toString(), />Filtered by Year: 2022</);
  });

  test("what is wrong with the data is named, value by value", async () => {
    const page = at();
    const { named } = broken();
    await page.mount("/broken.html");
    await page.press("one", '[data-request="issues"]');
    const title = await heading(page);
    const lines = await page.run("() => [...root.querySelectorAll('.dialog .issues li')].map((line) => line.textContent.trim())");
    assert.ok(title.startsWith(`${lines.length} values of the data were not as the format asks`), title);
    for (const [record, words] of named) assert.ok(lines.some((line) => line.includes(record) && line.includes(words)), `${record}: ${words}`);
    assert.deepEqual(await violations(page), []);
    await shootWindow(page, "dialogs-desk-light-issues");
  });

  test("where it cannot be loaded, that is said, and it can be tried again", async () => {
    const page = at();
    await page.open("/lost.html");
    const before = await page.run("() => report.totals.activities");
    await page.press("button", HOW);
    await page.until("() => root.querySelector('dialog[open]')");
    assert.match(await page.text("one", "dialog p"), /could not be loaded.*goes on/);
    await page.press("button", "Close");
    await page.until("() => !root.querySelector('dialog')");
    assert.equal(await page.run("() => report.totals.activities"), before);
    await page.press("button", HOW);
    await page.until("() => root.querySelector('dialog[open]')");
    server.add("/lost/outreach-report-dialogs.js", readFileSync(join(DIST, DIALOGS[0])));
    await page.press("button", "Try again");
    await page.until("() => root.querySelector('dialog.dialog[open] .records')");
    // Gone again for the next engine.
    server.add("/lost/outreach-report-dialogs.js", "not here", { status: 404 });
  });

  test("what takes long is told, and who closes that is not answered any more", async () => {
    const page = at();
    for (const patient of [true, false]) {
      await page.open("/slow.html");
      await page.press("button", HOW);
      await page.until("() => root.querySelector('dialog[open] p')?.textContent === 'Loading …'");
      if (!patient) await page.keys(Key.ESCAPE);
      await page.run("() => window.go()");
      await page.until("() => !root.querySelector('dialog')");
      if (patient) await page.until("() => window.asked?.[0] === 'people'");
      else assert.equal(await page.run("() => window.asked ?? null"), null);
    }
  });

  test("dialogs that break takes nothing with it, and is not asked again", async () => {
    const page = at();
    await page.open("/faulty.html");
    for (const name of [HOW, TAKE]) {
      await page.press("button", name);
      await page.until("() => root.querySelector('dialog[open]')");
      assert.match(await page.text("one", "dialog p"), /fault in it/);
      assert.equal(await page.run("() => root.querySelectorAll('dialog').length"), 1, "told once");
      await page.press("button", "Close");
      await page.until("() => !root.querySelector('dialog')");
    }
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  // Whoever takes nodes out of the dialog, as translating tools do, makes the next answer fail where it is to be put
  // before them: a panic of the real WebAssembly. It is asked as the loader asks it, while its dialog is open.
  test("a panic of the dialogs itself takes its dialog away, is told, and leaves the view", async () => {
    const page = at();
    await page.open("/light.html?broken");
    await page.run(`(formats) => Promise.all([import("/outreach-report-dialogs.js"), fetch("/data/activities.json").then((answer) => answer.text())]).then(async ([module, data]) => {
      window.dialogs = await module.open({ root, data: () => data, formats: () => (${FORMATS})(), viewAddress: (link) => "https://example.org/#" + link, failed: (near) => (window.failed = near) });
      window.dialogs.request("countries", "country=LY", 40);
    })`);
    await page.until("() => root.querySelector('dialog.dialog[open] .values li')");
    await page.run("() => { root.querySelectorAll('.values li').forEach((line) => line.remove()); window.dialogs.request('countries', '', 70); }");
    await page.until("() => window.failed === 70 && !root.querySelector('dialog, .dialogs')");
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desk", 1280]] : [["desk", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing runs over`, async () => {
        const page = at();
        await size(page, width);
        await page.mount(`/${theme}.html#${VIEW}`);
        if (name === "phone" && engine === "chromium") await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        for (const [dialog, button] of [["made-of", HOW], ["take", TAKE]]) {
          await open(page, button);
          const over = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen, input)')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.className || one.tagName)");
          assert.deepEqual(over, []);
          assert.deepEqual(await violations(page), []);
          await shootWindow(page, `dialogs-${name}-${theme}-${dialog}`);
          await leave(page);
        }
        if (engine === "chromium") await page.chromium("Emulation.clearDeviceMetricsOverride");
        await size(page, 1280);
      });
    }
  }
});

/** Formats as the loader makes them, in small. */
const FORMATS = `() => ({
  number: (n) => n.toLocaleString("en-GB"), plural: (n) => (n === 1 ? "one" : "other"), compare: (a, b) => (a < b ? -1 : 1), country: (code) => code,
  upper: (text) => text.toUpperCase(), lower: (text) => text.toLowerCase(), fold: (text) => text.toLowerCase(), date: (first) => first,
})`;
