// The annex: what a number is made of, what can be taken away, and what happens when it cannot be loaded.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inEachEngine } from "./support/engines.mjs";
import { DATA, count, inWords, listed } from "./support/naive.mjs";
import { Key } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = process.env.OUTREACH_SCREENS;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
const VIEW = "country=BT&year=2022";
const ANNEX = ["outreach-report-annex.js", "outreach-report-annex_bg.wasm"];

let server;
let lost = true;
before(async () => {
  server = await serve();
  server.add("/axe.js", AXE);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>A test</h1><outreach-report sync="hash" theme="${theme}"></outreach-report></main>`, { head: `<style>body { margin: 0 20px; background: ${theme === "dark" ? "#12191f; color: #fff" : "#fff"} }</style>` }));
  }
  // A host on which the annex is missing at first.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", ANNEX[1]]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html("<h1>A test</h1><outreach-report></outreach-report>", { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
  // Annexes that are slow to come, and that break when they are asked.
  const stub = (name, script) => {
    for (const file of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/${name}/${file}`, readFileSync(join(DIST, file)), { type: file.endsWith("js") ? undefined : "application/wasm" });
    server.add(`/${name}/outreach-report-annex.js`, script);
    server.add(`/${name}.html`, html("<h1>A test</h1><outreach-report></outreach-report>", { script: `<script type="module" src="/${name}/outreach-report.js"></script>` }));
  };
  stub("slow", `await new Promise((go) => (window.go = go)); export const open = async () => ({ ask: (...question) => (window.asked = question), end() {} });`);
  stub("faulty", `export const open = async (given) => ({ ask() { given.failed(40); throw new WebAssembly.RuntimeError("unreachable"); }, end() {} });`);
  const strict = `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,">
    <script type="module" src="/outreach-report.js"></script><h1>Strict</h1><outreach-report view="${VIEW}"></outreach-report></html>`;
  server.add("/strict.html", strict, { headers: { "content-security-policy": POLICY } });
});
after(() => server.close());

const HOW = "How we count";
const TAKE = "Share, cite, download";

/** Presses a button at the foot and waits for its dialog. */
async function open(page, name) {
  await page.press("button", name);
  await page.until("() => root.querySelector('dialog.sheet[open] h2')");
}

/** Keeps what is saved and copied, instead of letting it go to the disk and the clipboard. */
const CATCH = `() => {
  window.saved = [];
  window.copied = [];
  const kept = new Map();
  URL.createObjectURL = (blob) => { const url = "blob:test/" + kept.size; kept.set(url, blob); return url; };
  HTMLAnchorElement.prototype.click = function () {
    const file = { name: this.download, type: kept.get(this.href).type };
    window.saved.push(file);
    const reader = new FileReader();
    reader.onload = () => (file.data = reader.result);
    reader.readAsDataURL(kept.get(this.href));
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } });
}`;

/** Presses something that saves a file, and gives back the file. */
async function saved(page, ...press) {
  const before = await page.run("() => window.saved.length");
  if (press.length) await page.press(...press);
  await page.until("(before) => window.saved[before]?.data", before);
  const file = await page.run("(before) => window.saved[before]", before);
  return { ...file, bytes: Buffer.from(file.data.split(",")[1], "base64") };
}

async function violations(page) {
  await page.driver.executeAsyncScript(`const done = arguments[0];
    document.head.append(Object.assign(document.createElement("script"), { src: "/axe.js", onload: () => done() }));`);
  return page.driver.executeAsyncScript(`const done = arguments[0];
    axe.run(document, { resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "))),
      (error) => done([String(error)]));`);
}

async function shoot(page, name) {
  if (SCREENS) writeFileSync(join(SCREENS, `${page.engine}-annex-${name}.png`), await page.driver.takeScreenshot(), "base64");
}

const size = (page, width, height = 900) => page.driver.manage().window().setRect({ width, height });

