// The table of records: order, facts, links to one record, reporting a mistake, and ten thousand rows.

import assert from "node:assert/strict";
import { dataSet } from "./support/data.mjs";
import { many } from "./support/many.mjs";
import { DATA } from "./support/naive.mjs";
import { sorted } from "./support/order.mjs";
import { until } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";
import { longTasks, watchTasks } from "./support/tasks.mjs";

const LARGE = many(10_000);
const FEW = [{ id: "a b&c", title: "One", reach: [{ status: "reached", count: 12, women: 5, men: 7 }] }];
const CONTACTS = {
  mail: ["data@example.org", "mailto:data@example.org?subject=Mistake%20in%20record%20a%20b%26c"],
  address: ["https://example.org/issues?new", "https://example.org/issues?new&record=a%20b%26c"],
  asked: ["https://example.org/report/{id}/new", "https://example.org/report/a%20b%26c/new"],
  none: [undefined, undefined],
  hostile: ["javascript:alert(1)", undefined],
};

let server;
before(async () => {
  server = await serve();
  server.add("/large.json", LARGE);
  server.add("/large.html", html(`<main><h1>Large</h1><outreach-report src="/large.json" sync="hash"></outreach-report></main>`));
  for (const [name, [contact]] of Object.entries(CONTACTS)) {
    server.add(`/${name}.json`, dataSet(FEW, { contact }));
    server.add(`/${name}.html`, html(`<h1>A test</h1><outreach-report src="/${name}.json"></outreach-report>`));
  }
});
after(() => server.close());

/** The records in the order of the rows, as their places in the data set. */
const ORDER = `() => [...root.querySelectorAll("tbody:not(.later) button.title")].map((title) => Number(title.getAttribute("aria-controls").slice(7)))`;
const COLUMNS = { Date: "date", Country: "country", Activity: "title", People: "people", Goals: "sdg", Source: "source" };

inEachEngine(() => server, (at, engine) => {
  test("every column sorts both ways, as an independent sort does", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("button", "Show all 162");
    await page.until("() => root.querySelectorAll('tbody:not(.later) button.title').length === 162");
    const seen = new Set();
    for (const [name, key] of Object.entries(COLUMNS)) {
      for (let press = 0; press < 2; press += 1) {
        const before = await page.run("() => report.view");
        await page.press("heading", name);
        await page.until("(before) => report.view !== before", before);
        const link = new URLSearchParams(await page.run("() => report.view")).get("sort") ?? "-date";
        assert.equal(link.replace("-", ""), key, name);
        seen.add(link);
        const wanted = sorted(DATA, link).map((record) => DATA.activities[record].id);
        let rows;
        const right = async () => {
          rows = (await page.run(ORDER)).map((record) => DATA.activities[record].id);
          return rows.join() === wanted.join();
        };
        await until(right, () => {
          const first = rows.findIndex((id, place) => id !== wanted[place]);
          return `the order of ${link}: row ${first + 1} is ${rows[first]}, not ${wanted[first]}`;
        });
        assert.deepEqual((await page.state()).sorted, [`${name} ${link.startsWith("-") ? "descending" : "ascending"}`]);
      }
    }
    assert.equal(seen.size, 12);
    assert.deepEqual(await page.faults(), []);
  });

  test("a record opens to all of its facts", async () => {
    const page = at();
    // The one of which most is known.
    const known = (record) => Object.values(record).filter((value) => (Array.isArray(value) ? value.length : value !== null)).length;
    const place = DATA.activities.reduce((best, record, at) => (known(record) > known(DATA.activities[best]) ? at : best), 0);
    const record = DATA.activities[place];
    await page.mount(`/recorded/index.html#record=${encodeURIComponent(record.id)}`);
    await page.until("(place) => root.querySelector(`#record-${place}`)", place);
    const facts = await page.text("one", `#record-${place}`);
    const name = (table, key, code) => DATA[table].find((row) => row[key] === code)?.name;
    const project = DATA.projects.find((project) => project.id === record.project);
    const words = [
      record.id, record.summary, record.source.title, record.source.publisher, project?.name, name("organisations", "code", record.organisation),
      ...record.places, ...record.partners, ...record.donors.map((id) => name("donors", "id", id)), ...record.themes.map((code) => name("themes", "code", code)),
      ...record.reach.filter((entry) => typeof entry.count === "number").map((entry) => entry.count.toLocaleString("en-GB")), ...record.reach.map((entry) => entry.note),
    ];
    for (const word of words.filter(Boolean)) assert.ok(facts.includes(word), `${word} in the facts of ${record.id}:\n${facts}`);
    const goals = new Set([...record.sdgs, ...(project?.sdgs ?? [])]);
    for (const goal of goals) assert.match(facts, new RegExp(`${goal} [A-Z].*: (stated|declared)`));
  });

  test("a link to one record opens it, wherever it stands, in sight and with the focus on its title", async () => {
    const page = at();
    const order = sorted(DATA, "-date");
    for (const place of [0, 30, 161]) {
      const record = order[place];
      await page.mount(`/recorded/index.html#record=${encodeURIComponent(DATA.activities[record].id)}`);
      await page.until("(record) => root.querySelector(`#record-${record}`)", record);
      await page.until(`(record) => inside.focused()?.getAttribute("aria-controls") === "record-" + record`, record);
      const seen = await page.run(`(record) => { const title = root.querySelector('[aria-controls="record-' + record + '"]').getBoundingClientRect(); return title.top >= 0 && title.bottom <= innerHeight; }`, record);
      assert.ok(seen, `record ${place} of the order is in the window`);
      // The link that its facts offer leads to it again.
      const link = await page.run("(record) => root.querySelector(`#record-${record} .ways a`).href", record);
      assert.equal(link, `${server.origin}/recorded/index.html#lang=en&record=${encodeURIComponent(DATA.activities[record].id)}`);
    }
  });

  test("a record that the selection does not hold, or that there is not, is named", async () => {
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
      assert.deepEqual(links.filter(([words]) => /mistake/.test(words)), href ? [["Report a mistake in this record", href]] : [], contact);
      assert.match(await page.text("one", ".facts"), /women 5, men 7/);
    });
  }

  test("ten thousand records: pages of two hundred, and still a table", async (t) => {
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
    const second = sorted(LARGE, "-date").slice(200, 400);
    assert.deepEqual(await page.run(ORDER), second);
    await page.press("heading", "People");
    await page.until("() => report.view === 'sort=-people'");
    const top = sorted(LARGE, "-people");
    const pages = [top.slice(0, 200), top.slice(200, 400)].map(String);
    let order;
    await until(async () => pages.includes((order = String(await page.run(ORDER)))), "the new order");
    t.diagnostic(`${engine}: ${order === pages[0] ? "the first page" : "the same page"} after sorting; ${await longTasks(page)}`);
    // A link leads to a record on its page.
    const deep = LARGE.activities[top[5_000]].id;
    await page.mount(`/large.html#sort=-people&record=${deep}`);
    await page.until("(record) => root.querySelector(`#record-${record}`)", top[5_000]);
    await page.until("() => root.querySelector('.pager [role=status]').textContent === '5,001 to 5,200 of 10,000'");
    assert.deepEqual(await page.faults(), []);
  });
});
