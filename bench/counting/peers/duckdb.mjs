// DuckDB-Wasm: one statement for each change, with a grouped query for each facet.

import { tableFromArrays, tableToIPC } from "apache-arrow";
import * as duckdb from "@duckdb/duckdb-wasm";
import { FACETS } from "../data.mjs";
import { resultOf, wanted } from "../sets.mjs";

export const name = "DuckDB-Wasm";

/** Starts the database in its worker, from the files beside the page, and returns it with a connection. */
export async function database(data) {
  const worker = new Worker("/bench/duckdb-worker.js");
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate("/bench/duckdb.wasm");
  const connection = await database.connect();
  const columns = Object.fromEntries([...FACETS.map(({ name }) => [name, data[name]]), ["low", data.low]]);
  await connection.insertArrowFromIPCStream(tableToIPC(tableFromArrays(columns), "stream"), { name: "records" });
  return { database, connection };
}

/** The condition of a facet's filter; `undefined` without a filter. */
export function condition(facet, chosen) {
  if (chosen.length === 0) return undefined;
  const { name, sets } = FACETS[facet];
  if (!sets) return `${name} IN (${chosen.join(", ")})`;
  const { bits, empty } = wanted(facet, chosen);
  return `(${[...(bits ? [`(${name} & ${bits}) <> 0`] : []), ...(empty ? [`${name} = 0`] : [])].join(" OR ")})`;
}

export async function load(data) {
  const { connection } = await database(data);
  const filters = FACETS.map(() => undefined);
  const query = (facet) => {
    const conditions = filters.filter((condition, index) => condition && index !== facet);
    const code = facet === undefined ? "0" : FACETS[facet].name;
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
    const group = facet === undefined ? "" : ` GROUP BY ${code}`;
    return `SELECT ${facet ?? -1} AS facet, ${code}::INTEGER AS code, count(*)::DOUBLE AS records, coalesce(sum(low), 0)::DOUBLE AS people FROM records${where}${group}`;
  };
  return {
    async change(step) {
      FACETS.forEach(({ name }, facet) => {
        if (step[name]) filters[facet] = condition(facet, step[name]);
      });
      const rows = await connection.query([query(), ...FACETS.map((_, facet) => query(facet))].join(" UNION ALL "));
      const { result, total, add } = resultOf();
      const [facets, codes, records, people] = ["facet", "code", "records", "people"].map((column) => rows.getChild(column).toArray());
      facets.forEach((facet, index) => (facet < 0 ? total(records[index], people[index]) : add(facet, codes[index], records[index], people[index])));
      return result;
    },
  };
}
