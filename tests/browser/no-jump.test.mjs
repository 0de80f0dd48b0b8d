// The page does not jump while the reader filters: what is pressed stays under the pointer, and the blocks above it stay in
// place unless a sentence between them needs another line.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  const space = (height) => `<p style="height: ${height}px">A page</p>`;
  const style = ":root, div { scroll-behavior: smooth } div { height: 600px; overflow: auto }";
  server.add("/boxes.html", html(`${space(300)}<div>${space(300)}<outreach-report></outreach-report>${space(900)}</div>${space(900)}`, { head: `<style>${style}</style>` }));
});
after(() => server.close());

/** What to press, the view before, and the view after. `gone` is the block to compare if what is pressed disappears. */
const PRESSES = [
  { press: ["pick", "year", "year=2022"], to: "year=2022" },
  { press: ["pick", "year", "year=2022"], from: "year=2022", to: "" },
  { press: ["pick", "country", "country=BT"], to: "country=BT" },
  { press: ["pick", "country", "country=LK"], to: "country=LK" },
  { press: ["pick", "country", "country=BT"], from: "country=BT&year=2022", to: "year=2022" },
  { press: ["pick", "sdg", "sdg=5"], to: "sdg=5" },
  { press: ["pick", "matrix", "country=BD&year=2021"], to: "country=BD&year=2021" },
  { press: ["pick", "kind", "kind=workshop"], to: "kind=workshop" },
  { press: ["pick", "audience", "audience=students"], to: "audience=students" },
  { press: ["pick", "donor", "donor=unknown"], to: "donor=unknown" },
  { press: ["chip", "Country: Bhutan"], from: "country=BT&year=2022", to: "year=2022", gone: "chips" },
  { press: ["chip", "Year: 2022"], from: "year=2022", to: "", gone: "filters" },
  { press: ["button", "Activities"], to: "measure=activities" },
  { press: ["button", "Add goals inferred from the theme"], to: "basis=theme", gone: "sdg" },
  { press: ["heading", "People"], to: "sort=-people" },
];

/** The box of what is pressed, or of the given block instead, and the boxes of the blocks above it. */
const BOXES = `(block, how, ...names) => {
  const box = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return [left, top, width, height].map(Math.round); };
  const pressed = block ? root.querySelector('[part="' + block + '"]') : inside.find[how](...names);
  const own = pressed.closest("[part]");
  // The totals are beside the headline, and move with what is below it. The line with the key may need another line.
  const blocks = [...root.querySelectorAll(".report :is([part]:not([part=tiles]), .measure, .measure > .legend)")];
  const above = blocks.slice(0, blocks.indexOf(own)).filter((part) => part.getBoundingClientRect().bottom <= own.getBoundingClientRect().top);
  return { pressed: box(pressed), above: above.map((part) => [part.getAttribute("part") ?? part.className, ...box(part)]) };
}`;

/** Lists what moved although nothing between it and what was pressed has another height. */
function unsteady(before, after) {
  const moved = [];
  const differs = (one, other) => one.some((value, index) => Math.abs(value - other[index]) > 1);
  if (differs(before.pressed.slice(0, 3), after.pressed)) moved.push(`pressed: ${before.pressed} became ${after.pressed}`);
  for (const [name, ...box] of before.above.reverse()) {
    const [, ...newBox] = after.above.find(([other]) => other === name) ?? [];
    // A sentence or a row of chips may need another line, which moves what is above it.
    if (newBox[3] !== box[3]) break;
    // The key names what is drawn, at any width.
    if (["measure", "legend"].includes(name)) continue;
    if (differs(box, newBox)) moved.push(`${name}: ${box} became ${newBox}`);
  }
  return moved;
}

