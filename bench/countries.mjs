// The codes of 195 countries, which the report knows.

import { manyRecords } from "../tests/browser/support/large-data.mjs";

export const COUNTRIES = [...new Set(manyRecords(500).activities.flatMap(({ countries }) => countries))].sort();
