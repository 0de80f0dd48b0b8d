// An independent, simple count over plain JSON, written from the text of the contract: what `element.totals` must be for a
// data set and a link. It shares no code with the report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./server.mjs";

/** The data set that is built into the report. */
export const DATA = JSON.parse(readFileSync(join(DIST, "data/activities.json")));

const FACETS = ["country", "year", "sdg", "kind", "theme", "audience", "org", "donor", "project"];
const NUMBERS = ["year", "sdg"];

/** The totals of what a link selects from a data set. */
export function count(document, link = "") {
  const selection = parse(link);
  const records = prepared(document, selection.basis);
  const years = records.flatMap((record) => record.year).filter((year) => year !== "unknown").map(Number);
  const activities = records.filter((record) => record.scope !== "project-total");
  const selected = activities.filter((record) => passes(record, selection));
  const facets = FACETS.map((facet) => {
    const others = activities.filter((record) => passes(record, selection, facet));
    const rows = keys(facet, others, selection, years).map((key) => {
      const matching = others.filter((record) => record[facet].includes(key));
      const audiences = facet === "audience" ? [key] : selection.chosen.audience;
      return { key, selected: has(selection, facet, key), activities: matching.length, ...sums(matching, audiences) };
    });
    return [facet, rows];
  });
  return { view: link, activities: selected.length, ...sums(selected, selection.chosen.audience), facets: Object.fromEntries(facets) };
}

/** The cells of the matrix: each pair of country and year that has an activity, ignoring the filters by both. */
export function cells(document, link = "") {
  const selection = parse(link);
  const records = prepared(document, selection.basis);
  const others = records.filter((record) => record.scope !== "project-total" && passes(record, selection, "country", "year"));
  const pairs = new Map();
  for (const record of others) {
    for (const country of record.country) {
      for (const year of record.year) {
        const pick = `country=${country}&year=${year}`;
        pairs.set(pick, [...(pairs.get(pick) ?? []), record]);
      }
    }
  }
  return [...pairs].map(([pick, matching]) => {
    const [country, year] = pick.split("&").map((part) => part.split("=")[1]);
    const selected = has(selection, "country", country) && has(selection, "year", year);
    return { pick, country, year, selected, activities: matching.length, ...sums(matching, selection.chosen.audience) };
  });
}

/** A number of people as a cell shows it in English, with symbols instead of words to save space. */
export function inSymbols({ low, high, qualifier, counted }) {
  const n = (number) => number.toLocaleString("en-GB");
  if (qualifier === "at-least") return counted === 0 ? "≥" : `≥ ${n(low)}`;
  if (qualifier === "range") return low === 0 ? `≤ ${n(high)}` : `${n(low)}–${n(high)}`;
  return { none: "–", about: `~ ${n(low)}`, exact: n(low) }[qualifier];
}

/** How many records a link lists, including figures that add up a whole project. */
export function countRecords(document, link = "") {
  const selection = parse(link);
  return prepared(document, selection.basis).filter((record) => passes(record, selection)).length;
}

/** A number of people as the headline states it in English. */
export function inWords({ low, high, qualifier, counted }) {
  const n = (number) => number.toLocaleString("en-GB");
  if (qualifier === "none") return "without a number of people reached";
  if (qualifier === "at-least" && counted === 0) return "given only in words";
  if (qualifier === "range" && low === 0) return `at most ${n(high)}`;
  return { "at-least": `at least ${n(low)}`, range: `${n(low)} to ${high === null ? "" : n(high)}`, about: `about ${n(low)}`, exact: n(low) }[qualifier];
}

function parse(link) {
  const selection = { chosen: {}, ranges: [], basis: "project", words: [] };
  for (const part of link.split("&").filter(Boolean)) {
    const [key, value] = part.split("=");
    if (key === "basis") selection.basis = value;
    if (key === "q") selection.words = decodeURIComponent(value).split(/\s+/).map(fold);
    if (!FACETS.includes(key)) continue;
    const values = value.split("~").map(decodeURIComponent);
    selection.chosen[key] = values;
    if (key !== "year") continue;
    selection.ranges = values.filter((year) => year !== "unknown").map((year) => {
      const [from, to] = year.includes("..") ? year.split("..") : [year, year];
      return [from ? Number(from) : 0, to ? Number(to) : 9999];
    });
  }
  return selection;
}

function has(selection, facet, key) {
  if (facet === "year" && key !== "unknown") return selection.ranges.some(([from, to]) => from <= key && key <= to);
  return selection.chosen[facet]?.includes(key) ?? false;
}

