// The table of records: order, facts, links to one record, reporting a mistake, and ten thousand records.

import assert from "node:assert/strict";
import { dataSet } from "./support/data.mjs";
import { manyRecords } from "./support/large-data.mjs";
import { DATA } from "./support/oracle.mjs";
import { sortedRows } from "./support/sort-oracle.mjs";
import { until } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";
import { longTasks, watchTasks } from "./support/long-tasks.mjs";

const LARGE = manyRecords(10_000);
const ONE_RECORD = [{ id: "a b&c", title: "One", reach: [{ status: "reached", count: 12, women: 5, men: 7 }] }];
const CONTACTS = {
  mail: ["data@example.org", "mailto:data@example.org?subject=Mistake%20in%20record%20a%20b%26c"],
  address: ["https://example.org/issues?new", "https://example.org/issues?new&record=a%20b%26c"],
  template: ["https://example.org/report/{id}/new", "https://example.org/report/a%20b%26c/new"],
  none: [undefined, undefined],
  hostile: ["javascript:alert(1)", undefined],
};

let server;
before(async () => {
  server = await serve();
  server.add("/large.json", LARGE);
  server.add("/large.html", html(`<main><h1>Large</h1><outreach-report src="/large.json" sync="hash"></outreach-report></main>`));
  for (const [name, [contact]] of Object.entries(CONTACTS)) {
    server.add(`/${name}.json`, dataSet(ONE_RECORD, { contact }));
    server.add(`/${name}.html`, html(`<h1>A test</h1><outreach-report src="/${name}.json"></outreach-report>`));
  }
});
after(() => server.close());

/** The rows of the records in the data set, in the order in which the table shows them. */
const ORDER = `() => [...root.querySelectorAll("tbody:not(.later) button.title")].map((title) => Number(title.getAttribute("aria-controls").slice(7)))`;
const COLUMNS = { Date: "date", Country: "country", Activity: "title", People: "people", Goals: "sdg", Source: "source" };

