// Runs the tests: a process for each browser and one for the tests that need none, and tells how it went.
//
// Usage: node main.mjs [NAME]: only the files whose name contains NAME, or else the tests whose title does.
// OUTREACH_ENGINES="chromium firefox" leaves out a browser.
//
// As many browsers work at a time as the machine has cores, two at least; the others wait between two files.

import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { ENGINES } from "./support/browsers.mjs";
import { Report } from "./support/report.mjs";

const SUFFIX = ".test.mjs";
const AT_A_TIME = Math.max(2, availableParallelism());
/** The lines with which Node closes a report. They are kept for the end. */
const CLOSING = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

const [filter = ""] = process.argv.slice(2);
const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith(SUFFIX)).sort();
const named = all.filter((name) => name.includes(filter));
const files = named.length > 0 ? named : all;
const title = named.length > 0 ? "" : filter;
const engines = (process.env.OUTREACH_ENGINES ?? ENGINES.join(" ")).split(/\s+/);

const report = new Report();
/** The processes that wait for their turn, and the number of those that have it. */
const waiting = new Map();
let working = 0;

const runners = [undefined, ...engines].map(start);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (runners.forEach((runner) => runner.kill(signal)), process.exit(1)));
await Promise.all(runners.map((runner) => new Promise((resolve) => runner.once("close", resolve))));
process.exitCode = report.close({ whole: !filter && engines.length === ENGINES.length }) ? 0 : 1;

/** Starts the process for a browser, or for the tests that need none. */
function start(engine) {
  const environment = { ...process.env, OUTREACH_FILES: files.join(" "), OUTREACH_TITLE: title };
  delete environment.OUTREACH_ENGINE;
  if (engine) environment.OUTREACH_ENGINE = engine;
  const runner = fork("run.mjs", {
    cwd: import.meta.dirname,
    env: environment,
    // A driver that a failed test left running must not keep the whole run waiting.
    execArgv: ["--test-reporter=spec", "--test-force-exit"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const results = report.runner(engine);
  let has = false;
  const give = () => {
    if (has) working -= 1;
    has = false;
  };
  runner.on("message", (message) => {
    if (message.type === "waits") {
      waiting.set(runner, { left: results.left, go: () => ((has = true), runner.send("go")) });
    } else if (message.type === "file") {
      give();
    } else {
      results.note(message);
    }
    grant();
  });
  createInterface({ input: runner.stdout }).on("line", (line) => {
    if (CLOSING.test(line)) results.closing.push(line);
    else console.log(`${results.name.padEnd(10)} ${line}`);
  });
  runner.once("exit", (code) => {
    results.code = code ?? 1;
    waiting.delete(runner);
    give();
    grant();
  });
  return runner;
}

/** Lets those work who have most left to do, as long as there is room. */
function grant() {
  while (working < AT_A_TIME && waiting.size > 0) {
    const [[runner, { go }]] = [...waiting].sort(([, a], [, b]) => b.left() - a.left());
    waiting.delete(runner);
    working += 1;
    go();
  }
}
