// Touch, and a pointer that leaves the chart: taps, scrolling over charts, dragging across years.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { until } from "./support/page.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

inEachEngine(() => server, (at, engine) => {
  test("a tap toggles a mark", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const before = await agrees(page, "");
    await page.tap("mark", "country", "Bhutan");
    const state = await agrees(page, "country=BT", { before });
    await page.tap("mark", "year", "2022");
    await agrees(page, "country=BT&year=2022", { before: state });
    await page.tap("mark", "country", "Bhutan");
    await agrees(page, "year=2022");
    await page.tap("pick", "matrix", "country=BD&year=2021");
    await agrees(page, "country=BD&year=2021");
    await page.tap("pick", "matrix", "country=BD&year=2021");
    await agrees(page, "");
    assert.deepEqual(await page.faults(), []);
  });

  test("moving a finger up over a chart scrolls the page and filters nothing", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    // The style sheet must let a finger scroll there. Only Chromium's driver can really scroll by touch, below.
    const actions = await page.run(`() => [...root.querySelectorAll(".plot, [data-chart] [data-pick]")].map((element) => getComputedStyle(element).touchAction)`);
    assert.deepEqual([...new Set(actions)].filter((action) => !/auto|manipulation|pan-y/.test(action)), []);
    if (engine !== "chromium") return;
    for (const [block, name] of [["year", "2019"], ["country", "Bhutan"], ["sdg", "16"]]) {
      const { x, y } = await page.point("mark", block, name);
      const start = await page.run("() => scrollY");
      await page.touch([{ x, y }, { x, y: y - 60 }, { x, y: y - 120 }, { x, y: y - 200 }]);
      await page.until("(start) => scrollY > start + 100", start);
      assert.equal((await page.state()).view, "", `over ${block}`);
    }
  });

  test("dragging a finger across years adds one entry to the history", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const { entries } = await page.state();
    const [from, to] = [await page.point("mark", "year", "2017"), await page.point("mark", "year", "2021")];
    const path = Array.from({ length: 9 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / 8, y: from.y }));
    await page.touch(path, { duration: 20 });
    const after = await agrees(page, "year=2017..2021");
    assert.equal(after.entries, entries + 1);
    // The next tap is a new change. Chromium makes no click of a tap that follows a drag at once if the page was scrolled
    // during it, to keep the chart in place; a person taps again.
    await until(async () => {
      if ((await page.state()).view !== "year=2017..2021") return true;
      await page.tap("mark", "year", "2017");
      return false;
    }, "a tap on 2017");
    await agrees(page, "year=2018..2021");
  });

  test("a drag that ends outside the chart is finished", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const [from, to] = [await page.point("mark", "year", "2017"), await page.point("mark", "year", "2020")];
    const beyond = await page.run(`() => { const { left, top } = root.querySelector('[data-chart="year"] h3').getBoundingClientRect(); return { x: Math.round(left + 20), y: Math.round(top + 5) }; }`);
    await page.actions().move({ ...from, duration: 0 }).press().move({ ...to, duration: 30 }).move({ x: to.x, y: beyond.y, duration: 30 }).release().perform();
    await agrees(page, "year=2017..2020");
    const { eventCount } = await page.state();
    for (const name of ["2013", "2022"]) await page.hover("mark", "year", name);
    await page.painted();
    const state = await page.state();
    assert.deepEqual([state.view, state.eventCount], ["year=2017..2020", eventCount], "moving the pointer without a pressed button filters nothing");
    await page.press("mark", "year", "2022");
    await agrees(page, "year=2017..2020~2022");
    // The same with a finger that leaves the report.
    const { y } = await page.point("mark", "year", "2020");
    await page.touch([{ x: from.x, y }, { x: to.x, y }, { x: to.x, y: 2 }], { duration: 30 });
    await agrees(page, "year=2017..2020");
  });
});
