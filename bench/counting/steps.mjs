// The forty changes of the filter that every program makes, one after the other.
//
// A change names facets with the values that they are filtered to from now on; an empty list takes a filter away. They
// are what readers do: choose, add, remove, drag a range of years, choose in several charts, go back to nothing.

const years = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The facets that a change clears. */
const clear = (...facets) => Object.fromEntries(facets.map((facet) => [facet, []]));

export const STEPS = [
  // One country, then more, then fewer.
  { country: [31] },
  { country: [31, 64] },
  { country: [12, 31, 64] },
  { country: [12, 64] },
  // Years beside it, dragged.
  { year: years(10, 19) },
  { year: years(11, 19) },
  { year: years(11, 20) },
  { year: years(12, 22) },
  // A goal, and another.
  { goals: [4] },
  { goals: [4, 15] },
  { kind: [2] },
  { kind: [2, 5] },
  // Back, filter by filter.
  clear("goals"),
  clear("kind"),
  clear("country"),
  { year: years(20, 25) },
  // Everything away at once.
  clear("year"),
  // The most frequent value of a facet, then with another filter.
  { country: [0] },
  { themes: [3] },
  { themes: [3, 7] },
  { organisation: [1] },
  clear("country"),
  { organisation: [1, 2, 9] },
  { themes: [7] },
  clear("themes", "organisation"),
  // Records of which a goal or a theme is not known.
  { goals: [17] },
  { goals: [0, 17], themes: [10] },
  clear("themes"),
  { goals: [0] },
  // Several filters at once, as a link brings them.
  { country: [3, 17, 80, 120], year: years(5, 15), goals: [2, 4, 9], kind: [0, 1, 2, 3] },
  { kind: [0, 1, 2] },
  { country: [3, 17, 80] },
  { goals: [], organisation: [0] },
  { year: years(0, 15) },
  clear("country", "year", "kind", "organisation"),
  // Most of the values, so that few records are left out.
  { year: years(1, 25) },
  { kind: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  { country: years(0, 189) },
  { country: [194] },
  clear("country", "year", "kind"),
];
