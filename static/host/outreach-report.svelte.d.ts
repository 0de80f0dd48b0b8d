// Generated from public-face.json by `node xtask/npm/public-face.mjs`; do not edit.

/**
 * The element in components, for Svelte 5.
 * Include it once: `import type {} from "./outreach-report.svelte.js"`, or name the file in `include` of tsconfig.json.
 *
 * Listeners are written `onoutreach-report:ready={listener}`; in components without runes also
 * `on:outreach-report:ready={listener}`.
 */

import type { EventHandler, HTMLAttributes } from "svelte/elements";
import type { Failure, OutreachReport, OutreachReportAttributes, Shown } from "./outreach-report.js";

export interface OutreachReportProps
  extends Omit<HTMLAttributes<OutreachReport>, keyof OutreachReportAttributes>, OutreachReportAttributes {
  /** Data are shown. */
  "onoutreach-report:ready"?: EventHandler<CustomEvent<Shown>, OutreachReport> | undefined;
  /** The selection has changed; `totals` is new already. */
  "onoutreach-report:change"?: EventHandler<CustomEvent<Shown>, OutreachReport> | undefined;
  /** No data can be shown; the element shows its content and a notice. */
  "onoutreach-report:error"?: EventHandler<CustomEvent<Failure>, OutreachReport> | undefined;
  /** Data are shown. */
  "on:outreach-report:ready"?: EventHandler<CustomEvent<Shown>, OutreachReport> | undefined;
  /** The selection has changed; `totals` is new already. */
  "on:outreach-report:change"?: EventHandler<CustomEvent<Shown>, OutreachReport> | undefined;
  /** No data can be shown; the element shows its content and a notice. */
  "on:outreach-report:error"?: EventHandler<CustomEvent<Failure>, OutreachReport> | undefined;
}

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "outreach-report": OutreachReportProps;
  }
}
