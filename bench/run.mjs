// Runs the whole benchmark for `cargo xtask bench`, in one Chromium, and writes what it found as tables to the file in
// OUTREACH_BENCH_RESULT. It asserts no time.
//
// Usage: node run.mjs [--quick] [counting] [drawing] [screen]. Without the name of a part, all run.
// Invariant: what cannot be measured is a line in the tables that says why, and makes the run fail at its end.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { start } from "../tests/browser/support/browsers.mjs";
import { serve } from "../tests/browser/support/server.mjs";
import { counting } from "./counting.mjs";
import { drawing } from "./drawing.mjs";
import { screen } from "./screen.mjs";

const PARTS = { counting, drawing, screen };
const words = process.argv.slice(2);
const quick = words.includes("--quick");
const named = Object.keys(PARTS).filter((part) => words.includes(part));

/** Measuring memory must not wait for the browser's own time to collect what nobody uses. */
const SWITCHES = ["--enable-blink-features=ForceEagerMeasureMemory"];
/** Pages with these headers may measure their memory, and their clock counts in steps of five microseconds. */
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

// An interrupted run must not leave its browser behind, which ends with this program.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const server = await serve();
const browser = await start("chromium", { switches: SWITCHES });
await browser.driver.manage().setTimeouts({ script: 600_000, pageLoad: 120_000 });
const faults = [];
const bench = {
  quick,
  browser,
  server,
  /** Serves a file of the benchmark below `/bench/`. */
  add: (name, body, type) => server.add(`/bench/${name}`, body, { headers: ISOLATED, ...(type && { type }) }),
  /** Opens a page of the server. The empty page between, which is not isolated, makes Chromium start another process. */
  open: (path) => browser.driver.get("about:blank").then(() => browser.driver.get(server.origin + path)),
  /** Calls an asynchronous function of the page, and returns its answer. */
  async call(name, ...values) {
    const script = `const [name, values, done] = arguments; window[name](...values).then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
    const { value, error } = await browser.driver.executeAsyncScript(script, name, values);
    if (error) throw new Error(error);
    return value;
  },
  /** Notes what could not be measured; it is said at the end too. */
  fault(what, error) {
    faults.push(`${what}: ${error.message}`);
    console.error(`\n${what} could not be measured: ${error.message}\n`);
  },
  say: (text) => console.log(text),
};
const sections = [];
try {
  const version = (await browser.driver.getCapabilities()).get("browserVersion");
  sections.push(`${quick ? "Quick run" : "Measured"} on ${new Date().toISOString().slice(0, 10)} with Chromium ${version}, headless, on ${machine()}.`);
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) sections.push(await PARTS[part](bench));
} finally {
  await browser.stop();
  await server.close();
}
if (faults.length > 0) sections.push(`Not measured:\n\n${faults.map((fault) => `- ${fault.split("\n")[0]}`).join("\n")}`);
const text = `${sections.join("\n\n")}\n`;
console.log(`\n${text}`);
if (process.env.OUTREACH_BENCH_RESULT) writeFileSync(process.env.OUTREACH_BENCH_RESULT, text);
process.exit(faults.length > 0 ? 1 : 0);

/** The processor and how busy the machine already is. */
function machine() {
  const [{ model }] = cpus();
  const load = process.platform === "linux" ? `, ${execFileSync("cat", ["/proc/loadavg"]).toString().split(" ")[0]} programs running when it began` : "";
  return `${availableParallelism()} cores (${model.trim()})${load}`;
}
