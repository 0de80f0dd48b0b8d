// The report from the narrowest frame to the widest screen, and at a zoom of 400 %: nothing overflows, is cut off or is
// too small to press. layout-and-axe.test.mjs checks the same at the usual width of a desktop and of a phone.

import assert from "node:assert/strict";
import { drawingProblems } from "./support/drawing.mjs";
import { layoutProblems, serveAxe, shoot, violations } from "./support/looks.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const WIDTHS = [480, 768, 1920, 3840];
const VIEWS = ["", "country=BT&year=2022", "basis=theme&measure=activities"];

// Columns whose number or year is not shown, or is over the next one's.
const unreadYears = `() => {
  const problems = [];
  for (const part of [".value", ".name"]) {
    const texts = [...root.querySelectorAll(".plot " + part)].filter((text) => text.textContent);
    const rects = texts.map((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getBoundingClientRect();
    });
    texts.forEach((text, index) => {
      const [rect, next] = [rects[index], rects[index + 1]];
      if (rect.width < 1 || rect.height < 1) problems.push("not shown: " + text.textContent);
      // The box of a text is higher than its letters, which matters where texts read upwards.
      const isOver = next && rect.right > next.left + 7 && rect.bottom > next.top && next.bottom > rect.top;
      if (isOver) problems.push(text.textContent + " is over " + texts[index + 1].textContent);
    });
  }
  return problems;
}`;

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  const css = `<link rel="stylesheet" href="/page.css">`;
  server.add("/plain.html", html(`<main><h1>Outreach Report</h1><outreach-report theme="light" sync="hash"></outreach-report></main>`, { head: css }));
  // A partner's page that gives the report the whole width of a wide screen.
  server.add("/whole.html", html(`<main><h1>Whole</h1><outreach-report theme="light" sync="hash"></outreach-report></main>`));
  for (const view of VIEWS) {
    server.add(`/narrow-${VIEWS.indexOf(view)}.html`, html(`<h1>Narrow</h1><iframe title="The report" src="/inner.html#${view}" width="320" height="6000"></iframe>`));
  }
  server.add("/inner.html", html(`<outreach-report theme="light" sync="hash"></outreach-report>`, { head: "<style>body { margin: 0 }</style>" }));
});
after(() => server.close());

inEachEngine(() => server, (at, engine) => {
  // The narrowest window of Firefox is 500 px wide, WebKit's 447.
  for (const width of WIDTHS.filter((width) => engine !== "firefox" || width >= 500)) {
    test(`${width} pixels wide`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      for (const [index, view] of VIEWS.entries()) {
        await page.mount(`/${width > 2000 ? "whole" : "plain"}.html#${view}`);
        assert.deepEqual(await layoutProblems(page), [], view);
        assert.deepEqual(await drawingProblems(page), [], view);
        assert.deepEqual(await page.run(unreadYears), [], view);
        if (engine === "chromium" || index === 0) assert.deepEqual(await violations(page), [], view);
        if (index === 0) await shoot(page, `${width}-wide`);
      }
    });
  }

  test("320 pixels wide, in a frame", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    for (const [index, view] of VIEWS.entries()) {
      await page.open(`/narrow-${index}.html`, { ready: false });
      await page.driver.switchTo().frame(0);
      await page.ready();
      const found = [...(await layoutProblems(page)), ...(await drawingProblems(page)), ...(await page.run(unreadYears))];
      await page.driver.switchTo().defaultContent();
      if (index === 0) await shoot(page, "320-wide", { maxHeight: 6200 });
      assert.deepEqual(found, [], view);
    }
  });

  // The test with the frame above covers the width in the other engines.
  const noZoom = engine !== "chromium" && "this engine cannot zoom by its driver";
  test("a window of 1280 pixels at a zoom of 400 %", { skip: noZoom }, async () => {
    const page = at();
    await page.chromium("Emulation.setDeviceMetricsOverride", { width: 320, height: 256, deviceScaleFactor: 4, mobile: false });
    for (const view of VIEWS) {
      await page.mount(`/whole.html#${view}`);
      assert.deepEqual(await layoutProblems(page), [], view);
      assert.deepEqual(await drawingProblems(page), [], view);
      assert.deepEqual(await violations(page), [], view);
    }
    await page.chromium("Emulation.clearDeviceMetricsOverride");
  });
});
