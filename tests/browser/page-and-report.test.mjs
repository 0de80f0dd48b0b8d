// Fragment, query and history of a page that the report shares with others: other scripts, routers, Turbo.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const TURBO = readFileSync(createRequire(import.meta.url).resolve("@hotwired/turbo/dist/turbo.es2017-umd.js"));

let server;
before(async () => {
  server = await serve();
  const report = (sync) => `<h1>A partner</h1><outreach-report ${sync} parts="headline chips filters year country foot"></outreach-report>`;
  server.add("/page.html", html(report("")));
  server.add("/turbo.js", TURBO);
  const turbo = { head: '<script src="/turbo.js"></script>' };
  server.add("/turbo.html", html(`<p><a id="next" href="/next.html">Next</a></p>${report('sync="hash"')}`, turbo));
  server.add("/turbo-query.html", html(report('sync="query"'), turbo));
  server.add("/next.html", html("<h1 id='other'>Another page</h1>", turbo));
});
after(() => server.close());

/** Runs in the page: for each case, shows a fresh report with the attributes at the address, sets a view, and returns what
 * was read, what the notice says, whether the address stayed until then, and the address after. */
const VISIT = `const [cases, done] = arguments;
  const task = () => new Promise((resolve) => setTimeout(resolve));
  const old = document.querySelector("outreach-report");
  (async () => {
    const results = [];
    for (const { sync, at, set } of cases) {
      const report = document.createElement("outreach-report");
      document.querySelector("outreach-report").remove();
      await task();
      history.replaceState(null, "", at);
      for (const [name, value] of Object.entries({ parts: "headline", ...sync })) report.setAttribute(name, value);
      document.body.append(report);
      await report.ready;
      await task();
      const before = location.href;
      const result = [report.view, report.shadowRoot.querySelector("section.notice")?.innerText ?? "", location.search + location.hash === at.slice(at.search(/[?#]/))];
      report.view = set;
      result.push(location.search + location.hash);
      results.push(result);
    }
    return results;
  })().then(done, (error) => done(String(error)));`;

const HASH = { sync: "hash" };
const QUERY = { sync: "query" };
/** Where the report starts, what it reads, and the address after a view is set. */
const CASES = [
  // Other scripts' parts of the fragment, anchors.
  [HASH, "/page.html#tab=2", "", "country=NP", "#tab=2&country=NP"],
  [HASH, "/page.html#about", "", "country=NP", "#about&country=NP"],
  [HASH, "/page.html#tab=2&country=BT&lightbox=1&sort=price&lang=de", "country=BT", "country=NP", "#tab=2&lightbox=1&sort=price&lang=de&country=NP"],
  [HASH, "/page.html#tab=2&country=BT", "country=BT", "", "#tab=2"],
  [HASH, "/page.html#state=abc%26country%3DBT", "", "q=a", "#state=abc%26country%3DBT&q=a"],
  [HASH, "/page.html#country=BT&year=2022#?secret=abc", "country=BT&year=2022", "country=NP", "#secret=abc&country=NP"],
  [HASH, "/page.html#?secret=abc", "", "country=NP", "#?secret=abc&country=NP"],
  [HASH, "/page.html#country%3DBT&tab=2", "country=BT", "country=NP", "#tab=2&country=NP"],
  [HASH, "/page.html?id=7", "", "year=2019..", "?id=7#year=2019.%2e"],
  // A query is the page's, if no part of it begins a link.
  [QUERY, "/page.html?q=shoes&sort=title&lang=fr", "", "country=NP", "?q=shoes&sort=title&lang=fr&country=NP"],
  [QUERY, "/page.html?theme=dark&project=7&country=Bhutan&q=shoes", "", "country=NP", "?theme=dark&project=7&country=Bhutan&q=shoes&country=NP"],
  [QUERY, "/page.html?q=shoes&lang=de", "", "q=judges&sort=title", "?q=shoes&lang=de&measure=people&q=judges&sort=title"],
  [QUERY, "/page.html?q=shoes&country=BT&q=school&lang=fr&utm_source=n", "country=BT&q=school", "country=NP", "?q=shoes&lang=fr&utm_source=n&country=NP"],
  [QUERY, "/page.html?country=BT&amp;year=2022", "country=BT&year=2022", "", ""],
  [QUERY, "/page.html?theme=TIP&q=school", "theme=TIP&q=school", "theme=TIP&measure=activities", "?measure=people&theme=TIP&measure=activities"],
  [QUERY, "/page.html?id=7#country=BT", "", "year=2022", "?id=7&year=2022#country=BT"],
  [{ sync: "query", prefix: "r-" }, "/page.html?q=shoes&country=BT&r-q=school", "q=school", "q=a", "?q=shoes&country=BT&r-q=a"],
  // A query is not a link where the report does not look for one.
  [HASH, "/page.html?country=BT", "", "year=2022", "?country=BT#year=2022"],
  [{ sync: "none" }, "/page.html?country=BT#country=BT", "", "", "?country=BT#country=BT"],
  // What was written is read.
  [QUERY, "/page.html?q=shoes&lang=de&measure=people&q=judges&sort=title", "q=judges&sort=title", "", "?q=shoes&lang=de"],
  [QUERY, "/page.html?measure=people&theme=TIP&measure=activities", "theme=TIP&measure=activities", "", ""],
];

