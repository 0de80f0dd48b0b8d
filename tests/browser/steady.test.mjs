// The page does not jump while the reader filters: what is pressed stays under the pointer. Which blocks take another place
// on the page is reported: sentences and legends have other numbers of lines under other filters.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { agrees } from "./support/agree.mjs";
import { inEachEngine, test } from "./support/engines.mjs";
import { serve } from "./support/server.mjs";
import { shifts, watchTasks } from "./support/tasks.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

/** Something to press, the view that it starts from, and the view that it leads to. */
const STEPS = [
  { press: ["pick", "year", "year=2022"], to: "year=2022" },
  { press: ["pick", "year", "year=2022"], from: "year=2022", to: "" },
  { press: ["pick", "country", "country=BT"], to: "country=BT" },
  { press: ["pick", "country", "country=LK"], to: "country=LK" },
  { press: ["pick", "country", "country=BT"], from: "country=BT&year=2022", to: "year=2022" },
  { press: ["pick", "sdg", "sdg=5"], to: "sdg=5" },
  { press: ["unseenGoal", "14"], to: "sdg=14", gone: "sdg" },
  { press: ["pick", "matrix", "country=BD&year=2021"], to: "country=BD&year=2021" },
  { press: ["pick", "kind", "kind=workshop"], to: "kind=workshop" },
  { press: ["pick", "audience", "audience=students"], to: "audience=students" },
  { press: ["pick", "donor", "donor=unknown"], to: "donor=unknown" },
  { press: ["chip", "Country: Bhutan"], from: "country=BT&year=2022", to: "year=2022", gone: "chips" },
  { press: ["chip", "Year: 2022"], from: "year=2022", to: "", gone: "chips" },
  { press: ["button", "Clear all"], from: "country=BT&year=2019..2022&kind=training", to: "", gone: "chips" },
  { press: ["button", "Activities"], to: "measure=activities" },
  { press: ["button", "Add goals inferred from the theme"], to: "basis=theme", gone: "sdg" },
  { press: ["heading", "People"], to: "sort=-people" },
];

/** Where something, or the block that it was in, is in the window; and where each block begins on the page. */
const PLACES = `(block, how, ...names) => {
  const found = block ? root.querySelector('[part="' + block + '"]') : inside.find[how](...names);
  const blocks = [...root.querySelectorAll(".report [part]")].map((part) => [part.getAttribute("part"), Math.round(part.getBoundingClientRect().top + scrollY)]);
  return { top: found.getBoundingClientRect().top, blocks: Object.fromEntries(blocks) };
}`;

inEachEngine(() => server, (at, engine) => {
  for (const [name, width] of [["a desk", 1280], ["a phone", 480]]) {
    test(`what is pressed stays where it is: on ${name}`, async (t) => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      const moved = [];
      const jumped = [];
      await page.open("/recorded/index.html");
      for (const { press, from = "", to, gone } of STEPS) {
        await page.run("(view) => { report.view = view }", from);
        await agrees(page, from);
        // In the middle of the window, as \`press\` brings it there; near the top of the page it may lie higher.
        await page.point(...press);
        const before = await page.run(PLACES, gone, ...press);
        await page.press(...press);
        await agrees(page, to);
        await page.painted();
        const after = await page.run(PLACES, gone, ...press);
        const by = Math.round(after.top - before.top);
        if (Math.abs(by) > 1) jumped.push(`${press.join(" ")}: by ${by} px`);
        const others = Object.keys(before.blocks).filter((part) => part !== "foot" && Math.abs(after.blocks[part] - before.blocks[part]) > 1);
        if (others.length) moved.push(`${press.join(" ")}: ${others.map((part) => `${part} by ${after.blocks[part] - before.blocks[part]}`).join(", ")}`);
      }
      for (const line of moved) t.diagnostic(`${engine}, ${name}: ${line}`);
      assert.deepEqual(jumped, []);
    });
  }

  test("typing in the search field and choosing from a list leave them where they are", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.open("/recorded/index.html");
    const field = ["field", "Search title, place, partner"];
    await page.press(...field);
    const top = async (...what) => Math.round((await page.run(PLACES, null, ...what)).top);
    const before = await top(...field);
    const places = [];
    for (const [letter, view] of [["p", "q=p"], ["o", "q=po"], ["l", "q=pol"], ["z", "q=polz"]]) {
      await page.keys(letter);
      await agrees(page, view);
      places.push(await top(...field));
    }
    assert.deepEqual(places, places.map(() => before));
    await page.open("/recorded/index.html");
    await page.press("picker", "country");
    for (const [name, view] of [["Bhutan", "country=BT"], ["Nepal", "country=BT~NP"], ["Bhutan", "country=NP"]]) {
      // Looking for the point to press scrolls it into sight, which is no jump of the page.
      await page.point("choice", "country", name);
      const [list, choice] = [await top("picker", "country"), await top("choice", "country", name)];
      await page.press("choice", "country", name);
      await agrees(page, view);
      assert.deepEqual([await top("picker", "country"), await top("choice", "country", name)], [list, choice], view);
    }
  });

  const untold = engine !== "chromium" && "this engine tells no driver of shifts";
  test("the layout does not shift while filtering the embedded set", { skip: untold }, async (t) => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.open("/recorded/index.html");
    await watchTasks(page);
    for (const { press, from = "", to } of STEPS) {
      if (from) continue;
      await page.point(...press);
      await page.run("() => (window.shifts.length = 0)");
      await page.press(...press);
      await agrees(page, to);
      await page.painted();
      const { unasked, all, what } = await shifts(page);
      if (all > 0) t.diagnostic(`${press.join(" ")}: ${all.toFixed(4)} right after the press: ${what.join(" ")}`);
      assert.equal(unasked, 0, press.join(" "));
      // A shift that nobody asked for, and no test presses for: what Back undoes.
      await page.back();
      await agrees(page, "");
    }
  });
});
