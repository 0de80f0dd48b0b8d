// The tooltip of a mark: pointing, focus and touch show the same one. The pointer can move to it, Escape dismisses it, it
// is never cut off, and its button opens the breakdown of the mark's number.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { DATA, count, inWords } from "./support/oracle.mjs";
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

/** The visible tooltips: their blocks, marks and texts. */
const tooltips = (page) =>
  page.run(`() => [...root.querySelectorAll(".tooltip:not([hidden])")].map((tip) => ({ block: tip.closest("[data-chart]").dataset.chart, of: tip.dataset.of, text: tip.querySelector("p").textContent, button: tip.querySelector("button").ariaLabel }))`);

/** Waits until the only visible tooltip is that of a mark, with the mark's full label, and returns it. */
async function tooltipOf(page, block, pick) {
  const label = () => page.run("(block, pick) => inside.find.pick(block, pick).ariaLabel", block, pick);
  let visible;
  const right = async () => {
    visible = await tooltips(page);
    return visible.length === 1 && visible[0].block === block && visible[0].of === pick && visible[0].text === (await label());
  };
  await until(right, () => `the tooltip of ${pick} in ${block}, not ${JSON.stringify(visible)}`);
  return visible[0];
}

const untilNone = (page) => until(async () => (await tooltips(page)).length === 0, "no tooltip");

/**
 * Lists what is wrong with the positions of the tooltips of all marks, one after another. Each mark is first scrolled to an
 * edge of the window. Pointer events show the tooltips, because a window of WebKit's driver never has the focus.
 */
const CLIPPED = `(edge) => {
  const problems = [];
  const pageWidth = document.documentElement.scrollWidth;
  for (const mark of root.querySelectorAll("[data-chart] [data-pick]")) {
    // A phone hides charts behind tabs, and all but five bars.
    if (mark.getClientRects().length === 0) continue;
    mark.scrollIntoView({ block: edge, inline: "nearest", behavior: "instant" });
    mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
    const name = mark.ariaLabel + ", " + edge + ": ";
    const tip = mark.closest("[data-chart]").querySelector(".tooltip");
    if (tip.hidden) { problems.push(name + "no tooltip"); continue; }
    const box = tip.getBoundingClientRect();
    const bounds = report.getBoundingClientRect();
    if (box.left < Math.max(0, bounds.left) - 1 || box.right > Math.min(document.documentElement.clientWidth, bounds.right) + 1) problems.push(name + "from " + box.left + " to " + box.right);
    if (box.top < -1 || box.bottom > innerHeight + 1) problems.push(name + "from " + box.top + " down to " + box.bottom + " of " + innerHeight);
    const markBox = mark.getBoundingClientRect();
    // Above, below or beside it.
    const gap = Math.max(markBox.top - box.bottom, box.top - markBox.bottom, markBox.left - box.right, box.left - markBox.right);
    if (gap > 1) problems.push(name + gap + " px from its mark");
    if (gap < -markBox.height / 2) problems.push(name + "over its mark");
    for (const [x, y] of [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]]) {
      const top = root.elementFromPoint(x, y);
      if (!tip.contains(top)) problems.push(name + "under " + (top ? top.tagName + "." + top.className : "nothing"));
    }
    if (tip.scrollWidth > tip.clientWidth) problems.push(name + "its text overflows");
    if (document.documentElement.scrollWidth > pageWidth) problems.push(name + "widens the page");
  }
  root.querySelector(".report").dispatchEvent(new PointerEvent("pointerleave"));
  return problems.slice(0, 12);
}`;

