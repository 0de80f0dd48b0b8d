// The records of the counting part: the same for every program and in every run.
//
// Columns of codes, as a program that reads columns would be handed them. Nothing here is a real record.

/** The facets, in the order of all results, with how many values each has. In a facet of sets a record has any number of
 * values; one without any counts under a further value, which comes last. */
export const FACETS = [
  { name: "country", values: 195 },
  { name: "year", values: 26 },
  { name: "goals", values: 17, sets: true },
  { name: "themes", values: 10, sets: true },
  { name: "kind", values: 12 },
  { name: "organisation", values: 40 },
];

/** What a count says about the true number. */
export const BOUNDS = { exact: 0, atLeast: 1, about: 2, none: 3 };

/** How many rows of results a facet has. */
export const rowsOf = ({ values, sets }) => values + (sets ? 1 : 0);

/** The numbers of a result: how many records and which sum, in total and then for each value of each facet. */
export const RESULT = 2 * (1 + FACETS.reduce((sum, facet) => sum + rowsOf(facet), 0));

/** So many records: a column of codes for each facet, of bits for facets of sets; `low`, the number of people at least;
 * `bound`. A record without a number has 0. */
export function records(count) {
  const next = random(20_261_130);
  const data = {
    count,
    country: new Uint8Array(count),
    year: new Uint8Array(count),
    goals: new Uint32Array(count),
    themes: new Uint32Array(count),
    kind: new Uint8Array(count),
    organisation: new Uint8Array(count),
    low: new Uint32Array(count),
    bound: new Uint8Array(count),
  };
  // A greater exponent gives the first values a greater share.
  const skewed = (values, exponent) => Math.floor(values * next() ** exponent);
  for (let row = 0; row < count; row += 1) {
    data.country[row] = skewed(195, 2.5);
    data.year[row] = 25 - skewed(26, 1.5);
    data.goals[row] = set(17, share(next(), [0.15, 0.45, 0.22, 0.12, 0.06]), skewed);
    data.themes[row] = set(10, share(next(), [0.1, 0.55, 0.25, 0.1]), skewed);
    data.kind[row] = skewed(12, 1.6);
    data.organisation[row] = skewed(40, 2);
    data.bound[row] = share(next(), [0.76, 0.1, 0.06, 0.08]);
    const people = Math.floor(10 ** (4.5 * next()));
    data.low[row] = data.bound[row] === BOUNDS.none ? 0 : people;
  }
  return data;
}

/** `size` values out of so many, as bits; a value that is drawn twice makes the set smaller. */
function set(values, size, skewed) {
  let bits = 0;
  for (let index = 0; index < size; index += 1) bits |= 1 << skewed(values, 1.3);
  return bits;
}

/** The index of the share in which a number from 0 to 1 falls. */
function share(number, shares) {
  let rest = number;
  const index = shares.findIndex((share) => (rest -= share) < 0);
  return index < 0 ? shares.length - 1 : index;
}

/** Numbers from 0 to 1 that look random and are always the same (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
