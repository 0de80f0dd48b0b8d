// The first visit: what is requested, how large it is, what is shown, and that there are no errors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const FILES = { "/index.html": "index.html", "/page.css": "page.css", "/outreach-report.js": "outreach-report.js", "/outreach-report_bg.wasm": "outreach-report_bg.wasm" };
const LIMIT = 210_000;

let server;
before(async () => {
  server = await serve();
  server.add("/plain.html", html(`<h1>A page without landmarks</h1><outreach-report></outreach-report>`));
});
after(() => server.close());

test("the first visit loads at most 210 KB", () => {
  const sizes = Object.values(FILES).map((file) => {
    const compressed = brotliCompressSync(readFileSync(join(DIST, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return [file, compressed.length];
  });
  const sum = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  assert.ok(sum <= LIMIT, `${sum} bytes: ${sizes.map((size) => size.join(" ")).join(", ")}`);
});

inEachEngine(() => server, (at, engine) => {
  test("requests four files from its own host, once each, and nothing else", async () => {
    const page = at();
    server.forget();
    if (engine === "chromium") await page.driver.manage().logs().get("performance");
    await page.open("/index.html");
    assert.deepEqual(server.paths().sort(), Object.keys(FILES).sort());
    const elsewhere = await page.run(`() => performance.getEntriesByType("resource").map((entry) => entry.name)
      .filter((name) => !name.startsWith(location.origin + "/") && !name.startsWith("data:"))`);
    assert.deepEqual(elsewhere, []);
    if (engine === "chromium") {
      const lines = await page.driver.manage().logs().get("performance");
      const sent = lines.map((line) => JSON.parse(line.message).message).filter((line) => line.method === "Network.requestWillBeSent");
      const others = sent.map((line) => line.params.request.url).filter((url) => !url.startsWith(server.origin) && !/^(data|about):/.test(url));
      assert.deepEqual(others, []);
    }
    assert.equal(await page.run("() => document.cookie + localStorage.length + sessionStorage.length"), "00", "nothing is stored in the browser");
  });

  test("shows the whole report", async () => {
    const page = at();
    await page.consoleLines();
    await page.open("/recorded/index.html");
    const { totals, headline, detail } = await agrees(page, "");
    assert.equal(totals.activities, 157);
    const { low, high, qualifier, counted, uncounted } = totals.people;
    assert.deepEqual({ low, high, qualifier, counted, uncounted }, { low: 13351, high: null, qualifier: "at-least", counted: 86, uncounted: 71 });
    assert.deepEqual([totals.planned.low, totals.planned.qualifier], [1905, "at-least"]);
    assert.match(headline, /At least 13,351 people were reached in 157 activities/);
    assert.match(detail, /86 of them give a number/);
    const tiles = await page.run(`() => [...root.querySelectorAll(".tile")].map((tile) => tile.innerText.replace(/\\s+/g, " "))`);
    for (const pattern of [/at least 1,905 planned/, /11 countries/, /7 of 17 goals seen/]) assert.match(tiles.join("\n"), pattern);
    assert.equal(await page.run("() => report.getBoundingClientRect().height > 1000"), true);
    assert.deepEqual((await page.events()).map((event) => event.name), ["ready"]);
    assert.deepEqual(await page.faults(), []);
    assert.deepEqual(await page.consoleLines(), []);
  });

  test("fits into the page's outline of headings and landmarks", async () => {
    const page = at();
    await page.open("/plain.html");
    const levels = await page.run(`() => [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.tagName[1]))`);
    assert.equal(levels[0], 2);
    levels.forEach((level, index) => assert.ok(level >= 2 && level <= (levels[index - 1] ?? 1) + 1, `levels ${levels}`));
    // On a page without `main`, browsers take a header and footer for the page's own unless they have another role.
    const landmarks = await page.run(`() => [...root.querySelectorAll("main, header, footer, [role=main], [role=banner], [role=contentinfo]")]
      .filter((element) => !element.closest("article, aside, nav, section") && !/^(group|presentation|none|region)$/.test(element.getAttribute("role")))
      .map((element) => element.cloneNode().outerHTML)`);
    assert.deepEqual(landmarks, []);
  });

  test("draws the charts, at the resolution of the screen", async () => {
    const page = at();
    await page.open("/recorded/index.html");
    assert.deepEqual(await drawingProblems(page), []);
    if (engine !== "chromium") return;
    for (const deviceScaleFactor of [2, 3, 1.25]) {
      await page.chromium("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor, mobile: false });
      await page.until("(density) => devicePixelRatio === density", deviceScaleFactor);
      // Headless Chromium notifies the page of the change only when it takes a picture.
      await page.screenshot();
      assert.deepEqual(await drawingProblems(page), [], `at ${deviceScaleFactor} pixels for one`);
      await page.open("/recorded/index.html");
      assert.deepEqual(await drawingProblems(page), [], `opened at ${deviceScaleFactor} pixels for one`);
    }
    await page.chromium("Emulation.clearDeviceMetricsOverride");
  });
}, { network: true });
