// The style sheet of what the dialogs' script shows.
// Invariant: each shadow root has as many copies as there are things that need it, and they are removed with these.

import styles from "../style/dialogs.css";

/** Adds the style sheet to a shadow root. Returns a function that removes it. */
export function addStyles(root) {
  // A document accepts no sheet that another has constructed.
  const sheet = new root.ownerDocument.defaultView.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet));
}
