// crossfilter2: a dimension and a group for each facet, with one reduction for the number and the sum.
//
// It has dimensions of lists too, with a value for each element. They took longer than this in every trial.

import crossfilter from "crossfilter2";
import { FACETS } from "../data.mjs";
import { resultOf, wanted } from "../sets.mjs";

export const name = "crossfilter2";

export function load(data) {
  // A record is its row number: the columns stay what they are, and no object is made for a record.
  const filter = crossfilter(Array.from({ length: data.count }, (_, row) => row));
  const both = (group) =>
    group.reduce(
      (sum, row) => ((sum.records += 1), (sum.people += data.low[row]), sum),
      (sum, row) => ((sum.records -= 1), (sum.people -= data.low[row]), sum),
      () => ({ records: 0, people: 0 }),
    );
  const facets = FACETS.map(({ name }) => {
    const column = data[name];
    const dimension = filter.dimension((row) => column[row]);
    return { name, dimension, group: both(dimension.group()) };
  });
  const everything = both(filter.groupAll());
  return {
    change(step) {
      facets.forEach(({ name, dimension }, facet) => {
        if (step[name]) setFilter(dimension, facet, step[name]);
      });
      const { result, total, add } = resultOf();
      const { records, people } = everything.value();
      total(records, people);
      facets.forEach(({ group }, facet) => {
        for (const { key, value } of group.all()) add(facet, key, value.records, value.people);
      });
      return result;
    },
  };
}

/** Filters by these values, with the quickest of its filters that can say it. */
function setFilter(dimension, facet, chosen) {
  if (chosen.length === 0) return dimension.filterAll();
  if (FACETS[facet].sets) {
    const { bits, empty } = wanted(facet, chosen);
    return dimension.filterFunction((set) => (set ? (set & bits) !== 0 : empty));
  }
  if (chosen.length === 1) return dimension.filterExact(chosen[0]);
  if (chosen.at(-1) - chosen[0] === chosen.length - 1) return dimension.filterRange([chosen[0], chosen.at(-1) + 1]);
  const table = new Uint8Array(256);
  for (const value of chosen) table[value] = 1;
  return dimension.filterFunction((value) => table[value] === 1);
}
