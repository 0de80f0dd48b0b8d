// Generated from public-face.json by `node xtask/npm/public-face.mjs`; do not edit.

/**
 * The element in templates, for Vue 3.3 and newer.
 * Include it once: `import type {} from "./outreach-report.vue.js"`, or name the file in `include` of tsconfig.json.
 *
 * Listeners are written as usual: `@outreach-report:ready="listener"`. Tell Vue's compiler that the element is none of
 * its components: `isCustomElement: (tag) => tag === "outreach-report"`.
 */

import type { HTMLAttributes, PublicProps } from "vue";
import type { Failure, OutreachReport, OutreachReportAttributes, Shown } from "./outreach-report.js";

export interface OutreachReportProps extends Omit<HTMLAttributes, keyof OutreachReportAttributes>, OutreachReportAttributes {
  /** Data are shown. */
  "onOutreachReport:ready"?: ((event: CustomEvent<Shown>) => void) | undefined;
  /** The selection has changed; `totals` is new already. */
  "onOutreachReport:change"?: ((event: CustomEvent<Shown>) => void) | undefined;
  /** No data can be shown; the element shows its content and a notice. */
  "onOutreachReport:error"?: ((event: CustomEvent<Failure>) => void) | undefined;
}

declare module "vue" {
  interface GlobalComponents {
    "outreach-report": new () => OutreachReport & { $props: OutreachReportProps & PublicProps };
  }
}
