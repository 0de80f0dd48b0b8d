// Generated from public-face.json and totals.d.ts by `node xtask/npm/public-face.mjs`; do not edit.

/**
 * The element `<outreach-report>`: a report of outreach activities: linked charts and a table that readers filter.
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

/** The code of a failure. It is the same in every language. */
export type FailureCode =
  /** Chrome or Edge before 123, Firefox before 120, Safari before 17.5, or Safari's Lockdown Mode. */
  | "browser-old"
  /** The WebAssembly cannot be fetched, or differs from the file of the pinned version. */
  | "wasm-unreachable"
  /** The server has no `outreach-report_bg.wasm`. */
  | "wasm-missing"
  /** The server sends something else as `outreach-report_bg.wasm`. */
  | "wasm-wrong"
  /** The WebAssembly is damaged or cut short. */
  | "wasm-damaged"
  /** The page's policy allows no WebAssembly. */
  | "wasm-refused"
  /** Script and WebAssembly are of different builds. */
  | "wasm-mismatch"
  /** A part of a single-file page is missing or was changed. */
  | "file-damaged"
  /** The data set that `src` names cannot be loaded. */
  | "data-unreachable"
  /** The address in `src` gives no valid JSON, but perhaps a sign-in page, a preview, a spreadsheet or nothing. */
  | "data-not-json"
  /** The address in `src` gives JSON that is no data set of this report. */
  | "data-not-a-report"
  /** The data set is of another version of the format. */
  | "data-other-format"
  /** The browser has no memory for all records of the data set. */
  | "data-too-large"
  /** The reader cancelled loading a large data set. */
  | "data-stopped"
  /** A fault of the report; it stops all reports of the page. */
  | "panic"
  /** An unexpected error of the browser or the page. */
  | "failed";

