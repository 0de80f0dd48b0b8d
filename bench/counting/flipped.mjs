// How many rows a change flips: those that count for something after it and did not before, or the other way round.

import { FACETS } from "./data.mjs";
import { STEPS } from "./steps.mjs";

/** For each change the number of rows that it flips, and the number of all rows. */
export function flippedRows(data) {
  const filters = FACETS.map(() => undefined);
  let before = new Int8Array(data.count).fill(-1);
  const rows = STEPS.map((step) => {
    for (const [facet, { name }] of FACETS.entries()) if (step[name]) filters[facet] = step[name].length > 0 ? test(facet, step[name]) : undefined;
    const active = FACETS.flatMap(({ name }, facet) => (filters[facet] ? [{ facet, column: data[name], keeps: filters[facet] }] : []));
    const now = new Int8Array(data.count);
    let flipped = 0;
    for (let row = 0; row < data.count; row += 1) {
      // -1: counts everywhere. -2: counts nowhere. Else it counts only in the facet that alone refuses it.
      let where = -1;
      for (const { facet, column, keeps } of active) {
        if (keeps(column[row])) continue;
        where = where === -1 ? facet : -2;
        if (where === -2) break;
      }
      now[row] = where;
      if (where !== before[row]) flipped += 1;
    }
    before = now;
    return flipped;
  });
  return { rows, count: data.count };
}

function test(facet, chosen) {
  const { values, sets } = FACETS[facet];
  if (!sets) {
    const table = new Set(chosen);
    return (code) => table.has(code);
  }
  const bits = chosen.reduce((bits, value) => bits | (1 << value), 0);
  return (set) => ((set || 1 << values) & bits) !== 0;
}
