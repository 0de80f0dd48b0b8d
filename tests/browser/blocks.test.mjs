// The blocks of the report: which there are and in which order, their headings, and what the page locks and hides.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const ALL = "headline chips filters tiles year country sdg matrix kind audience donor table foot".split(" ");
const BY = {
  year: "by year", country: "by country", sdg: "by Sustainable Development Goal", matrix: "by country and year",
  kind: "by kind of activity", audience: "by audience", donor: "by donor",
};
/** The facets whose filters a block ignores. */
const IGNORED = { ...Object.fromEntries(Object.keys(BY).map((block) => [block, [block]])), matrix: ["country", "year"] };

let server;
before(async () => {
  server = await serve();
  const element = (name, attributes) => server.add(`/${name}.html`, html(`<main><h1>Blocks</h1><outreach-report sync="hash" ${attributes}></outreach-report></main>`));
  element("all", "");
  element("other", `parts="table, sdg year\n tiles"`);
  element("odd", `parts="year picture sdg year" lock="colour" hide="taste"`);
  element("licence", `parts="year"`);
  element("locked", `view="country=BT" lock="country"`);
  element("year", `view="year=2022" lock="year"`);
  element("hidden", `view="donor=us-state-jtip" hide="donor project"`);
});
after(() => server.close());

/** The blocks in document order, which screen readers follow, and whether they are displayed in that order. */
const ORDER = `() => {
  const blocks = [...root.querySelectorAll(".report [part]")];
  const boxes = blocks.map((block) => block.getBoundingClientRect());
  const inOrder = boxes.every((box, index) => index === 0 || box.top >= boxes[index - 1].bottom - 1 || (Math.abs(box.top - boxes[index - 1].top) <= 1 && box.left >= boxes[index - 1].right - 1));
  return { parts: blocks.map((block) => block.getAttribute("part")), inOrder };
}`;

/** A view without the filters of some facets. */
const without = (view, facets) => view.split("&").filter((part) => !facets.includes(part.split("=")[0])).join("&");

