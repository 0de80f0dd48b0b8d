// The tip of a mark: the same by pointing, by focus and by touch; it can be pointed at and dismissed, lies in sight, and
// leads from a mark to what its number is made of.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { DATA, count, inWords } from "./support/naive.mjs";
import { Key, until } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const MARKS = { year: "year=2022", country: "country=BD", sdg: "sdg=16", matrix: "country=BT&year=2022", kind: "kind=training", audience: "audience=students", donor: "donor=unknown" };

let server;
before(async () => {
  server = await serve();
  server.add("/narrow.html", html(`<h1>Narrow</h1><iframe title="The report" src="/inner.html" width="320" height="700"></iframe>`));
  server.add("/inner.html", html(`<outreach-report></outreach-report>`, { head: "<style>body { margin: 0 }</style>" }));
});
after(() => server.close());

/** The tips that are seen: their blocks, marks and words. */
const tips = (page) =>
  page.run(`() => [...root.querySelectorAll(".tooltip:not([hidden])")].map((tip) => ({ block: tip.closest("[data-chart]").dataset.chart, of: tip.dataset.of, words: tip.querySelector("p").textContent, button: tip.querySelector("button").ariaLabel }))`);

/** Waits for the one tip that says a mark in full. */
async function tipOf(page, block, pick) {
  const words = () => page.run("(block, pick) => inside.find.pick(block, pick).ariaLabel", block, pick);
  let seen;
  const right = async () => {
    seen = await tips(page);
    return seen.length === 1 && seen[0].block === block && seen[0].of === pick && seen[0].words === (await words());
  };
  await until(right, () => `the tip of ${pick} in ${block}, not ${JSON.stringify(seen)}`);
  return seen[0];
}

const none = (page) => until(async () => (await tips(page)).length === 0, "no tip");

/**
 * What is wrong with the places of the tips of all marks, one after another. Each mark is brought to an edge of the
 * window first. Tips are asked for as pointers ask, since a window of WebKit's driver never has the focus.
 */
const CLIPPED = `(edge) => {
  const problems = [];
  const wide = document.documentElement.scrollWidth;
  for (const mark of root.querySelectorAll("[data-chart] [data-pick]")) {
    mark.scrollIntoView({ block: edge, inline: "nearest", behavior: "instant" });
    mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
    const name = mark.ariaLabel + ", " + edge + ": ";
    const tip = mark.closest("[data-chart]").querySelector(".tooltip");
    if (tip.hidden) { problems.push(name + "no tip"); continue; }
    const box = tip.getBoundingClientRect();
    const bounds = report.getBoundingClientRect();
    if (box.left < Math.max(0, bounds.left) - 1 || box.right > Math.min(document.documentElement.clientWidth, bounds.right) + 1) problems.push(name + "from " + box.left + " to " + box.right);
    if (box.top < -1 || box.bottom > innerHeight + 1) problems.push(name + "from " + box.top + " down to " + box.bottom + " of " + innerHeight);
    const at = mark.getBoundingClientRect();
    const gap = Math.max(at.top - box.bottom, box.top - at.bottom);
    if (gap > 1) problems.push(name + gap + " px from its mark");
    if (gap < -at.height / 2) problems.push(name + "over its mark");
    for (const [x, y] of [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]]) {
      const top = root.elementFromPoint(x, y);
      if (!tip.contains(top)) problems.push(name + "under " + (top ? top.tagName + "." + top.className : "nothing"));
    }
    if (tip.scrollWidth > tip.clientWidth) problems.push(name + "words beyond its edge");
    if (document.documentElement.scrollWidth > wide) problems.push(name + "widens the page");
  }
  root.querySelector(".report").dispatchEvent(new PointerEvent("pointerleave"));
  return problems.slice(0, 12);
}`;

