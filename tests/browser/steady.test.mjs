// The page does not jump while the reader filters: what is pressed stays under the pointer, and so does what is above it,
// as far as no sentence in between needs another line.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

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

/** The boxes of all blocks in the window down to that of what was pressed, and of what was pressed or its block. */
const BOXES = `(block, how, ...names) => {
  const box = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return [left, top, width, height].map(Math.round); };
  const pressed = block ? root.querySelector('[part="' + block + '"]') : inside.find[how](...names);
  const own = pressed.closest("[part]");
  const blocks = [...root.querySelectorAll(".report [part]")];
  const above = blocks.slice(0, blocks.indexOf(own)).filter((part) => part.getBoundingClientRect().bottom <= own.getBoundingClientRect().top);
  return { pressed: box(pressed), above: above.map((part) => [part.getAttribute("part"), ...box(part)]) };
}`;

/** What moved although nothing between it and what was pressed has another height. */
function unsteady(before, after) {
  const moved = [];
  const differs = (one, other) => one.some((value, at) => Math.abs(value - other[at]) > 1);
  if (differs(before.pressed.slice(0, 3), after.pressed)) moved.push(`pressed: ${before.pressed} became ${after.pressed}`);
  for (const [name, ...box] of before.above.reverse()) {
    const [, ...now] = after.above.find(([other]) => other === name) ?? [];
    // A sentence or a row of chips may need another line, which moves what is above it.
    if (now[3] !== box[3]) break;
    if (differs(box, now)) moved.push(`${name}: ${box} became ${now}`);
  }
  return moved;
}

inEachEngine(() => server, (at) => {
  for (const [name, width] of [["a desk", 1280], ["a phone", 480]]) {
    test(`what is pressed and what is above it keep their boxes: on ${name}`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      await page.mount("/recorded/index.html");
      const moved = [];
      for (const { press, from = "", to, gone } of STEPS) {
        await page.run("(view) => { report.view = view }", from);
        await agrees(page, from);
        // In the middle of the window, as `press` brings it there; near the top of the page it may be higher.
        await page.point(...press);
        const before = await page.run(BOXES, gone, ...press);
        await page.press(...press);
        await agrees(page, to);
        await page.painted();
        const after = await page.run(BOXES, gone, ...press);
        moved.push(...unsteady(before, after).map((what) => `${press.join(" ")}: ${what}`));
        // Nor does anything move later, when the page has nothing left to do.
        await page.idle();
        assert.deepEqual(await page.run(BOXES, gone, ...press), after, press.join(" "));
      }
      assert.deepEqual(moved, []);
    });
  }

  test("typing in the search field and choosing from a list leave them where they are", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html");
    const field = ["field", "Search title, place, partner"];
    await page.press(...field);
    const top = async (...what) => (await page.run(BOXES, null, ...what)).pressed[1];
    const before = await top(...field);
    const places = [];
    for (const [letter, view] of [["p", "q=p"], ["o", "q=po"], ["l", "q=pol"], ["z", "q=polz"]]) {
      await page.keys(letter);
      await agrees(page, view);
      places.push(await top(...field));
    }
    assert.deepEqual(places, places.map(() => before));
    await page.mount("/recorded/index.html");
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
});
