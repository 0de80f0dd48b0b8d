// The matrix of country by year: the numbers of its cells, pressing a cell, the keyboard, and a matrix of many countries.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { manyRecords } from "./support/large-data.mjs";
import { DATA, cells } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";
import { longTasks, watchTasks } from "./support/long-tasks.mjs";

const LARGE = manyRecords(8_000);

let server;
before(async () => {
  server = await serve();
  server.add("/large.json", LARGE);
  server.add("/large.html", html(`<main><h1>Large</h1><outreach-report src="/large.json" sync="hash" parts="chips matrix"></outreach-report></main>`));
});
after(() => server.close());

const cell = (pick) => ["pick", "matrix", pick];
const focusedPick = (page) => page.run("() => inside.focused()?.dataset.pick");
const filters = (link) => Object.fromEntries(link.split("&").map((part) => part.split("=")));

inEachEngine(() => server, (at, engine) => {
  test("each cell shows the number that choosing it would give, whatever else is filtered", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const view of ["", "country=BT&year=2019..2022", "audience=students", "sdg=16&basis=theme", "kind=training&measure=activities", "year=unknown&q=police", "country=FR"]) {
      await page.run("(view) => { report.view = view }", view);
      await agrees(page, view);
      assert.deepEqual(await drawingProblems(page, { blank: true }), [], view);
    }
    // Each number is in the column of its year and the row of its country.
    const misplaced = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] [data-pick]')].filter((cell) => {
      const { year } = Object.fromEntries(new URLSearchParams(cell.dataset.pick));
      const column = [...cell.closest("tr").children].indexOf(cell.closest("td"));
      const name = cell.closest("table").querySelectorAll("thead tr > *")[column].textContent.trim();
      const country = cell.closest("tr").querySelector("th").textContent.trim();
      return name !== (year === "unknown" ? "Undated" : year) || !cell.ariaLabel.startsWith(country);
    }).map((cell) => cell.ariaLabel)`);
    assert.deepEqual(misplaced, []);
    assert.deepEqual(await page.faults(), []);
  });

  test("a cell filters by country and year, another cell replaces that, and a second press removes it", async () => {
    const page = at();
    await page.mount("/recorded/index.html#kind=training");
    await agrees(page, "kind=training");
    await page.press(...cell("country=BT&year=2022"));
    let state = await agrees(page, "country=BT&year=2022&kind=training");
    assert.deepEqual(state.chosen.matrix, ["country=BT&year=2022"]);
    // The tooltip of the pressed cell covers its neighbours.
    await page.keys(Key.ESCAPE);
    await page.press(...cell("country=BD&year=2021"));
    state = await agrees(page, "country=BD&year=2021&kind=training");
    await page.press(...cell("country=BD&year=2021"));
    await agrees(page, "kind=training");
    await page.back();
    await agrees(page, "country=BD&year=2021&kind=training", { before: undefined });
    const undated = cells(DATA, "").find((cell) => cell.year === "unknown").pick;
    await page.run("() => { report.view = '' }");
    await page.press(...cell(undated));
    await agrees(page, undated);
  });

  test("arrow keys move to the next cell in their direction, over empty positions", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const grid = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] tbody tr')].map((row) => [...row.querySelectorAll("td")].map((position) => position.firstElementChild?.dataset.pick ?? null))`);
    const position = (pick) => {
      const row = grid.findIndex((row) => row.includes(pick));
      return [row, grid[row].indexOf(pick)];
    };
    await page.focus(...cell(grid.flat().find(Boolean)));
    for (const [key, down, across] of [[Key.ARROW_RIGHT, 0, 1], [Key.ARROW_DOWN, 1, 0], [Key.ARROW_RIGHT, 0, 1], [Key.ARROW_DOWN, 1, 0], [Key.ARROW_LEFT, 0, -1], [Key.ARROW_UP, -1, 0]]) {
      for (let steps = 0; steps < 4; steps += 1) {
        const from = position(await focusedPick(page));
        await page.keys(key);
        const to = position(await focusedPick(page));
        const neighbour = grid[from[0] + down]?.[from[1] + across];
        if (neighbour) assert.deepEqual(to, [from[0] + down, from[1] + across], `${key} from ${grid[from[0]][from[1]]}`);
        const ahead = (to[0] - from[0]) * down + (to[1] - from[1]) * across;
        assert.ok(ahead > 0 || (to[0] === from[0] && to[1] === from[1]), `an arrow from ${from} to ${to}`);
      }
    }
    // The Tab key stops at one cell only, at the one that the arrows moved to.
    const stops = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] [data-pick][tabindex="0"]')].map((cell) => cell.dataset.pick)`);
    assert.deepEqual(stops, [await focusedPick(page)]);
    await page.keys(Key.HOME);
    assert.equal(await focusedPick(page), grid.flat().find(Boolean));
    const last = await focusedPick(page);
    await page.keys(Key.ENTER);
    await agrees(page, last);
    assert.equal(await focusedPick(page), last, "the focus stays on the cell");
  });

  // The narrowest windows of Firefox and WebKit are 500 and 447 pixels wide.
  for (const width of engine === "chromium" ? [320, 390, 768, 1024] : [500, 768, 1024]) {
    test(`${width} pixels wide: only whole years are in sight, and no year is over the names`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      if (engine === "chromium") await page.chromium("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      await page.open("/recorded/index.html");
      await page.painted();
      const look = `(distance) => {
        const scroller = root.querySelector(".matrix");
        const corner = scroller.querySelector("thead td");
        scroller.scrollIntoView({ block: "center", behavior: "instant" });
        scroller.scrollLeft -= distance;
        const [names, box] = [corner.getBoundingClientRect(), scroller.getBoundingClientRect()];
        const years = [...scroller.querySelectorAll("thead th")].map((year) => [year.textContent, year.getBoundingClientRect()]);
        const inSight = years.filter(([, { left, right }]) => right > names.right + 1 && left < box.right - 1);
        const cut = inSight.filter(([, { left, right }]) => left < names.right - 1 || right > box.right + 1);
        const covered = root.elementFromPoint(names.left + names.width / 2, names.top + names.height / 2) === corner;
        return { cut: cut.map(([year]) => year), covered, first: inSight[0][0], last: inSight.at(-1)[0], count: inSight.length };
      }`;
      const end = await page.run(look, 0);
      assert.deepEqual([end.cut, end.covered, end.last], [[], true, "Undated"], "the latest years are in sight first");
      assert.ok(end.count >= 3, `${end.count} years in sight`);
      await page.run(look, 130);
      await page.painted();
      const before = await page.run(look, 0);
      assert.deepEqual([before.cut, before.covered], [[], true]);
      assert.ok(Number(before.first) < Number(end.first), `${before.first} after ${end.first}`);
      if (engine === "chromium") await page.chromium("Emulation.clearDeviceMetricsOverride");
      await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    });
  }

  test("195 countries by 40 years: the first twelve, and all of them in a scrolling box whose headings stay visible", async (t) => {
    const page = at();
    await page.mount("/large.html");
    await watchTasks(page);
    const rows = () => page.run(`() => root.querySelectorAll('[data-chart="matrix"] tbody tr').length`);
    assert.equal(await rows(), 13, "twelve countries, and the row of no country");
    const names = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] tbody th')].map((name) => name.textContent)`);
    assert.equal(names.at(-1), "No country stated");
    // A chosen country is shown even if it is not among the first twelve.
    const shown = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] [data-pick]')].map((cell) => cell.dataset.pick)`);
    const hidden = cells(LARGE).find((cell) => !shown.some((pick) => filters(pick).country === cell.country));
    await page.run("(view) => { report.view = view }", `country=${hidden.country}`);
    await page.until(`(pick) => inside.find.pick("matrix", pick)`, hidden.pick);
    await page.run("() => { report.view = '' }");
    await page.until(`(pick) => !inside.find.pick("matrix", pick)`, hidden.pick);

    assert.equal(await page.text("one", '[data-chart="matrix"] .more button'), "Show all 196");
    await page.press("one", '[data-chart="matrix"] .more button');
    await page.until(`() => root.querySelectorAll('[data-chart="matrix"] tbody tr').length === 196`);
    const expected = cells(LARGE).map((cell) => cell.pick).sort();
    assert.deepEqual(Object.keys((await page.state()).cells).sort(), expected);
    assert.deepEqual(await drawingProblems(page), []);
    const scrolling = await page.run(`() => {
      const scroller = root.querySelector(".matrix");
      scroller.scrollIntoView({ block: "start", behavior: "instant" });
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = scroller;
      scroller.scrollTop = 2000;
      scroller.scrollLeft = 300;
      return { inside: scrollHeight > clientHeight + 1000 && clientHeight <= innerHeight, wide: scrollWidth > clientWidth, page: document.documentElement.scrollWidth <= document.documentElement.clientWidth };
    }`);
    assert.deepEqual({ inside: scrolling.inside, page: scrolling.page }, { inside: true, page: true });
    const stuck = await page.run(`() => {
      const scroller = root.querySelector(".matrix");
      const box = scroller.getBoundingClientRect();
      const years = [...scroller.querySelectorAll("thead th")];
      const year = years.find((year) => year.getBoundingClientRect().left > box.left + box.width / 2);
      const name = [...scroller.querySelectorAll("tbody th")].find((name) => name.getBoundingClientRect().top > box.top + box.height / 2);
      const topmost = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return root.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2); };
      return { year: Math.abs(year.getBoundingClientRect().top - box.top), name: Math.abs(name.getBoundingClientRect().left - box.left), uncovered: year.contains(topmost(year)) && name.contains(topmost(name)), scrolled: scroller.scrollTop };
    }`);
    assert.deepEqual({ ...stuck, scrolled: stuck.scrolled > 1000 }, { year: 0, name: 0, uncovered: true, scrolled: true });
    await page.press("one", '[data-chart="matrix"] .more button');
    await page.until(`() => root.querySelectorAll('[data-chart="matrix"] tbody tr').length === 13`);
    t.diagnostic(`${engine}: ${await longTasks(page)}`);
  });

  test("the focused cell is never under the headings of a long matrix", async () => {
    const page = at();
    await page.mount("/large.html");
    await page.press("one", '[data-chart="matrix"] .more button');
    await page.until(`() => root.querySelectorAll('[data-chart="matrix"] tbody tr').length === 196`);
    // From the middle of the scrolling box upwards and to the left, which scrolls it.
    await page.run(`() => { const scroller = root.querySelector(".matrix"); scroller.scrollTop = 1500; scroller.scrollLeft = 200; }`);
    const start = await page.run(`() => {
      const box = root.querySelector(".matrix").getBoundingClientRect();
      return [...root.querySelectorAll('[data-chart="matrix"] [data-pick]')].find((cell) => { const { left, top } = cell.getBoundingClientRect(); return top > box.top + 90 && left > box.left + 320; }).dataset.pick;
    }`);
    await page.focus(...cell(start));
    const covered = `() => {
      const cell = inside.focused();
      const { left, top, width, height } = cell.getBoundingClientRect();
      const topmost = root.elementFromPoint(left + width / 2, top + height / 2);
      return cell.contains(topmost) ? "" : cell.dataset.pick + " is under " + topmost?.tagName + " " + topmost?.textContent.slice(0, 30) + " at " + left + ", " + top;
    }`;
    for (const key of [Key.ARROW_UP, Key.ARROW_LEFT]) {
      for (let steps = 0; steps < 6; steps += 1) {
        await page.keys(key);
        assert.equal(await page.run(covered), "", "the focused cell is covered");
      }
    }
  });
});
