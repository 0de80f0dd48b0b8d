// Everything can be done with the keyboard alone: no test here uses a pointer.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { Key } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  server.add("/page-keys.html", html(`<dialog style="width: 1100px"><outreach-report></outreach-report></dialog>
    <script>
      window.cancelled = 0;
      document.querySelector("dialog").addEventListener("cancel", ({ target }) => (window.cancelled += 1));
      document.querySelector("dialog").showModal();
      for (const type of ["keydown", "keyup"]) document.addEventListener(type, ({ key, defaultPrevented }) => {
        const name = key + (defaultPrevented ? "*" : "");
        if (window.seen && window.seen.at(-1) !== name) window.seen.push(name);
      });
    </script>`));
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
    await page.keys("bhu");
    await page.until("() => root.querySelectorAll('#pick-country li').length === 1");
    await page.keys(Key.TAB, Key.SPACE);
    await agrees(page, "country=BT");
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('#pick-country') && inside.focused().getAttribute('aria-controls') === 'pick-country'");
  });

  test("an opened list takes what is typed", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const top = await page.run("() => scrollY");
    // Goals have a search field, years two fields, kinds few values.
    for (const [facet, key, typed, view] of [["sdg", Key.ENTER, "gender", ""], ["year", Key.SPACE, "2019", "year=2019..2025"], ["year", Key.ENTER, "2020", "year=2020..2025"]]) {
      await page.focus("picker", facet);
      await page.keys(key);
      await page.until("(facet) => inside.focused().matches(`#pick-${facet} input`)", facet);
      await page.keys(...typed, " ");
      assert.match(await page.run("() => inside.focused().value"), new RegExp(`^${typed}`));
      await page.keys(Key.ENTER);
      await page.until("(view) => report.view === view", view);
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('.panel')");
    }
    assert.equal(await page.run("() => scrollY"), top, "the page has not been scrolled");
  });

  test("the focus goes on to something visible when the pressed element disappears", async () => {
    const page = at();
    const view = "country=BT&year=2022&kind=training";
    // What is pressed, the view before and after, and what has the focus then.
    for (const [from, pressed, to, next] of [
      [view, ["chip", "Country: Bhutan"], "year=2022&kind=training", /^Remove.*2022/],
      [view, ["chip", "Kind: Training"], "country=BT&year=2022", /^Remove.*2022/],
      ["year=2022", ["chip", "Year: 2022"], "", /^Country/],
      [view, ["button", "Clear all"], "", /^Country/],
      ["year=2022&sdg=14", ["one", ".way-back button"], "", /^Country/],
    ]) {
      await page.mount(`/recorded/index.html#${from}`);
      await page.focus(...pressed);
      await page.keys(Key.ENTER);
      await agrees(page, to);
      await page.until("() => root.activeElement");
      const { name, outline } = await focused(page);
      assert.match(name, next, pressed.join(" "));
      assert.ok(outline || page.engine === "webkit", `${pressed.join(" ")}: the focus is visible`);
      assert.ok(await page.run("() => { const { top, bottom } = root.activeElement.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight }"), "inside the window");
    }
    await page.mount("/recorded/index.html#country=BT&year=20x22");
    await page.focus("button", "Dismiss");
    await page.keys(Key.ENTER);
    await page.until("() => root.activeElement?.matches('.over button')");
  });

  test("the focus stays in the report when the table is sorted", async () => {
    const page = at();
    await page.mount("/recorded/index.html#year=2022");
    await page.focus("heading", "Activity");
    await page.keys(Key.ENTER);
    await agrees(page, "year=2022&sort=title");
    assert.equal((await focused(page)).name, "Activity");
  });

  test("the page gets the keys that the report does nothing with, and no others", async () => {
    const page = at();
    await page.open("/page-keys.html");
    // The keys that the page sees, with a star if they do not do what they do otherwise.
    const seen = async (...keys) => {
      await page.run("() => { window.seen = []; }");
      await page.keys(...keys);
      return page.run("() => window.seen.join(' ')");
    };
    await page.focus("picker", "country");
    assert.equal(await seen(Key.ARROW_DOWN, Key.ESCAPE, Key.PAGE_DOWN, Key.HOME, "j"), "ArrowDown Escape PageDown Home j", "a button");
    await page.until("() => !document.querySelector('dialog').open");
    await page.run("() => document.querySelector('dialog').showModal()");
    await page.focus("field", "Search title, place, partner");
    assert.equal(await seen("a", Key.ARROW_LEFT, Key.TAB, Key.F9), "Tab F9", "a field");
    await page.focus("mark", "country", "Bhutan");
    assert.equal(await seen(Key.ARROW_DOWN, "j"), "j", "a mark");
    // Escape closes one thing after another: the tooltip, the list, the dialog of the report, the dialog of the page.
    assert.equal(await seen(Key.ESCAPE), "", "a tooltip");
    await page.focus("picker", "country");
    await page.keys(Key.ENTER);
    await page.until("() => inside.focused().matches('#pick-country input')");
    assert.equal(await seen(Key.ESCAPE), "", "a list");
    await page.until("() => !root.querySelector('.panel')");
    await page.focus("button", "How we count");
    await page.keys(Key.ENTER);
    await page.until("() => root.querySelector('dialog.dialog[open]')");
    assert.equal(await seen(Key.ESCAPE), "", "a dialog");
    await page.until("() => !root.querySelector('dialog')");
    assert.deepEqual(await page.run("() => [document.querySelector('dialog').open, window.cancelled]"), [true, 1], "the page's dialog is still open");
    await page.keys(Key.ESCAPE);
    await page.until("() => !document.querySelector('dialog').open");
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
