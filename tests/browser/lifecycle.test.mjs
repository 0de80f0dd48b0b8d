// The life of an element in a page: properties that are set before its definition, copies, moves inside a page and to
// another document.

import assert from "node:assert/strict";
import { DATA, count } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  server.add("/one.html", html(`<h1>One</h1><outreach-report view="country=BT"><i>The fallback.</i></outreach-report><div id="other"></div>`));
  server.add("/late.html", html(`<outreach-report id="written" view="country=NP"></outreach-report>`, { script: "" }));
  server.add("/empty.html", "<!doctype html><title>Empty</title><body></body>");
});
after(() => server.close());

/** Runs the body of an async function in the page and returns its result. */
const inPage = async (page, body) => {
  const answer = await page.driver.executeAsyncScript(`const done = arguments[0];
    const until = (condition) => new Promise((resolve) => { const ask = () => (condition() ? resolve() : setTimeout(ask, 10)); ask(); });
    // On a slow machine Yew renders after it has mounted.
    const shownIn = (...reports) => until(() => reports.every(({ shadowRoot }) => shadowRoot.querySelector("h2")));
    const report = document.querySelector("outreach-report");
    (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error?.message ?? error) + JSON.stringify(error) }));`);
  assert.equal(answer.error, undefined);
  return answer.value;
};

/** How an element gets its view, and the view that it has to show: the one that was set last. */
const ORDERS = {
  "the attribute, then the property": [`fresh.setAttribute("view", "country=BT"); fresh.view = "country=NP"; put();`, "country=NP"],
  "the property, then the attribute": [`fresh.view = "country=NP"; fresh.setAttribute("view", "country=BT"); put();`, "country=BT"],
  "the attribute while the data load": [`fresh.view = "country=NP"; put(); fresh.setAttribute("view", "country=BT");`, "country=BT"],
  "the property while the data load": [`fresh.setAttribute("view", "country=BT"); put(); fresh.view = "country=NP";`, "country=NP"],
  "the attribute while it is off the page": [`put(); await fresh.ready; fresh.view = "country=NP"; fresh.remove(); await null; fresh.setAttribute("view", "country=BT"); put();`, "country=BT"],
  "the property while it is off the page": [`put(); await fresh.ready; fresh.remove(); await null; fresh.view = "country=NP"; put();`, "country=NP"],
};

inEachEngine(() => server, (at) => {
  test("a property that was set before the definition counts, and is an accessor afterwards", async () => {
    const page = at();
    await page.open("/late.html", { ready: false });
    const result = await inPage(page, `
      const written = document.getElementById("written");
      const made = document.createElement("outreach-report");
      written.view = "country=BT";
      Object.assign(made, { view: "year=2022", mine: 1 });
      made.setAttribute("prefix", "a-");
      made.setAttribute("sync", "query");
      await import("/outreach-report.js");
      document.body.append(made);
      await Promise.all([written.ready, made.ready]);
      const shown = [written.view, made.view, made.prefix, made.mine, written.totals.view, Object.keys(made).join()];
      written.view = "country=BD";
      made.view = "year=2021";
      return { shown, then: [written.totals.view, made.totals.view, location.search] };`);
    assert.deepEqual(result.shown, ["country=BT", "year=2022", "a-", 1, "country=BT", "mine"]);
    assert.deepEqual(result.then, ["country=BD", "year=2021", "?a-year=2021"]);
    assert.deepEqual(await page.faults(), []);
  });

  test("of the attribute and the property the one that was set last counts", async () => {
    const page = at();
    await page.open("/one.html");
    for (const [name, [script, view]] of Object.entries(ORDERS)) {
      const shown = await inPage(page, `
        const fresh = document.createElement("outreach-report");
        fresh.setAttribute("parts", "headline");
        const put = () => document.body.append(fresh);
        ${script}
        await fresh.ready;
        fresh.remove();
        return fresh.view;`);
      assert.equal(shown, view, name);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("copies of a report are reports: of an element with and without its content, of a template, of another document", async () => {
    const page = at();
    await page.open("/one.html");
    const shown = await inPage(page, `
      const template = document.createElement("template");
      template.innerHTML = '<outreach-report view="country=BD"></outreach-report>';
      const parsed = new DOMParser().parseFromString('<outreach-report view="year=2022"></outreach-report>', "text/html");
      const copies = [report.cloneNode(true), report.cloneNode(), document.importNode(template.content, true).firstChild, parsed.querySelector("outreach-report")];
      document.getElementById("other").append(...copies);
      await Promise.all(copies.map((copy) => copy.ready));
      await shownIn(...copies);
      return copies.map((copy) => [copy.view, copy.totals.activities, copy.textContent, getComputedStyle(copy.shadowRoot.querySelector("h2")).fontWeight !== "400" && copy.shadowRoot.querySelector("h2").getClientRects().length]);`);
    assert.deepEqual(shown, [["country=BT", "The fallback."], ["country=BT", ""], ["country=BD", ""], ["year=2022", ""]].map(([view, text]) => [view, count(DATA, view).activities, text, 1]));
    assert.deepEqual(await page.faults(), []);
  });

  test("a report that is moved inside the page goes on, also by moveBefore", async () => {
    const page = at();
    await page.open("/one.html");
    const result = await inPage(page, `
      const { firstElementChild } = report.shadowRoot;
      report.view = "country=NP";
      let begun = 0;
      report.addEventListener("outreach-report:ready", () => (begun += 1));
      const other = document.getElementById("other");
      other.append(report);
      document.body.insertBefore(report, other);
      if (other.moveBefore) other.moveBefore(report, null);
      await new Promise((resolve) => setTimeout(resolve));
      return [report.view, report.shadowRoot.firstElementChild === firstElementChild, begun];`);
    assert.deepEqual(result, ["country=NP", true, 0]);
  });

  test("a report that is taken into another document begins there again with its view, styled, and back", async () => {
    const page = at();
    await page.open("/one.html");
    const result = await inPage(page, `
      const frame = Object.assign(document.createElement("iframe"), { src: "/empty.html", width: 800, height: 600 });
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      document.body.append(frame);
      await loaded;
      report.view = "country=NP";
      const look = () => {
        const heading = report.shadowRoot.querySelector("h2");
        return [report.view, report.totals?.activities, heading.ownerDocument === report.ownerDocument, getComputedStyle(report.shadowRoot.querySelector("[part=tiles]")).listStyleType, report.shadowRoot.adoptedStyleSheets.length];
      };
      const here = look();
      frame.contentDocument.body.append(report);
      await report.ready;
      await shownIn(report);
      const there = look();
      // Yew listens a moment after it has rendered.
      await until(() => {
        [...report.shadowRoot.querySelectorAll("[data-pick]")].find(({ dataset }) => dataset.pick.includes("year=2022")).click();
        return report.view !== "country=NP";
      });
      const pressed = report.view;
      report.view = "country=NP";
      report.shadowRoot.querySelector("[data-request=share]").click();
      await until(() => report.shadowRoot.querySelector("dialog.dialog[open]"));
      // A document without a window shows nothing, and does no harm.
      document.implementation.createHTMLDocument("").body.append(report);
      document.body.append(report);
      await report.ready;
      await shownIn(report);
      return { here, there, pressed, back: look() };`);
    assert.deepEqual(result.there, result.here);
    assert.deepEqual(result.back, result.here);
    assert.equal(result.pressed, "country=NP&year=2022", "what is pressed there filters");
    assert.deepEqual(await page.faults(), []);
  });
});
