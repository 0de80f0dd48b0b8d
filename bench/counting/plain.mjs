// Counting as plainly as possible: for every change one pass over all records. It is what the results of all others are
// compared with, and a row of its own: what a page can do in JavaScript without any library.

import { FACETS, RESULT, rowsOf } from "./data.mjs";

export const name = "one pass over typed arrays, JavaScript";

export function load(data) {
  const columns = FACETS.map(({ name }) => data[name]);
  const { count, low } = data;
  // For each facet a table of what its filter refuses, by code; for facets of sets the bits that it wants.
  const filters = FACETS.map(() => null);
  const starts = FACETS.map((_, index) => 2 + 2 * FACETS.slice(0, index).reduce((sum, facet) => sum + rowsOf(facet), 0));
  const add = (result, facet, row) => {
    const { values, sets } = FACETS[facet];
    const code = columns[facet][row];
    if (!sets) {
      const place = starts[facet] + 2 * code;
      result[place] += 1;
      result[place + 1] += low[row];
      return;
    }
    for (let rest = code || 1 << values; rest; rest &= rest - 1) {
      const place = starts[facet] + 2 * (31 - Math.clz32(rest & -rest));
      result[place] += 1;
      result[place + 1] += low[row];
    }
  };
  return {
    change(step) {
      FACETS.forEach(({ name, values, sets }, facet) => {
        const chosen = step[name];
        if (!chosen) return;
        const bits = chosen.reduce((bits, value) => bits | (1 << value), 0);
        const table = new Uint8Array(values);
        for (const value of chosen) table[value] = 1;
        filters[facet] = chosen.length === 0 ? null : sets ? { bits, empty: 1 << values } : { table };
      });
      const active = filters.flatMap((filter, facet) => (filter ? [{ facet, column: columns[facet], ...filter }] : []));
      const result = new Float64Array(RESULT);
      for (let row = 0; row < count; row += 1) {
        let refused = -1;
        let several = false;
        for (const { facet, column, table, bits, empty } of active) {
          const code = column[row];
          if (table ? table[code] : (code || empty) & bits) continue;
          several = refused >= 0;
          refused = facet;
          if (several) break;
        }
        if (several) continue;
        if (refused >= 0) {
          add(result, refused, row);
          continue;
        }
        result[0] += 1;
        result[1] += low[row];
        for (let facet = 0; facet < columns.length; facet += 1) add(result, facet, row);
      }
      return result;
    },
  };
}
