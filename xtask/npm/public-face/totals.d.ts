// The types of totals: what the element's property `totals` and its events hold. The part of outreach-report.d.ts that
// is written by hand; `node xtask/npm/public-face.mjs` copies it there.

/** How a total of people is to be read. */
export type Qualifier =
  /** The sources do not bound it from above: "at least 5,210". */
  | "at-least"
  /** Nothing counted gives a number. */
  | "none"
  /** Between `low` and `high`. */
  | "range"
  /** The sources say "about". */
  | "about"
  /** The sources give it exactly. */
  | "exact";

/** People, as the sources report them. Who took part twice is counted twice. */
export interface People {
  /** The number that is certain. */
  low: number;
  /** The most that the sources allow; null where they give no upper bound. */
  high: number | null;
  qualifier: Qualifier;
  /** Activities that give a number. */
  counted: number;
  /** Activities that give none. */
  uncounted: number;
}

/** A value of a facet. An activity counts fully in each of its values. */
export interface Row {
  /** A code, a year or the number of a goal; `unknown` for what is not stated. */
  key: string;
  /** Whether the selection is filtered to it. */
  selected: boolean;
  activities: number;
  /** People reached. */
  people: People;
  /** People whom activities plan to reach; never part of `people`. */
  planned: People;
}

/** A property that readers can filter by. */
export type Facet = "country" | "year" | "sdg" | "kind" | "theme" | "audience" | "org" | "donor" | "project";

/** The totals of a selection, as plain JSON. */
export interface Totals {
  /** The selection in link form. */
  view: string;
  activities: number;
  /** People reached. */
  people: People;
  /** People whom activities plan to reach; never part of `people`. */
  planned: People;
  /** Every facet, its rows counted without its own filter: years and goals sorted as numbers, `unknown` last. */
  facets: Record<Facet, Row[]>;
}

/** The detail of `outreach-report:ready` and `outreach-report:change`. */
export interface Shown {
  /** The selection in link form. */
  view: string;
  totals: Totals;
}
