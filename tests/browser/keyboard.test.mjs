// Everything can be done with the keyboard alone: no test here uses a pointer.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { Key } from "./support/page.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
});
after(() => server.close());

/** Describes the focused element: its name, where it is, and whether it has an outline. */
const focused = (page) =>
  page.run(`() => {
    const element = inside.focused();
    const style = getComputedStyle(element);
    const mark = element.closest(".mark");
    return {
      inside: root.contains(element),
      name: element.ariaLabel || element.textContent.trim() || element.closest("label")?.textContent.trim() || "",
      part: element.closest("[part]")?.getAttribute("part") ?? "",
      list: mark ? [...root.querySelectorAll("[data-roving]")].indexOf(mark.closest("[data-roving]")) : null,
      outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    };
  }`);

inEachEngine(() => server, (at) => {
  test("Tab reaches every block, each list of marks once, and the focus is visible", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT");
    const stops = [];
    for (let presses = 0; presses < 90; presses += 1) {
      await page.keys(Key.TAB);
      const stop = await focused(page);
      if (!stop.inside) {
        if (stops.length > 0) break;
        continue;
      }
      stops.push(stop);
      if (stop.part === "table") break;
    }
    // WebKit's driver never focuses its window, and without that no outline is drawn.
    const without = stops.filter((stop) => !stop.outline && page.engine !== "webkit").map((stop) => stop.name);
    assert.deepEqual(without, [], "each stop has an outline");
    assert.ok(stops.every((stop) => stop.name), "each stop has a name");
    for (const part of ["chips", "filters", "year", "country", "sdg", "matrix", "kind", "audience", "donor", "table"]) {
      assert.ok(stops.some((stop) => stop.part === part), `${part} is reached: ${stops.map((stop) => stop.part).join(" ")}`);
    }
    // The goals without activities are a list of their own.
    const lists = stops.map((stop) => stop.list).filter((list) => list !== null);
    assert.deepEqual(lists, await page.run("() => [...root.querySelectorAll('[data-roving]')].map((_, index) => index)"), "one stop for each list of marks");
  });

  test("arrows move in a chart, Enter and Space choose", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.focus("mark", "country", "Bhutan");
    await page.keys(Key.ARROW_DOWN);
    assert.match((await focused(page)).name, /Bangladesh/);
    await page.keys(Key.ENTER);
    await agrees(page, "country=BD");
    await page.focus("mark", "country", "Bangladesh");
    await page.keys(Key.SPACE);
    await agrees(page, "", { hash: "" });
    await page.keys(Key.HOME);
    assert.match((await focused(page)).name, /Bhutan/);
    await page.keys(Key.END);
    assert.match((await focused(page)).name, /No country stated/);
  });

  test("Shift and arrows choose a range of years and add one entry to the history", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const { entries } = await page.state();
    await page.focus("mark", "year", "2019");
    await page.keysWith(Key.SHIFT, Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
    const { entries: entriesAfter } = await agrees(page, "year=2019..2022");
    assert.equal(entriesAfter, entries + 1);
    await page.keysWith(Key.SHIFT, Key.ARROW_LEFT);
    await agrees(page, "year=2019..2021");
  });

  test("a picker opens, closes with Escape, and returns the focus", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.focus("picker", "country");
    await page.keys(Key.ENTER);
    await page.until("() => root.querySelector('#pick-country')?.contains(inside.focused())");
    await page.keys(Key.TAB, "bhu");
    await page.until("() => root.querySelectorAll('#pick-country li').length === 1");
    await page.keys(Key.TAB, Key.SPACE);
    await agrees(page, "country=BT");
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('#pick-country') && inside.focused().getAttribute('aria-controls') === 'pick-country'");
  });

  test("the focus stays in the report when the pressed element disappears", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT&year=2022");
    await page.focus("chip", "Country: Bhutan");
    await page.keys(Key.ENTER);
    await agrees(page, "year=2022");
    await page.until("() => root.contains(inside.focused())");
    await page.focus("heading", "Activity");
    await page.keys(Key.ENTER);
    await agrees(page, "year=2022&sort=title");
    assert.equal((await focused(page)).name, "Activity");
  });

  test("a record opens and closes", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT&year=2022");
    await page.focus("one", "button.title");
    await page.keys(Key.ENTER);
    await page.until("() => root.querySelector('button.title').ariaExpanded === 'true' && root.querySelector('.facts dl')");
    await page.keys(Key.SPACE);
    await page.until("() => !root.querySelector('.facts')");
  });
});