/** Whether a record passes every filter, ignoring those of the facets in `except`. */
function passes(record, selection, ...except) {
  const facets = FACETS.filter((facet) => !except.includes(facet) && selection.chosen[facet]);
  return (
    selection.words.every((word) => record.texts.some((text) => text.includes(word))) &&
    facets.every((facet) => record[facet].some((key) => has(selection, facet, key)))
  );
}

/** The records of a data set with the values to filter by. They are cached, because a test asks for hundreds of views. */
function prepared(document, basis) {
  if (!cache.has(document)) cache.set(document, {});
  const records = cache.get(document);
  return (records[basis] ??= document.activities.map((record) => properties(record, document, basis)));
}

const cache = new WeakMap();

function properties(record, document, basis) {
  const list = (value) => value ?? [];
  const find = (table, key, value) => list(document[table]).find((row) => row[key] === value);
  const project = record.project ? find("projects", "id", record.project) : undefined;
  const goals = list(record.sdgs).map(String);
  if (basis !== "stated") goals.push(...list(project?.sdgs).map(String));
  if (basis === "theme") {
    const targets = list(record.themes).flatMap((code) => list(find("themes", "code", code)?.sdg_targets));
    goals.push(...targets.map((target) => target.split(".")[0]));
  }
  const values = {
    country: list(record.countries),
    year: years(record.date),
    sdg: goals,
    kind: [record.kind].filter(Boolean),
    theme: list(record.themes),
    audience: list(record.reach).map((entry) => entry.audience ?? "unknown"),
    org: [record.organisation].filter(Boolean),
    donor: [...list(record.donors), ...list(project?.donors)],
    project: project ? [project.id] : [],
  };
  for (const facet of FACETS) values[facet] = values[facet].length ? [...new Set(values[facet])] : ["unknown"];
  const searched = [record.title, record.summary, record.source?.title, project?.name, project?.acronym];
  const texts = [...searched, ...list(record.places), ...list(record.partners)].filter(Boolean).map(fold);
  return { ...values, texts, scope: record.scope, overlap: record.overlap, reach: list(record.reach) };
}

/** Every year that a date covers. */
function years(date) {
  const ends = (date ?? "").split("/").filter((end) => /^\d{4}/.test(end)).map((end) => Number(end.slice(0, 4)));
  const list = [];
  for (let year = ends[0]; year <= ends.at(-1); year += 1) list.push(String(year).padStart(4, "0"));
  return list;
}

/** The values that a facet lists: those of the data and those chosen, then `unknown`. */
function keys(facet, records, selection, years) {
  const keys = new Set(records.flatMap((record) => record[facet]));
  if (facet === "year") {
    const [first, last] = [Math.min(...years), Math.max(...years)];
    for (const [from, to] of selection.ranges) {
      const start = from === 0 ? Math.min(first, to) : from;
      const end = to === 9999 ? Math.max(last, from) : to;
      for (let year = start; year <= end; year += 1) keys.add(String(year));
    }
  } else {
    for (const key of selection.chosen[facet] ?? []) keys.add(key);
  }
  keys.delete("unknown");
  const sorted = [...keys].sort(NUMBERS.includes(facet) ? (a, b) => a - b : (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return [...sorted, "unknown"];
}

function sums(records, audiences) {
  return { people: sum(records, "reached", audiences), planned: sum(records, "planned", audiences) };
}

function sum(records, status, audiences) {
  const total = { low: 0, high: 0, open: false, about: false, counted: 0 };
  const groups = {};
  for (const record of records) {
    const inAudience = (entry) => !audiences || audiences.includes(entry.audience ?? "unknown");
    const entries = record.reach.filter((entry) => entry.status === status && entry.mode !== "online-media" && inAudience(entry));
    const numbered = entries.filter((entry) => typeof entry.count === "number");
    const low = numbered.reduce((low, entry) => low + (entry.bound === "at-most" ? 0 : entry.count), 0);
    total.high += numbered.reduce((high, entry) => high + entry.count, 0);
    total.open ||= numbered.some((entry) => entry.bound === "at-least") || entries.some((entry) => typeof entry.count !== "number" && entry.magnitude);
    total.about ||= numbered.some((entry) => entry.bound === "about");
    total.counted += numbered.length > 0 ? 1 : 0;
    if (record.overlap) groups[record.overlap] = Math.max(groups[record.overlap] ?? 0, low);
    else total.low += low;
  }
  const low = total.low + Object.values(groups).reduce((a, b) => a + b, 0);
  const qualifier = total.open ? "at-least" : !total.counted ? "none" : low < total.high ? "range" : total.about ? "about" : "exact";
  return { low, high: total.open ? null : total.high, qualifier, counted: total.counted, uncounted: records.length - total.counted };
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
}