inEachEngine(() => server, (at, engine) => {
  test("every column sorts both ways, as an independent sort does", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("button", "Show all 162");
    await page.until("() => root.querySelectorAll('tbody:not(.later) button.title').length === 162");
    const sorts = new Set();
    for (const [name, key] of Object.entries(COLUMNS)) {
      for (let press = 0; press < 2; press += 1) {
        const before = await page.run("() => report.view");
        await page.press("heading", name);
        await page.until("(before) => report.view !== before", before);
        const sort = new URLSearchParams(await page.run("() => report.view")).get("sort") ?? "-date";
        assert.equal(sort.replace("-", ""), key, name);
        sorts.add(sort);
        const expected = sortedRows(DATA, sort).map((row) => DATA.activities[row].id);
        let shown;
        const right = async () => {
          shown = (await page.run(ORDER)).map((row) => DATA.activities[row].id);
          return shown.join() === expected.join();
        };
        await until(right, () => {
          const first = shown.findIndex((id, index) => id !== expected[index]);
          return `the order of ${sort}: row ${first + 1} is ${shown[first]}, not ${expected[first]}`;
        });
        assert.deepEqual((await page.state()).sorted, [`${name} ${sort.startsWith("-") ? "descending" : "ascending"}`]);
      }
    }
    assert.equal(sorts.size, 12);
    assert.deepEqual(await page.faults(), []);
  });

  test("a record without a number or a goal says so; an opened one is marked", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const cells = await page.run(`() => [...root.querySelectorAll(".table tbody")].map((body) => [".people", ".sdgs"].map((name) => body.querySelector(name).innerText.trim()))`);
    assert.equal(cells.length, 20);
    assert.deepEqual(cells.filter((texts) => texts.includes("")), []);
    const marks = `() => [...root.querySelectorAll(".table tbody.open")].map((body) => [...body.rows].map((row) => getComputedStyle(row.cells[0], "::before").borderInlineStartWidth))`;
    assert.deepEqual(await page.run(marks), []);
    await page.press("one", ".table button.title");
    await page.until("() => root.querySelector('.facts')");
    assert.deepEqual(await page.run(marks), [["3px", "3px"]], "at the start of the row and of its facts");
  });

  for (const dir of ["ltr", "rtl"]) {
    test(`the sign for another site is whole, on the line of the last word: ${dir}`, async () => {
      const page = at();
      for (const width of [1280, 800]) {
        await page.driver.manage().window().setRect({ width, height: 900 });
        await page.mount("/recorded/index.html");
        await page.run("(dir) => { root.querySelector('.report').dir = dir }", dir);
        await page.painted();
        const wrong = await page.run(`() => {
          return [...root.querySelectorAll("tbody:not(.later) .source a")].filter((link) => {
            const lines = [...link.querySelector("bdi").getClientRects()];
            const last = lines.at(-1);
            const sign = link.querySelector(".away").getBoundingClientRect();
            const cell = link.closest("td").getBoundingClientRect();
            const middle = sign.top + sign.height / 2;
            const beside = middle > last.top && middle < last.bottom;
            return !(beside && sign.width > 4 && sign.left >= cell.left - 1 && sign.right <= cell.right + 1);
          }).map((link) => link.textContent);
        }`);
        assert.deepEqual(wrong, [], `${width} pixels wide`);
      }
      await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    });
  }

  test("on a phone: eight records first, each in a few lines, and the headings on one", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 500, height: 900 });
    await page.mount("/recorded/index.html");
    await page.idle();
    const shown = `() => [...root.querySelectorAll(".table tbody")].filter((body) => body.getClientRects().length).length`;
    assert.equal(await page.run(shown), 8);
    const height = await page.run(`() => root.querySelector(".table").getBoundingClientRect().height`);
    assert.ok(height < 900, `the table is ${height} pixels high`);
    const tops = await page.run(`() => [...new Set([...root.querySelectorAll("th .sort")].filter((head) => head.getClientRects().length).map((head) => Math.round(head.getBoundingClientRect().top)))].length`);
    assert.equal(tops, 1);
    // The first press after the window has changed its size may be lost in Firefox.
    const press = (label, many) => until(async () => {
      if ((await page.run(shown)) === many) return true;
      if (await page.has("button", label)) await page.press("button", label);
      return false;
    }, `${many} records`);
    await press("Show all 162", 162);
    await press("Show fewer", 8);
    // A list that a wide screen shows whole is shortened here too.
    await page.mount("/recorded/index.html#country=NP");
    assert.equal(await page.run(shown), 8);
    const all = await page.run("() => report.totals.activities");
    assert.ok(all > 10 && all <= 25, "a list of a middle length");
    await page.press("one", ".pager button");
    await page.until(`() => (${shown})() > 10`);
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.mount("/recorded/index.html#country=NP");
    assert.equal(await page.run("() => root.querySelector('.pager').getClientRects().length"), 0);
  });

  test("a record opens to show all of its facts", async () => {
    const page = at();
    // The record with the most facts.
    const known = (record) => Object.values(record).filter((value) => (Array.isArray(value) ? value.length : value !== null)).length;
    const row = DATA.activities.reduce((best, record, index) => (known(record) > known(DATA.activities[best]) ? index : best), 0);
    const record = DATA.activities[row];
    await page.mount(`/recorded/index.html#record=${encodeURIComponent(record.id)}`);
    await page.until("(row) => root.querySelector(`#record-${row}`)", row);
    const facts = await page.text("one", `#record-${row}`);
    const name = (table, key, code) => DATA[table].find((row) => row[key] === code)?.name;
    const project = DATA.projects.find((project) => project.id === record.project);
    const expected = [
      record.id, record.summary, record.source.title, record.source.publisher, project?.name, name("organisations", "code", record.organisation),
      ...record.places, ...record.partners, ...record.donors.map((id) => name("donors", "id", id)), ...record.themes.map((code) => name("themes", "code", code)),
      ...record.reach.filter((entry) => typeof entry.count === "number").map((entry) => entry.count.toLocaleString("en-GB")), ...record.reach.map((entry) => entry.note),
    ];
    for (const fact of expected.filter(Boolean)) assert.ok(facts.includes(fact), `${fact} in the facts of ${record.id}:\n${facts}`);
    const goals = new Set([...record.sdgs, ...(project?.sdgs ?? [])]);
    for (const goal of goals) assert.match(facts, new RegExp(`${goal} [A-Z].*: (stated|declared)`));
  });

  test("a link to one record opens it, wherever it is in the table, scrolls to it and focuses its title", async () => {
    const page = at();
    const order = sortedRows(DATA, "-date");
    for (const position of [0, 30, 161]) {
      const row = order[position];
      await page.mount(`/recorded/index.html#record=${encodeURIComponent(DATA.activities[row].id)}`);
      await page.until("(row) => root.querySelector(`#record-${row}`)", row);
      await page.until(`(row) => inside.focused()?.getAttribute("aria-controls") === "record-" + row`, row);
      const visible = await page.run(`(row) => { const title = root.querySelector('[aria-controls="record-' + row + '"]').getBoundingClientRect(); return title.top >= 0 && title.bottom <= innerHeight; }`, row);
      assert.ok(visible, `record ${position} of the order is in the window`);
      // Its facts have a link to this record.
      const link = await page.run("(row) => root.querySelector(`#record-${row} .ways a`).href", row);
      assert.equal(link, `${server.origin}/recorded/index.html#lang=en&record=${encodeURIComponent(DATA.activities[row].id)}`);
    }
  });

  test("a notice names a record that is not in the selection or does not exist", async () => {
    const page = at();
    const record = DATA.activities.find((record) => !record.countries.includes("BT"));
    await page.mount(`/recorded/index.html#country=BT&record=${encodeURIComponent(record.id)}`);
    assert.ok((await page.state()).notice.includes(`Record ${record.id} is not part of this selection.`), (await page.state()).notice);
    assert.equal(await page.has("one", ".facts"), false);
    await page.mount("/recorded/index.html#record=nobody");
    assert.ok((await page.state()).notice.includes("“nobody”"), (await page.state()).notice);
  });

  for (const [name, [contact, href]] of Object.entries(CONTACTS)) {
    test(`a mistake is reported to the data set's contact: ${name}`, async () => {
      const page = at();
      await page.mount(`/${name}.html`);
      await page.press("title", "One");
      await page.until("() => root.querySelector('.facts dl')");
      const links = await page.run("() => [...root.querySelectorAll('.facts .ways a')].map((a) => [a.textContent, a.getAttribute('href')])");
      assert.deepEqual(links.filter(([text]) => /mistake/.test(text)), href ? [["Report a mistake in this record", href]] : [], contact);
      assert.match(await page.text("one", ".facts"), /women 5, men 7/);
    });
  }

  test("ten thousand records: pages of two hundred, and the roles of a table", async (t) => {
    const page = at();
    await page.mount("/large.html");
    await watchTasks(page);
    const table = `() => {
      const table = root.querySelector(".table table");
      const rows = [...table.querySelectorAll("tbody > tr:first-child")];
      const roles = (elements) => [...new Set([...elements].map((element) => element.getAttribute("role")))].join();
      return {
        rows: rows.length, first: rows[0].ariaRowIndex ?? rows[0].getAttribute("aria-rowindex"), last: rows.at(-1).getAttribute("aria-rowindex"), count: table.getAttribute("aria-rowcount"),
        roles: [table.getAttribute("role"), roles(table.querySelectorAll("thead, tbody")), roles(table.querySelectorAll("tr")), roles(table.querySelectorAll("thead th")), roles(table.querySelectorAll("tbody th")), roles(table.querySelectorAll("td"))],
        page: root.querySelector(".pager [role=status]")?.textContent ?? null,
      };
    }`;
    const roles = ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"];
    assert.deepEqual(await page.run(table), { rows: 20, first: "2", last: "21", count: "10001", roles, page: null });
    await page.press("button", "Show 200 a page");
    await page.until("() => root.querySelectorAll('tbody:not(.later) button.title').length === 200");
    assert.deepEqual(await page.run(table), { rows: 200, first: "2", last: "201", count: "10001", roles, page: "1 to 200 of 10,000" });
    assert.equal(await page.run("() => inside.find.button('Previous').disabled"), true);
    await page.press("button", "Next");
    await page.until("() => root.querySelector('.pager [role=status]').textContent === '201 to 400 of 10,000'");
    assert.deepEqual(await page.run(table), { rows: 200, first: "202", last: "401", count: "10001", roles, page: "201 to 400 of 10,000" });
    const secondPage = sortedRows(LARGE, "-date").slice(200, 400);
    assert.deepEqual(await page.run(ORDER), secondPage);
    await page.press("heading", "People");
    await page.until("() => report.view === 'sort=-people'");
    const byPeople = sortedRows(LARGE, "-people");
    const pages = [byPeople.slice(0, 200), byPeople.slice(200, 400)].map(String);
    let order;
    await until(async () => pages.includes((order = String(await page.run(ORDER)))), "the new order");
    t.diagnostic(`${engine}: ${order === pages[0] ? "the first page" : "the same page"} after sorting; ${await longTasks(page)}`);
    // A link to a record opens the page that it is on.
    const id = LARGE.activities[byPeople[5_000]].id;
    await page.mount(`/large.html#sort=-people&record=${id}`);
    await page.until("(row) => root.querySelector(`#record-${row}`)", byPeople[5_000]);
    await page.until("() => root.querySelector('.pager [role=status]').textContent === '5,001 to 5,200 of 10,000'");
    assert.deepEqual(await page.faults(), []);
  });
});