inEachEngine(() => server, (at, engine) => {
  test("pointing, focus and touch give the same tip in every block", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.hover("pick", block, pick);
      const pointed = await tipOf(page, block, pick);
      assert.ok(pointed.button.endsWith(pointed.words), "the button names the mark");
      await page.pointAt({ x: 2, y: 2 });
      await none(page);
      // The driver of WebKit gives its window no focus before something is pressed in it.
      await page.focus("pick", block, pick);
      await page.keys(Key.SHIFT);
      const focused = await tipOf(page, block, pick);
      assert.deepEqual(focused, pointed);
      await page.keys(Key.ESCAPE);
      await none(page);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a touch shows the tip and filters; the tip says the numbers that are there then", async () => {
    const page = at();
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.mount("/recorded/index.html");
      await page.tap("pick", block, pick);
      await agrees(page, pick);
      await tipOf(page, block, pick);
    }
  });

  test("Escape takes the tip away and leaves the rest", async () => {
    const page = at();
    await page.mount("/recorded/index.html#year=2022");
    await page.press("pick", "country", "country=BD");
    await agrees(page, "country=BD&year=2022");
    await tipOf(page, "country", "country=BD");
    await page.keys(Key.ESCAPE);
    await none(page);
    assert.equal(await page.run("() => inside.focused().dataset.pick"), "country=BD");
    assert.equal((await page.state()).view, "country=BD&year=2022");
    // It comes back when the mark is pointed at again.
    await page.pointAt({ x: 2, y: 2 });
    await page.hover("pick", "country", "country=BD");
    await tipOf(page, "country", "country=BD");
  });

  test("the pointer can go over to the tip, and to its button", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      // A bar's mark is a whole row; its tip stands over the part where its name is.
      const mark = await page.point("pick", block, pick);
      const { left, width } = await page.run("(block, pick) => inside.find.pick(block, pick).getBoundingClientRect().toJSON()", block, pick);
      mark.x = Math.round(left + Math.min(width / 2, 100));
      await page.pointAt(mark);
      await tipOf(page, block, pick);
      const tip = await page.run(`() => {
        const round = ({ left, top, width, height }) => ({ x: Math.round(left + width / 2), y: Math.round(top + height / 2) });
        const tip = root.querySelector(".tooltip:not([hidden])");
        return { middle: round(tip.getBoundingClientRect()), button: round(tip.querySelector("button").getBoundingClientRect()) };
      }`);
      // In steps, as a hand moves: first straight up or down out of the mark, then to the button.
      const steps = 6;
      for (let step = 1; step <= steps; step += 1) await page.pointAt({ x: mark.x, y: Math.round(mark.y + ((tip.middle.y - mark.y) * step) / steps) });
      await tipOf(page, block, pick);
      await page.pointAt(tip.button, 30);
      await tipOf(page, block, pick);
      await page.pointAt({ x: 2, y: 2 });
      await none(page);
    }
  });

  test("a tip is never cut off: on a desk", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html");
    for (const edge of ["start", "center", "end"]) assert.deepEqual(await page.run(CLIPPED, edge), []);
  });

  test("a tip is never cut off: 320 pixels wide, in a frame", async () => {
    const page = at();
    await page.open("/narrow.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    const faults = [];
    for (const edge of ["start", "center", "end"]) faults.push(...(await page.run(CLIPPED, edge)));
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(faults, []);
  });

  test("Tab leads from a mark to its tip's button, and that to what the number is made of", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.focus("pick", block, pick);
      await page.keys(Key.SHIFT);
      await tipOf(page, block, pick);
      await page.keys(Key.TAB);
      const words = await page.run("(block, pick) => inside.find.pick(block, pick).ariaLabel", block, pick);
      assert.equal(await page.run("() => inside.focused().ariaLabel"), `What it is made of: ${words}`, `Tab from ${pick} in ${block}`);
      await tipOf(page, block, pick);
      // The dialogs answers, about this mark: DESIGN's "two presses at most" from number to source.
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog[open] h2')");
      const title = await page.text("one", "dialog[open] h2");
      const { people } = count(DATA, pick);
      assert.match(title, new RegExp(`^${inWords(people)} people reached`, "i"), `the answer about ${pick}`);
      assert.equal((await page.state()).view, "", "a question is no filter");
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('dialog')");
    }
    assert.deepEqual(await page.faults(), []);
  });
});
