// Counting once more, naively, from the text of the contract and over plain JSON: what `element.totals` must say for a
// data set and a link. It shares nothing with the report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./server.mjs";

/** The data set that is built in. */
export const DATA = JSON.parse(readFileSync(join(DIST, "data/activities.json")));

const FACETS = ["country", "year", "sdg", "kind", "theme", "audience", "org", "donor", "project"];
const NUMBERS = ["year", "sdg"];

/** What a link selects of a data set. */
export function count(document, link = "") {
  const wish = read(link);
  const records = prepared(document, wish.basis);
  const years = records.flatMap((record) => record.year).filter((year) => year !== "unknown").map(Number);
  const activities = records.filter((record) => record.scope !== "project-total");
  const selected = activities.filter((record) => passes(record, wish));
  const facets = FACETS.map((facet) => {
    const others = activities.filter((record) => passes(record, wish, facet));
    const rows = keys(facet, others, wish, years).map((key) => {
      const here = others.filter((record) => record[facet].includes(key));
      const audiences = facet === "audience" ? [key] : wish.chosen.audience;
      return { key, selected: has(wish, facet, key), activities: here.length, ...sums(here, audiences) };
    });
    return [facet, rows];
  });
  return { view: link, activities: selected.length, ...sums(selected, wish.chosen.audience), facets: Object.fromEntries(facets) };
}

/** Country by year: each pair that has an activity, over the selection without the filters by country and by year. */
export function cells(document, link = "") {
  const wish = read(link);
  const records = prepared(document, wish.basis);
  const others = records.filter((record) => record.scope !== "project-total" && passes(record, wish, "country", "year"));
  const found = new Map();
  for (const record of others) {
    for (const country of record.country) {
      for (const year of record.year) {
        const pick = `country=${country}&year=${year}`;
        found.set(pick, [...(found.get(pick) ?? []), record]);
      }
    }
  }
  return [...found].map(([pick, here]) => {
    const [country, year] = pick.split("&").map((part) => part.split("=")[1]);
    const selected = has(wish, "country", country) && has(wish, "year", year);
    return { pick, country, year, selected, activities: here.length, ...sums(here, wish.chosen.audience) };
  });
}

/** A number of people as a cell says it in English, where there is no room for words. */
export function inSigns({ low, high, qualifier, counted }) {
  const n = (number) => number.toLocaleString("en-GB");
  if (qualifier === "at-least") return counted === 0 ? "≥" : `≥ ${n(low)}`;
  if (qualifier === "range") return low === 0 ? `≤ ${n(high)}` : `${n(low)}–${n(high)}`;
  return { none: "–", about: `~ ${n(low)}`, exact: n(low) }[qualifier];
}

/** How many records a link lists; figures that add up a project are among them. */
export function listed(document, link = "") {
  const wish = read(link);
  return prepared(document, wish.basis).filter((record) => passes(record, wish)).length;
}

/** A number of people as the headline says it in English. */
export function inWords({ low, high, qualifier, counted }) {
  const n = (number) => number.toLocaleString("en-GB");
  if (qualifier === "none") return "without a number of people reached";
  if (qualifier === "at-least" && counted === 0) return "given only in words";
  if (qualifier === "range" && low === 0) return `at most ${n(high)}`;
  return { "at-least": `at least ${n(low)}`, range: `${n(low)} to ${high === null ? "" : n(high)}`, about: `about ${n(low)}`, exact: n(low) }[qualifier];
}

function read(link) {
  const wish = { chosen: {}, ranges: [], basis: "project", words: [] };
  for (const part of link.split("&").filter(Boolean)) {
    const [key, value] = part.split("=");
    if (key === "basis") wish.basis = value;
    if (key === "q") wish.words = decodeURIComponent(value).split(/\s+/).map(fold);
    if (!FACETS.includes(key)) continue;
    const values = value.split("~").map(decodeURIComponent);
    wish.chosen[key] = values;
    if (key !== "year") continue;
    wish.ranges = values.filter((year) => year !== "unknown").map((year) => {
      const [from, to] = year.includes("..") ? year.split("..") : [year, year];
      return [from ? Number(from) : 0, to ? Number(to) : 9999];
    });
  }
  return wish;
}

function has(wish, facet, key) {
  if (facet === "year" && key !== "unknown") return wish.ranges.some(([from, to]) => from <= key && key <= to);
  return wish.chosen[facet]?.includes(key) ?? false;
}

/** Whether a record passes every filter but those of some facets. */
function passes(record, wish, ...but) {
  const facets = FACETS.filter((facet) => !but.includes(facet) && wish.chosen[facet]);
  return (
    wish.words.every((word) => record.texts.some((text) => text.includes(word))) &&
    facets.every((facet) => record[facet].some((key) => has(wish, facet, key)))
  );
}

/** The records of a data set with what is filtered by, made once: a test asks for hundreds of views of the same. */
function prepared(document, basis) {
  if (!known.has(document)) known.set(document, {});
  const records = known.get(document);
  return (records[basis] ??= document.activities.map((record) => properties(record, document, basis)));
}

const known = new WeakMap();

function properties(record, document, basis) {
  const list = (value) => value ?? [];
  const found = (table, key, value) => list(document[table]).find((row) => row[key] === value);
  const project = record.project ? found("projects", "id", record.project) : undefined;
  const goals = list(record.sdgs).map(String);
  if (basis !== "stated") goals.push(...list(project?.sdgs).map(String));
  if (basis === "theme") {
    const targets = list(record.themes).flatMap((code) => list(found("themes", "code", code)?.sdg_targets));
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
  const said = [record.title, record.summary, record.source?.title, project?.name, project?.acronym];
  const texts = [...said, ...list(record.places), ...list(record.partners)].filter(Boolean).map(fold);
  return { ...values, texts, scope: record.scope, overlap: record.overlap, reach: list(record.reach) };
}

/** Every year that a date touches. */
function years(date) {
  const ends = (date ?? "").split("/").filter((end) => /^\d{4}/.test(end)).map((end) => Number(end.slice(0, 4)));
  const list = [];
  for (let year = ends[0]; year <= ends.at(-1); year += 1) list.push(String(year).padStart(4, "0"));
  return list;
}

/** The values that a facet lists: those of the data, those chosen, the unknown last. */
function keys(facet, records, wish, years) {
  const keys = new Set(records.flatMap((record) => record[facet]));
  if (facet === "year") {
    const [first, last] = [Math.min(...years), Math.max(...years)];
    for (const [from, to] of wish.ranges) {
      const start = from === 0 ? Math.min(first, to) : from;
      const end = to === 9999 ? Math.max(last, from) : to;
      for (let year = start; year <= end; year += 1) keys.add(String(year));
    }
  } else {
    for (const key of wish.chosen[facet] ?? []) keys.add(key);
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
    const wanted = (entry) => !audiences || audiences.includes(entry.audience ?? "unknown");
    const entries = record.reach.filter((entry) => entry.status === status && entry.mode !== "online-media" && wanted(entry));
    const given = entries.filter((entry) => typeof entry.count === "number");
    const low = given.reduce((low, entry) => low + (entry.bound === "at-most" ? 0 : entry.count), 0);
    total.high += given.reduce((high, entry) => high + entry.count, 0);
    total.open ||= given.some((entry) => entry.bound === "at-least") || entries.some((entry) => typeof entry.count !== "number" && entry.magnitude);
    total.about ||= given.some((entry) => entry.bound === "about");
    total.counted += given.length > 0 ? 1 : 0;
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
