// A report in a dialog of another, as it would be on another page.

const EVENTS = ["ready", "change", "error"].map((name) => `outreach-report:${name}`);

/** The attributes that the preview takes; one that is not given is taken away. */
const NAMES = ["src", "view", "parts", "lock", "hide", "lang", "theme"];

/** Shows a report with these attributes in a place, or gives the one that is there these attributes: a JSON list of
 * pairs. Says whether there was none before. */
export function preview(place, attributes) {
  const wanted = new Map(JSON.parse(attributes));
  const report = place.firstElementChild ?? document.createElement("outreach-report");
  for (const name of NAMES) {
    if (!wanted.has(name)) report.removeAttribute(name);
    else if (report.getAttribute(name) !== wanted.get(name)) report.setAttribute(name, wanted.get(name));
  }
  if (report.parentNode === place) return false;
  // To the page, they would come from the report around the dialog.
  for (const name of EVENTS) place.addEventListener(name, (event) => event.stopPropagation());
  place.append(report);
  return true;
}