inEachEngine(() => server, (at, engine) => {
  test("on a desktop a tooltip is beside the bars that are compared, and offers nothing for what is empty", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html#country=BT");
    const problems = await page.run(`() => {
      const problems = [];
      for (const mark of root.querySelectorAll(".bars [data-pick], .plot [data-pick]")) {
        mark.scrollIntoView({ block: "center", behavior: "instant" });
        mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
        const tip = mark.closest("[data-chart]").querySelector(".tooltip");
        const box = tip.getBoundingClientRect();
        const isOver = (other) => { const { left, right, top, bottom } = other.getBoundingClientRect(); return box.left < right - 1 && box.right > left + 1 && box.top < bottom - 1 && box.bottom > top + 1; };
        const others = mark.closest(".bars")?.querySelectorAll(".mark") ?? [];
        if ([...others].some(isOver)) problems.push("over a bar: " + mark.ariaLabel);
        const isEmpty = /(^|[^0-9,])0 activities/.test(mark.ariaLabel);
        if (tip.querySelector("button").hidden !== isEmpty) problems.push("offer: " + mark.ariaLabel);
      }
      root.querySelector(".report").dispatchEvent(new PointerEvent("pointerleave"));
      return problems;
    }`);
    assert.deepEqual(problems, []);
  });

  test("pointing and focus show the same tooltip in every block", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.hover("pick", block, pick);
      const pointed = await tooltipOf(page, block, pick);
      assert.ok(pointed.button.endsWith(pointed.text), "the button names the mark");
      await page.pointAt({ x: 2, y: 2 });
      await untilNone(page);
      // WebKit's driver does not focus its window before a key is pressed in it.
      await page.focus("pick", block, pick);
      await page.keys(Key.SHIFT);
      const focused = await tooltipOf(page, block, pick);
      assert.deepEqual(focused, pointed);
      await page.keys(Key.ESCAPE);
      await untilNone(page);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a touch filters and shows the tooltip with the numbers after that", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.run("() => { report.view = '' }");
      await agrees(page, "");
      await page.tap("pick", block, pick);
      await agrees(page, pick);
      await tooltipOf(page, block, pick);
    }
  });

  test("Escape hides the tooltip and changes nothing else", async () => {
    const page = at();
    await page.mount("/recorded/index.html#year=2022");
    await page.press("pick", "country", "country=BD");
    await agrees(page, "country=BD&year=2022");
    await tooltipOf(page, "country", "country=BD");
    await page.keys(Key.ESCAPE);
    await untilNone(page);
    assert.equal(await page.run("() => inside.focused().dataset.pick"), "country=BD");
    assert.equal((await page.state()).view, "country=BD&year=2022");
    // It is shown again when the mark is pointed at again.
    await page.pointAt({ x: 2, y: 2 });
    await page.hover("pick", "country", "country=BD");
    await tooltipOf(page, "country", "country=BD");
  });

  test("the pointer can move to the tooltip, and to its button", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      // A bar's mark is a whole row; its tooltip is over the part with the name.
      const mark = await page.point("pick", block, pick);
      const { left, width } = await page.run("(block, pick) => inside.find.pick(block, pick).getBoundingClientRect().toJSON()", block, pick);
      mark.x = Math.round(left + Math.min(width / 2, 100));
      await page.pointAt(mark);
      await tooltipOf(page, block, pick);
      const tip = await page.run(`() => {
        const round = ({ left, top, width, height }) => ({ x: Math.round(left + width / 2), y: Math.round(top + height / 2) });
        const tip = root.querySelector(".tooltip:not([hidden])");
        return { middle: round(tip.getBoundingClientRect()), button: round(tip.querySelector("button").getBoundingClientRect()) };
      }`);
      // In small steps, as a person moves it: first straight out of the mark, sideways from a bar and up or down from any
      // other mark, then to the button.
      const steps = 6;
      const isBar = await page.run("(block, pick) => inside.find.pick(block, pick).closest('.bars') !== null", block, pick);
      const target = isBar ? { x: tip.middle.x, y: mark.y } : { x: mark.x, y: tip.middle.y };
      for (let step = 1; step <= steps; step += 1) await page.pointAt({ x: Math.round(mark.x + ((target.x - mark.x) * step) / steps), y: Math.round(mark.y + ((target.y - mark.y) * step) / steps) });
      await tooltipOf(page, block, pick);
      await page.pointAt(tip.button, 30);
      await tooltipOf(page, block, pick);
      await page.pointAt({ x: 2, y: 2 });
      await untilNone(page);
    }
  });

  test("a tooltip is never cut off: on a desktop", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html");
    for (const edge of ["start", "center", "end"]) assert.deepEqual(await page.run(CLIPPED, edge), []);
  });

  test("a tooltip is never cut off: 320 pixels wide, in a frame", async () => {
    const page = at();
    await page.open("/narrow.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    const faults = [];
    for (const edge of ["start", "center", "end"]) faults.push(...(await page.run(CLIPPED, edge)));
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(faults, []);
  });

  test("Tab moves from a mark to its tooltip's button, which opens the breakdown of the number", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    for (const [block, pick] of Object.entries(MARKS)) {
      await page.focus("pick", block, pick);
      await page.keys(Key.SHIFT);
      await tooltipOf(page, block, pick);
      await page.keys(Key.TAB);
      const label = await page.run("(block, pick) => inside.find.pick(block, pick).ariaLabel", block, pick);
      assert.equal(await page.run("() => inside.focused().ariaLabel"), `What it is made of: ${label}`, `Tab from ${pick} in ${block}`);
      await tooltipOf(page, block, pick);
      // The breakdown of this mark opens: from a number to its source, two presses at most are needed.
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog[open] h2')");
      const title = await page.text("one", "dialog[open] h2");
      const { people } = count(DATA, pick);
      assert.match(title, new RegExp(`^${inWords(people)} people reached`, "i"), `the breakdown of ${pick}`);
      assert.equal((await page.state()).view, "", "opening the breakdown does not filter");
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('dialog')");
    }
    assert.deepEqual(await page.faults(), []);
  });
});
