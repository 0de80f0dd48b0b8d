// An independent, simple sort: the order that the table must have for a data set and the `sort` of a link.

const collator = new Intl.Collator("en-GB", { numeric: true });
const names = new Intl.DisplayNames("en-GB", { type: "region" });

/** The rows of all records in the order of a column; records without a value come last in both directions. */
export function sortedRows(document, sort) {
  const descending = sort.startsWith("-");
  const [value, compare] = COLUMNS[sort.replace("-", "")];
  const rows = document.activities.map((record, row) => ({ row, id: record.id, value: value(record, document) ?? null }));
  rows.sort((a, b) => {
    if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || byId(a, b);
    return (descending ? compare(b.value, a.value) : compare(a.value, b.value)) || byId(a, b);
  });
  return rows.map(({ row }) => row);
}

const numbers = (a, b) => a - b;
const byId = (a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));

const COLUMNS = {
  date: [(record) => day(record.date), numbers],
  country: [(record) => (record.countries?.length ? names.of(record.countries[0]) : null), collator.compare],
  title: [(record) => record.title, collator.compare],
  people: [(record) => people(record), numbers],
  sdg: [(record, document) => goal(record, document), numbers],
  source: [(record) => record.source?.publisher ?? record.source?.title ?? record.source?.url, collator.compare],
};

/** The first day that a date can mean; an open month or day sorts before any month or day. */
function day(date) {
  const start = (date ?? "").split("/").find((end) => /^\d{4}/.test(end));
  if (!start) return null;
  const [year, month = "00", day = "00"] = start.replace(/[~?%]/g, "").split("-");
  return Number(year + month + day);
}

/** The least number of people reached, or null if no number is given. */
function people(record) {
  const entries = (record.reach ?? []).filter((entry) => entry.status === "reached" && entry.mode !== "online-media" && typeof entry.count === "number");
  return entries.length ? entries.reduce((sum, entry) => sum + (entry.bound === "at-most" ? 0 : entry.count), 0) : null;
}

/** The lowest goal that the page states or the project declares. */
function goal(record, document) {
  const project = document.projects?.find((project) => project.id === record.project);
  const goals = [...(record.sdgs ?? []), ...(project?.sdgs ?? [])];
  return goals.length ? Math.min(...goals) : null;
}
