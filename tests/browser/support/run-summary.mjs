// The summary of a whole run: the tests of each browser, where the time went, the slowest tests, and what failed.

import { KINDS } from "./timing.mjs";

/** How the reason for skipping a test must begin. */
const SKIP_REASON = "this engine ";
const SLOWEST = 10;

export class RunSummary {
  #runners = [];
  #start = performance.now();

  /** Adds a process, for a browser or for the tests that need none, and returns the object that collects its results. */
  runner(engine = "no browser") {
    const runner = { name: engine, summary: [], tests: [], declared: 0, spent: {}, code: undefined };
    runner.note = (message) => {
      if (message.type === "declared") runner.declared = message.tests;
      else if (message.type === "ended") runner.spent = message.spent;
      else runner.tests.push({ ...message, engine });
    };
    /** An estimate of how many milliseconds the remaining tests will take. */
    runner.remaining = () => {
      const finished = runner.tests.filter((test) => test.time);
      const average = finished.reduce((sum, test) => sum + test.time, 0) / finished.length || 1_000;
      return average * (runner.declared - runner.tests.length);
    };
    this.#runners.push(runner);
    return runner;
  }

  /** Prints the summary and returns whether everything passed. In a whole run no test may be skipped without a reason. */
  close({ whole }) {
    const runners = this.#runners;
    const tests = runners.flatMap((runner) => runner.tests);
    for (const { name, summary } of runners) console.log(`\n${name}\n${summary.join("\n")}`);
    console.log(`\nTests, and where their time went in seconds\n${table(runners)}`);
    const timed = tests.filter((test) => test.time).sort((a, b) => b.time - a.time);
    console.log(`\nThe slowest tests\n${timed.slice(0, SLOWEST).map((test) => `${seconds(test.time).padStart(7)} s  ${name(test)}`).join("\n")}`);
    list("Run twice, because WebKit's page process died", tests.filter((test) => test.retried));
    list("Skipped", tests.filter((test) => test.skip), (test) => `: ${test.skip}`);
    const faults = this.#faults(tests, whole);
    if (faults.length > 0) console.log(`\nProblems:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    console.log(`\n${tests.filter((test) => test.passed).length} browser tests passed in ${seconds(performance.now() - this.#start)} s`);
    return faults.length === 0;
  }

  #faults(tests, whole) {
    const faults = tests.filter((test) => test.time && !test.passed).map((test) => `failed: ${name(test)}`);
    for (const { name, code, declared, tests } of this.#runners) {
      if (code !== 0) faults.push(`${name}: its process ended with ${code}`);
      if (tests.length !== declared) faults.push(`${name}: ${declared - tests.length} of ${declared} tests did not run`);
    }
    if (!tests.some((test) => test.passed)) faults.push("no test ran");
    for (const test of tests.filter((test) => whole && test.skip && !test.skip.startsWith(SKIP_REASON))) {
      faults.push(`skipped without “${SKIP_REASON}…”: ${name(test)}`);
    }
    return faults;
  }
}

function table(runners) {
  const time = (runner) => runner.tests.reduce((sum, test) => sum + (test.time ?? 0), 0) + (runner.spent.start ?? 0);
  const measured = (runner) => KINDS.reduce((sum, kind) => sum + (runner.spent[kind] ?? 0), 0);
  const rows = [
    ["", ...runners.map(({ name }) => name)],
    ["tests", ...runners.map(({ declared }) => declared)],
    ["passed", ...runners.map(({ tests }) => tests.filter((test) => test.passed).length)],
    ["skipped", ...runners.map(({ tests }) => tests.filter((test) => test.skip).length)],
    ...KINDS.map((kind) => [kind, ...runners.map(({ spent }) => seconds(spent[kind] ?? 0))]),
    ["other", ...runners.map((runner) => seconds(Math.max(0, time(runner) - measured(runner))))],
    ["total", ...runners.map((runner) => seconds(time(runner)))],
  ];
  return rows.map(([title, ...values]) => `  ${title.padEnd(10)}${values.map((value) => String(value).padStart(12)).join("")}`).join("\n");
}

function list(heading, tests, detail = () => "") {
  if (tests.length > 0) console.log(`\n${heading}\n${tests.map((test) => `  ${name(test)}${detail(test)}`).join("\n")}`);
}

const name = ({ engine, file, title }) => `${engine} · ${file} · ${title}`;
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
