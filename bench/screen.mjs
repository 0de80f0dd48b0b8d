// The screen part: how long the report takes to be seen, and what a change of the filter costs until it is seen.

import { manyRecords } from "../tests/browser/support/large-data.mjs";
import { layoutShifts, watchTasks } from "../tests/browser/support/long-tasks.mjs";
import { DATA, count } from "../tests/browser/support/oracle.mjs";
import { Page } from "../tests/browser/support/page.mjs";
import { page as html } from "../tests/browser/support/server.mjs";
import { changes, sums } from "./screen/cost.mjs";
import { CHANGE, FIRST_SIGHT } from "./screen/in-page.mjs";
import { median, ms, p95, table } from "./statistics.mjs";

const SIZES = [0, 10_000, 100_000];
const LOADS = 3;
const ROUNDS = { quick: 1, whole: 5 };
/** The oracle counts so many records at most, which is enough to know the values of the facets. */
const ENOUGH = 2_000;

/** Measures everything, and returns the tables. */
export async function screen(bench) {
  const page = new Page(bench.browser, bench.server);
  const measured = [];
  for (const size of bench.quick ? SIZES.slice(0, 2) : SIZES) {
    const name = `${(size || DATA.activities.length).toLocaleString("en")} records`;
    try {
      measured.push([name, await measure(bench, page, size)]);
      bench.say(`  the screen with ${name}: a change is drawn after ${ms(median(measured.at(-1)[1].drawn))}`);
    } catch (error) {
      bench.fault(`the screen with ${name}`, error);
    }
  }
  const both = (times) => `${ms(median(times))} / ${ms(p95(times))}`;
  const whole = (counts) => `${Math.round(median(counts))} / ${Math.round(p95(counts))}`;
  const rows = [
    ["load until ready, median of three", ({ loads }) => ms(median(loads.map(({ ready }) => ready)))],
    ["from the script's arrival to the first sight, median of three", ({ loads }) => ms(median(loads.map(({ sight }) => sight)))],
    ["a change: totals computed", ({ changed }) => both(changed)],
    ["a change: end of its first frame", ({ frame }) => both(frame)],
    ["a change: end of the last frame that draws", ({ drawn }) => both(drawn)],
    ["script", ({ costs }) => both(costs.script)],
    ["style", ({ costs }) => both(costs.style)],
    ["layout", ({ costs }) => both(costs.layout)],
    ["paint and the rest", ({ costs }) => both(costs.rest)],
    ["script, style, layout, paint and the rest together", ({ costs }) => both(costs.together)],
    ["of which is measuring itself", ({ empty }) => ms(median(empty.together))],
    ["style recalculations", ({ costs }) => whole(costs.styles)],
    ["layouts", ({ costs }) => whole(costs.layouts)],
    ["tasks over 50 ms", ({ tasks, drawn }) => (tasks.length ? `${tasks.length} in ${drawn.length} changes, at most ${Math.max(...tasks)} ms` : `none in ${drawn.length} changes`)],
    ["layout shift without a press, in all", ({ shifted }) => shifted.all.toFixed(4)],
  ];
  const cells = rows.map(([name, write]) => [name, ...measured.map(([, found]) => write(found))]);
  return ["## The screen", "Median and 95th percentile.", table(["", ...measured.map(([name]) => name)], cells)].join("\n\n");
}

async function measure(bench, page, size) {
  const data = size && manyRecords(size);
  const path = `/screen-${size}.html`;
  if (data) bench.server.add(`/screen-${size}.json`, JSON.stringify(data), { type: "application/json" });
  bench.server.add(path, html(`<h1>Bench</h1><outreach-report ${data ? `src="/screen-${size}.json"` : ""}></outreach-report>`));
  const { driver } = bench.browser;
  const loads = [];
  for (let load = 0; load < LOADS; load += 1) {
    await page.open(path, { ready: false });
    loads.push(await driver.executeAsyncScript(FIRST_SIGHT));
  }
  await driver.sendAndGetDevToolsCommand("Performance.enable", {});
  const empty = sums(await changes(driver, Array(20).fill(undefined), CHANGE));
  await watchTasks(page);
  const made = await changes(driver, views(data || DATA, bench.quick ? ROUNDS.quick : ROUNDS.whole), CHANGE);
  const of = (name) => made.map(({ times }) => times[name]);
  const tasks = await page.run("() => window.tasks");
  return { loads, empty, changed: of("changed"), frame: of("frame"), drawn: of("drawn"), costs: sums(made), tasks, shifted: await layoutShifts(page) };
}

/** Four views for each facet in each round: a value, two values, a value, nothing. */
function views(data, rounds) {
  const { facets } = count({ ...data, activities: data.activities.slice(0, ENOUGH) });
  return Object.entries(facets).flatMap(([facet, rows]) => {
    const keys = rows.filter((row) => row.activities > 0).map((row) => encodeURIComponent(row.key)).slice(0, 4);
    if (keys.length < 2) return [];
    return Array.from({ length: rounds }, (_, round) => [`${facet}=${keys[0]}`, `${facet}=${keys.slice(0, 2).sort().join("~")}`, `${facet}=${keys[round % keys.length]}`, ""]).flat();
  });
}
