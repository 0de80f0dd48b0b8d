// Forced colours and reduced motion. Chromium and Firefox can be told to show them; WebKit cannot.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { inkProblems } from "./support/ink.mjs";
import { problems, serveAxe, shoot, violations } from "./support/looks.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  server.add("/plain.html", html(`<main><h1>Outreach Report</h1><outreach-report sync="hash"></outreach-report></main>`));
});
after(() => server.close());

const FORCED = { "browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1 };
const STILL = { "ui.prefersReducedMotion": 1 };
const able = { engines: ["chromium", "firefox"], without: "this engine cannot be told to force colours or reduce motion" };

const emulate = (page, name, value) => page.engine === "chromium" && page.chromium("Emulation.setEmulatedMedia", { features: [{ name, value }] });

inEachEngine(() => server, (at) => {
  test("forced colours: everything is there, in the system's colours", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await emulate(page, "forced-colors", "active");
    for (const view of ["", "country=BT&year=2022", "basis=theme&measure=activities"]) {
      await page.mount(`/plain.html#${view}`);
      assert.equal(await page.run("() => matchMedia('(forced-colors: active)').matches"), true);
      await agrees(page, view);
      assert.deepEqual(await inkProblems(page), [], view);
      assert.deepEqual(await problems(page), [], view);
      assert.deepEqual(await violations(page), [], view);
      // What is chosen is told by more than a background, which is the system's.
      const told = await page.run(`() => [...root.querySelectorAll('[data-roving] [aria-pressed="true"]')].filter((mark) => getComputedStyle(mark).outlineStyle === "none" || parseFloat(getComputedStyle(mark).outlineWidth) < 1).map((mark) => mark.ariaLabel)`);
      assert.deepEqual(told, [], view);
      const unread = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] [data-pick]')].filter((cell) => getComputedStyle(cell).color === getComputedStyle(cell).backgroundColor).map((cell) => cell.ariaLabel)`);
      assert.deepEqual(unread, [], "numbers in the colour of their ground");
      await shoot(page, `forced-${view.replace(/\W+/g, "-") || "start"}`);
    }
  });
}, { ...able, prefs: FORCED });

inEachEngine(() => server, (at) => {
  test("reduced motion: nothing moves", async () => {
    const page = at();
    await emulate(page, "prefers-reduced-motion", "reduce");
    await page.mount("/plain.html");
    assert.equal(await page.run("() => matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
    await page.press("mark", "country", "Bhutan");
    await agrees(page, "country=BT");
    await page.press("picker", "country");
    // The outermost element alone has a transition, of shadows without a size: its end tells of the page's new colours.
    const shadows = await page.run(`() => { const { boxShadow, transitionProperty } = getComputedStyle(root.querySelector('[part="report"]')); return [transitionProperty, boxShadow.replace(/rgba?\\([^)]*\\)/g, "")]; }`);
    assert.deepEqual([shadows[0], /[1-9]/.test(shadows[1])], ["box-shadow", false]);
    const moving = await page.run(`() => [...root.querySelectorAll('[part="report"] *')].filter((element) => {
      const style = getComputedStyle(element);
      const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
      return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration)) || style.scrollBehavior === "smooth";
    }).map((element) => element.className)`);
    assert.deepEqual(moving, []);
    assert.equal(await page.run("() => root.getAnimations?.().length ?? 0"), 0);
  });
}, { ...able, prefs: STILL });
