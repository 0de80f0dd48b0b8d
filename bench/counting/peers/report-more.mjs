// What only the report counts: all nine facets with plans, overlaps, a filter by audience, a change of basis.

import { load as loadSix } from "./report.mjs";
import { STEPS } from "../steps.mjs";

export { boot } from "./report.mjs";

const AUDIENCES = 6;
const codes = (word, count) => Array.from({ length: count }, (_, value) => `${word}-${value}`).join("\n");
const NO_NUMBERS = new Uint32Array(0);

/** A column of so many values that has nothing to do with the others. */
const spread = (count, values, factor) => Uint32Array.from({ length: count }, (_, row) => Math.floor((row * factor) / 7) % values);

/** Adds the three other facets, goals of another basis, and plans for one row in twenty. */
function addAll(data) {
  const { count, low, bound, goals } = data;
  const audience = spread(count, AUDIENCES, 5);
  // A row with plans gives its numbers one by one.
  const planned = Array.from({ length: Math.floor(count / 20) }, (_, index) => index * 20);
  const lows = planned.map((row) => low[row]);
  const bounds = planned.map((row) => bound[row]);
  const six = { ...data, low: low.slice(), bound: bound.slice() };
  for (const row of planned) [six.low[row], six.bound[row]] = [0, 3];
  const add = (columns) => {
    columns.facet("audience", codes("audience", AUDIENCES), NO_NUMBERS, NO_NUMBERS, audience);
    columns.facet("donor", codes("donor", 20), Uint32Array.of(0, 0, 1, 2, 4, 6), Uint32Array.of(0, 1, 2, 3, 4, 5), spread(count, 5, 3));
    columns.facet("project", codes("project", 30), NO_NUMBERS, NO_NUMBERS, spread(count, 30, 11));
    const stated = Array.from({ length: 17 }, (_, value) => value + 1).join("\n");
    columns.facet("stated", stated, NO_NUMBERS, NO_NUMBERS, Uint32Array.from(goals, (bits) => (bits ? 31 - Math.clz32(bits) : 0)));
    planned.forEach((row, index) => {
      const flags = [1, 3, 5, 0][bounds[index]];
      if (flags) columns.entry(row, audience[row], flags, lows[index], lows[index]);
      columns.entry(row, audience[row], 65, 100, 100);
    });
  };
  return [six, add];
}

const groups = (make) => (data) => [data, () => Uint32Array.from({ length: data.count }, (_, row) => make(row, data.count))];

/** Each: how the columns are made, and the changes; without changes of its own, the forty. */
const KINDS = {
  whole: { columns: addAll },
  "groups of three": { columns: groups((row, count) => (row < count / 3 ? 1 + Math.floor(row / 3) : 0)) },
  "one group": { columns: groups(() => 1) },
  audience: {
    columns: addAll,
    links: ["audience=audience-1", "audience=audience-1~audience-2", "", "country=BT", "country=BT&audience=audience-3", "country=BT", "year=2005..2015", "year=2005..2015&audience=audience-0", ""],
    timed: (link) => link.includes("audience"),
  },
  basis: {
    columns: addAll,
    links: ["basis=stated", "", "basis=theme", "", "country=BT", "country=BT&basis=stated", "country=BT", ""],
    timed: (link, before) => link.includes("basis") || before.includes("basis"),
  },
};

export async function load(data, kind) {
  const { columns, links, timed } = KINDS[kind];
  const [changed, more] = columns(data);
  const program = await loadSix(changed, more);
  if (!links) return { ...program, steps: STEPS, unchecked: kind !== "whole" };
  const steps = links.map((link, index) => ({ link, timed: timed(link, links[index - 1] ?? "") }));
  return { steps, unchecked: true, change: ({ link = "" }) => program.count(link) };
}
