// The work that a change of the view causes, counted and not timed: each chart is drawn once, whatever happened before the
// frame, in the frame's own task; rows that stay are not rendered again; the page is laid out a few times and not for each chart.

import assert from "node:assert/strict";
import { DATA, count, countRecords } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

/** How many records the table shows at first: all up to 25, else 20. */
const shownRows = (view) => (countRecords(DATA, view) > 25 ? 20 : countRecords(DATA, view));
const ROWS = "root.querySelectorAll('table[role=table] tbody').length";

/** Counts how often each canvas is drawn: it is cleared each time. */
const COUNT = `(() => {
  const { prototype } = CanvasRenderingContext2D;
  const { clearRect } = prototype;
  window.drawn = new Map();
  prototype.clearRect = function (...rect) {
    window.drawn.set(this.canvas, (window.drawn.get(this.canvas) ?? 0) + 1);
    clearRect.apply(this, rect);
  };
})()`;
const DRAWN = "() => Object.fromEntries([...window.drawn].map(([canvas, times]) => [canvas.closest('[part]').getAttribute('part'), times]))";
const ONCE = Object.fromEntries(["year", "country", "sdg", "matrix", "kind", "audience", "donor"].map((chart) => [chart, 1]));

let server;
before(async () => {
  server = await serve();
  server.add("/counted.js", COUNT);
  server.add("/counted.html", html("<h1>Counted</h1><outreach-report></outreach-report>", { head: '<script src="counted.js"></script>' }));
});
after(() => server.close());

/** Waits until the page was painted three times, which covers redrawing because of its new size. */
const painted = (page) => page.painted().then(() => page.painted()).then(() => page.painted());

inEachEngine(() => server, (at, engine) => {
  test("each chart is drawn once when a report is shown, and once for a change of the view, although both change the height of the page", async () => {
    const page = at();
    await page.open("/counted.html");
    await painted(page);
    assert.deepEqual(await page.run(DRAWN), ONCE, "at first");
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

  test("fifty changes before a frame end in the last, which alone is drawn, in the frame's own task", async () => {
    const page = at();
    await page.open("/counted.html");
    await painted(page);
    const views = Array.from({ length: 49 }, (_, index) => ["country=BD", "year=2022", "sdg=5", "kind=workshop", ""][index % 5]).concat("country=BT");
    const seen = await page.driver.executeAsyncScript(`const [views, done] = arguments;
      const report = document.querySelector("outreach-report");
      const root = report.shadowRoot;
      const told = [], current = [];
      window.drawn.clear();
      report.addEventListener("outreach-report:change", ({ detail }) => told.push(detail.view));
      requestAnimationFrame(() => {
        for (const view of views) {
          report.view = view;
          current.push(report.totals.view);
        }
        const rows = () => [...root.querySelectorAll("tbody button.title")].map(({ textContent }) => textContent).join();
        const before = rows();
        // What the frame that comes next shows. Its callbacks are called in this order.
        requestAnimationFrame(() => queueMicrotask(() => done({ told, current, before, after: rows(), drawn: [...window.drawn.values()] })));
      });`, views);
    assert.deepEqual([seen.told, seen.current], [views, views]);
    assert.notEqual(seen.before, seen.after);
    assert.deepEqual(seen.drawn, Object.values(ONCE));
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
    assert.equal(await page.run(`() => ${ROWS}`), shownRows("country=BT"));
  });

  test("rows of the table that stay are not rendered again, and those that only paper has are not there", async () => {
    const page = at();
    await page.open("/recorded/index.html");
    await page.run(`() => {
      window.inserted = 0;
      const added = (records) => records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === "tbody").length;
      new MutationObserver((records) => (window.inserted += added(records))).observe(root, { childList: true, subtree: true });
    }`);
    for (const [from, to] of [["", "country=BT&year=2022"], ["country=BT&year=2022", "country=BT&year=2019..2022"], ["country=BT&year=2019..2022", "country=BT&year=2022"]]) {
      await page.run("(view) => { window.inserted = 0; report.view = view }", to);
      await page.until(`(rows) => ${ROWS} === rows`, shownRows(to));
      if (from) assert.equal(await page.run("() => window.inserted"), Math.max(0, shownRows(to) - shownRows(from)), `from ${from} to ${to}`);
    }
    // They are made while the event is sent, because no browser waits for them, and removed afterwards.
    const rows = await page.run(`() => ["beforeprint", "afterprint"].map((event) => (dispatchEvent(new Event(event)), ${ROWS}))`);
    const all = countRecords(DATA, "country=BT&year=2022");
    assert.deepEqual(rows, [all, all]);
    await page.run("() => { report.view = '' }");
    await page.until(`(rows) => ${ROWS} === rows`, shownRows(""));
    assert.deepEqual(await page.run(`() => ["beforeprint", "afterprint"].map((event) => (dispatchEvent(new Event(event)), ${ROWS}))`), [DATA.activities.length, shownRows("")]);
  });

  test("a change lays the page out a few times, and not for each chart", async () => {
    if (engine !== "chromium") return;
    const page = at();
    await page.open("/counted.html");
    await painted(page);
    await page.chromium("Performance.enable");
    const metrics = async () => Object.fromEntries((await page.chromium("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
    for (const view of ["country=BT", "sdg=5", ""]) {
      const before = await metrics();
      await page.run("(view) => { window.drawn.clear(); report.view = view }", view);
      await page.until(`() => ${Object.keys(ONCE).length} === window.drawn.size`);
      await painted(page);
      const now = await metrics();
      const layouts = now.LayoutCount - before.LayoutCount;
      assert.ok(layouts <= 4, `${layouts} layouts for ${view}`);
    }
    const elements = await page.run("() => root.querySelectorAll('*').length");
    assert.ok(elements < 2_200, `${elements} elements`);
  });
});
