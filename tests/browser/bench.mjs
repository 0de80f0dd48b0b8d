// Measures how fast the report is in Chromium, for `cargo xtask bench`. It prints the times and asserts nothing.

import { start } from "./support/browsers.mjs";
import { manyRecords } from "./support/large-data.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Page } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { layoutShifts, watchTasks } from "./support/long-tasks.mjs";

const ROUNDS = 5;
const SETS = { "embedded, 162 records": null, "10,000 records": manyRecords(10_000), "100,000 records": manyRecords(100_000) };

const server = await serve();
const browser = await start("chromium");
const page = new Page(browser, server);
// Reading a hundred thousand records takes long.
await browser.driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[Math.floor(times.length / 2)];
const p95 = (times) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * 0.95))];
const ms = (time) => (time === undefined ? "–" : `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`);

/** Sets a view and measures the milliseconds until the totals have changed and until the view is painted. */
const CHANGE = `
  const [view, done] = arguments;
  const report = document.querySelector("outreach-report");
  const start = performance.now();
  report.view = view;
  const changed = performance.now();
  requestAnimationFrame(() => {
    // The message arrives after the frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done({ changed: changed - start, painted: performance.now() - start });
    port2.postMessage(null);
  });`;

/** The median of the milliseconds from the start of a page's load until its report is ready. */
async function load(path) {
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    await page.open(path, { ready: false });
    times.push(await browser.driver.executeAsyncScript(`const done = arguments[0];
      customElements.whenDefined("outreach-report").then(() => document.querySelector("outreach-report").ready).then(() => done(performance.now()));`));
  }
  return median(times);
}

const lines = [];
try {
  for (const [name, data] of Object.entries(SETS)) {
    const path = data ? `/${data.activities.length}.html` : "/embedded.html";
    if (data) server.add(`/${data.activities.length}.json`, JSON.stringify(data), { type: "application/json" });
    server.add(path, html(`<h1>Bench</h1><outreach-report ${data ? `src="/${data.activities.length}.json"` : ""}></outreach-report>`));
    const ready = await load(path);
    const facets = count(data && data.activities.length > 20_000 ? { ...data, activities: data.activities.slice(0, 2_000) } : (data ?? DATA)).facets;
    const worst = {};
    const all = { changed: [], painted: [] };
    await watchTasks(page);
    for (const [facet, rows] of Object.entries(facets)) {
      const keys = rows.filter((row) => row.activities > 0).map((row) => encodeURIComponent(row.key)).slice(0, 4);
      if (keys.length < 2) continue;
      await page.run("() => (window.tasks.length = 0)");
      const painted = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const view of [`${facet}=${keys[0]}`, `${facet}=${keys.slice(0, 2).sort().join("~")}`, `${facet}=${keys[round % keys.length]}`, ""]) {
          const times = await browser.driver.executeAsyncScript(CHANGE, view);
          painted.push(times.painted);
          all.changed.push(times.changed);
          all.painted.push(times.painted);
        }
      }
      worst[facet] = { painted: median(painted), p95: p95(painted), tasks: await page.run("() => window.tasks") };
    }
    const shifted = await layoutShifts(page);
    lines.push([name, "", "", ""]);
    lines.push(["  load to ready, median of 3", ms(ready), "", ""]);
    lines.push(["  filter change, totals computed", ms(median(all.changed)), ms(p95(all.changed)), ""]);
    lines.push(["  filter change, painted", ms(median(all.painted)), ms(p95(all.painted)), ""]);
    for (const [facet, { painted, p95, tasks }] of Object.entries(worst)) {
      lines.push([`    by ${facet}`, ms(painted), ms(p95), tasks.length ? `${tasks.length}, longest ${Math.max(...tasks)} ms` : "none"]);
    }
    lines.push(["  layout shift without a press, in all", shifted.all.toFixed(4), "", shifted.what.join(" ")]);
  }
} finally {
  await browser.stop();
  await server.close();
}
const width = Math.max(...lines.map(([name]) => name.length));
console.log(`${"".padEnd(width)}  ${"median".padStart(10)}  ${"p95".padStart(10)}  tasks over 50 ms`);
for (const [name, time, p95, tasks] of lines) console.log(`${name.padEnd(width)}  ${time.padStart(10)}  ${p95.padStart(10)}  ${tasks}`);
process.exit(0);
