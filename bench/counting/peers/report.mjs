// The report's own counting, in the WebAssembly that readers get, from a link to its `Totals`. What crosses to the page
// as JSON is read for the comparison alone, and not timed.

import "/outreach-report.js";
import { COUNTRIES } from "../../countries.mjs";
import { BOUNDS, FACETS, RESULT, rowsOf } from "../data.mjs";

export const name = "Outreach Report";

/** The word of each facet in links, and the codes of its values there. */
const WORDS = {
  country: ["country", (value) => COUNTRIES[value]],
  year: ["year", (value) => String(2000 + value)],
  goals: ["sdg", (value) => String(1 + value)],
  themes: ["theme", (value) => `theme-${value}`],
  kind: ["kind", (value) => `kind-${value}`],
  organisation: ["org", (value) => `organisation-${value}`],
};
const NO_NUMBERS = new Uint32Array(0);
/** What the report calls the bounds: counted, open, about. */
const FLAGS = { [BOUNDS.exact]: 1, [BOUNDS.atLeast]: 3, [BOUNDS.about]: 5, [BOUNDS.none]: 0 };

const element = customElements.get("outreach-report");

/** Starts the WebAssembly, with no rows. */
export async function boot() {
  (await element.columns(0)).free();
}

/** `more` adds further columns, and gives the overlaps of rows. */
export async function load(data, more) {
  const columns = await element.columns(data.count);
  for (const facet of FACETS) {
    const [word, code] = WORDS[facet.name];
    const codes = Array.from({ length: facet.values }, (_, value) => code(value)).join("\n");
    if (facet.sets) columns.facet(word, codes, ...asSets(data[facet.name], facet.values));
    else columns.facet(word, codes, NO_NUMBERS, NO_NUMBERS, new Uint32Array(data[facet.name]));
  }
  const overlaps = more?.(columns) ?? NO_NUMBERS;
  columns.amounts(data.low, data.bound.map((bound) => FLAGS[bound]), NO_NUMBERS, overlaps);
  const filters = new Map();
  return {
    change(step) {
      for (const { name, values, sets } of FACETS) {
        if (!step[name]) continue;
        const [word, code] = WORDS[name];
        const codes = step[name].map((value) => (sets && value === values ? "unknown" : code(value)));
        if (codes.length > 0) filters.set(name, `${word}=${codes.join("~")}`);
        else filters.delete(name);
      }
      if (!columns.count([...filters.values()].join("&"))) throw new Error("the columns do not fit together");
    },
    read: () => read(JSON.parse(columns.totals)),
    count: (link) => columns.count(link),
  };
}

/** Bits as sets: where each distinct set begins, the sets, and the set of each row. */
function asSets(column, values) {
  const numbers = new Int32Array(1 << values).fill(-1);
  const codes = new Uint32Array(column.length);
  const [starts, sets] = [[0], []];
  for (let row = 0; row < column.length; row += 1) {
    const bits = column[row];
    if (numbers[bits] < 0) {
      numbers[bits] = starts.length - 1;
      for (let value = 0; value < values; value += 1) if (bits & (1 << value)) sets.push(value);
      starts.push(sets.length);
    }
    codes[row] = numbers[bits];
  }
  return [Uint32Array.from(starts), Uint32Array.from(sets), codes];
}

/** Totals as the numbers that all programs give. */
function read(totals) {
  const result = new Float64Array(RESULT);
  result.set([totals.activities, totals.people.low]);
  let start = 2;
  for (const facet of FACETS) {
    const [word, code] = WORDS[facet.name];
    const places = new Map(Array.from({ length: facet.values }, (_, value) => [code(value), value]));
    for (const { key, activities, people } of totals.facets[word]) {
      const place = places.get(key) ?? (facet.sets ? facet.values : undefined);
      if (place !== undefined) result.set([activities, people.low], start + 2 * place);
      else if (activities > 0) throw new Error(`${word} has ${activities} records under ${key}`);
    }
    start += 2 * rowsOf(facet);
  }
  return result;
}
