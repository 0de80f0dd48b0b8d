// Large data sets, made by counting: the same at every run, without chance.

const CODES =
  "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ " +
  "DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI " +
  "NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ " +
  "TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW";

/** The codes of 195 countries. */
export const COUNTRIES = CODES.split(" ");

const KINDS = ["training", "workshop", "awareness", "conference", "meeting", "study", "launch", "equipment"];
const AUDIENCES = ["students", "law-enforcement", "community", "media", null];
const BOUNDS = [undefined, undefined, "at-least", "about", "at-most"];

/** So many records, spread over 195 countries and 40 years; one in forty names no country, one in fifty is undated. */
export function many(records) {
  const activities = [];
  for (let at = 0; at < records; at += 1) {
    // A step that shares no factor with the lengths of the lists goes through all pairs.
    const turn = at * 7919;
    const year = 1985 + (Math.floor(turn / 195) % 40);
    const count = ((turn % 997) + 1) * (at % 10 === 0 ? 10 : 1);
    const date = [`${year}`, `${year}-0${1 + (at % 9)}`, `${year}-0${1 + (at % 9)}-1${at % 10}`][at % 3];
    activities.push({
      id: `record-${String(at).padStart(6, "0")}`,
      title: `${KINDS[at % 8]} ${(turn % 10007) + 1} on the rights of people, held in place ${at % 613}`,
      date: at % 50 === 7 ? null : date,
      countries: at % 40 === 3 ? [] : [COUNTRIES[turn % 195], ...(at % 9 === 0 ? [COUNTRIES[(turn + 31) % 195]] : [])],
      sdgs: at % 6 === 5 ? [] : [1 + (turn % 17)],
      kind: KINDS[turn % 8],
      donors: at % 3 === 0 ? [`donor-${turn % 23}`] : [],
      reach: at % 4 === 3 ? [] : [{ status: at % 11 === 4 ? "planned" : "reached", count, bound: BOUNDS[at % 5], audience: AUDIENCES[at % 5] }],
      source: { title: `Page ${at}`, publisher: `Publisher ${turn % 37}`, url: `https://example.org/${at}` },
    });
  }
  const donors = Array.from({ length: 23 }, (_, at) => ({ id: `donor-${at}`, name: `Donor number ${at}` }));
  return { format: "outreach-report/1", title: `${records} records`, license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }, donors, activities };
}
