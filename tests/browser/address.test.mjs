// The page's address belongs to the page: the report must not disturb its anchors, its router, its parameters or other
// reports on it.

import assert from "node:assert/strict";
import { DATA, count } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const BLOCKS = "parts='headline chips filters year country foot'";
let server;
before(async () => {
  server = await serve();
  const two = (sync) => html(`<h1>Two</h1><outreach-report id="one" sync="${sync}" prefix="a-" ${BLOCKS}></outreach-report>
    <outreach-report id="two" sync="${sync}" prefix="b-" ${BLOCKS}></outreach-report>`);
  server.add("/hash.html", two("hash"));
  server.add("/query.html", two("query"));
  server.add("/one.html", html(`<h1>One</h1><h2 id="about">About</h2><outreach-report sync="hash" ${BLOCKS}></outreach-report>`));
  server.add("/none.html", html(`<h1>None</h1><outreach-report ${BLOCKS}></outreach-report>`));
});
after(() => server.close());

const bothReady = (page) => page.ready("#one").then(() => page.ready("#two"));
const readState = (page) => page.run(`() => ({ one: document.getElementById("one").view, two: document.getElementById("two").view, hash: location.hash, search: location.search })`);
/** Presses a year in one of the reports. */
const press = async (page, id, year) => {
  const point = await page.run(`(id, year) => {
    const mark = document.getElementById(id).shadowRoot.querySelector('[data-chart="year"] [data-pick="year=' + year + '"]');
    mark.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = mark.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  }`, id, year);
  await page.actions().move({ ...point, duration: 0 }).press().release().perform();
};
const waitForView = (page, id, view) => page.until(`(id, view) => document.getElementById(id).view === view`, id, view);

inEachEngine(() => server, (at) => {
  for (const sync of ["hash", "query"]) {
    test(`two reports have separate parts of the ${sync}, and Back undoes the last change of either`, async () => {
      const page = at();
      const marker = sync === "hash" ? "#" : "?";
      const part = (state) => (sync === "hash" ? state.hash : state.search);
      await page.open(`/${sync}.html${marker}a-country=BT&lang=de&b-year=2019`);
      await bothReady(page);
      let state = await readState(page);
      assert.deepEqual([state.one, state.two], ["country=BT", "year=2019"]);
      assert.equal(part(state), `${marker}a-country=BT&lang=de&b-year=2019`, "nothing is written before a change");
      await press(page, "one", 2022);
      await waitForView(page, "one", "country=BT&year=2022");
      await press(page, "two", 2019);
      await waitForView(page, "two", "");
      state = await readState(page);
      assert.equal(part(state), `${marker}lang=de&a-country=BT&a-year=2022`);
      await page.back();
      await waitForView(page, "two", "year=2019");
      state = await readState(page);
      assert.deepEqual([state.one, part(state)], ["country=BT&year=2022", `${marker}lang=de&b-year=2019&a-country=BT&a-year=2022`]);
      await page.back();
      await waitForView(page, "one", "country=BT");
      await page.forward();
      await page.forward();
      await waitForView(page, "two", "");
      assert.equal((await readState(page)).one, "country=BT&year=2022");
      // The address alone, without the history, opens the same views.
      await page.open(`/${sync}.html${part(await readState(page))}`);
      await bothReady(page);
      state = await readState(page);
      assert.deepEqual([state.one, state.two], ["country=BT&year=2022", ""]);
    });
  }

  test("the report's own page has a title that names the view; a page of a partner keeps its own", async () => {
    const page = at();
    await page.open("/index.html#country=BT&q=school");
    const title = (words) => page.until("(title) => document.title === title", ["Counter-trafficking outreach in South Asia", ...words].join(" · "));
    await title(["“school”", "Country: Bhutan"]);
    await page.run("() => { report.view = 'sdg=5~unknown&donor=unknown' }");
    await title(["Goal: 5 Gender equality or no goal seen", "Donor: no donor named"]);
    await page.run("() => { report.view = '' }");
    await title([]);
    await page.open("/one.html#country=BT");
    assert.equal(await page.driver.getTitle(), "A page of a partner");
  });

  test("a fragment that is a route of the page is not changed", async () => {
    const page = at();
    for (const route of ["#/projects?year=2019&id=7", "#!/country=BT"]) {
      await page.open(`/one.html${route}`);
      assert.equal((await page.state()).view, "");
      const { entries } = await page.state();
      await page.press("mark", "year", "2022");
      await page.until(`() => report.view === "year=2022"`);
      const state = await page.state();
      assert.deepEqual([state.hash, state.entries], [route, entries]);
      // The report looks for its own page once a reader comes.
      await page.until(`() => root.querySelector(".foot a[href*=year]")`);
      const link = await page.run(`() => root.querySelector(".foot a[href*=year]").href`);
      assert.ok(link.endsWith("/index.html#year=2022&lang=en"), "the report offers no link of this page to the view, but of its own");
    }
  });

  test("the page's own state in the history is kept", async () => {
    const page = at();
    await page.open("/one.html");
    await page.run(`() => history.replaceState({ router: { place: 7 } }, "")`);
    await page.press("mark", "year", "2022");
    await page.until(`() => location.hash === "#year=2022"`);
    assert.deepEqual(await page.run("() => history.state.router"), { place: 7 });
    await page.back();
    await page.until(`() => report.view === ""`);
    assert.deepEqual(await page.run("() => history.state"), { router: { place: 7 } });
  });

  test("the attributes sync and prefix may change at any time", async () => {
    const page = at();
    await page.open("/none.html?page=1");
    await page.press("mark", "year", "2022");
    await page.until(`() => report.view === "year=2022"`);
    assert.equal((await page.state()).search, "?page=1");
    await page.run(`() => report.setAttribute("sync", "query")`);
    assert.equal((await page.state()).search, "?page=1&year=2022");
    await page.run(`() => report.setAttribute("prefix", "r.")`);
    await page.press("mark", "year", "2021");
    await page.until(`() => report.view !== "year=2022"`);
    const { search, view } = await page.state();
    assert.ok(search.includes(`r.${view}`), `${search} holds r.${view}`);
    await page.run(`() => report.setAttribute("sync", "none")`);
    await page.press("mark", "year", "2022");
    await page.until(`(view) => report.view !== view`, view);
    assert.equal((await page.state()).search, search);
  });

  test("the link to copy is that of the page if its address follows the view, and otherwise that of the report's own page; both open the view", async () => {
    const page = at();
    for (const [path, start] of [["/one.html", `${server.origin}/one.html#`], ["/none.html", `${server.origin}/index.html#`]]) {
      await page.open(path);
      await page.press("mark", "country", "Bhutan");
      await page.until(`() => report.view === "country=BT"`);
      await page.press("button", "Share, cite, download");
      await page.until(`() => root.querySelector(".share-link input")`);
      const link = await page.run(`() => root.querySelector(".share-link input").value`);
      assert.ok(link.startsWith(start), link);
      await page.open(link.slice(server.origin.length));
      assert.equal((await page.state()).totals.activities, count(DATA, "country=BT").activities);
    }
  });
});
