// The counting part: how long a change of the filter takes until all numbers are there, in every program, at every size.

import { brotliCompress, constants } from "node:zlib";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DIST } from "../tests/browser/support/server.mjs";
import { bundle } from "./bundle.mjs";
import { flippedRows } from "./counting/flipped.mjs";
import { records } from "./counting/data.mjs";
import * as plain from "./counting/plain.mjs";
import { STEPS } from "./counting/steps.mjs";
import { kilobytes, median, megabytes, ms, p95, table, times } from "./statistics.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const QUICK_SIZES = [1_000, 100_000];

const PACKAGES = join(import.meta.dirname, "node_modules");
const DUCKDB = join(PACKAGES, "@duckdb/duckdb-wasm/dist");
const DUCKDB_FILES = ["duckdb.wasm", "duckdb-worker.js"];

/** What is compared, in the order of the tables: its module, its name, and the files that it loads beside its script. */
const PROGRAMS = [
  { module: "counting/peers/report.mjs", key: "report", files: [] },
  { module: "counting/peers/kernel.mjs", key: "kernel", files: ["kernel.wasm"] },
  { module: "counting/plain.mjs", key: "plain", files: [] },
  { module: "counting/peers/crossfilter.mjs", key: "crossfilter", files: [] },
  { module: "counting/peers/mosaic.mjs", key: "mosaic", files: DUCKDB_FILES },
  { module: "counting/peers/duckdb.mjs", key: "duckdb", files: DUCKDB_FILES },
  { module: "counting/peers/arquero.mjs", key: "arquero", files: [] },
];
const NAMES = {
  report: "**Outreach Report**, six facets", kernel: "bare kernel", plain: "typed arrays in JavaScript, one pass",
  crossfilter: "crossfilter2", mosaic: "Mosaic over DuckDB-Wasm", duckdb: "DuckDB-Wasm", arquero: "Arquero",
};

/** What only the report counts, by the words of `counting/peers/report-more.mjs`. */
const MORE = {
  whole: "nine facets with plans, matrix and the rest: whole", "groups of three": "six facets, a third of the rows in groups of three that overlap",
  "one group": "six facets, all rows in one group that overlaps", audience: "whole, a filter by audience is set or changed",
  basis: "whole, the basis of goals is changed",
};

/** Measures everything, and returns the tables. */
export async function counting(bench) {
  const served = await serveFiles(bench);
  const sections = ["## Counting"];
  for (const count of bench.quick ? QUICK_SIZES : SIZES) {
    const data = records(count);
    const expected = expectedResults(data);
    bench.add(`expected-${count}.bin`, Buffer.concat(expected.map(({ buffer }) => Buffer.from(buffer))), "application/octet-stream");
    const measured = await measureAll(bench, count);
    sections.push(`### ${count.toLocaleString("en")} records`, timeTable(measured));
    if (count === SIZES.at(-1) || bench.quick) sections.push(await moreTable(bench, count, measured));
    if (count === SIZES.at(-1) || bench.quick) sections.push(flippedTable(measured, flippedRows(data)));
  }
  sections.push("### Bytes, brotli at quality 11", await bytesTable(bench, served));
  return sections.join("\n\n");
}

async function serveFiles(bench) {
  const served = new Map();
  const add = (name, body, type) => {
    served.set(name, body);
    bench.add(name, body, type);
  };
  const memory = readFileSync(join(import.meta.dirname, "wasm-memory.js"), "utf8");
  bench.add("counting.html", `<!doctype html><meta charset="utf-8"><script>${memory}</script><script type="module" src="/bench/counting.js"></script>`);
  bench.add("counting.js", await bundle("counting/page.mjs"));
  for (const { module, key } of PROGRAMS) add(`${key}.js`, await bundle(module));
  bench.add("report-more.js", await bundle("counting/peers/report-more.mjs"));
  add("kernel.wasm", readFileSync(join(process.env.OUTREACH_BENCH_KERNEL, "outreach_report_bench_kernel_bg.wasm")));
  add("duckdb.wasm", readFileSync(join(DUCKDB, "duckdb-eh.wasm")));
  add("duckdb-worker.js", readFileSync(join(DUCKDB, "duckdb-browser-eh.worker.js")));
  bench.add("duckdb-worker.js", `${memory}\n${served.get("duckdb-worker.js")}`);
  return served;
}

function expectedResults(data) {
  const program = plain.load(data);
  return STEPS.map((step) => program.change(step));
}

