// Forced colours and reduced motion. Chromium and Firefox can emulate them; WebKit cannot.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { layoutProblems, serveAxe, shoot, violations } from "./support/looks.mjs";
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
const REDUCED_MOTION = { "ui.prefersReducedMotion": 1 };
const supported = { engines: ["chromium", "firefox"], without: "this engine cannot be told to force colours or reduce motion" };

const emulate = (page, name, value) => page.engine === "chromium" && page.chromium("Emulation.setEmulatedMedia", { features: [{ name, value }] });

inEachEngine(() => server, (at) => {
  test("forced colours: everything is shown, in the system's colours", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await emulate(page, "forced-colors", "active");
    for (const view of ["", "country=BT&year=2022", "basis=theme&measure=activities"]) {
      await page.mount(`/plain.html#${view}`);
      assert.equal(await page.run("() => matchMedia('(forced-colors: active)').matches"), true);
      await agrees(page, view);
      assert.deepEqual(await drawingProblems(page), [], view);
      assert.deepEqual(await layoutProblems(page), [], view);
      assert.deepEqual(await violations(page), [], view);
      // Chosen marks have an outline too, because the system sets all backgrounds.
      const withoutOutline = await page.run(`() => [...root.querySelectorAll('[data-roving] [aria-pressed="true"]')].filter((mark) => getComputedStyle(mark).outlineStyle === "none" || parseFloat(getComputedStyle(mark).outlineWidth) < 1).map((mark) => mark.ariaLabel)`);
      assert.deepEqual(withoutOutline, [], view);
      const unreadable = await page.run(`() => [...root.querySelectorAll('[data-chart="matrix"] [data-pick]')].filter((cell) => getComputedStyle(cell).color === getComputedStyle(cell).backgroundColor).map((cell) => cell.ariaLabel)`);
      assert.deepEqual(unreadable, [], "numbers in the colour of their background");
      await shoot(page, `forced-${view.replace(/\W+/g, "-") || "start"}`);
    }
  });
}, { ...supported, prefs: FORCED });

inEachEngine(() => server, (at) => {
  test("reduced motion: nothing moves", async () => {
    const page = at();
    await emulate(page, "prefers-reduced-motion", "reduce");
    await page.mount("/plain.html");
    assert.equal(await page.run("() => matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
    await page.press("mark", "country", "Bhutan");
    await agrees(page, "country=BT");
    await page.press("picker", "country");
    // Only the outermost element has a transition, of shadows without a size: its end signals that the page's colours
    // changed.
    const shadows = await page.run(`() => { const { boxShadow, transitionProperty } = getComputedStyle(root.querySelector('[part="report"]')); return [transitionProperty, boxShadow.replace(/rgba?\\([^)]*\\)/g, "")]; }`);
    assert.deepEqual([shadows[0], /[1-9]/.test(shadows[1])], ["box-shadow", false]);
    const moving = await page.run(`() => [...root.querySelectorAll('[part="report"] *')].filter((element) => {
      const style = getComputedStyle(element);
      const takesTime = (times) => times.split(",").some((time) => parseFloat(time) > 0);
      return takesTime(style.transitionDuration) || (style.animationName !== "none" && takesTime(style.animationDuration)) || style.scrollBehavior === "smooth";
    }).map((element) => element.className)`);
    assert.deepEqual(moving, []);
    assert.equal(await page.run("() => root.getAnimations?.().length ?? 0"), 0);
  });
}, { ...supported, prefs: REDUCED_MOTION });