inEachEngine(() => server, (at) => {
  test("every block is shown, from top to bottom", async () => {
    const page = at();
    await page.mount("/all.html");
    assert.deepEqual(await page.run(ORDER), { parts: ALL, inOrder: true });
    const flat = await page.run(`() => [...root.querySelectorAll(".report [part]:not([part=chips])")].filter((block) => block.getBoundingClientRect().height < 10).map((block) => block.getAttribute("part"))`);
    assert.deepEqual(flat, [], "blocks without height, besides the chips, of which there are none");
  });

  test("the page chooses the blocks and their order", async () => {
    const page = at();
    await page.mount("/other.html");
    assert.deepEqual(await page.run(ORDER), { parts: ["table", "sdg", "year", "tiles", "foot"], inOrder: true });
    await page.run(`() => report.setAttribute("parts", "donor headline")`);
    await page.until(`() => [...root.querySelectorAll(".report [part]")].map((block) => block.getAttribute("part")).join(" ") === "donor headline foot"`);
    await page.run(`() => report.removeAttribute("parts")`);
    await page.until(`() => root.querySelectorAll(".report [part]").length === 13`);
    assert.deepEqual((await page.run(ORDER)).parts, ALL);
  });

  test("an unknown word in an attribute is named in a notice, and the rest is shown", async () => {
    const page = at();
    await page.mount("/odd.html");
    assert.deepEqual((await page.run(ORDER)).parts, ["year", "sdg", "foot"]);
    const { notice } = await page.state();
    for (const words of ["“picture” in parts", "“colour” in lock", "“taste” in hide"]) assert.ok(notice.includes(words), `${words} in ${notice}`);
  });

  test("the licence is shown even with a single block", async () => {
    const page = at();
    await page.mount("/licence.html");
    assert.deepEqual((await page.run(ORDER)).parts, ["year", "foot"]);
    const link = await page.run(`() => { const a = root.querySelector(".foot a"); return [a.textContent, a.href, a.rel.includes("license")]; }`);
    assert.match(link[0], /CC BY 4\.0|Attribution 4\.0/);
    assert.deepEqual(link.slice(1), [DATA.license.url, true]);
    // If the page did not ask for the foot, it holds nothing else to press.
    assert.equal(await page.run(`() => root.querySelectorAll(".foot :is(a, button)").length`), 1);
  });

  test("headings name the measure and the block, and say how many activities they are based on", async () => {
    const page = at();
    await page.mount("/all.html");
    for (const view of ["", "country=BT&year=2022", "audience=students&measure=activities", "sdg=5&q=police&measure=activities", "country=FR"]) {
      await page.run("(view) => { report.view = view }", view);
      await agrees(page, view);
      const headings = await page.run(`() => Object.fromEntries([...root.querySelectorAll("[data-chart]")].map((block) => [block.dataset.chart, [block.querySelector("h3").textContent, block.querySelector(".sub").textContent]]))`);
      const inActivities = view.includes("measure=activities");
      for (const [block, by] of Object.entries(BY)) {
        const [title, basedOn] = headings[block];
        assert.equal(title, `${inActivities ? "Activities" : "People reached, as reported"}, ${by}`);
        const { activities, people } = count(DATA, without(view, IGNORED[block]));
        const start = `Rests on ${activities} ${activities === 1 ? "activity" : "activities"}${inActivities ? "." : `; ${people.counted} ${activities === 1 ? "gives" : "give"} a number.`}`;
        assert.ok(basedOn.startsWith(start), `${block} of ${view}: ${basedOn}, not ${start}`);
      }
    }
  });

  test("the reader cannot change a locked facet", async () => {
    const page = at();
    await page.mount("/locked.html#country=NP&year=2022");
    await agrees(page, "country=BT&year=2022", { hash: "#country=NP&year=2022" });
    assert.match((await page.state()).notice, /“country” is fixed by this page/);
    await page.mount("/locked.html");
    await agrees(page, "country=BT", { hash: "" });
    assert.equal(await page.has("picker", "country"), false, "no picker for it");
    assert.equal(await page.run(`() => root.querySelector(".chip.fixed").textContent`), "Country: Bhutan");
    assert.equal(await page.run(`() => [...root.querySelectorAll('[data-chart="country"] [data-pick], [data-chart="matrix"] [data-pick]')].every((mark) => mark.ariaDisabled !== null)`), true);
    const { eventCount } = await page.state();
    await page.press("mark", "country", "Nepal");
    await page.press("pick", "matrix", "country=BD&year=2021");
    await page.focus("mark", "country", "Bhutan");
    await page.keys(Key.ENTER);
    await page.painted();
    assert.deepEqual([(await page.state()).view, (await page.state()).eventCount], ["country=BT", eventCount]);
    await page.press("mark", "year", "2022");
    await agrees(page, "country=BT&year=2022");
    await page.press("mark", "sdg", "16");
    await agrees(page, "country=BT&year=2022&sdg=16");
    await page.press("button", "Clear all");
    await agrees(page, "country=BT");
    await page.run("() => { location.hash = 'country=PK&sdg=16' }");
    await agrees(page, "country=BT&sdg=16", { hash: "#country=PK&sdg=16" });
    await page.run("() => history.back()");
    await agrees(page, "country=BT");
    // The page itself may change what it locked.
    await page.run("() => { report.view = 'country=NP' }");
    await agrees(page, "country=NP");
    await page.run("() => report.removeAttribute('lock')");
    await page.press("chip", "Country: Nepal");
    await agrees(page, "");
  });

  test("locked years cannot be dragged or reached with the keyboard", async () => {
    const page = at();
    await page.mount("/year.html");
    const { eventCount, entries } = await page.state();
    const [from, to] = [await page.point("mark", "year", "2017"), await page.point("mark", "year", "2021")];
    await page.actions().move({ ...from, duration: 0 }).press().move({ ...to, duration: 50 }).release().perform();
    await page.focus("mark", "year", "2019");
    await page.keysWith(Key.SHIFT, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
    await page.painted();
    const state = await page.state();
    assert.deepEqual([state.view, state.eventCount, state.entries], ["year=2022", eventCount, entries]);
  });

  test("a hidden facet is neither shown nor changed, but still filters", async () => {
    const page = at();
    await page.mount("/hidden.html#donor=unknown&country=BT&project=glo-act");
    await agrees(page, "country=BT&donor=us-state-jtip", { hash: "#donor=unknown&country=BT&project=glo-act", hidden: ["donor"] });
    await page.press("button", "More");
    await page.until(`() => root.querySelectorAll(".picker").length === 7`);
    const { parts } = await page.run(ORDER);
    assert.deepEqual(parts, ALL.filter((part) => part !== "donor"));
    assert.deepEqual((await page.state()).chips, ["Country: Bhutan"]);
    await page.press("chip", "Country: Bhutan");
    await agrees(page, "donor=us-state-jtip", { hidden: ["donor"] });
  });
});
