// How a test file declares its tests.
//
// A declaration only takes down what is to run. `run.mjs` runs the declarations of all files in one process for each
// browser, so that the files share the browser.

const files = [];

/** The browser whose tests are declared; none for the tests that need no browser. */
const engine = process.env.OUTREACH_ENGINE;

/** What the files that were loaded so far declare. */
export function declared() {
  return files;
}

/** Begins a file: what is declared from now on belongs to it. */
export function begin(name) {
  files.push({ name, before: [], after: [], groups: [{ tests: [] }] });
}

const file = () => files.at(-1);

/** Something to do before the first test of the file, in each browser. */
export function before(work) {
  file().before.push(work);
}

/** Something to do after the last test of the file, in each browser. */
export function after(work) {
  file().after.push(work);
}

/**
 * Declares a test. Outside of `inEachEngine` it needs no browser and runs once. A test that an engine cannot do is left out
 * with `skip`: a reason that begins with "this engine".
 */
export function test(title, ...rest) {
  const body = rest.pop();
  const { skip } = rest.pop() ?? {};
  file().groups.at(-1).tests.push({ title, skip: skip || undefined, body });
}

/**
 * Declares the same tests for each browser. `server` gives the server that the pages come from, `tests` declares the tests
 * for an engine; its first argument gives the page. `engines` are the browsers that can do what the tests are about;
 * `without` says for the others what they cannot do. `network` makes Chromium record all requests, `prefs` are settings of
 * Firefox: a browser of its own is started for them.
 */
export function inEachEngine(server, tests, { engines, without, network, prefs } = {}) {
  if (engines && !without) throw new Error("`without` must say what the other engines cannot do");
  if (!engine) return;
  const group = { server, tests: [] };
  if (engine === "chromium" && network) group.options = { network };
  if (engine === "firefox" && prefs) group.options = { prefs };
  file().groups.push(group);
  tests(() => group.page, engine);
  if (engines && !engines.includes(engine)) for (const test of group.tests) test.skip ??= without;
  file().groups.push({ tests: [] });
}
