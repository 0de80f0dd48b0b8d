// Everything that filters: after each change the property `view`, the address, the totals, an independent count, the
// headline, the marks, the chips and the event agree (see support/agree.mjs).

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { DATA } from "./support/oracle.mjs";
import { Key, until } from "./support/page.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.close());

const nameOf = (table, key, code) => DATA[table].find((row) => row[key] === code).name;

inEachEngine(() => server, (at, engine) => {
  /** Opens the report at a view. Of the result, `expect` waits for the next view and checks it. */
  async function openAt(view = "") {
    const page = at();
    await page.mount(`/recorded/index.html${view && `#${view}`}`);
    let state = await agrees(page, view, { hash: `#${view}` });
    const expect = async (next) => (state = await agrees(page, next, { before: state }));
    return { page, expect, state: () => state };
  }

  test("pressing bars, columns and goals filters", async () => {
    const { page, expect } = await openAt();
    await page.press("mark", "country", "Bhutan");
    await expect("country=BT");
    await page.press("mark", "country", "Bangladesh");
    await expect("country=BD~BT");
    assert.deepEqual(await drawingProblems(page), []);
    await page.press("mark", "year", "2022");
    await expect("country=BD~BT&year=2022");
    await page.press("mark", "year", "2021");
    await expect("country=BD~BT&year=2021~2022");
    await page.press("mark", "year", "2020");
    await expect("country=BD~BT&year=2020..2022");
    await page.press("mark", "year", "2021");
    await expect("country=BD~BT&year=2020~2022");
    await page.press("mark", "country", "Bangladesh");
    await expect("country=BT&year=2020~2022");
    await page.press("mark", "sdg", "5");
    await expect("country=BT&year=2020~2022&sdg=5");
    await page.press("mark", "sdg", "16");
    await expect("country=BT&year=2020~2022&sdg=5~16");
    assert.deepEqual(await drawingProblems(page), []);
    assert.deepEqual(await page.faults(), []);
  });

  test("pressing the unknown values, and a goal without activities", async () => {
    const { page, expect } = await openAt();
    await page.press("mark", "year", "Undated");
    await expect("year=unknown");
    await page.press("mark", "year", "2019");
    await expect("year=2019~unknown");
    await page.press("mark", "year", "Undated");
    await expect("year=2019");
    await page.press("mark", "sdg", "No goal seen");
    await expect("year=2019&sdg=unknown");
    await page.press("mark", "sdg", "No goal seen");
    await expect("year=2019");
    await page.press("unseenGoal", "14");
    const { headline } = await expect("year=2019&sdg=14");
    assert.match(headline, /^No activity was found/);
    assert.deepEqual(await page.run(`() => [...root.querySelectorAll(".way-back button")].map((button) => button.textContent.trim())`), ["Clear all"]);
    await page.press("one", ".way-back button");
    await expect("");
    assert.deepEqual(await drawingProblems(page), []);
  });

  test("a picker: find, tick, untick, Done, Escape", async () => {
    const { page, expect, state } = await openAt();
    await page.press("picker", "country");
    await page.keys("ban");
    await page.until(`() => root.querySelectorAll("#pick-country li").length === 1`);
    await page.press("choice", "country", "Bangladesh");
    await expect("country=BD");
    await page.type("Find in Country", "zzz");
    await until(async () => (await page.text("one", "#pick-country [role=status]")) === "Nothing found", "the message that nothing was found");
    await page.type("Find in Country", "");
    await page.press("choice", "country", "Nepal");
    await expect("country=BD~NP");
    await page.press("choice", "country", "Bangladesh");
    await expect("country=NP");
    await page.press("inPanel", "country", "Done");
    await page.until(`() => !root.querySelector(".panel")`);
    assert.equal(await page.run(`() => inside.focused() === inside.find.picker("country")`), true, "Done returns the focus");

    await page.press("picker", "country");
    await page.keys(Key.ESCAPE);
    await page.until(`() => !root.querySelector(".panel")`);
    assert.equal(await page.run(`() => inside.focused() === inside.find.picker("country")`), true, "Escape returns the focus");

    // A press outside the open list closes it and does nothing else.
    await page.press("picker", "country");
    await page.until(`() => root.querySelector(".panel")`);
    const headline = await page.run(`() => { const { x, y } = root.querySelector("h2").getBoundingClientRect(); return { x: Math.round(x) + 5, y: Math.round(y) + 5 }; }`);
    await page.actions().move({ ...headline, duration: 0 }).press().release().perform();
    await page.until(`() => !root.querySelector(".panel")`);
    assert.equal((await page.state()).view, state().view);
  });

  test("Clear in a picker keeps the focus there, so that Escape still closes it", async () => {
    const { page, expect } = await openAt("country=NP");
    await page.press("picker", "country");
    await page.press("inPanel", "country", "Clear");
    await expect("");
    assert.ok(await page.run(`() => Boolean(inside.focused()?.closest(".panel"))`), "the focus is still in the list");
    await page.keys(Key.ESCAPE);
    await page.until(`() => !root.querySelector(".panel")`);
  });

  test("an open picker closes on a press outside the report", async () => {
    const { page } = await openAt();
    await page.press("picker", "year");
    await page.until(`() => root.querySelector(".panel")`);
    const point = await page.run(`() => { scrollTo(0, 0); const { x, y } = document.querySelector("h1").getBoundingClientRect(); return { x: Math.round(x) + 5, y: Math.round(y) + 5 }; }`);
    await page.actions().move({ ...point, duration: 0 }).press().release().perform();
    await page.until(`() => !root.querySelector(".panel")`);
  });

  test("years can be typed as from and to", async () => {
    const { page, expect } = await openAt();
    await page.press("picker", "year");
    await page.type("From year", "2018");
    await page.type("To year", "2020");
    await page.press("inPanel", "year", "Show these years");
    await expect("year=2018..2020");
    await page.type("From year", "2023");
    await page.type("To year", "2021");
    await page.keys(Key.ENTER);
    await expect("year=2021..2023");
    await page.type("From year", "22");
    await page.keys(Key.ENTER);
    await until(async () => /Type years of four digits/.test(await page.text("one", ".year-range .wrong")), "the message");
    assert.equal((await page.state()).view, "year=2021..2023");
    await page.type("From year", "2022");
    await page.keys(Key.ENTER);
    await expect("year=2022~2023");
    assert.equal(await page.text("one", ".year-range .wrong"), "");
    await page.press("choice", "year", "Undated");
    await expect("year=2022~2023~unknown");
    await page.press("inPanel", "year", "Clear");
    await expect("");
  });

  // The ways to go on from a typed year; none of them loses it.
  for (const [way, go] of Object.entries({
    Done: (page) => page.press("inPanel", "year", "Done"),
    "a press outside the list": async (page) => {
      const { x, y } = await page.run(`() => root.querySelector("h2").getBoundingClientRect().toJSON()`);
      await page.actions().move({ x: Math.round(x) + 5, y: Math.round(y) + 5, duration: 0 }).press().release().perform();
    },
    "the opener's key": (page) => page.focus("picker", "year").then(() => page.keys(Key.ENTER)),
    Enter: (page) => page.keys(Key.ENTER),
  })) {
    test(`a typed year filters by ${way}, an empty field is an open end`, async () => {
      const { page, expect } = await openAt();
      await page.press("picker", "year");
      await page.type("From year", "2019");
      await go(page);
      await expect("year=2019..2025");
      if (!(await page.has("one", ".panel"))) await page.press("picker", "year");
      await page.type("To year", "");
      await go(page);
      const { entries } = await expect("year=2019..");
      if (!(await page.has("one", ".panel"))) await page.press("picker", "year");
      // Nothing typed, nothing done.
      await page.press("inPanel", "year", "Done");
      await page.until(`() => !root.querySelector(".panel")`);
      assert.deepEqual([(await page.state()).view, (await page.state()).entries], ["year=2019..", entries]);
    });
  }

  test("typed years that are not understood stay, and keep the list open", async () => {
    const { page, expect } = await openAt("year=2022");
    const field = `(name) => inside.find.field(name).value`;
    await page.press("picker", "year");
    await page.type("From year", "19");
    for (const go of [() => page.press("inPanel", "year", "Done"), () => page.focus("picker", "year").then(() => page.keys(Key.ENTER)), () => page.press("field", "From year").then(() => page.keys(Key.ENTER))]) {
      await go();
      await until(async () => /Type years of four digits/.test(await page.text("one", ".year-range .wrong")), "the message");
      assert.equal(await page.run(field, "From year"), "19");
    }
    // Another change of the view leaves them as they are too.
    await page.run("() => { report.view = 'country=BT&year=2022' }");
    await expect("country=BT&year=2022");
    assert.equal(await page.run(field, "From year"), "19");
    await page.type("From year", "2021");
    assert.equal(await page.text("one", ".year-range .wrong"), "");
    await page.press("inPanel", "year", "Done");
    await expect("country=BT&year=2021~2022");
    // Escape closes without them, and Clear clears them.
    await page.press("picker", "year");
    await page.type("From year", "x");
    await page.keys(Key.ESCAPE);
    await page.until(`() => !root.querySelector(".panel")`);
    await page.press("picker", "year");
    assert.equal(await page.run(field, "From year"), "2021");
    await page.type("From year", "2015");
    await page.press("inPanel", "year", "Clear");
    await expect("country=BT");
    assert.equal(await page.run(field, "From year"), "2006");
  });

  test("typed years filter before the list is used, by pointer and by keyboard", async () => {
    const { page } = await openAt();
    await page.press("picker", "year");
    await page.type("From year", "2019");
    await page.press("choice", "year", "Undated");
    await page.until("() => report.view === 'year=2019..2025~unknown'");
    await openAt("year=2019..");
    await page.press("picker", "year");
    await page.type("To year", "2021");
    await page.keys(Key.TAB, Key.TAB);
    await page.until("() => report.view === 'year=2019..2021'");
    // The first check box, or in some browsers the list itself, because it scrolls.
    assert.ok(await page.run(`() => inside.focused().closest(".choices")`));
  });

  test("on a phone a list opens at the lower edge of the window, with Done in sight", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 500, height: 800 });
    await page.mount("/recorded/index.html");
    for (const facet of ["country", "year"]) {
      await page.press("picker", facet);
      const [panel, done, list] = await page.run(`(facet) => ["#pick-" + facet, "#pick-" + facet + " .primary", ".choices"].map((name) => root.querySelector(name).getBoundingClientRect().toJSON())`, facet);
      const height = await page.run("() => innerHeight");
      assert.ok(Math.abs(panel.bottom - height) <= 1 && panel.top > 0, `${facet}: the list is at ${panel.top} to ${panel.bottom} of ${height}`);
      assert.ok(done.bottom < height && list.bottom < done.top && list.height > 100, `${facet}: Done is at ${done.bottom}, the list ends at ${list.bottom}`);
      await page.press("inPanel", facet, "Done");
      await page.until(`() => !root.querySelector(".panel")`);
    }
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  });

  test("chips wrap: none is hidden, however many there are", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 500, height: 800 });
    await page.mount("/recorded/index.html#country=AF~BD~BT~IN~LK~MV~NP~PK&kind=training&donor=eu");
    const hidden = await page.run(`() => {
      const bounds = report.getBoundingClientRect();
      return [...root.querySelectorAll(".chip")].filter((chip) => { const { left, right } = chip.getBoundingClientRect(); return left < bounds.left || right > bounds.right; }).length;
    }`);
    assert.deepEqual([hidden, await page.run(`() => root.querySelectorAll(".chip").length`)], [0, 10]);
    await page.mount("/recorded/index.html");
    assert.equal(await page.run(`() => root.querySelector(".chips").getBoundingClientRect().height`), 0, "without a filter no room is kept");
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  });

  test("every picker under the button More", async () => {
    const { page, expect } = await openAt();
    await page.press("button", "More");
    await page.until(`() => root.querySelectorAll(".picker").length === 9`);
    const choices = [
      ["sdg", "5  Gender equality", "sdg=5"],
      ["kind", "Training", "kind=training"],
      ["theme", nameOf("themes", "code", "TIP"), "theme=TIP"],
      ["audience", "Law enforcement", "audience=law-enforcement"],
      ["org", nameOf("organisations", "code", "UNODC"), "org=UNODC"],
      ["donor", nameOf("donors", "id", "us-state-jtip"), "donor=us-state-jtip"],
      ["project", "No project named", "project=unknown"],
      ["project", "GLO.ACT", "project=glo-act"],
    ];
    for (const [facet, name, view] of choices) {
      await page.press("picker", facet);
      await page.press("choice", facet, name);
      await expect(view);
      await page.press("inPanel", facet, "Clear");
      await expect("");
      await page.press("inPanel", facet, "Done");
      await page.until(`() => !root.querySelector(".panel")`);
    }
    // The picker of a chosen value stays visible.
    await page.press("picker", "kind");
    await page.press("choice", "kind", "Workshop");
    await expect("kind=workshop");
    await page.press("inPanel", "kind", "Done");
    await page.press("button", "Fewer");
    await page.until(`() => root.querySelectorAll(".picker").length === 4 && inside.find.picker("kind")`);
  });

  test("an audience filter counts only the chosen audiences", async () => {
    const { page, expect } = await openAt("audience=students");
    await page.press("mark", "country", "Bangladesh");
    await expect("country=BD&audience=students");
    await page.press("chip", "Audience: Students");
    await expect("country=BD");
  });

  test("the search field filters", async () => {
    const { page, expect } = await openAt();
    await page.press("field", "Search title, place, partner");
    await page.keys("k");
    await expect("q=k");
    await page.keys("a");
    await expect("q=ka");
    await page.keys("thmandu");
    await until(async () => (await page.state()).view === "q=kathmandu", "the word");
    await agrees(page, "q=kathmandu");
    await until(async () => (await page.state()).chips.join() === "“kathmandu”", async () => `the chip, not ${(await page.state()).chips}`);
    await page.keys(" pol");
    await until(async () => (await page.state()).view === "q=kathmandu%20pol", "two words");
    await agrees(page, "q=kathmandu%20pol");
    assert.equal(await page.run(`() => inside.find.field("Search title, place, partner").value`), "kathmandu pol");
    await page.press("chip", "“kathmandu pol”");
    await until(async () => (await page.state()).view === "", "no words");
    await agrees(page, "");
    await page.until(`() => inside.find.field("Search title, place, partner").value === ""`);
    await page.type("Search title, place, partner", "ÉCOLE & 100%~#");
    await until(async () => (await page.state()).view === "q=%C3%89COLE%20%26%20100%25~%23", "all kinds of characters");
    await agrees(page, "q=%C3%89COLE%20%26%20100%25~%23");
  });

  test("the charts can measure people or activities", async () => {
    const { page, expect } = await openAt("country=BT");
    await page.press("button", "Activities");
    const state = await expect("country=BT&measure=activities");
    assert.equal(state.measure, "Activities");
    assert.deepEqual(await drawingProblems(page), []);
    const bar = await page.text("one", '[part="country"] .mark .value');
    assert.equal(bar, String(state.totals.facets.country.reduce((most, row) => Math.max(most, row.activities), 0)));
    await page.press("button", "People reached, as reported");
    await expect("country=BT");
  });

  test("the basis of goals can be changed", async () => {
    const { page, expect } = await openAt("country=BD");
    await page.press("button", "Add goals inferred from the theme");
    await expect("country=BD&basis=theme");
    assert.deepEqual(await drawingProblems(page), []);
    assert.match(await page.text("one", ".measure .legend"), /inferred from the theme/);
    await page.press("button", "Only goals that the page states");
    await expect("country=BD&basis=stated");
    await page.press("button", "Back to stated and declared goals");
    await expect("country=BD");
  });

  test("the headings of the table sort", async () => {
    const { page, expect } = await openAt("year=2022");
    for (const [column, view, sorted] of [
      ["Date", "sort=date", "Date ascending"],
      ["Date", "", "Date descending"],
      ["People", "sort=-people", "People descending"],
      ["People", "sort=people", "People ascending"],
      ["Activity", "sort=title", "Activity ascending"],
      ["Country", "sort=country", "Country ascending"],
      ["Country", "sort=-country", "Country descending"],
    ]) {
      await page.press("heading", column);
      const state = await expect(`year=2022${view && `&${view}`}`);
      await until(async () => (await page.state()).sorted.join() === sorted, async () => `${sorted}, not ${(await page.state()).sorted}`);
      assert.equal(state.totals.activities, state.totals.facets.year.find((row) => row.key === "2022").activities);
    }
  });

  test("a chip removes its own filter, and Clear all removes all filters", async () => {
    const { page, expect } = await openAt("country=BD~BT&year=2019..2022&sdg=5&kind=training&q=a&measure=activities&sort=title");
    assert.deepEqual((await page.state()).chips, ["Country: Bangladesh", "Country: Bhutan", "Year: 2019 to 2022", "Goal: 5 Gender equality", "Kind: Training", "“a”"]);
    await page.press("chip", "Country: Bangladesh");
    await expect("country=BT&year=2019..2022&sdg=5&kind=training&q=a&measure=activities&sort=title");
    await page.press("chip", "Year: 2019 to 2022");
    await expect("country=BT&sdg=5&kind=training&q=a&measure=activities&sort=title");
    await page.press("chip", "“a”");
    await expect("country=BT&sdg=5&kind=training&measure=activities&sort=title");
    await page.press("button", "Clear all");
    await expect("measure=activities&sort=title");
    assert.equal(engine && (await page.has("button", "Clear all")), false);
  });

  test("a row opens to show all facts and closes again", async () => {
    const { page } = await openAt("country=BT&year=2022");
    const title = await page.text("one", "button.title");
    const record = DATA.activities.find((activity) => activity.title === title);
    await page.press("title", title);
    await page.until(`() => root.querySelector(".facts")`);
    const facts = await page.text("one", ".facts");
    for (const fact of [record.summary, record.id, record.source.publisher]) assert.ok(facts.includes(fact), fact);
    const link = await page.run(`() => { const a = root.querySelector(".facts a"); return [a.href, a.target, a.rel]; }`);
    assert.deepEqual(link, [record.source.url, "_blank", "noopener noreferrer"]);
    assert.equal(await page.run(`() => root.querySelector("button.title").ariaExpanded`), "true");
    await page.press("title", title);
    await page.until(`() => !root.querySelector(".facts")`);
  });

  test("the table shows all records, and fewer again", async () => {
    const { page } = await openAt();
    await page.press("button", "Show all 162");
    await page.until(`() => root.querySelectorAll("tbody:not(.later) button.title").length === 162`);
    await page.press("button", "Show fewer");
    await page.until(`() => root.querySelectorAll("tbody:not(.later) button.title").length === 20`);
  });
});
