// Several reports on one page, reports that are moved or removed, and pages with a strict policy.

import assert from "node:assert/strict";
import { dataSet } from "./support/data.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const OTHER = dataSet([{ countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] }]);
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

let server;
before(async () => {
  server = await serve();
  server.add("/other.json", OTHER);
  server.add("/two.html", html(`<h1>Two</h1>
    <outreach-report id="one" sync="hash"></outreach-report>
    <outreach-report id="two" src="/other.json" view="year=2020"></outreach-report>`));
  // Without the recorder, because the policy refuses inline scripts.
  const strict = `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,">
    <script type="module" src="/outreach-report.js"></script>
    <h1>Strict</h1><outreach-report view="country=BT"></outreach-report></html>`;
  server.add("/strict.html", strict, {
    headers: { "content-security-policy": POLICY },
  });
});
after(() => server.close());

const bothReady = (page) => page.ready("#one").then(() => page.ready("#two"));

inEachEngine(() => server, (at) => {
  test("two reports on a page have separate views and share one WebAssembly", async () => {
    const page = at();
    server.forget();
    await page.open("/two.html");
    await bothReady(page);
    assert.equal(server.paths().filter((path) => path.endsWith(".wasm")).length, 1);
    const shown = await page.run(`() => {
      const [one, two] = ["one", "two"].map((id) => document.getElementById(id));
      one.view = "country=BT";
      return { one: one.totals, two: two.totals, hash: location.hash };
    }`);
    assert.equal(shown.one.activities, count(DATA, "country=BT").activities);
    assert.deepEqual([shown.two.view, shown.two.activities, shown.two.people.low], ["year=2020", 1, 42]);
    assert.equal(shown.hash, "#country=BT");
  });

  test("setting a view takes effect at once and sends one event; setting it again sends none", async () => {
    const page = at();
    await page.open("/two.html");
    await bothReady(page);
    const result = await page.run(`() => {
      const events = [];
      document.addEventListener("outreach-report:change", (event) => events.push([event.target.id, event.detail.view, event.detail.totals.activities]));
      const one = document.getElementById("one");
      one.view = "sdg=5";
      const first = one.totals;
      one.view = "sdg=5";
      return { events, first: first.activities, plain: JSON.stringify(first) === JSON.stringify(one.totals) };
    }`);
    const { activities } = count(DATA, "sdg=5");
    assert.deepEqual(result, { events: [["one", "sdg=5", activities]], first: activities, plain: true });
  });

  test("a report that is moved or removed keeps its view", async () => {
    const page = at();
    await page.open("/two.html");
    await bothReady(page);
    await page.run(`() => {
      const one = document.getElementById("one");
      one.view = "kind=training";
      window.moved = one;
      document.body.append(one);
    }`);
    assert.equal(await page.run("() => window.moved.view"), "kind=training");
    await page.run("() => window.moved.remove()");
    await page.until("() => window.moved.totals === null");
    await page.run("() => document.body.append(window.moved)");
    await page.until("() => window.moved.totals?.view === 'kind=training'");
  });

  test("the promise ready exists before the WebAssembly is loaded, and the script may run twice", async () => {
    const page = at();
    await page.open("/two.html");
    const result = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const fresh = document.createElement("outreach-report");
      const early = typeof fresh.ready.then === 'function' && fresh.totals === null;
      document.body.append(fresh);
      const again = import("/outreach-report.js?again");
      Promise.all([fresh.ready, again]).then(([shown]) => done({ early, same: shown === fresh }), (error) => done(String(error)));`);
    assert.deepEqual(result, { early: true, same: true });
  });

  test("the page chooses the theme", async () => {
    const page = at();
    await page.open("/two.html");
    await bothReady(page);
    const colours = await page.run(`() => ["light", "dark"].map((theme) => {
      const one = document.getElementById("one");
      one.setAttribute("theme", theme);
      return getComputedStyle(one.shadowRoot.querySelector("h2")).color;
    })`);
    assert.deepEqual(colours, ["rgb(23, 33, 43)", "rgb(232, 237, 241)"]);
  });

  test("works under a strict Content-Security-Policy", async () => {
    const page = at();
    await page.consoleLines();
    await page.open("/strict.html");
    assert.equal((await page.state()).totals.activities, count(DATA, "country=BT").activities);
    const styles = await page.run(`() => {
      const slots = [...root.querySelectorAll(".country .slot")];
      return { positioned: slots.every((slot) => slot.style.getPropertyValue("--at")), styled: getComputedStyle(root.querySelector("h2")).fontWeight };
    }`);
    assert.deepEqual(styles, { positioned: true, styled: "700" });
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
  });
});
