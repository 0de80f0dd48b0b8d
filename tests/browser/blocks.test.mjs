// The blocks of the report: which there are and in which order, their headings, and what the page locks and hides.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const ALL = "headline tiles filters chips year country sdg matrix kind audience donor table foot".split(" ");
const BY = {
  year: "year", country: "country", sdg: "goal", matrix: "country and year", kind: "kind", audience: "audience", donor: "donor",
};
/** The facets whose filters a block ignores. */
const IGNORED = { ...Object.fromEntries(Object.keys(BY).map((block) => [block, [block]])), matrix: ["country", "year"] };

let server;
before(async () => {
  server = await serve();
  const element = (name, attributes) => server.add(`/${name}.html`, html(`<main><h1>Blocks</h1><outreach-report sync="hash" ${attributes}></outreach-report></main>`));
  element("all", "");
  server.add("/plain.html", html(`<main><h1>Blocks</h1><outreach-report sync="hash"></outreach-report></main>`, { head: '<link rel="stylesheet" href="/page.css">' }));
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
  // Without a filter there are no chips.
  const boxes = blocks.map((block) => block.getBoundingClientRect()).filter((box) => box.height > 0);
  const inOrder = boxes.every((box, index) => index === 0 || box.top >= boxes[index - 1].bottom - 1 || (Math.abs(box.top - boxes[index - 1].top) <= 1 && box.left >= boxes[index - 1].right - 1));
  return { parts: blocks.map((block) => block.getAttribute("part")), inOrder };
}`;

/** A view without the filters of some facets. */
const without = (view, facets) => view.split("&").filter((part) => !facets.includes(part.split("=")[0])).join("&");

inEachEngine(() => server, (at, engine) => {
  test("every block is shown, from top to bottom", async () => {
    const page = at();
    await page.mount("/all.html");
    assert.deepEqual(await page.run(ORDER), { parts: ALL, inOrder: true });
    const flat = await page.run(`() => [...root.querySelectorAll(".report [part]:not([part=chips])")].filter((block) => block.getBoundingClientRect().height < 10).map((block) => block.getAttribute("part"))`);
    assert.deepEqual(flat, [], "blocks without height, besides the chips, of which there are none");
  });

  test("what a chart does not show is one row with the number of all that, which opens", async () => {
    const page = at();
    for (const [width, facet] of [[1280, "donor"], [480, "country"]]) {
      await page.driver.manage().window().setRect({ width, height: 900 });
      await page.mount("/all.html#measure=activities");
      const LOOK = `(facet) => {
        const seen = (element) => element.getBoundingClientRect().height > 0;
        const bars = [...root.querySelectorAll('[data-chart="' + facet + '"] li')];
        const picks = bars.map((bar) => bar.querySelector("[data-pick]")).filter((mark) => mark && !seen(mark)).map((mark) => mark.dataset.pick.split("=")[1]);
        return { picks, others: bars.filter((bar) => seen(bar) && bar.querySelector(".others")).map((bar) => [...bar.querySelectorAll(".name, .value")].map(({ textContent }) => textContent)) };
      }`;
      const { picks, others } = await page.run(LOOK, facet);
      assert.ok(picks.length > 1, facet);
      const { activities } = count(DATA, `${facet}=${picks.join("~")}&measure=activities`);
      assert.deepEqual(others.map(([name, number]) => [name, number]), [[`Others (${picks.length}), each activity once`, `${activities}`]]);
      await page.run(`(facet) => [...root.querySelectorAll('[data-chart="' + facet + '"] .others')].find((button) => button.offsetHeight).click()`, facet);
      await page.until(`(facet) => !root.querySelector('[data-chart="' + facet + '"] .others')`, facet);
      assert.deepEqual(await page.run(LOOK, facet), { picks: [], others: [] });
      assert.deepEqual(await drawingProblems(page), []);
    }
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
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

  test("headings say what a chart looks past, and without a headline what it rests on", async () => {
    const page = at();
    await page.mount("/all.html");
    const headings = () => page.run(`() => Object.fromEntries([...root.querySelectorAll("[data-chart]")].map((block) => [block.dataset.chart, [block.querySelector("h3").textContent, block.querySelector(".sub").textContent]]))`);
    const restsOn = (view, block) => {
      const { activities, people } = count(DATA, without(view, IGNORED[block]));
      const counted = view.includes("measure=activities") ? "." : `; ${people.counted} ${activities === 1 ? "gives" : "give"} a number.`;
      return `Rests on ${activities} ${activities === 1 ? "activity" : "activities"}${counted}`;
    };
    for (const view of ["", "country=BT&year=2022", "audience=students&measure=activities", "sdg=5&q=police&measure=activities"]) {
      await page.run("(view) => { report.view = view }", view);
      await agrees(page, view);
      for (const [block, [title, subtitle]] of Object.entries(await headings())) {
        const past = IGNORED[block].filter((facet) => view.includes(`${facet}=`)).map((facet) => (facet === "sdg" ? "goal" : facet));
        const expected = past.length ? `Not filtered by ${past.join(" and ")}, so that you can compare. ${restsOn(view, block)}` : "";
        assert.deepEqual([title, subtitle], [`By ${BY[block]}`, expected], `${block} of ${view}`);
      }
    }
    const view = "country=BT&kind=training&measure=activities";
    for (const block of Object.keys(BY)) {
      await page.run("(block, view) => { report.setAttribute('parts', block); report.view = view }", block, view);
      await page.until("(block) => [...root.querySelectorAll('[data-chart]')].map((chart) => chart.dataset.chart).join() === block", block);
      const [title, subtitle] = (await headings())[block];
      assert.equal(title, `Activities, by ${BY[block]}`, "nothing else on the screen says the measure");
      assert.ok(subtitle.endsWith(restsOn(view, block)), `${block}: ${subtitle}`);
    }
  });

  test("one key explains the forms that are drawn, and stays in view", async () => {
    const page = at();
    await page.mount("/all.html");
    const key = () => page.run(`() => [...root.querySelectorAll(".measure .legend li")].map((item) => item.textContent.trim())`);
    assert.deepEqual(await key(), ["≥ at least", "~ about", "low–high", "planned, not added", "not stated", "No goal seen", "beyond the axis", "– no number"]);
    assert.deepEqual(await page.run(`() => [...root.querySelectorAll(".block:not(.matrix-block) .legend")].length`), 0, "no chart has a legend of its own");
    await page.run("() => root.querySelector('[part=donor]').scrollIntoView()");
    await page.until("() => { const { top, bottom } = root.querySelector('.measure .legend').getBoundingClientRect(); return top >= 0 && bottom < 120; }");
    await page.run("() => { report.view = 'country=LK&measure=activities' }");
    await agrees(page, "country=LK&measure=activities");
    assert.deepEqual(await key(), ["not stated", "No goal seen", "outside the filter"]);
    await page.run("() => { report.setAttribute('parts', 'country'); report.view = '' }");
    await page.until("() => root.querySelector('[part=country] .legend li')");
  });

  test("an empty view is short, and has one way back", async () => {
    const page = at();
    await page.mount("/all.html");
    await page.run("() => { report.view = 'country=BT&year=2030&sdg=5' }");
    await agrees(page, "country=BT&year=2030&sdg=5");
    const shown = await page.run(`() => ({
      charts: [...root.querySelectorAll("[data-chart]")].map((block) => block.dataset.chart),
      others: ["tiles", "table"].filter((part) => root.querySelector("[part=" + part + "]")),
      ways: [...root.querySelectorAll("button")].filter((button) => button.textContent === "Clear all").length,
      height: report.getBoundingClientRect().height < 1200,
    })`);
    assert.deepEqual(shown, { charts: ["year"], others: [], ways: 1, height: true });
  });

  const withoutPhone = engine !== "chromium" && "this engine cannot be given the window of a phone by its driver";
  test("the report begins at once, and is short on a phone", { skip: withoutPhone }, async () => {
    const page = at();
    const measure = () => page.run(`() => [Math.round(root.querySelector("[data-chart=year]").getBoundingClientRect().top - report.getBoundingClientRect().top), Math.round(report.getBoundingClientRect().height)]`);
    await page.chromium("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
    await page.mount("/plain.html");
    const [desk] = await measure();
    assert.ok(desk <= 320, `the first chart begins ${desk} pixels below the top of the report`);
    await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 1, mobile: false });
    await page.mount("/plain.html");
    const [phone, height] = await measure();
    assert.ok(phone <= 440 && height < 4000, `on a phone: ${phone} pixels, and ${height} in all`);
    const visible = () => page.run(`() => [...root.querySelectorAll(".third")].filter((block) => block.getClientRects().length > 0).map((block) => block.dataset.chart)`);
    assert.deepEqual(await visible(), ["kind"]);
    await page.press("button", "Audience");
    await page.until("() => root.querySelector('[data-chart=audience]').getClientRects().length > 0");
    assert.deepEqual(await visible(), ["audience"]);
    assert.deepEqual(await drawingProblems(page), []);
    await page.chromium("Emulation.clearDeviceMetricsOverride");
  });

  test("a part says whose data it shows, under which filters, of which day, and leads to the whole", async () => {
    const page = at();
    for (const [parts, words] of [
      ["year", "Kind: Training · Country: Bhutan · data of 22 November 2026 · Whole report"],
      ["table", "Kind: Training · Country: Bhutan · data of 22 November 2026 · Whole report"],
      ["filters matrix foot", "Kind: Training · Country: Bhutan · data of 22 November 2026 · Whole report"],
      ["headline", "data of 22 November 2026 · Whole report"],
      ["headline country foot", "data of 22 November 2026"],
    ]) {
      await page.mount("/all.html");
      await page.run("(parts) => { report.setAttribute('parts', parts); report.view = 'measure=activities&country=BT&kind=training' }", parts);
      const expected = `${DATA.title} · ${words}`;
      const shown = () => page.run(`() => [...root.querySelectorAll(".over .title > *")].map((part) => part.textContent).join(" · ")`);
      await page.until(`(expected) => [...root.querySelectorAll(".over .title > *")].map((part) => part.textContent).join(" · ") === expected`, expected).catch(async () => assert.equal(await shown(), expected, parts));
      const whole = await page.run(`() => root.querySelector(".over a")?.href ?? ""`);
      if (words.endsWith("Whole report")) assert.match(whole, /country=BT&kind=training&measure=activities&lang=en$/, "the address keeps the view");
    }
    // A page that is not the report's own keeps its title.
    assert.equal(await page.driver.getTitle(), "A page of a partner");
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