inEachEngine(() => server, (at) => {
  test("the page's parts of fragment and query are neither read nor changed, and keep their order", async () => {
    const page = at();
    await page.open("/page.html");
    const results = await page.driver.executeAsyncScript(VISIT, CASES.map(([sync, at, , set]) => ({ sync, at, set })));
    const expected = CASES.map(([, at, view, , after]) => [at, view, "", true, after]);
    assert.deepEqual(CASES.map(([, at], index) => [at, ...results[index]]), expected);
    assert.deepEqual(await page.faults(), []);
  });

  test("Back to an entry whose fragment is the page's undoes the filter", async () => {
    const page = at();
    await page.open("/page.html#tab=2");
    await page.run("() => { report.setAttribute('sync', 'hash') }");
    await page.press("mark", "country", "Bhutan");
    await page.until(`() => location.hash === "#tab=2&country=BT"`);
    await page.back();
    await page.until(`() => report.view === "" && location.hash === "#tab=2"`);
    await page.forward();
    await page.until(`() => report.view === "country=BT"`);
  });

  for (const path of ["/turbo.html", "/turbo-query.html"]) {
    test(`Back on a site with Turbo changes the view alone (${path})`, async () => {
      const page = at();
      await page.open(path);
      await page.run(`() => {
        report.original = true;
        window.visits = 0;
        addEventListener("turbo:visit", () => (window.visits += 1));
      }`);
      await page.press("mark", "country", "Bhutan");
      await page.until(`() => report.view === "country=BT"`);
      await page.press("mark", "year", "2022");
      await page.until(`() => report.view === "country=BT&year=2022"`);
      await page.back();
      await page.until(`() => report.view === "country=BT"`);
      await page.back();
      await page.until(`() => report.view === ""`);
      await page.forward();
      await page.until(`() => report.view === "country=BT"`);
      assert.deepEqual(await page.run("() => [report.original, window.visits, Turbo.session.started]"), [true, 0, true]);
      if (path !== "/turbo.html") return;
      // Visits of Turbo itself work as before, there and back.
      await page.run(`() => document.getElementById("next").click()`);
      await page.until(`() => document.getElementById("other") && location.pathname === "/next.html"`);
      await page.run("() => history.back()");
      await page.until(`() => report?.view === "country=BT" && location.pathname === "/turbo.html"`);
      assert.equal(await page.run("() => window.visits"), 2);
    });
  }

  test("a router learns of its own entries, and not of the report's", async () => {
    const page = at();
    await page.open("/page.html");
    await page.run(`() => {
      report.setAttribute("sync", "hash");
      window.heard = [];
      const hear = (event) => window.heard.push(event.type);
      addEventListener("popstate", hear);
      addEventListener("hashchange", hear);
      history.replaceState({ place: 1 }, "", "?place=1");
      window.heard.length = 0;
    }`);
    await page.press("mark", "country", "Bhutan");
    await page.until(`() => location.hash === "#country=BT"`);
    await page.back();
    await page.until(`() => report.view === "" && location.hash === ""`);
    await page.forward();
    await page.until(`() => report.view === "country=BT"`);
    assert.deepEqual(await page.run("() => window.heard"), []);
    await page.run(`() => history.pushState({ place: 2 }, "", "?place=2")`);
    await page.run("() => { window.heard.length = 0; history.back() }");
    await page.until(`() => window.heard.includes("popstate")`);
    assert.deepEqual(await page.run("() => [report.view, history.state.place]"), ["country=BT", 1]);
  });

  test("the address follows many changes, and what the browser refused is written later", async () => {
    const page = at();
    await page.open("/page.html");
    await page.run(`() => {
      report.setAttribute("sync", "hash");
      for (let year = 1900; year < 2050; year += 1) report.view = "year=" + year;
    }`);
    await page.until(`() => location.hash === "#year=2049"`);
    assert.deepEqual(await page.faults(), []);
    await page.run(`() => {
      const { pushState } = history;
      let refusals = 1;
      history.pushState = function (...values) {
        if (refusals--) throw new DOMException("too often", "SecurityError");
        delete history.pushState;
        return pushState.apply(history, values);
      };
      report.view = "country=BT";
    }`);
    await page.until(`() => location.hash === "#country=BT"`);
    await page.run("() => history.back()");
    await page.until(`() => report.view === "year=2049"`);
  });
});
