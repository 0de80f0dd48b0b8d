// Large data sets for tests and benchmarks. They are computed without random numbers, so every run has the same data.

const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI " +
  "NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ " +
  "TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW";

/** The codes of 195 countries. */
const COUNTRIES = CODES.split(" ");

const KINDS = ["training", "workshop", "awareness", "conference", "meeting", "study", "launch", "equipment"];
const AUDIENCES = ["students", "law-enforcement", "community", "media", null];
const BOUNDS = [undefined, undefined, "at-least", "about", "at-most"];

/** A data set of so many records over 195 countries and 40 years; one in 40 names no country, one in 50 is undated. */
export function manyRecords(records) {
  const activities = [];
  for (let index = 0; index < records; index += 1) {
    // A step that shares no factor with the lengths of the lists goes through all pairs.
    const mixed = index * 7919;
    const year = 1985 + (Math.floor(mixed / 195) % 40);
    const count = ((mixed % 997) + 1) * (index % 10 === 0 ? 10 : 1);
    const date = [`${year}`, `${year}-0${1 + (index % 9)}`, `${year}-0${1 + (index % 9)}-1${index % 10}`][index % 3];
    activities.push({
      id: `record-${String(index).padStart(6, "0")}`,
      title: `${KINDS[index % 8]} ${(mixed % 10007) + 1} on the rights of people, held in place ${index % 613}`,
      date: index % 50 === 7 ? null : date,
      countries: index % 40 === 3 ? [] : [COUNTRIES[mixed % 195], ...(index % 9 === 0 ? [COUNTRIES[(mixed + 31) % 195]] : [])],
      sdgs: index % 6 === 5 ? [] : [1 + (mixed % 17)],
      kind: KINDS[mixed % 8],
      donors: index % 3 === 0 ? [`donor-${mixed % 23}`] : [],
      reach: index % 4 === 3 ? [] : [{ status: index % 11 === 4 ? "planned" : "reached", count, bound: BOUNDS[index % 5], audience: AUDIENCES[index % 5] }],
      source: { title: `Page ${index}`, publisher: `Publisher ${mixed % 37}`, url: `https://example.org/${index}` },
    });
  }
  const donors = Array.from({ length: 23 }, (_, index) => ({ id: `donor-${index}`, name: `Donor number ${index}` }));
  return { format: "outreach-report/1", title: `${records} records`, license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }, donors, activities };
}

/** A word of 60 letters, as compound nouns, addresses and codes are. */
export const LONG_WORD = "Rechtsschutzversicherungsgesellschaftenverbandsvorsitzendera";

/**
 * A data set with everything that needs room: names of 60 letters without a space, the largest counts that the format
 * allows, 195 countries, 17 goals, and so many years.
 */
export function crowdedRecords(years = 60) {
  const activities = [];
  for (let index = 0; index < 400; index += 1) {
    const count = index % 3 === 0 ? Number.MAX_SAFE_INTEGER : index % 3 === 1 ? 123_456_789 + index : index;
    const long = index % 2 === 0;
    const reach = [{ status: index % 11 === 4 ? "planned" : "reached", count, bound: BOUNDS[index % 5], audience: long ? `${LONG_WORD}-audience` : AUDIENCES[index % 5], note: LONG_WORD }];
    if (index % 7 === 0) reach.push({ status: "planned", count: Number.MAX_SAFE_INTEGER, bound: "at-least" });
    if (index % 13 === 5) reach[0] = { status: "reached", count: 1_000_000_000_000_001, high: 9_007_199_254_740_991 };
    activities.push({
      id: `record-${index}`,
      title: long ? `${LONG_WORD} ${index}` : `Training ${index} of the police`,
      summary: LONG_WORD.repeat(3),
      date: index % 50 === 7 ? null : `${2025 - years + 1 + (index % years)}`,
      countries: index % 40 === 3 ? [] : [COUNTRIES[index % 195], COUNTRIES[(index * 7) % 195]],
      places: [LONG_WORD],
      sdgs: index % 6 === 5 ? [] : [1 + (index % 17), 1 + ((index * 5) % 17)],
      kind: long ? `${LONG_WORD.toLowerCase()}-kind` : KINDS[index % 8],
      organisation: LONG_WORD,
      partners: [LONG_WORD],
      project: "long",
      donors: [`donor-${index % 12}`],
      reach,
      source: { title: LONG_WORD, publisher: LONG_WORD, url: `https://example.org/${LONG_WORD}/${index}` },
    });
  }
  const donors = Array.from({ length: 12 }, (_, index) => ({ id: `donor-${index}`, name: index % 2 ? `Donor number ${index}` : `${LONG_WORD}${index}` }));
  const projects = [{ id: "long", name: LONG_WORD, acronym: LONG_WORD.toUpperCase() }];
  return { format: "outreach-report/1", title: LONG_WORD, publisher: LONG_WORD, license: { name: LONG_WORD, url: "https://creativecommons.org/licenses/by/4.0/" }, donors, projects, activities };
}
