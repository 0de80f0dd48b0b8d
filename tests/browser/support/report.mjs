// What the whole run tells at its end: tests for each browser, where the time went, the slowest tests, what failed.

import { KINDS } from "./times.mjs";

/** How the reason of a test that is left out must begin. */
const EXCUSE = "this engine ";
const SLOWEST = 10;

export class Report {
  #runners = [];
  #start = performance.now();

  /** What one process tells: for a browser, or for the tests that need none. */
  runner(engine = "no browser") {
    const runner = { name: engine, closing: [], tests: [], declared: 0, spent: {}, code: undefined };
    runner.note = (message) => {
      if (message.type === "declared") runner.declared = message.tests;
      else if (message.type === "ended") runner.spent = message.spent;
      else runner.tests.push({ ...message, engine });
    };
    /** How long the rest will take, in milliseconds, as far as that can be told. */
    runner.left = () => {
      const run = runner.tests.filter((test) => test.time);
      const each = run.reduce((sum, test) => sum + test.time, 0) / run.length || 1_000;
      return each * (runner.declared - runner.tests.length);
    };
    this.#runners.push(runner);
    return runner;
  }

  /** Prints everything and gives back whether all is well. In a whole run nothing may be left out without a reason. */
  close({ whole }) {
    const runners = this.#runners;
    const tests = runners.flatMap((runner) => runner.tests);
    for (const { name, closing } of runners) console.log(`\n${name}\n${closing.join("\n")}`);
    console.log(`\nTests, and where their time went in seconds\n${table(runners)}`);
    const timed = tests.filter((test) => test.time).sort((a, b) => b.time - a.time);
    console.log(`\nThe slowest tests\n${timed.slice(0, SLOWEST).map((test) => `${seconds(test.time).padStart(7)} s  ${name(test)}`).join("\n")}`);
    list("Run twice, because WebKit's page process died", tests.filter((test) => test.again));
    list("Left out", tests.filter((test) => test.skip), (test) => `: ${test.skip}`);
    const faults = this.#faults(tests, whole);
    if (faults.length > 0) console.log(`\nNot well:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
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
    for (const test of tests.filter((test) => whole && test.skip && !test.skip.startsWith(EXCUSE))) {
      faults.push(`left out without “${EXCUSE}…”: ${name(test)}`);
    }
    return faults;
  }
}

function table(runners) {
  const time = (runner) => runner.tests.reduce((sum, test) => sum + (test.time ?? 0), 0) + (runner.spent.start ?? 0);
  const known = (runner) => KINDS.reduce((sum, kind) => sum + (runner.spent[kind] ?? 0), 0);
  const rows = [
    ["", ...runners.map(({ name }) => name)],
    ["tests", ...runners.map(({ declared }) => declared)],
    ["passed", ...runners.map(({ tests }) => tests.filter((test) => test.passed).length)],
    ["left out", ...runners.map(({ tests }) => tests.filter((test) => test.skip).length)],
    ...KINDS.map((kind) => [kind, ...runners.map(({ spent }) => seconds(spent[kind] ?? 0))]),
    ["other", ...runners.map((runner) => seconds(Math.max(0, time(runner) - known(runner))))],
    ["together", ...runners.map((runner) => seconds(time(runner)))],
  ];
  return rows.map(([title, ...values]) => `  ${title.padEnd(10)}${values.map((value) => String(value).padStart(12)).join("")}`).join("\n");
}

function list(heading, tests, more = () => "") {
  if (tests.length > 0) console.log(`\n${heading}\n${tests.map((test) => `  ${name(test)}${more(test)}`).join("\n")}`);
}

const name = ({ engine, file, title }) => `${engine} · ${file} · ${title}`;
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
