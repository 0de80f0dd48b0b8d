// The report as text, which is in the page before any script runs. It has the same numbers as the report and serves readers
// without scripts, with a text browser or without WebAssembly. The report replaces it without a jump.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveAxe, shoot, violations } from "./support/looks.mjs";
import { DATA, inWords } from "./support/oracle.mjs";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const SCRIPT = '<script type="module" src="outreach-report.js"></script>';
/** No script runs, from whatever host, as where a proxy or a ministry's policy blocks scripts. */
const NO_SCRIPTS = { "content-security-policy": "script-src 'none'" };
const STRICT = { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:" };
const FACETS = ["year", "country", "sdg", "kind", "audience", "donor"];
const built = (name) => readFileSync(join(DIST, name), "utf8");

/** Records layout shifts and, for every frame, whether the text and the report are visible, from the start of the page. */
const WATCH = `
window.frames = [];
window.moved = 0;
const record = () => {
  const text = document.querySelector("outreach-report .text");
  const root = document.querySelector("outreach-report")?.shadowRoot;
  if (text) frames.push([text.getClientRects().length > 0, Boolean(root?.querySelector(".report h2"))]);
  requestAnimationFrame(record);
};
record();
if (globalThis.PerformanceObserver?.supportedEntryTypes.includes("layout-shift")) {
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (moved += entry.value))).observe({ type: "layout-shift", buffered: true });
}`;

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  const page = built("index.html");
  assert.ok(page.includes(SCRIPT), "the page has the script tag that this test expects");
  // axe-core is a script itself, so it checks a copy without the page's script, and not a page that blocks scripts.
  server.add("/without.html", page.replace(SCRIPT, ""));
  server.add("/blocked.html", page, { headers: NO_SCRIPTS });
  server.add("/strict.html", page, { headers: STRICT });
  server.add("/watched.html", page.replace("<head>", '<head><script src="/watch.js"></script>'));
  server.add("/watch.js", WATCH);
  // Everything but the WebAssembly.
  server.add("/broken/index.html", page);
  for (const name of ["page.css", "outreach-report.js"]) server.add(`/broken/${name}`, built(name));
});
after(() => server.close());

/** A number of people as a table shows it, not within a sentence. */
function inTable(tally) {
  if (tally.qualifier === "none") return "no number";
  return tally.qualifier === "at-least" && tally.counted === 0 ? "given in words" : inWords(tally);
}

/** The cells of the text's tables, row by row. */
const TABLES = `() => Object.fromEntries([...document.querySelectorAll(".text table")].map((table) => [
  table.className,
  [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
]))`;

/** The positions and styles of the first lines of the report (`inside`) or of the text. */
const TOP = `(inside) => {
  const root = inside ? document.querySelector("outreach-report").shadowRoot : document;
  const names = inside ? [".over .title", ".headline h2", ".headline .detail"] : [".text .over", ".text h2", ".text .detail"];
  return names.map((name) => {
    const element = root.querySelector(name);
    const { x, y } = element.getBoundingClientRect();
    const { fontSize, fontWeight, color } = getComputedStyle(element);
    return { x: Math.round(x), y: Math.round(y), fontSize, fontWeight, color };
  });
}`;

