// After each change everything must say the same: the property `view`, the address, the totals, a naive count, the
// headline, the marks, the chips, the badges of the pickers, the event.

import assert from "node:assert/strict";
import { DATA, cells, count, inSigns, inWords, listed } from "./naive.mjs";
import { until } from "./page.mjs";

/**
 * Waits until everything agrees on a view. Gives back the state, for the next comparison. `hidden` are facets that the
 * page does not show, and that so have no chips.
 */
export async function agrees(page, view, { before, document = DATA, hash = `#${view}`, hidden = [] } = {}) {
  const expected = count(document, view);
  const rows = listed(document, view);
  const grid = cells(document, view);
  let state;
  let problem;
  // Properties change at once, the screen a moment later.
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
  }, view, 5_000).catch(async (error) => {
    const failure = problem ?? error;
    const faults = await page.faults();
    if (faults?.length) failure.message += `\nThe page said: ${faults.join("\n")}`;
    throw failure;
  });
  if (before) await told(page, before, expected);
  return state;
}

/** Compares what the screen and the properties say with what a naive count gives. */
function compare(state, expected, { hash, rows, grid, hidden }) {
  const { view, activities } = expected;
  assert.equal(state.view, view, `the view is ${state.view || "empty"}, not ${view || "empty"}`);
  assert.deepEqual(state.totals, expected, `totals of ${view}`);
  assert.equal(state.hash, hash === "#" ? "" : hash, "the fragment");
  if (activities === 0) {
    assert.match(state.headline, /No activity matches|holds no activities/);
  } else {
    const words = activities === 1 ? "1 activity" : `${activities.toLocaleString("en-GB")} activities`;
    assert.match(state.headline, new RegExp(`\\b${words}\\b`, "i"));
    assert.match(state.headline, new RegExp(inWords(expected.people), "i"));
  }
  const chosen = (facet) => expected.facets[facet].filter((row) => row.selected).map((row) => row.key);
  for (const [part, names] of Object.entries(state.pressed)) {
    assert.equal(names.length, chosen(part).length, `pressed marks of ${part}: ${names}, chosen ${chosen(part)}`);
    // Countries are named on the screen; years and goals have numbers.
    const numbers = names.filter((name) => /^\d+$/.test(name));
    if (part !== "country") assert.deepEqual(numbers, chosen(part).filter((key) => key !== "unknown"), `pressed marks of ${part}`);
  }
  for (const [facet, badge] of Object.entries(state.badges)) {
    assert.equal(badge, chosen(facet).length ? String(chosen(facet).length) : "", `badge of ${facet}`);
  }
  // Years share a chip.
  const seen = Object.keys(expected.facets).filter((facet) => !hidden.includes(facet));
  const chips = seen.map((facet) => (facet === "year" ? Math.min(1, chosen(facet).length) : chosen(facet).length));
  const searched = /(^|&)q=/.test(view) ? 1 : 0;
  assert.equal(state.chips.length, chips.reduce((a, b) => a + b, searched), `chips ${state.chips}`);
  for (const [block, picks] of Object.entries(state.chosen)) {
    // Of the kinds, audiences and donors, and of the cells.
    const pairs = grid.filter((cell) => cell.selected).map((cell) => cell.pick);
    const wanted = block === "matrix" ? pairs : chosen(block).map((key) => `${block}=${encodeURIComponent(key)}`);
    assert.deepEqual([...picks].sort(), wanted.sort(), `pressed marks of ${block}`);
  }
  // The matrix shows all of a short list of countries, and the first of a long one.
  const inActivities = /(^|&)measure=activities/.test(view);
  for (const [pick, said] of Object.entries(state.cells)) {
    const cell = grid.find((cell) => cell.pick === pick);
    assert.ok(cell, `a cell for ${pick}, where nothing was done`);
    assert.equal(said, inActivities ? cell.activities.toLocaleString("en-GB") : inSigns(cell.people), `the cell ${pick}`);
  }
  if ("matrix" in state.chosen && new Set(grid.map((cell) => cell.country)).size <= 12) {
    assert.deepEqual(Object.keys(state.cells).sort(), grid.map((cell) => cell.pick).sort(), "cells of the matrix");
  }
  assert.equal(state.rows, rows > 25 ? 20 : rows, "rows of the table");
}

/** Checks that one change was told since then, and rightly. */
async function told(page, before, expected) {
  const events = (await page.heard(before.heard)).filter((event) => event.name === "change");
  assert.equal(events.length, 1, `one event, not ${events.length}: ${events.map((event) => event.detail.view)}`);
  assert.deepEqual(events[0].detail, { view: expected.view, totals: expected }, "the event's detail");
  assert.ok(events[0].same, "the element agrees with the event while it is heard");
  assert.ok(events[0].bubbles && events[0].composed, "the event leaves the shadow root");
}