inEachEngine(() => server, (at, engine) => {
  test("the annex is loaded only when it is asked for", async () => {
    const page = at();
    await size(page, 1280);
    server.forget();
    await page.open(`/light.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("annex")), []);
    await open(page, HOW);
    for (const name of ANNEX) assert.equal(server.paths().filter((path) => path === `/${name}`).length, 1, name);
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    await open(page, TAKE);
    assert.equal(server.paths().filter((path) => path.includes("annex")).length, 2, "asked once for all questions");
    assert.deepEqual(await page.faults(), []);
  });

  test("a number leads to its records and their sources", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    await open(page, HOW);
    const said = await page.run(`() => {
      const sheet = root.querySelector("dialog.sheet");
      const text = (element) => element.textContent.trim();
      return {
        title: text(sheet.querySelector("h2")), filter: text(sheet.querySelector(".filter")),
        groups: [...sheet.querySelectorAll(".records")].map((group) => [text(group.querySelector("h3")), group.querySelectorAll("ol > li").length]),
        titles: [...sheet.querySelectorAll(".records .what")].map(text),
        links: [...sheet.querySelectorAll(".records a")].map((a) => ({ href: a.href, rel: a.rel, target: a.target, policy: a.referrerPolicy, label: a.ariaLabel })),
      };
    }`);
    const { people } = count(DATA, VIEW);
    assert.match(said.title, new RegExp(`^${inWords(people)} people reached, as reported$`, "i"));
    assert.equal(said.filter, "Filtered by Country: Bhutan · Year: 2022");
    for (const [title, n] of said.groups) assert.match(title, new RegExp(`· ${n}$`));
    assert.equal(new Set(said.titles).size, listed(DATA, VIEW), "every record of the view");
    assert.ok(said.links.length >= said.titles.length - 1);
    for (const link of said.links) {
      assert.match(link.href, /^https?:/);
      assert.deepEqual([link.rel, link.target, link.policy], ["noopener noreferrer", "_blank", "no-referrer"]);
      assert.match(link.label, /opens the page in a new tab/);
    }
    assert.equal(await page.run("() => report.view"), VIEW, "the view is not touched");
    assert.deepEqual(await page.faults(), []);
  });

  test("Escape, the cross and a press beside close it, and the place is kept", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    const closings = [
      () => page.keys(Key.ESCAPE),
      () => page.press("one", "dialog.sheet .close"),
      () => page.actions().move({ x: 5, y: 5, duration: 0 }).press().release().perform(),
    ];
    for (const close of closings) {
      await page.focus("button", HOW);
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog.sheet[open] h2')");
      const place = await page.run("() => { const { top, bottom } = root.querySelector('dialog').getBoundingClientRect(); return { top, bottom, height: innerHeight }; }");
      assert.ok(place.top >= 15 && place.bottom <= place.height - 15, JSON.stringify(place));
      await close();
      await page.until("() => !root.querySelector('dialog')");
      await page.until("(name) => inside.focused().textContent.trim() === name", HOW);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("link, citation and data can be taken away", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    await page.run(CATCH);
    await open(page, TAKE);
    const link = `${server.origin}/light.html#${VIEW}&lang=en`;
    assert.equal(await page.run("() => root.querySelector('.take-link input').value"), link);
    await page.press("button", "Copy link");
    await page.until("() => root.querySelector('.take-link [role=status]').textContent === 'Copied'");
    assert.deepEqual(await page.run("() => window.copied"), [link]);
    for (const [form, words] of [["Text", /Counter-trafficking outreach.*accessed/s], ["BibTeX", /^@misc\{outreach-report,/], ["RIS", /^TY {2}- DATA/]]) {
      await page.press("button", form);
      await page.until("(form) => inside.find.button(form).ariaPressed === 'true'", form);
      assert.match(await page.text("one", ".take-citation pre"), words);
    }
    const ris = await saved(page, "button", "Download citation");
    assert.equal(ris.name, "citation.ris");
    const csv = await saved(page, "button", "Download CSV");
    assert.equal(csv.name, "outreach.csv");
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(csv.bytes.toString(), /id,title,summary,countries/);
    const json = await saved(page, "button", "Download JSON");
    const document = JSON.parse(json.bytes.toString());
    assert.equal(document.activities.length, listed(DATA, VIEW));
    assert.deepEqual(count(document, "").people, count(DATA, VIEW).people);
    assert.deepEqual(await page.faults(), []);
  });

  test("without a page that follows the view, the link is that of the report's own page", async () => {
    const page = at();
    await page.open("/strict.html");
    await open(page, TAKE);
    assert.equal(await page.run("() => root.querySelector('.take-link input').value"), `${server.origin}/index.html#${VIEW}&lang=en`);
  });

  test("a strict policy changes nothing, pictures included", async () => {
    const page = at();
    await page.open("/strict.html");
    await page.run(CATCH);
    await open(page, HOW);
    await page.keys(Key.ESCAPE);
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
    // Charts have no button for their picture in this suite's pages; the annex itself is asked, as the loader asks it.
    await page.driver.executeAsyncScript(`const done = arguments[1];
      const root = document.querySelector("outreach-report").shadowRoot;
      Promise.all([import("/outreach-report-annex.js"), fetch("/data/activities.json").then((answer) => answer.text())]).then(([annex, data]) =>
        annex.open({ root, data: () => data, formats: () => (${FORMATS})(), href: (link) => "https://example.org/#" + link, failed() {} })
      ).then((annex) => { for (const topic of ["country.svg", "year.png"]) annex.ask(topic, arguments[0], 100); done(); }, (error) => done(String(error)));`, VIEW);
    await page.until("() => window.saved.length === 2 && window.saved.every((file) => file.data)");
    const files = await page.run("() => window.saved");
    const of = (name) => Buffer.from(files.find((file) => file.name === name).data.split(",")[1], "base64");
    assert.match(of("outreach-country.svg").toString(), /Filtered by Country: BT · Year: 2022/);
    const png = of("outreach-year.png");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.equal(png.readUInt32BE(16), 1920, "two pixels for each of the drawing");
    if (SCREENS) writeFileSync(join(SCREENS, `${engine}-annex-year.png`), png);
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
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
    server.add("/lost/outreach-report-annex.js", readFileSync(join(DIST, ANNEX[0])));
    await page.press("button", "Try again");
    await page.until("() => root.querySelector('dialog.sheet[open] .records')");
    // Gone again for the next engine.
    server.add("/lost/outreach-report-annex.js", "not here", { status: 404 });
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

  test("an annex that breaks takes nothing with it, and is not asked again", async () => {
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

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desk", 1280]] : [["desk", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing runs over`, async () => {
        const page = at();
        await size(page, width);
        await page.open(`/${theme}.html#${VIEW}`);
        if (name === "phone" && engine === "chromium") await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        for (const [dialog, button] of [["made-of", HOW], ["take", TAKE]]) {
          await open(page, button);
          const over = await page.run("() => [...root.querySelectorAll('.sheet-body, .sheet-body *:not(.unseen, input)')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.className || one.tagName)");
          assert.deepEqual(over, []);
          assert.deepEqual(await violations(page), []);
          await shoot(page, `${name}-${theme}-${dialog}`);
          await page.keys(Key.ESCAPE);
          await page.until("() => !root.querySelector('dialog')");
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
