// The preview of the embed builder: a report inside a dialog of another report, as it would be on another page.

const EVENTS = ["ready", "change", "error"].map((name) => `outreach-report:${name}`);

/** The attributes of the preview; those that are not given are removed. */
const NAMES = ["src", "view", "parts", "lock", "hide", "lang", "theme"];

/** Shows a report with these attributes, a JSON list of pairs, in `parent`, or sets them on the report that it has
 * already. Returns whether the report is new. */
export function preview(parent, attributes) {
  const values = new Map(JSON.parse(attributes));
  const report = parent.firstElementChild ?? document.createElement("outreach-report");
  for (const name of NAMES) {
    if (!values.has(name)) report.removeAttribute(name);
    else if (report.getAttribute(name) !== values.get(name)) report.setAttribute(name, values.get(name));
  }
  if (report.parentNode === parent) return false;
  // To the page, these events would seem to come from the report around the dialog.
  for (const name of EVENTS) parent.addEventListener(name, (event) => event.stopPropagation());
  parent.append(report);
  return true;
}