inEachEngine(() => server, (at, engine) => {
  test("has the same numbers and names as the report", async () => {
    const page = at();
    await page.open("/index.html");
    const tables = await page.run(TABLES);
    assert.deepEqual(Object.keys(tables).sort(), [...FACETS].sort());
    const totals = (await page.state()).totals;
    for (const facet of FACETS) {
      // The names are compared with the screen, the numbers with the element's totals, written out by this test.
      const labels = await page.run(`(facet) => Object.fromEntries([...root.querySelectorAll('[data-chart="' + facet + '"] [data-roving] [data-pick]')].map((mark) => [mark.dataset.pick, mark.ariaLabel]))`, facet);
      const tableRows = tables[facet].filter(([, , activities], index, all) => facet !== "year" || activities !== "0" || index === all.length - 1);
      const rows = totals.facets[facet];
      assert.equal(tableRows.length, rows.length, facet);
      for (const row of rows) {
        const expected = [inTable(row.people), row.activities.toLocaleString("en-GB"), row.planned.qualifier === "none" ? "" : inTable(row.planned)];
        const markLabel = labels[`${facet}=${encodeURIComponent(row.key)}`];
        const found = tableRows.find(([label, ...numbers]) => {
          // A long block of the screen shows only its largest marks; the others are found by their numbers.
          if (!markLabel) return JSON.stringify(numbers) === JSON.stringify(expected);
          const name = facet === "sdg" ? label.replace(/^\d+ /, "") : label;
          return markLabel.startsWith(`${name}:`);
        });
        assert.ok(found, `${facet} ${row.key}: ${markLabel} is not among ${tableRows.map(([label]) => label)}`);
        assert.deepEqual(found.slice(1), expected, `${facet} ${row.key}`);
      }
    }
    const tiles = await page.run(`() => [...document.querySelectorAll("[data-total]")].map((total) => [total.dataset.total, total.textContent])`);
    const screen = await page.run(`() => [...root.querySelectorAll(".tile")].map((tile) => [tile.className.replace("tile ", ""), [...tile.querySelectorAll(".number > *")].map((part) => part.textContent).join(" ")])`);
    assert.deepEqual(tiles, screen);
    const [headline, detail] = await page.run(`() => ["h2", ".detail"].map((name) => document.querySelector(".text " + name).textContent)`);
    const state = await page.state();
    assert.equal(headline, state.headline);
    assert.ok(state.detail.startsWith(detail), state.detail);
  });

  test("lists the records as the table does", async () => {
    const page = at();
    await page.open("/index.html");
    await page.press("button", `Show all ${DATA.activities.length}`);
    const shown = await page.until(`(many) => {
      const rows = [...root.querySelectorAll("tbody tr[aria-rowindex]")];
      return rows.length === many && rows.map((row) => [row.querySelector("button.title").textContent, ["td.date", "td.where", ".tag"].map((name) => row.querySelector(name)?.textContent).filter(Boolean).join(" · ")]);
    }`, DATA.activities.length);
    await page.open("/activities.html", { ready: false });
    const listed = await page.run(`() => [...document.querySelectorAll(".records > li")].map((item) => [item.querySelector("h2").textContent, item.querySelector("p").textContent])`);
    // Browsers put spaces of several kinds around a dash.
    const plain = (rows) => rows.map((row) => row.map((text) => text.replace(/\s+/g, " ").replace(/ ?– ?/g, " – ")));
    assert.deepEqual(plain(listed), plain(shown));
  });

  test("is replaced by the report without a jump", async () => {
    const page = at();
    for (const width of [1280, 700, 500]) {
      await page.driver.manage().window().setRect({ width, height: 900 });
      await page.open("/without.html", { ready: false });
      const before = await page.run(TOP, false);
      await page.open("/watched.html");
      const after = await page.run(TOP, true);
      for (const [line, { y, ...look }] of before.entries()) {
        const { y: later, ...other } = after[line];
        assert.deepEqual(other, look, `line ${line} at ${width} pixels`);
        assert.ok(Math.abs(later - y) <= 3, `line ${line} at ${width} pixels is at ${y}, then at ${later}`);
      }
      // Wait for another frame, so that the report's changes are recorded.
      await page.painted();
      const { frames, moved, scrolled } = await page.run("() => ({ frames: window.frames, moved: window.moved, scrolled: scrollY })");
      assert.deepEqual(frames.filter(([text, report]) => text === report), [], "always exactly one of the two is visible");
      assert.deepEqual(frames.at(-1), [false, true]);
      assert.equal(scrolled, 0);
      assert.ok(moved < 0.02, `the layout shifted by ${moved}`);
    }
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  });

  test("is shown if scripts are blocked, and if the WebAssembly cannot be loaded", async () => {
    const page = at();
    await page.open("/blocked.html", { ready: false });
    assert.equal(await page.run("() => Boolean(root)"), false, "no script has run");
    assert.match(await page.run("() => document.querySelector('.text').innerText"), /At least 13,351 people were reached in 157 activities/);
    await page.open("/broken/index.html", { ready: false });
    await page.until("() => root?.querySelector('.failure')");
    assert.equal(await page.run("() => document.querySelector('.text').getClientRects().length > 0"), true);
  });

  test("is accessible, on a desktop and on a phone, light and dark", async () => {
    const page = at();
    const cases = [["/without.html", 1280, "light"], ["/without.html", 390, "light"], ["/activities.html", 390, "light"]];
    if (engine === "chromium") cases.push(["/without.html", 1280, "dark"]);
    for (const [path, width, scheme] of cases) {
      await page.driver.manage().window().setRect({ width, height: 900 });
      if (engine === "chromium") await page.chromium("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      await page.open(path, { ready: false });
      assert.deepEqual(await violations(page), [], `${path} ${width} ${scheme}`);
      const [contentWidth, available] = await page.run("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
      assert.ok(contentWidth <= available, `${path} is ${contentWidth} wide, not ${available}`);
      await shoot(page, `text-${path.slice(1, -5)}-${width}-${scheme}`);
    }
    if (engine === "chromium") await page.chromium("Emulation.setEmulatedMedia", { features: [] });
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  });

  test("has nothing that a strict policy refuses", async () => {
    const page = at();
    await page.consoleLines();
    await page.open("/strict.html");
    assert.deepEqual(await page.consoleLines(), []);
    const inline = await page.run(`() => [...document.querySelectorAll("[style], style, script:not([src])")].map((element) => element.outerHTML.slice(0, 60))`);
    assert.deepEqual(inline.map((text) => text.slice(0, 35)), ['<script type="application/ld+json">']);
  });

  test("is shown by a browser with scripts switched off", { skip: engine !== "chromium" && "this engine cannot switch scripts off by its driver" }, async () => {
    const page = at();
    await page.chromium("Emulation.setScriptExecutionDisabled", { value: true });
    try {
      await page.driver.get(`${server.origin}/index.html`);
      const { root } = await page.chromium("DOM.getDocument", {});
      const { outerHTML } = await page.chromium("DOM.getOuterHTML", { nodeId: root.nodeId });
      assert.match(outerHTML, /At least 13,351 people were reached in 157 activities/);
      const { nodes } = await page.chromium("Accessibility.getFullAXTree", {});
      const spoken = nodes.map((node) => node.name?.value ?? "").join("\n");
      for (const pattern of [/at least 13,351/, /at least 1,905/, /Bhutan/, /at least 9,442/, /Licence: CC BY 4.0/]) assert.match(spoken, pattern);
    } finally {
      await page.chromium("Emulation.setScriptExecutionDisabled", { value: false });
    }
  });
});

test("can be read in a text browser", () => {
  const program = process.env.OUTREACH_W3M;
  assert.ok(program, "OUTREACH_W3M is not set: run the tests with `cargo xtask test browser`");
  const read = (name) => execFileSync(program, ["-dump", "-cols", "100", "-I", "UTF-8", "-O", "UTF-8", join(DIST, name)], { encoding: "utf8" });
  const lines = read("index.html").split("\n").map((line) => line.trim());
  for (const expected of [
    "At least 13,351 people were reached in 157 activities, 2006 to 2025",
    "at least 1,905",
    /^Bhutan +at least 9,442 +25$/,
    /^2007 +no number +1 +at least 550$/,
    /^16 Peace, justice and strong institutions +at least 4,783 +14$/,
    /All 162 records/,
  ]) {
    assert.ok(lines.some((line) => (expected instanceof RegExp ? expected.test(line) : expected === line)), `${expected} is not among\n${lines.join("\n")}`);
  }
  const list = read("activities.html").replace(/\s+/g, " ");
  for (const { title } of DATA.activities) assert.ok(list.includes(title.replace(/\s+/g, " ")), title);
});
