// The style sheet of the report. A constructed style sheet is allowed under a strict Content-Security-Policy.
// Invariant: the elements of a document share one, and a document accepts no sheet that another has constructed.

import styles from "../style/report.css";

const styleSheets = new WeakMap();

/** The style sheet for the elements of a document. */
export function styleSheet(page) {
  let sheet = styleSheets.get(page);
  if (!sheet) {
    styleSheets.set(page, (sheet = new page.defaultView.CSSStyleSheet()));
    sheet.replaceSync(styles);
  }
  return sheet;
}
