// The work that a change of the view causes, counted and not timed: each chart is drawn once, and rows that stay are not
// rendered again.

import assert from "node:assert/strict";
import { DATA, countRecords } from "./support/oracle.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

const ROWS = "root.querySelectorAll('table[role=table] tbody').length";

/** Counts how often each canvas is cleared to be drawn again: setting its width clears it. */
const COUNT = `() => {
  const { set, ...rest } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
  window.drawn = new Map();
  Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...rest, set(width) {
    window.drawn.set(this, (window.drawn.get(this) ?? 0) + 1);
    set.call(this, width);
  } });
}`;
const DRAWN = "() => Object.fromEntries([...window.drawn].map(([canvas, times]) => [canvas.closest('[part]').getAttribute('part'), times]))";
const ONCE = Object.fromEntries(["year", "country", "sdg", "matrix", "kind", "audience", "donor"].map((chart) => [chart, 1]));

/** Waits until the page was painted three times, which covers redrawing because of its new size. */
const painted = (page) => page.painted().then(() => page.painted()).then(() => page.painted());

inEachEngine(() => server, (at) => {
  test("a change of the view draws each chart once, although it also changes the height of the page", async () => {
    const page = at();
    await page.open("/recorded/index.html");
    await painted(page);
    await page.run(COUNT);
    for (const view of ["country=BT", "sdg=5", ""]) {
      const before = await page.run("() => { window.drawn.clear(); return report.offsetHeight }");
      await page.run("(view) => { report.view = view }", view);
      await page.until(`() => ${Object.keys(ONCE).length} === window.drawn.size`);
      await painted(page);
      assert.deepEqual(await page.run(DRAWN), ONCE, view);
      assert.notEqual(await page.run("() => report.offsetHeight"), before, view);
    }
    // Another width, or another height without a change of the view, draws the charts again.
    for (const style of ["width: 900px", "width: 900px; font-size: 140%"]) {
      await page.run("(style) => { window.drawn.clear(); report.style.cssText = style; report.style.display = 'block' }", style);
      if (style.includes("font")) await page.run("() => root.querySelector('.foot').append('a line '.repeat(200))");
      await page.until(`() => ${Object.keys(ONCE).length} === window.drawn.size`);
    }
  });

  test("rows of the table that stay are not rendered again", async () => {
    const page = at();
    await page.open("/recorded/index.html");
    await page.run(`() => {
      window.inserted = 0;
      const added = (records) => records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === "tbody").length;
      new MutationObserver((records) => (window.inserted += added(records))).observe(root, { childList: true, subtree: true });
    }`);
    // The table also has the rows that only paper shows.
    const rows = (view) => countRecords(DATA, view);
    for (const [from, to] of [["", "country=BD"], ["country=BD", "country=BD&year=2019.."], ["country=BD&year=2019..", "country=BD"], ["country=BD", ""]]) {
      await page.run("(view) => { window.inserted = 0; report.view = view }", to);
      await page.until(`(rows) => ${ROWS} === rows`, rows(to));
      assert.equal(await page.run("() => window.inserted"), Math.max(0, rows(to) - rows(from)), `from ${from} to ${to}`);
    }
  });
});
