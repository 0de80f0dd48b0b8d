/**
 * The element `<outreach-report>`: a report of outreach activities as linked charts and a table that readers filter.
 * Importing `outreach-report.js` defines it; this file describes it.
 */

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
  /** What is certain. */
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
  /** Whether the view is filtered to it. */
  selected: boolean;
  activities: number;
  /** People reached. */
  people: People;
  /** People whom activities plan to reach; never a part of `people`. */
  planned: People;
}

/** What one can filter by. */
export type Facet = "country" | "year" | "sdg" | "kind" | "theme" | "audience" | "org" | "donor" | "project";

/** What a view adds up to, as plain JSON. */
export interface Totals {
  /** The view in link form. */
  view: string;
  activities: number;
  /** People reached. */
  people: People;
  /** People whom activities plan to reach; never a part of `people`. */
  planned: People;
  /** Every facet, its rows counted without its own filter: years and goals sorted as numbers, `unknown` last. */
  facets: Record<Facet, Row[]>;
}

/** What `outreach-report:ready` and `outreach-report:change` tell. */
export interface Shown {
  /** The view in link form. */
  view: string;
  totals: Totals;
}

/** Why no data can be shown: what `outreach-report:error` tells and `ready` rejects with. */
export interface Failure {
  /** A word that stays the same in every language, such as `data-unreachable`. */
  code: string;
  /** What went wrong, as a sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** The events of the element. They bubble, and leave shadow roots. */
export interface OutreachReportEventMap {
  /** Data are shown. */
  "outreach-report:ready": CustomEvent<Shown>;
  /** The view has changed; `totals` is new already. */
  "outreach-report:change": CustomEvent<Shown>;
  /** No data can be shown; the content of the element stays. */
  "outreach-report:error": CustomEvent<Failure>;
}

/**
 * The element. What stands inside it is shown until, or instead of, the report.
 *
 * @attr {string} src - Address of a data set in the format `outreach-report/1`, against the page. Without it the embedded data set is shown.
 * @attr {string} view - The selection to start with, in link form, such as `country=BT&year=2022`.
 * @attr {string} lang - Language of the report. Without it the nearest `lang` of the page, then the browser's.
 * @attr {"auto" | "light" | "dark"} [theme=auto] - Colour scheme.
 * @attr {"none" | "hash" | "query"} [sync=none] - Whether the view is mirrored into the page's address.
 * @attr {string} prefix - What the report's keys begin with in the page's address, so that several reports keep apart.
 * @attr {string} parts - The blocks to show, in this order, apart by spaces. Without it all; the licence always stays.
 * @attr {string} lock - Facets that the reader may not change, apart by spaces; they stay as `view` sets them.
 * @attr {string} hide - Facets that the reader neither sees nor changes, apart by spaces.
 *
 * @fires {CustomEvent<Shown>} outreach-report:ready - Data are shown.
 * @fires {CustomEvent<Shown>} outreach-report:change - The view has changed; `totals` is new already.
 * @fires {CustomEvent<Failure>} outreach-report:error - No data can be shown; the content of the element stays.
 *
 * @slot - What is shown until, or instead of, the report.
 *
 * @cssprop --outreach-ink - Text.
 * @cssprop --outreach-muted - Text of lesser weight.
 * @cssprop --outreach-hairline - Thin lines between things.
 * @cssprop --outreach-wash - The ground of fields, notices and rows under the pointer.
 * @cssprop --outreach-paper - The ground of what the report opens: panels, dialogs, tips.
 * @cssprop --outreach-accent - What can be pressed, what is chosen, and the marks of charts.
 * @cssprop --outreach-on-accent - Text on the accent.
 * @cssprop --outreach-unknown - Marks of what is not stated.
 * @cssprop --outreach-font - The typefaces, as `font-family` takes them.
 *
 * @csspart report - All of the report.
 * @csspart headline - The sentence that says the whole view.
 * @csspart chips - The active filters.
 * @csspart filters - The bar of filters, search and measure.
 * @csspart tiles - The totals in a row.
 * @csspart year - The chart by year.
 * @csspart country - The chart by country.
 * @csspart sdg - The chart by Sustainable Development Goal.
 * @csspart matrix - Country by year.
 * @csspart kind - The chart by kind of activity.
 * @csspart audience - The chart by audience.
 * @csspart donor - The chart by donor.
 * @csspart table - The records.
 * @csspart foot - How we count, licence, share, cite, download.
 */
export interface OutreachReport extends HTMLElement {
  /** The view in link form. Setting it renews `totals` at once; setting the view that is shown does nothing. */
  view: string;
  /** What the view adds up to; null as long as no data are shown. */
  readonly totals: Totals | null;
  /** Resolves when data are shown; rejects with a {@link Failure}. There from the first moment; new when `src` is set. */
  readonly ready: Promise<OutreachReport>;
}

declare global {
  interface HTMLElementTagNameMap {
    "outreach-report": OutreachReport;
  }
  /** On the element, and wherever its events pass by. */
  interface GlobalEventHandlersEventMap extends OutreachReportEventMap {}
}
