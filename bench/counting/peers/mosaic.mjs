// Mosaic over DuckDB-Wasm: a client for each facet and one for the total, filtered by one selection that leaves out a
// facet's own filter. Mosaic makes tables of counts for the facet that is being changed, as it does for readers.

import { Coordinator, makeClient, Selection, wasmConnector } from "@uwdata/mosaic-core";
import { bitAnd, column, count, eq, float64, isIn, literal, neq, or, Query, sum } from "@uwdata/mosaic-sql";
import { FACETS } from "../data.mjs";
import { resultOf, wanted } from "../sets.mjs";
import { database } from "./duckdb.mjs";

export const name = "Mosaic over DuckDB-Wasm";

export async function load(data) {
  const { database: duckdb, connection } = await database(data);
  // A change that was counted before shall be counted again, and not be looked up.
  const coordinator = new Coordinator(wasmConnector({ duckdb, connection }), { cache: false, logger: null });
  const selection = Selection.crossfilter();
  const both = { records: count(), people: sum(float64("low")) };
  const results = new Map();
  const failures = [];
  const client = (key, query) =>
    makeClient({ coordinator, selection, query, queryResult: (rows) => results.set(key, rows), queryError: (error) => failures.push(error) });
  const total = client("total", (filter) => Query.from("records").select(both).where(filter ?? []));
  // Mosaic finds the column of a filter in its condition by identity.
  const columns = FACETS.map(({ name }) => column(name));
  const facets = FACETS.map(({ name }, facet) =>
    client(name, (filter) => Query.from("records").select({ code: columns[facet], ...both }).groupby(columns[facet]).where(filter ?? [])),
  );
  await Promise.all([total, ...facets].map((client) => client.pending));
  const sources = FACETS.map(({ name }) => ({ name }));
  return {
    /** Forgets the tables of counts, so that each round makes them itself. */
    begin: () => coordinator.preaggregator.dropSchema(),
    async change(step) {
      for (const [facet, { name }] of FACETS.entries()) {
        const chosen = step[name];
        if (!chosen) continue;
        const clients = new Set([facets[facet]]);
        const predicate = chosen.length > 0 ? condition(facet, columns[facet], chosen) : null;
        selection.update({ source: sources[facet], clients, fields: [columns[facet]], value: chosen.length > 0 ? chosen : undefined, predicate, meta: { type: "point" } });
        await selection.pending("value");
      }
      if (failures.length > 0) throw failures[0];
      const { result, total, add } = resultOf();
      const all = results.get("total");
      total(Number(all.getChild("records").at(0)), all.getChild("people").at(0) ?? 0);
      FACETS.forEach(({ name }, facet) => {
        const [codes, records, people] = ["code", "records", "people"].map((column) => results.get(name).getChild(column).toArray());
        for (let index = 0; index < codes.length; index += 1) add(facet, codes[index], Number(records[index]), people[index]);
      });
      return result;
    },
  };
}

function condition(facet, field, chosen) {
  if (!FACETS[facet].sets) return isIn(field, chosen.map((value) => literal(value)));
  const { bits, empty } = wanted(facet, chosen);
  const parts = [...(bits ? [neq(bitAnd(field, literal(bits)), literal(0))] : []), ...(empty ? [eq(field, literal(0))] : [])];
  return parts.length > 1 ? or(...parts) : parts[0];
}
