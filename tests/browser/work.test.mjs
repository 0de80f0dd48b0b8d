// What a change of the view makes the browser do, counted and not timed: each chart is drawn once, and of the table only
// what is seen is made at once.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { inEachEngine, test } from "./support/engines.mjs";
import { DATA, listed } from "./support/naive.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

const ROWS = "root.querySelectorAll('table[role=table] tbody').length";
/** How many rows are made at a time. */
const AT_ONCE = 40;

/** Counts how often each canvas is begun anew: setting its width empties it. */
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

inEachEngine(() => server, (at) => {
  test("a change of the view draws each chart once, although the page has another height then", async () => {
    const page = at();
    await page.open("/recorded/index.html");
    const complete = (view) => page.until(`(rows) => ${ROWS} === rows`, listed(DATA, view));
    await complete("");
    await page.run(COUNT);
    for (const view of ["country=BT", "sdg=5", ""]) {
      const before = await page.run("() => { window.drawn.clear(); return report.offsetHeight }");
      await page.run("(view) => { report.view = view }", view);
      await complete(view);
      assert.deepEqual(await page.run(DRAWN), ONCE, view);
      assert.notEqual(await page.run("() => report.offsetHeight"), before, view);
    }
    // Another width, or another height that no change of the view explains, has them drawn for it.
    for (const style of ["width: 900px", "width: 900px; font-size: 140%"]) {
      await page.run("(style) => { window.drawn.clear(); report.style.cssText = style; report.style.display = 'block' }", style);
      if (style.includes("font")) await page.run("() => root.querySelector('.foot').append('a line '.repeat(200))");
      await page.until(`() => ${Object.keys(ONCE).length} === window.drawn.size`);
    }
  });

  test("rows that only paper shows are made by and by", async () => {
    const page = at();
    await page.open("/recorded/index.html#country=BT");
    await page.run(`() => {
      window.made = [];
      const added = (records) => records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === "tbody").length;
      new MutationObserver((records) => window.made.push(added(records))).observe(root, { childList: true, subtree: true });
    }`);
    for (const view of ["", "country=BD", ""]) {
      const rows = listed(DATA, view);
      await page.run("(view) => { window.made = []; report.view = view }", view);
      await page.until(`(rows) => ${ROWS} === rows`, rows);
      const made = await page.run("() => window.made");
      assert.ok(rows > AT_ONCE && Math.max(...made) <= AT_ONCE, `${made} of ${rows} rows at a time`);
    }
  });
});
