// Runs the tests in a process for each browser and one for the tests that need none, and prints a summary.
//
// Usage: node run-all.mjs [NAME] runs only the files whose name contains NAME or, if there are none, the tests whose title
// contains it. OUTREACH_ENGINES="chromium firefox" runs only these browsers.
//
// As many processes run at a time as the machine has cores, at least two; the others wait before their next file.

import { fork } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ENGINES } from "./support/browsers.mjs";
import { RunSummary } from "./support/run-summary.mjs";

const SUFFIX = ".test.mjs";
const MAX_RUNNING = Math.max(2, availableParallelism());
/** The lines of Node's own summary. They are printed at the end of the run. */
const SUMMARY = /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

const [filter = ""] = process.argv.slice(2);
const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith(SUFFIX)).sort();
const named = all.filter((name) => name.includes(filter));
/** Only files that write the title out are loaded: others may need built files that are not there. */
const titled = all.filter((name) => readFileSync(join(import.meta.dirname, name), "utf8").includes(filter));
const files = [named, titled, all].find((list) => list.length > 0);
const title = named.length > 0 ? "" : filter;
const engines = (process.env.OUTREACH_ENGINES ?? ENGINES.join(" ")).split(/\s+/);

const runSummary = new RunSummary();
/** The processes that wait for permission to run a file, and the number of those that have it. */
const waiting = new Map();
let running = 0;

const runners = [undefined, ...engines].map(start);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => (runners.forEach((runner) => runner.kill(signal)), process.exit(1)));
await Promise.all(runners.map((runner) => new Promise((resolve) => runner.once("close", resolve))));
process.exitCode = runSummary.close({ whole: !filter && engines.length === ENGINES.length }) ? 0 : 1;

/** Starts the process for a browser, or for the tests that need none. */
function start(engine) {
  const environment = { ...process.env, OUTREACH_FILES: files.join(" "), OUTREACH_TITLE: title };
  delete environment.OUTREACH_ENGINE;
  if (engine) environment.OUTREACH_ENGINE = engine;
  const runner = fork("worker.mjs", {
    cwd: import.meta.dirname,
    env: environment,
    // A driver that a failed test left running must not block the whole run.
    execArgv: ["--test-reporter=spec", "--test-force-exit"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const results = runSummary.runner(engine);
  let granted = false;
  const release = () => {
    if (granted) running -= 1;
    granted = false;
  };
  runner.on("message", (message) => {
    if (message.type === "waits") {
      waiting.set(runner, { remaining: results.remaining, go: () => ((granted = true), runner.send("go")) });
    } else if (message.type === "file") {
      release();
    } else {
      results.note(message);
    }
    grant();
  });
  createInterface({ input: runner.stdout }).on("line", (line) => {
    if (SUMMARY.test(line)) results.summary.push(line);
    else console.log(`${results.name.padEnd(10)} ${line}`);
  });
  runner.once("exit", (code) => {
    results.code = code ?? 1;
    waiting.delete(runner);
    release();
    grant();
  });
  return runner;
}

/** Lets the waiting processes with the most remaining work run, up to the limit. */
function grant() {
  while (running < MAX_RUNNING && waiting.size > 0) {
    const [[runner, { go }]] = [...waiting].sort(([, a], [, b]) => b.remaining() - a.remaining());
    waiting.delete(runner);
    running += 1;
    go();
  }
}