inEachEngine(() => server, (at) => {
  for (const [name, width] of [["a desktop", 1280], ["a phone", 480]]) {
    test(`what is pressed and what is above it do not move: on ${name}`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      await page.mount("/recorded/index.html");
      const moved = [];
      for (const { press, from = "", to, gone } of PRESSES) {
        // Behind tabs on a phone.
        if (width < 720 && ["audience", "donor"].includes(press[1])) continue;
        await page.run("(view) => { report.view = view }", from);
        await page.until("(view) => report.view === view", from);
        await page.idle();
        // Scroll it to the middle of the window, as `press` does; near the top of the page it may be higher.
        await page.point(...press);
        const before = await page.run(BOXES, gone, ...press);
        await page.press(...press);
        await agrees(page, to);
        await page.painted();
        const after = await page.run(BOXES, gone, ...press);
        moved.push(...unsteady(before, after).map((change) => `${press.join(" ")}: ${change}`));
        // Nothing moves later either, until the page is idle.
        await page.idle();
        assert.deepEqual(await page.run(BOXES, gone, ...press), after, press.join(" "));
      }
      assert.deepEqual(moved, []);
    });
  }

  test("not for a single frame, in a box that scrolls smoothly", async () => {
    const page = at();
    await page.open("/boxes.html");
    const moved = [];
    // What stays is what is pressed, or what is before its block if both are gone.
    for (const [view, press, gone] of [
      ["", ["pick", "matrix", "country=BD&year=2021"]],
      ["country=BD&year=2021", ["pick", "matrix", "country=BD&year=2021"]],
      ["", ["pick", "kind", "kind=workshop"]],
      ["year=2022", ["chip", "Year: 2022"], true],
      ["country=BT&year=2022", ["button", "Clear all"], true],
      ["", ["button", "Show all 162"]],
    ]) {
      await page.run("(view) => { report.view = view }", view);
      await page.idle();
      const point = await page.point(...press);
      await page.run(`(gone, how, ...names) => {
        const pressed = inside.find[how](...names);
        const element = gone ? pressed.closest("[part]").previousElementSibling : pressed;
        const top = () => Math.round(element.getBoundingClientRect().top);
        window.tops = [top()];
        const watch = (window.watch = {});
        // Before the browser draws a frame, and after it has laid it out.
        const note = () => window.watch === watch && window.tops.push(top());
        const look = () => note() && requestAnimationFrame(look);
        look();
        new ResizeObserver(note).observe(report);
      }`, gone ?? false, ...press);
      await page.actions().move({ ...point, duration: 0 }).press().release().perform();
      await page.until("(view) => report.view !== view || !inside.find.button('Show all 162')", view);
      await page.painted();
      const tops = await page.run("() => { window.watch = null; return window.tops; }");
      if (tops.some((top) => Math.abs(top - tops[0]) > 1)) moved.push(`${press.join(" ")}: ${tops}`);
    }
    assert.deepEqual(moved, []);
  });

  test("an emptied view is in the window", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT&year=2022");
    await page.run("() => { const mark = root.querySelector('.goals-unseen [data-pick]'); mark.scrollIntoView({ block: 'start' }); mark.click(); }");
    await page.until("() => root.querySelector('.way-back button')");
    await page.painted();
    assert.ok(await page.run("() => report.getBoundingClientRect().bottom > 100"));
  });

  test("the search field does not move while typing, nor a picker while choosing", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html");
    const field = ["field", "Search title, place, partner"];
    await page.press(...field);
    const top = async (...what) => (await page.run(BOXES, null, ...what)).pressed[1];
    const before = await top(...field);
    const tops = [];
    for (const [letter, view] of [["p", "q=p"], ["o", "q=po"], ["l", "q=pol"], ["z", "q=polz"]]) {
      await page.keys(letter);
      await agrees(page, view);
      tops.push(await top(...field));
    }
    assert.deepEqual(tops, tops.map(() => before));
    await page.mount("/recorded/index.html");
    await page.press("picker", "country");
    for (const [name, view] of [["Bhutan", "country=BT"], ["Nepal", "country=BT~NP"], ["Bhutan", "country=NP"]]) {
      // Finding the point to press scrolls it into view, which is not a jump of the page.
      await page.point("choice", "country", name);
      const [list, choice] = [await top("picker", "country"), await top("choice", "country", name)];
      await page.press("choice", "country", name);
      await agrees(page, view);
      assert.deepEqual([await top("picker", "country"), await top("choice", "country", name)], [list, choice], view);
    }
  });
});
