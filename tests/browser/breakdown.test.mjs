// The breakdown of a number into records, counts and sources, opened from every total, bar, column and cell.

import assert from "node:assert/strict";
import { DATA, count, countRecords, inWords } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { HOW_WE_COUNT, closeDialog, dialogHeading, openDialog } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT&year=2022";

let server;
before(async () => {
  server = await serve();
  server.add("/report.html", html('<h1>A test</h1><outreach-report sync="hash"></outreach-report>'));
});
after(() => server.close());

inEachEngine(() => server, (at) => {
  test("the breakdown of a number lists its records and their sources", async () => {
    const page = at();
    await page.mount(`/report.html#${VIEW}`);
    await openDialog(page, HOW_WE_COUNT);
    const shown = await page.run(`() => {
      const dialog = root.querySelector("dialog.dialog");
      const text = (element) => element.textContent.trim();
      return {
        title: text(dialog.querySelector("h2")), filter: text(dialog.querySelector(".filter")),
        groups: [...dialog.querySelectorAll(".records")].map((group) => [text(group.querySelector("h3")), group.querySelectorAll("ol > li").length]),
        titles: [...dialog.querySelectorAll(".records .what")].map(text),
        links: [...dialog.querySelectorAll(".records a")].map((a) => ({ href: a.href, rel: a.rel, target: a.target, policy: a.referrerPolicy, label: a.ariaLabel })),
      };
    }`);
    const { people } = count(DATA, VIEW);
    assert.match(shown.title, new RegExp(`^${inWords(people)} people reached, as reported$`, "i"));
    assert.equal(shown.filter, "Country: Bhutan · Year: 2022");
    for (const [title, n] of shown.groups) assert.match(title, new RegExp(`(· |in )${n}( activit(y|ies))?$`));
    assert.equal(new Set(shown.titles).size, countRecords(DATA, VIEW), "every record of the view");
    assert.ok(shown.links.length >= shown.titles.length - 1);
    for (const link of shown.links) {
      assert.match(link.href, /^https?:/);
      assert.deepEqual([link.rel, link.target, link.policy], ["noopener noreferrer", "_blank", "no-referrer"]);
      assert.match(link.label, /opens the page in a new tab/);
    }
    assert.equal(await page.run("() => report.view"), VIEW, "the view does not change");
    assert.deepEqual(await page.faults(), []);
  });

  test("how we count begins with the bridge of numbers, and lists ten records of a section first", async () => {
    const page = at();
    await page.mount("/report.html");
    await openDialog(page, HOW_WE_COUNT);
    const steps = await page.run("() => [...root.querySelectorAll('.bridge > li > p')].map((step) => parseInt(step.textContent))");
    const { activities, people } = count(DATA);
    assert.deepEqual(steps.slice(0, 3), [countRecords(DATA, ""), activities, people.counted]);
    const height = await page.run("() => root.querySelector('.dialog-body').scrollHeight");
    assert.ok(height < 7000, `${height} px`);
    const shown = () => page.run("() => root.querySelectorAll('.records:first-child ol > li').length");
    assert.equal(await shown(), 10);
    const inSection = steps.at(-1);
    await page.press("button", `Show ${inSection - 10} more`);
    await page.until("() => root.querySelectorAll('.records:first-child ol > li').length > 10");
    assert.equal(await shown(), inSection);
    assert.equal(await page.run("() => [...inside.focused().parentElement.children].indexOf(inside.focused())"), 10, "the focus is on the first new record");
    assert.deepEqual(await page.faults(), []);
  });

  test("each total opens its breakdown", async () => {
    const page = at();
    await page.mount(`/report.html#${VIEW}`);
    const { activities, people, planned, facets } = count(DATA, VIEW);
    const plural = (n, one, other) => `${n} ${n === 1 ? one : other}`;
    // Activities in Bhutan are in other countries too, but those are not what the view is filtered by.
    const countries = 1;
    const goals = facets.sdg.filter((row) => row.key !== "unknown" && row.activities > 0).length;
    const totals = {
      people: `${inWords(people)} people reached, as reported`,
      activities: plural(activities, "activity", "activities"),
      planned: planned.qualifier === "none" ? "No number of people planned" : `${inWords(planned)} people planned`,
      countries: plural(countries, "country", "countries"),
      goals: `${plural(goals, "goal", "goals")} seen`,
    };
    for (const [total, title] of Object.entries(totals)) {
      // The headline has the people and the activities, which tiles say only without it.
      await page.press("one", ["people", "activities"].includes(total) ? `h2 [data-request="${total}"]` : `.tile.${total} button`);
      assert.equal((await dialogHeading(page)).toLowerCase(), title.toLowerCase());
      await closeDialog(page);
    }
    // The buttons in the headline open it too, with the pointer and with the keyboard.
    for (const total of ["people", "activities"]) {
      for (const key of [null, Key.ENTER, " "]) {
        const button = `h2 [data-request="${total}"]`;
        if (key) await page.focus("one", button).then(() => page.keys(key));
        else await page.press("one", button);
        assert.equal((await dialogHeading(page)).toLowerCase(), totals[total].toLowerCase());
        await closeDialog(page);
      }
    }
    assert.equal(await page.run("() => report.view"), VIEW);
    assert.deepEqual(await page.faults(), []);
  });

  test("a bar, a column and a cell open their breakdown in two presses", async () => {
    const page = at();
    const marks = [
      ["year", "year=2022", "sdg=5", "year=2022&sdg=5"],
      ["country", "country=BT", "year=2022", "country=BT&year=2022"],
      ["sdg", "sdg=5", "", "sdg=5"],
      ["matrix", "country=BD&year=2023", "", "country=BD&year=2023"],
      ["kind", "kind=training", "country=BD", "country=BD&kind=training"],
      ["audience", "audience=students", "", "audience=students"],
      ["donor", "donor=unknown", "measure=activities", "donor=unknown"],
    ];
    for (const [block, pick, view, narrowed] of marks) {
      await page.mount(`/report.html#${view}`);
      const mark = `[data-chart="${block}"] [data-pick="${pick}"]`;
      const { people, activities } = count(DATA, narrowed);
      const title = view.includes("measure") ? `${activities} activities` : `${inWords(people)} people reached, as reported`;
      const point = await page.point("one", mark);
      await page.actions().move({ ...point, duration: 0 }).perform();
      await page.until("(pick) => root.querySelector('.tooltip:not([hidden])')?.dataset.of === pick", pick);
      const tip = await page.run("() => { const { x, y, width, height } = root.querySelector('.tooltip:not([hidden]) button').getBoundingClientRect(); return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) } }");
      await page.actions().move({ ...tip, duration: 0 }).press().release().perform();
      assert.equal((await dialogHeading(page)).toLowerCase(), title.toLowerCase(), pick);
      const filter = await page.text("one", ".dialog .filter");
      assert.match(filter, /^[A-Z][a-z]+: /);
      await closeDialog(page);
      assert.equal(await page.run("() => report.view"), view, "the view does not change");
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("with the keyboard: Tab from a mark to its tooltip, then Enter", async () => {
    const page = at();
    await page.mount("/report.html");
    // A pointer that rests on a mark would show that mark's tooltip.
    await page.pointAt({ x: 1, y: 1 });
    for (const [block, pick] of [["year", "year=2021"], ["country", "country=LK"]]) {
      await page.focus("one", `[data-chart="${block}"] [data-pick="${pick}"]`);
      await page.keys(Key.TAB);
      await page.until("() => inside.focused().closest('.tooltip')");
      await page.keys(Key.ENTER);
      assert.equal((await dialogHeading(page)).toLowerCase(), `${inWords(count(DATA, pick).people)} people reached, as reported`);
      await closeDialog(page);
    }
  });

  test("every mark of every chart has a tooltip that names it", async () => {
    const page = at();
    await page.mount("/report.html");
    const [wrong, marks] = await page.run(`() => {
      const wrong = [];
      // Rows that only paper shows have no tooltip.
      const marks = [...root.querySelectorAll("[data-roving] [data-pick]")].filter((mark) => mark.checkVisibility());
      for (const mark of marks) {
        mark.focus();
        const tip = mark.closest("[data-chart]").querySelector(".tooltip:not([hidden])");
        if (tip?.dataset.of !== mark.dataset.pick || !tip.querySelector("button").ariaLabel.includes(mark.ariaLabel)) wrong.push(mark.dataset.pick);
      }
      return [wrong, marks.length];
    }`);
    assert.deepEqual(wrong, []);
    assert.ok(marks > 100, `${marks} marks`);
  });
});
