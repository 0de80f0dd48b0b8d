// Data sets for the tests: small ones with one property each, and a broken copy of the real one together with what must
// remain of it.

import { DATA } from "./oracle.mjs";

/** A data set of these activities; those without an id or title get one. */
export function dataSet(activities, rest = {}) {
  const named = activities.map((activity, index) => ({ id: `a${index}`, title: `Activity ${index}`, ...activity }));
  return { format: "outreach-report/1", title: "A test", ...rest, activities: named };
}

const reached = (count, more = {}) => ({ status: "reached", count, ...more });
const planned = (count, more = {}) => ({ status: "planned", count, ...more });

/** Data sets by name, with the views to check for each. */
export const SETS = {
  "no records": { data: dataSet([]), views: ["", "country=BT", "year=2020", "q=a"] },
  "one record": {
    data: dataSet([{ countries: ["NP"], date: "2020-05", kind: "training", reach: [reached(1, { audience: "students" })] }]),
    views: ["", "country=NP", "country=BT", "audience=students", "measure=activities"],
  },
  "only undated": {
    data: dataSet([{ countries: ["NP"], reach: [reached(5)] }, { countries: ["NP", "BT"], reach: [reached(7, { bound: "about" })] }, {}]),
    views: ["", "year=unknown", "country=BT", "country=unknown", "year=2020", "measure=activities&sort=people"],
  },
  "only planned": {
    data: dataSet([{ date: "2027", reach: [planned(10)] }, { date: "2028", reach: [planned(30, { bound: "at-least" })] }]),
    views: ["", "year=2027", "measure=activities"],
  },
  "nothing and four thousand million": {
    data: dataSet([
      { date: "2020", countries: ["IN"], sdgs: [5], reach: [reached(0)] },
      { date: "2021", countries: ["IN"], sdgs: [5], reach: [reached(4_000_000_000)] },
      { date: "2021", countries: ["PK"], sdgs: [16], reach: [reached(4_000_000_000, { bound: "at-most" })] },
      { date: "2022", countries: ["PK"], reach: [reached(9_007_199_254_740_000, { bound: "about" })] },
      { date: "2023", countries: ["LK"], reach: [reached(null, { magnitude: "hundreds" })] },
    ]),
    views: ["", "year=2020", "year=2021", "country=IN", "sdg=16", "year=2020..2022", "country=LK", "measure=activities"],
  },
  "overlaps, online audiences, project totals": {
    data: dataSet([
      { date: "2020", overlap: "same", reach: [reached(100), reached(20)] },
      { date: "2020", overlap: "same", reach: [reached(90)] },
      { date: "2021", overlap: "same", reach: [reached(500, { mode: "online-media" })] },
      { date: "2021", scope: "project-total", reach: [reached(9_999)] },
      { date: "2022", reach: [reached(60, { mode: "online" }), planned(5)] },
    ]),
    views: ["", "year=2020", "year=2021", "year=2022", "year=2020~2021"],
  },
  "years far apart": {
    data: dataSet([{ date: "1899", reach: [reached(3)] }, { date: "1950/2010", reach: [reached(4)] }, { date: "2024-02-29/..", reach: [reached(5)] }]),
    views: ["", "year=1990", "year=..1950", "year=2000..", "year=1899~2024"],
  },
};

/** Texts that must be shown as text and never run or parsed as HTML. */
export const TEXTS = {
  image: "<img src=x onerror=\"window.ran = 'image'\">",
  script: "<script>window.ran = 'script'</script>",
  arabic: "دورة تدريبية لضباط الشرطة (2021)",
  entity: "Fish &amp; chips &lt;b&gt;",
};

/** A data set whose texts try to inject HTML and scripts. */
export const HOSTILE = dataSet(
  [
    { title: TEXTS.image, summary: TEXTS.script, date: "2020", countries: ["BT"], reach: [reached(5, { note: TEXTS.image, audience: TEXTS.script })], kind: TEXTS.image,
      source: { title: TEXTS.image, publisher: TEXTS.script, url: "javascript:window.ran='link'" } },
    { title: TEXTS.script, date: "2021", places: [TEXTS.image], partners: [TEXTS.image], themes: [TEXTS.image], project: TEXTS.image,
      source: { publisher: "Data", url: "data:text/html,<script>alert(1)</script>" } },
    { title: TEXTS.arabic, summary: TEXTS.arabic, date: "2021", organisation: TEXTS.arabic, source: { publisher: TEXTS.arabic, url: "https://example.org/ar" } },
    { title: TEXTS.entity, date: "2022", donors: [TEXTS.image], source: { publisher: "Odd", url: " jAvAsCrIpT:window.ran='link'" } },
  ],
  {
    title: TEXTS.image,
    publisher: TEXTS.script,
    license: { name: TEXTS.image, url: "javascript:window.ran='licence'" },
    projects: [{ id: TEXTS.image, name: TEXTS.script, acronym: TEXTS.image, source: "javascript:window.ran='project'" }],
  },
);

/** The real data with faults (`data`), what must be counted of them (`left`), and the expected issues (`named`). */
export function brokenDataSet() {
  const data = structuredClone(DATA);
  const left = structuredClone(DATA);
  const named = [];
  const spoil = (index, change, repair, message) => {
    change(data.activities[index]);
    repair(left.activities[index]);
    named.push([data.activities[index].id ?? `activities[${index}]`, message]);
  };
  spoil(0, (a) => (a.date = "in spring"), (a) => (a.date = null), "“in spring” is no date");
  spoil(1, (a) => (a.sdgs = [5, 99]), (a) => (a.sdgs = [5]), "“99” is no goal");
  spoil(2, (a) => (a.countries = ["BD", "XX"]), (a) => (a.countries = ["BD"]), "“XX” is no country code");
  spoil(3, (a) => (a.project = "no-such-project"), (a) => (a.project = null), "no project “no-such-project”");
  spoil(4, (a) => (a.reach = [reached(-5), reached(12.5)]), (a) => (a.reach = [reached(null), reached(null)]), "“-5” is no whole number");
  spoil(5, (a) => (a.themes = ["TIP", "TIP"]), (a) => (a.themes = ["TIP"]), "“TIP” stands here twice");
  spoil(6, (a) => (a.organizer = "UNODC"), () => {}, "the format has no such field");
  spoil(7, (a) => (a.date = "201X"), (a) => (a.date = null), "“201X” does not tell a year");
  data.activities.push({ id: data.activities[0].id, title: "Twice", countries: ["NP"] }, { title: "No id" }, { id: "no-title" }, "no record");
  named.push([data.activities[0].id, "the id was used before"], ["activities[163]", "there is no id"], ["no-title", "there is no title"], ["activities[165]", "this is no record"]);
  return { data, left, named };
}