/** Why no data can be shown: the detail of `outreach-report:error`, and what `ready` rejects with. */
export interface Failure {
  code: FailureCode;
  /** What went wrong, as a sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** The events of the element. They bubble and are composed: seen outside a shadow root too. */
export interface OutreachReportEventMap {
  /** Data are shown. */
  "outreach-report:ready": CustomEvent<Shown>;
  /** The selection has changed; `totals` is new already. */
  "outreach-report:change": CustomEvent<Shown>;
  /** No data can be shown; the element shows its content and a notice. */
  "outreach-report:error": CustomEvent<Failure>;
}

/** The attributes of the element. */
export interface OutreachReportAttributes {
  /** Address of a data set in the format `outreach-report/1`, relative to the page (in a frame: to `embed.html`). Without it, or if it is blank, the built-in data set is shown. A host other than the page's must send `Access-Control-Allow-Origin` with it. */
  src?: string | undefined;
  /** The selection to start with, in link form, such as `country=BT&year=2022`. A change of it changes what is shown. */
  view?: string | undefined;
  /** Colour scheme. `auto` (default): the `color-scheme` that the page declares, light if it declares none; if it declares `light dark`, the reader's device decides; `light`: light, with a background of its own; `dark`: dark, with a background of its own. */
  theme?: "auto" | "light" | "dark" | undefined;
  /** The part of the page's address that follows the selection. `none` (default): no part of it; `hash`: the fragment, unless it is a route of the page's router (`#/…`, `#!…`); `query`: the query. */
  sync?: "none" | "hash" | "query" | undefined;
  /** What the report's keys in the page's address begin with, so that several reports on a page stay separate: `prefix="a-"` gives `a-country=BT`. Letters `a` to `z`, digits, `-`, `_` and `.`; others are left out. */
  prefix?: string | undefined;
  /** The blocks to show, in this order, separated by spaces or commas: `headline tiles filters chips year country sdg matrix kind audience donor table foot`. Without it all are shown. The licence line is always shown. */
  parts?: string | undefined;
  /** Facets that the reader cannot change, separated by spaces or commas: `country year sdg kind theme audience org donor project`. They stay as `view` sets them, whatever a link says. */
  lock?: string | undefined;
  /** Facets that the reader neither sees nor changes; the words of `lock`. Their charts are not shown either; the headline still names what they are filtered by. */
  hide?: string | undefined;
  /** Language of the report. It is English for now; `fr`, `es`, `ar`, `zh` and `ru` will follow. */
  lang?: string | undefined;
}

/**
 * The element. Its content is shown until the report is there, or instead of it.
 *
 * @attr {string} src - Address of a data set in the format `outreach-report/1`, relative to the page (in a frame: to `embed.html`). Without it, or if it is blank, the built-in data set is shown. A host other than the page's must send `Access-Control-Allow-Origin` with it.
 * @attr {string} view - The selection to start with, in link form, such as `country=BT&year=2022`. A change of it changes what is shown.
 * @attr {"auto" | "light" | "dark"} [theme=auto] - Colour scheme.
 * @attr {"none" | "hash" | "query"} [sync=none] - The part of the page's address that follows the selection.
 * @attr {string} prefix - What the report's keys in the page's address begin with, so that several reports on a page stay separate: `prefix="a-"` gives `a-country=BT`. Letters `a` to `z`, digits, `-`, `_` and `.`; others are left out.
 * @attr {string} parts - The blocks to show, in this order, separated by spaces or commas: `headline tiles filters chips year country sdg matrix kind audience donor table foot`. Without it all are shown. The licence line is always shown.
 * @attr {string} lock - Facets that the reader cannot change, separated by spaces or commas: `country year sdg kind theme audience org donor project`. They stay as `view` sets them, whatever a link says.
 * @attr {string} hide - Facets that the reader neither sees nor changes; the words of `lock`. Their charts are not shown either; the headline still names what they are filtered by.
 * @attr {string} lang - Language of the report. It is English for now; `fr`, `es`, `ar`, `zh` and `ru` will follow.
 *
 * @fires {CustomEvent<Shown>} outreach-report:ready - Data are shown.
 * @fires {CustomEvent<Shown>} outreach-report:change - The selection has changed; `totals` is new already.
 * @fires {CustomEvent<Failure>} outreach-report:error - No data can be shown; the element shows its content and a notice.
 *
 * @slot - Shown until the report is there, or instead of it if it cannot be shown.
 *
 * @cssprop --outreach-ink - Text.
 * @cssprop --outreach-muted - Secondary text: labels, notes, units.
 * @cssprop --outreach-hairline - Dividing lines.
 * @cssprop --outreach-wash - Background of fields, notices and rows under the pointer.
 * @cssprop --outreach-paper - Background of what the report opens: panels, dialogs, tooltips.
 * @cssprop --outreach-accent - What can be pressed, what is chosen, and the marks of charts.
 * @cssprop --outreach-on-accent - Text on the accent colour.
 * @cssprop --outreach-unknown - Marks for what is not stated.
 * @cssprop --outreach-font - The typefaces, as `font-family` takes them.
 *
 * @csspart report - The whole report.
 * @csspart headline - The sentence that sums up the selection and names every filter. Without it, a line at the top names the data, the filters and the date.
 * @csspart chips - The active filters.
 * @csspart filters - The bar of filters and search. The switch of measures and the key of the charts follow it.
 * @csspart tiles - The row of totals; beside a headline, those that it does not say.
 * @csspart year - The chart by year.
 * @csspart country - The chart by country.
 * @csspart sdg - The chart by Sustainable Development Goal.
 * @csspart matrix - The table of countries by years.
 * @csspart kind - The chart by kind of activity.
 * @csspart audience - The chart by audience.
 * @csspart donor - The chart by donor.
 * @csspart table - The table of records.
 * @csspart foot - How we count, licence, share, cite, download.
 */
export interface OutreachReport extends HTMLElement {
  /** The selection in link form. Setting it changes `totals` at once and then fires `outreach-report:change`; setting the selection that is shown does nothing. */
  view: string;
  /** The attribute `prefix`. It is a property because `Element.prefix` is read-only, and frameworks that set properties could not set the attribute. */
  prefix: string | null;
  /** The totals of the selection, as plain JSON; null while no data are shown. */
  readonly totals: Totals | null;
  /** Resolves with the element when data are shown; rejects with a `Failure` when none can be. It exists as soon as the element is defined. It is a new one when `src` is changed, or when the element is removed and inserted again, if the earlier one is settled by then. */
  readonly ready: Promise<OutreachReport>;
}

declare global {
  interface HTMLElementTagNameMap {
    "outreach-report": OutreachReport;
  }
  /** On the element, and wherever its events pass by. */
  interface GlobalEventHandlersEventMap extends OutreachReportEventMap {}
}
