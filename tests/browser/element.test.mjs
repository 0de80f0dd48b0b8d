// The element as programmers use it: attributes that change at any time, several versions, and memory leaks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataSet } from "./support/data.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const OTHER = dataSet([{ countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] }]);
let server;
before(async () => {
  server = await serve();
  server.add("/other.json", OTHER);
  server.add("/one.html", html(`<h1>One</h1><outreach-report></outreach-report>`));
  const script = readFileSync(join(DIST, "outreach-report.js"), "utf8");
  const [, version] = /static version="([^"]+)"/.exec(script);
  server.add("/newer/outreach-report.js", script.replaceAll(version, "99.0.0"));
});
after(() => server.close());

inEachEngine(() => server, (at) => {
  test("every attribute may be set, changed and removed at any time", async () => {
    const page = at();
    await page.mount("/one.html");
    const set = (name, value) => page.run(`(name, value) => (value === null ? report.removeAttribute(name) : report.setAttribute(name, value))`, name, value);
    const blocks = () => page.run(`() => [...root.querySelectorAll("[part]")].flatMap((element) => [...element.part]).filter((part) => part !== "report")`);
    const initial = await blocks();
    await set("parts", "table year");
    await page.until(`() => root.querySelectorAll("[part=headline]").length === 0`);
    assert.deepEqual((await blocks()).filter((part) => ["table", "year", "headline"].includes(part)), ["table", "year"]);
    await set("parts", null);
    await page.until(`() => root.querySelectorAll("[part=headline]").length === 1`);
    assert.deepEqual(await blocks(), initial);
    await set("view", "country=BT");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
    await set("lock", "country");
    // Not with the pointer, because the marks move while attributes change.
    await page.run(`() => ["country", "year"].forEach((block, index) => inside.find.mark(block, ["Nepal", "2022"][index]).click())`);
    await page.until(`() => report.view === "country=BT&year=2022"`);
    await set("lock", null);
    await set("hide", "sdg");
    await page.until(`() => !root.querySelector("[part=sdg]") && !root.querySelector("[aria-controls=pick-sdg]")`);
    await set("hide", null);
    await page.until(`() => root.querySelector("[part=sdg]")`);
    await set("theme", "dark");
    assert.equal(await page.run(`() => getComputedStyle(root.querySelector("h2")).color`), "rgb(232, 237, 241)");
    await set("theme", null);
    await set("lang", "fr");
    await set("view", null);
    assert.equal(await page.run("() => report.view"), "");
    await set("src", "/other.json");
    await page.ready();
    assert.deepEqual(await page.run("() => [report.totals.activities, report.totals.people.low]"), [1, 42]);
    await set("src", null);
    await page.ready();
    assert.equal(await page.run("() => report.totals.activities"), 157);
    assert.deepEqual(await page.faults(), []);
  });

  test("a report that follows another begins afresh, even if the browser is slow", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("picker", "country");
    await page.until("() => root.querySelector('#pick-country')");
    const panels = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const { now } = Date;
      let time = now();
      // With this clock Yew always lets the browser handle events between rendering and the effects of rendering.
      Date.now = () => (time += 1000);
      window.mount(location.href).then(() => {
        const { shadowRoot: root } = document.querySelector("outreach-report");
        const atStart = root.querySelectorAll("#pick-country").length;
        root.querySelector("[aria-controls=pick-country]").click();
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
          Date.now = now;
          done([atStart, root.querySelectorAll("#pick-country").length]);
        })));
      });`);
    assert.deepEqual(panels, [0, 1]);
  });

  test("a framework that sets properties can set `prefix`, which is read-only in other elements", async () => {
    const page = at();
    await page.mount("/one.html");
    await page.run(`() => report.setAttribute("sync", "query")`);
    assert.equal(await page.run(`() => report.prefix`), null);
    await page.run(`() => { "use strict"; report.prefix = "a-"; report.view = "country=BT"; }`);
    assert.deepEqual(await page.run(`() => [report.prefix, report.getAttribute("prefix"), location.search]`), ["a-", "a-", "?a-country=BT"]);
    await page.run(`() => (report.prefix = null)`);
    assert.equal(await page.run(`() => report.hasAttribute("prefix")`), false);
  });

  test("a promise of ready that was read before src changed is settled", async () => {
    const page = at();
    await page.mount("/one.html");
    const answer = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const fresh = document.createElement("outreach-report");
      fresh.src = "no property";
      fresh.setAttribute("src", "/nowhere.json");
      const first = fresh.ready;
      document.body.append(fresh);
      fresh.setAttribute("src", "/other.json");
      first.then((shown) => done([shown === fresh, fresh.totals.activities]), (failure) => done(failure));`);
    assert.deepEqual(answer, [true, 1]);
  });

  test("of two versions on a page the first is used, and the second logs a warning", async () => {
    const page = at();
    await page.open("/one.html");
    await page.driver.executeAsyncScript(`import("/outreach-report.js?again").then(() => arguments[0](), arguments[0])`);
    assert.deepEqual(await page.faults(), [], "loading the same version twice is fine");
    await page.driver.executeAsyncScript(`import("/newer/outreach-report.js").then(() => arguments[0](), arguments[0])`);
    const [fault, ...more] = await page.faults();
    assert.match(fault, /^console\.warn: outreach-report 99\.0\.0 is not used, because this page has \d/);
    assert.deepEqual(more, []);
    assert.equal(await page.run("() => customElements.get('outreach-report').version !== '99.0.0'"), true);
  });
});

// Only Chromium reports how much memory a page uses.
inEachEngine(() => server, (at) => {
  test("adding and removing three hundred reports leaks no memory", async (t) => {
    const page = at();
    await page.open("/one.html");
    await page.chromium("HeapProfiler.enable");
    await page.chromium("Performance.enable");
    const rounds = [];
    for (let round = 0; round < 4; round += 1) {
      await page.driver.executeAsyncScript(`
        const done = arguments[0];
        (async () => {
          for (let count = 0; count < 75; count += 1) {
            const fresh = document.createElement("outreach-report");
            fresh.setAttribute("parts", "headline year foot");
            document.body.append(fresh);
            await fresh.ready;
            fresh.remove();
            await new Promise((resolve) => queueMicrotask(resolve));
          }
          // The events that the tests' own recorder stores are no leak.
          window.reportEvents.length = 0;
        })().then(done, done);`);
      await page.chromium("HeapProfiler.collectGarbage");
      const { metrics } = await page.chromium("Performance.getMetrics");
      const measured = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      rounds.push({ heap: measured.JSHeapUsedSize, nodes: measured.Nodes, listeners: measured.JSEventListeners });
    }
    t.diagnostic(JSON.stringify(rounds));
    const [, second, , last] = rounds;
    assert.ok(last.listeners <= second.listeners + 5, "listeners level off");
    assert.ok(last.nodes <= second.nodes + 50, "nodes level off");
    assert.ok(last.heap <= second.heap * 1.1, "the heap levels off");
  });
}, { engines: ["chromium"], without: "this engine does not say how much memory a page has" });
