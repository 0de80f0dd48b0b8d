// Lists, tooltips and dialogs are over everything else on the page and inside the window, whatever the page puts around
// the report: boxes that cut off, layers of their own, headers that stay in view, frames of little height.

import assert from "node:assert/strict";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const report = (attributes = "") => `<outreach-report ${attributes}></outreach-report>`;
/** What is around the report, and the style of it. */
const AROUND = {
  cutting: [`<div>${report('parts="headline filters year"')}</div>`, "div { overflow: hidden; height: 420px }"],
  layers: [`<header>Head</header><div>${report('parts="filters year country"')}</div><p>After</p>`,
    "header { position: sticky; top: 0; z-index: 9; height: 120px; background: white } div { animation: in 1s both; height: 300px } @keyframes in { to { transform: translateX(0) } } p { position: relative; height: 900px; background: white }"],
  contained: [`<div>${report('parts="filters year"')}</div>`, "div { contain: paint; position: relative; z-index: 0; margin: 60px; height: 200px }"],
  scaled: [`<div>${report('parts="filters year"')}</div>`, "div { transform: scale(0.6); transform-origin: 0 0 }"],
  scrolling: [`<div><p>Before</p>${report('parts="filters year country"')}</div>`, "p { height: 200px } div { height: 400px; overflow: auto }"],
};

let server;
before(async () => {
  server = await serve();
  for (const [name, [body, style]] of Object.entries(AROUND)) server.add(`/${name}.html`, html(body, { head: `<style>${style}</style>` }));
  server.add("/short.html", html(`<iframe title="The report" src="/inner.html" width="900" height="300"></iframe>`, { script: "" }));
  server.add("/inner.html", html(report()));
});
after(() => server.close());

/** What is wrong with the place of an element that is open: outside of the window, not on top, far from what it is for. */
const MISPLACED = `(open, of) => {
  const box = (element) => element.getBoundingClientRect();
  const { left, top, right, bottom } = box(open);
  const problems = [];
  if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) problems.push("at " + [left, top, right, bottom].map(Math.round));
  for (const [x, y] of [[left + 12, top + 6], [right - 12, top + 6], [left + 12, bottom - 6], [right - 12, bottom - 6]]) {
    if (!open.contains(root.elementFromPoint(x, y)) || document.elementFromPoint(x, y) !== report) problems.push("covered at " + [x, y].map(Math.round));
  }
  const gap = of && Math.max(box(of).left - right, left - box(of).right, box(of).top - bottom, top - box(of).bottom);
  if (gap > 10) problems.push(gap + " px away");
  return problems;
}`;

/** Opens the list of a facet, and returns what is wrong with its place. */
async function openList(page, facet) {
  await page.run("(facet) => inside.find.picker(facet).click()", facet);
  await page.until("(facet) => root.querySelector('#pick-' + facet)?.contains(inside.focused())", facet);
  return page.run(`(facet) => (${MISPLACED})(root.querySelector(".panel"), inside.find.picker(facet))`, facet);
}

/** Points at a mark, and returns what is wrong with the place of its tooltip. */
function openTooltip(page, ...pick) {
  return page.run(`(...pick) => {
    const mark = inside.find.pick(...pick);
    mark.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType: "mouse" }));
    return (${MISPLACED})(root.querySelector(".tooltip:not([hidden])"), mark);
  }`, ...pick);
}

inEachEngine(() => server, (at) => {
  for (const name of Object.keys(AROUND)) {
    test(`lists and tooltips are on top: ${name}`, async () => {
      const page = at();
      await page.open(`/${name}.html`);
      assert.deepEqual(await openTooltip(page, "year", "year=2022"), []);
      for (const facet of ["country", "year"]) assert.deepEqual(await openList(page, facet), [], facet);
      if (name !== "scrolling") return;
      await page.run("() => { document.querySelector('div').scrollTop += 60; }");
      await page.until(`() => (${MISPLACED})(root.querySelector(".panel"), inside.find.picker("year")).length === 0`);
    });
  }

  test("in a frame of little height a list, a tooltip and a dialog are whole and can be used", async () => {
    const page = at();
    await page.open("/short.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    for (const facet of ["country", "year", "sdg"]) {
      await page.run("(facet) => inside.find.picker(facet).scrollIntoView({ block: 'end' })", facet);
      assert.deepEqual(await openList(page, facet), [], facet);
      const list = await page.run("() => [...root.querySelectorAll('.choices, .panel .primary')].map((element) => element.getBoundingClientRect().toJSON())");
      assert.ok(list[0].height >= 40 && list[1].bottom <= 300, `${facet}: ${JSON.stringify(list)}`);
    }
    await page.run("() => inside.find.choice('sdg', 'Gender equality')?.click() ?? root.querySelector('.choices label').click()");
    await page.until("() => report.view !== ''");
    await page.run("() => inside.find.inPanel('sdg', 'Done').click()");
    await page.until("() => !root.querySelector('.panel')");
    await page.run("() => inside.find.pick('country', 'country=BT').scrollIntoView({ block: 'center' })");
    assert.deepEqual(await openTooltip(page, "country", "country=BT"), []);
    await page.run("() => inside.find.button('Share, cite, download').click()");
    await page.until("() => root.querySelector('dialog.dialog[open] .share-link')");
    assert.deepEqual(await page.run(`() => (${MISPLACED})(root.querySelector("dialog"))`), []);
    await page.driver.switchTo().defaultContent();
  });

  test("a list that is opened the moment the report is ready stays open", async () => {
    const page = at();
    await page.open("/contained.html");
    await page.run(`() => {
      window.opened = (async () => {
        const fresh = document.createElement("outreach-report");
        fresh.setAttribute("parts", "filters");
        report.replaceWith(fresh);
        await fresh.ready;
        fresh.shadowRoot.querySelector(".pick").click();
      })();
    }`);
    await page.until("() => root.querySelector('.panel')?.contains(inside.focused())");
    await page.idle();
    assert.ok(await page.has("one", ".panel"));
    await page.run("() => root.querySelector('.choices input').click()");
    await page.until("() => report.view === 'country=AF'");
  });
});
