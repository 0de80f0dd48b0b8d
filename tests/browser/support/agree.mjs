// Checks that everything agrees after a change: the property `view`, the address, the totals, an independent count, the
// headline, the marks, the chips, the badges of the pickers, the event.

import assert from "node:assert/strict";
import { DATA, cells, count, countRecords, inSymbols, inWords } from "./oracle.mjs";
import { until } from "./page.mjs";
import { addressForm } from "../../../static/loader/link-parts.js";

/**
 * Waits until everything agrees on a view, and returns the state. With `before`, an earlier state, it also checks that
 * exactly one `change` event was sent since. `hidden` are facets that the page hides and that therefore have no chips.
 */
export async function agrees(page, view, { before, document = DATA, hash = `#${addressForm(view)}`, hidden = [] } = {}) {
  const expected = count(document, view);
  const rows = countRecords(document, view);
  const grid = cells(document, view);
  let state;
  let problem;
  // Properties change synchronously; the screen follows a moment later.
  await until(async () => {
    state = await page.state();
    problem = undefined;
    try {
      compare(state, expected, { hash, rows, grid, hidden });
      return true;
    } catch (error) {
      problem = error;
      return false;
    }
  }, view).catch(async (error) => {
    const failure = problem ?? error;
    const faults = await page.faults();
    if (faults?.length) failure.message += `\nThe page reported: ${faults.join("\n")}`;
    failure.message += `\n${await later(page)}`;
    throw failure;
  });
  if (before) await checkEvent(page, before, expected);
  return state;
}

/** Whether the page's timers run, and what the screen shows after that. The screen of a page without timers stays as it is. */
async function later(page) {
  const timer = await page.driver.executeAsyncScript("const [done] = arguments; const start = performance.now(); setTimeout(() => done(Math.round(performance.now() - start)));").catch((error) => error.message);
  return `A timer of the page took ${timer} ms; after that the headline is: ${(await page.state()).headline}`;
}

/** Compares the screen and the properties with the independent count. */
function compare(state, expected, { hash, rows, grid, hidden }) {
  const { view, activities } = expected;
  assert.equal(state.view, view, `the view is ${state.view || "empty"}, not ${view || "empty"}`);
  assert.deepEqual(state.totals, expected, `totals of ${view}`);
  assert.equal(state.hash, hash === "#" ? "" : hash, "the fragment");
  if (activities === 0) {
    assert.match(state.headline, /No activity was found|holds no activities/);
  } else {
    const phrase = activities === 1 ? "1 activity" : `${activities.toLocaleString("en-GB")} activities`;
    assert.match(state.headline, new RegExp(`\\b${phrase}\\b`, "i"));
    assert.match(state.headline, new RegExp(inWords(expected.people), "i"));
  }
  const chosen = (facet) => expected.facets[facet].filter((row) => row.selected).map((row) => row.key);
  for (const [part, names] of Object.entries(state.pressed)) {
    // An empty view shows only charts that offer other values.
    if (activities === 0 && names.length === 0) continue;
    assert.equal(names.length, chosen(part).length, `pressed marks of ${part}: ${names}, chosen ${chosen(part)}`);
    // The screen shows countries by name, years and goals by number.
    const numbers = names.filter((name) => /^\d+$/.test(name));
    if (part !== "country") assert.deepEqual(numbers, chosen(part).filter((key) => key !== "unknown"), `pressed marks of ${part}`);
  }
  for (const [facet, badge] of Object.entries(state.badges)) {
    assert.equal(badge, chosen(facet).length ? String(chosen(facet).length) : "", `badge of ${facet}`);
  }
  // All years share one chip.
  const visible = Object.keys(expected.facets).filter((facet) => !hidden.includes(facet));
  const chips = visible.map((facet) => (facet === "year" ? Math.min(1, chosen(facet).length) : chosen(facet).length));
  const searched = /(^|&)q=/.test(view) ? 1 : 0;
  assert.equal(state.chips.length, chips.reduce((a, b) => a + b, searched), `chips ${state.chips}`);
  for (const [block, picks] of Object.entries(state.chosen)) {
    // The blocks of kinds, audiences and donors, and the cells of the matrix.
    const pairs = grid.filter((cell) => cell.selected).map((cell) => cell.pick);
    const expectedPicks = block === "matrix" ? pairs : chosen(block).map((key) => `${block}=${encodeURIComponent(key)}`);
    assert.deepEqual([...picks].sort(), expectedPicks.sort(), `pressed marks of ${block}`);
  }
  // The matrix shows every country of a short list, and only the first ones of a long list.
  const inActivities = /(^|&)measure=activities/.test(view);
  for (const [pick, shown] of Object.entries(state.cells)) {
    const cell = grid.find((cell) => cell.pick === pick);
    assert.ok(cell, `a cell for ${pick}, which has no activities`);
    assert.equal(shown, inActivities ? cell.activities.toLocaleString("en-GB") : inSymbols(cell.people), `the cell ${pick}`);
  }
  if ("matrix" in state.chosen && new Set(grid.map((cell) => cell.country)).size <= 12) {
    assert.deepEqual(Object.keys(state.cells).sort(), grid.map((cell) => cell.pick).sort(), "cells of the matrix");
  }
  assert.equal(state.rows, rows > 25 ? 20 : rows, "rows of the table");
}

/** Checks that one `change` event was sent since the earlier state, and that its detail is right. */
async function checkEvent(page, before, expected) {
  const events = (await page.events(before.eventCount)).filter((event) => event.name === "change");
  assert.equal(events.length, 1, `one event, not ${events.length}: ${events.map((event) => event.detail.view)}`);
  assert.deepEqual(events[0].detail, { view: expected.view, totals: expected }, "the event's detail");
  assert.ok(events[0].same, "the element agrees with the event while its listeners run");
  assert.ok(events[0].bubbles && events[0].composed, "the event leaves the shadow root");
}
