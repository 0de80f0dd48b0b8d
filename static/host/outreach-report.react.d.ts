// Generated from public-face.json by `node xtask/npm/public-face.mjs`; do not edit.

/**
 * The element in JSX, for React 19.
 * Include it once: `import type {} from "./outreach-report.react.js"`, or name the file in `include` of tsconfig.json.
 *
 * Listeners are props, such as `onoutreach-report:ready`. For compilers that refuse a colon in JSX (Babel and SWC by
 * default) write `{...{ "onoutreach-report:ready": listener }}`. When React 19 hydrates a server-rendered page it does not
 * attach them (react/react#35446): use a `ref` and `addEventListener` there.
 */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Failure, OutreachReport, OutreachReportAttributes, Shown } from "./outreach-report.js";

type Common = DetailedHTMLProps<HTMLAttributes<OutreachReport>, OutreachReport>;

export interface OutreachReportProps
  extends Omit<Common, keyof OutreachReportAttributes>, OutreachReportAttributes {
  /** Data are shown. */
  "onoutreach-report:ready"?: ((event: CustomEvent<Shown>) => void) | undefined;
  /** The selection has changed; `totals` is new already. */
  "onoutreach-report:change"?: ((event: CustomEvent<Shown>) => void) | undefined;
  /** No data can be shown; the element shows its content and a notice. */
  "onoutreach-report:error"?: ((event: CustomEvent<Failure>) => void) | undefined;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "outreach-report": OutreachReportProps;
    }
  }
}
