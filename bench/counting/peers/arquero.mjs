// Arquero: for each facet the records that the other filters keep, grouped by its codes.

import * as aq from "arquero";
import { FACETS } from "../data.mjs";
import { resultOf, wanted } from "../sets.mjs";

export const name = "Arquero";

export function load(data) {
  const table = aq.table(Object.fromEntries([...FACETS.map(({ name }) => [name, data[name]]), ["low", data.low]]));
  const filters = FACETS.map(() => null);
  const both = { records: aq.op.count(), people: aq.op.sum("low") };
  const kept = (without) => filters.reduce((table, test, facet) => (test && facet !== without ? table.filter(test) : table), table);
  return {
    change(step) {
      FACETS.forEach(({ name }, facet) => {
        if (step[name]) filters[facet] = step[name].length > 0 ? aq.escape(test(facet, data[name], step[name])) : null;
      });
      const { result, total, add } = resultOf();
      const all = kept().rollup(both).object();
      total(all.records, all.people ?? 0);
      FACETS.forEach(({ name }, facet) => {
        const groups = kept(facet).groupby(name).rollup(both);
        const [codes, records, people] = [name, "records", "people"].map((column) => groups.array(column));
        codes.forEach((code, index) => add(facet, code, records[index], people[index]));
      });
      return result;
    },
  };
}

function test(facet, column, chosen) {
  const { name, sets } = FACETS[facet];
  if (sets) {
    const { bits, empty } = wanted(facet, chosen);
    return (row) => (row[name] ? (row[name] & bits) !== 0 : empty);
  }
  const table = new Uint8Array(256);
  for (const value of chosen) table[value] = 1;
  return (row) => table[row[name]] === 1;
}
