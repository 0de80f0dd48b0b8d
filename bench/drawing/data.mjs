// What is drawn: a number for each of 195 countries, in two versions that are drawn in turn.
//
// A record for each country and year, so that counting takes no time beside drawing.

import { COUNTRIES } from "../countries.mjs";
import { YEARS } from "./years.mjs";

/** The people of a country in a year: no two years have the same order of countries. */
const people = (country, year) => 1 + ((country * 7919 + year * 104_729) % 9_973);

/** The report's data set. */
export const RECORDS = {
  format: "outreach-report/1",
  title: "A number for each country",
  license: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  activities: YEARS.flatMap((year) =>
    COUNTRIES.map((code, country) => ({
      id: `${code}-${year}`,
      title: `A training in ${code}`,
      date: String(year),
      countries: [code],
      reach: [{ status: "reached", count: people(country, year) }],
      source: { title: "None", publisher: "Nobody", url: "https://example.org/" },
    })),
  ),
};

/** Names and numbers of each year for the other programs, greatest first, as the report shows them. */
export const SERIES = YEARS.map((year) =>
  COUNTRIES.map((name, country) => ({ name, value: people(country, year) })).sort((a, b) => b.value - a.value),
);
