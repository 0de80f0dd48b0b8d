// Generated from public-face.json by `node xtask/npm/public-face.mjs`; do not edit.

/**
 * The element in JSX, for React 18.
 * Include it once: `import type {} from "./outreach-report.react-18.js"`, or name the file in `include` of tsconfig.json.
 *
 * React 18 sets attributes of custom elements, and neither properties nor listeners: for the report's events use a
 * `ref` and `addEventListener("outreach-report:change", …)`. It does not translate `className`, and it writes
 * `false` as text.
 */

import type { AriaAttributes, CSSProperties, ClassAttributes, DOMAttributes } from "react";
import type { OutreachReport, OutreachReportAttributes } from "./outreach-report.js";

export interface OutreachReportProps
  extends OutreachReportAttributes, AriaAttributes, ClassAttributes<OutreachReport>, DOMAttributes<OutreachReport> {
  id?: string | undefined;
  class?: string | undefined;
  style?: CSSProperties | undefined;
  slot?: string | undefined;
  dir?: "ltr" | "rtl" | "auto" | undefined;
  title?: string | undefined;
  role?: string | undefined;
  tabIndex?: number | undefined;
  hidden?: true | undefined;
}

declare global {
  namespace JSX {
    interface IntrinsicElements {
      "outreach-report": OutreachReportProps;
    }
  }
}