async function measureAll(bench, count) {
  const measured = {};
  for (const { key } of PROGRAMS) {
    const start = performance.now();
    try {
      await bench.open("/bench/counting.html");
      // Measuring memory takes seconds with many records; a quick run leaves it out.
      const options = bench.quick ? { memory: false, rounds: { most: 3, seconds: 1 } } : {};
      measured[key] = await bench.call("measure", key, count, options);
      const { times: all } = measured[key];
      bench.say(`  ${count.toLocaleString("en").padStart(9)} records, ${NAMES[key]}: ${ms(median(all.flat()))}, all ${STEPS.length} results equal (${Math.round((performance.now() - start) / 1000)} s)`);
    } catch (error) {
      bench.fault(`${NAMES[key]} at ${count.toLocaleString("en")} records`, error);
    }
  }
  return measured;
}

function timeTable(measured) {
  const figures = (key) => measured[key] && { median: median(measured[key].times.flat()), p95: p95(measured[key].times.flat()) };
  const own = figures("report") ?? figures("kernel");
  const beside = measured.report ? "report" : "kernel";
  const rows = PROGRAMS.map(({ key }) => {
    const found = figures(key);
    if (!found) return [NAMES[key], ...Array(7).fill("not measured")];
    const { boot, load, memory } = measured[key];
    return [NAMES[key], ms(found.median), times(found.median / own.median), ms(found.p95), times(found.p95 / own.p95), ms(boot), ms(load), megabytes(memory)];
  });
  return table(["", "a change, median", `beside the ${beside}`, "p95", `beside the ${beside}`, "start", "load", "memory"], rows);
}

/** What only the report counts, beside its six facets and the kernel. */
async function moreTable(bench, count, { report, kernel }) {
  const rows = [];
  const middle = (found) => found && median(found.times.flat());
  for (const [kind, name] of Object.entries(MORE)) {
    try {
      await bench.open("/bench/counting.html");
      const found = await bench.call("measure", "report-more", count, { kind, memory: false, rounds: { most: 8, seconds: bench.quick ? 0.5 : 2 } });
      const all = found.times.flat();
      rows.push([name, ms(middle(found)), times(middle(found) / middle(report)), times(middle(found) / middle(kernel)), ms(p95(all)), ms(found.load)]);
    } catch (error) {
      bench.fault(`${name} at ${count.toLocaleString("en")} records`, error);
    }
  }
  return table(["what only the report counts", "a change, median", "beside its six facets", "beside the kernel", "p95", "load"], rows);
}

/** How the time of a change grows with the rows that it flips. */
function flippedTable(measured, flipped) {
  const limits = [0.01, 0.05, 0.2, 0.5, 1].map((share) => share * flipped.count);
  const keys = ["report", "kernel", "crossfilter"].filter((key) => measured[key]);
  const rows = limits.flatMap((limit, index) => {
    const from = index > 0 ? limits[index - 1] : -1;
    const steps = STEPS.map((_, step) => step).filter((step) => flipped.rows[step] > from && flipped.rows[step] <= limit);
    if (steps.length === 0) return [];
    const middle = (key) => ms(median(steps.flatMap((step) => measured[key].times[step])));
    return [[`up to ${Math.round(limit).toLocaleString("en")}`, steps.length, Math.round(median(steps.map((step) => flipped.rows[step]))).toLocaleString("en"), ...keys.map(middle)]];
  });
  return table(["rows that a change flips", "changes", "rows, median", ...keys.map((key) => NAMES[key])], rows);
}

async function bytesTable(bench, served) {
  const rows = [];
  for (const { key, files } of PROGRAMS.filter(({ key }) => key !== "report")) {
    const sizes = await Promise.all([`${key}.js`, ...files].map((name) => compressed(bench, served.get(name))));
    rows.push([NAMES[key], sizes.includes(undefined) ? "left out of a quick run" : kilobytes(sizes.reduce((sum, size) => sum + size, 0))]);
  }
  const report = await Promise.all(["outreach-report.js", "outreach-report_bg.wasm"].map((name) => compressed(bench, readFileSync(join(DIST, name)))));
  return table(["what a page loads", "bytes"], [["Outreach Report, with its screen, its words and 162 records", kilobytes(report[0] + report[1])], ...rows]);
}

/** The compressed size. That of a large file takes minutes, so it is kept beside the packages. */
async function compressed(bench, body) {
  const file = join(PACKAGES, `.brotli-${createHash("sha256").update(body).digest("hex").slice(0, 16)}`);
  if (existsSync(file)) return Number(readFileSync(file, "utf8"));
  if (bench.quick && body.length > 5_000_000) return undefined;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const size = (await promisify(brotliCompress)(body, { params })).length;
  if (body.length > 5_000_000) writeFileSync(file, String(size));
  return size;
}
