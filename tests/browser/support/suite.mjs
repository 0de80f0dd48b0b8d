// How a test file declares its tests.
//
// A declaration only stores what is to run. `worker.mjs` runs the declarations of all files in one process for each browser,
// so all files share the browser.

const files = [];

/** The browser whose tests are declared; undefined for the tests that need no browser. */
const engine = process.env.OUTREACH_ENGINE;

/** The declarations of the files that were loaded so far. */
export function declaredFiles() {
  return files;
}

/** Starts a file: later declarations belong to it. */
export function beginFile(name) {
  files.push({ name, before: [], after: [], groups: [{ tests: [] }] });
}

const file = () => files.at(-1);

/** Declares a function to run before the first test of the file, in each browser. */
export function before(setUp) {
  file().before.push(setUp);
}

/** Declares a function to run after the last test of the file, in each browser. */
export function after(tearDown) {
  file().after.push(tearDown);
}

/**
 * Declares a test. Outside of `inEachEngine` it needs no browser and runs once. A test that an engine does not support is
 * skipped with `skip`: a reason that begins with "this engine".
 */
export function test(title, ...rest) {
  const body = rest.pop();
  const { skip } = rest.pop() ?? {};
  file().groups.at(-1).tests.push({ title, skip: skip || undefined, body });
}

/**
 * Declares the same tests for each browser. `server` returns the server that the pages come from. `tests` declares the
 * tests for an engine; its first argument is a function that returns the page. `engines` are the browsers that support
 * what is tested; `without` is the reason for skipping the tests in the others. `network` makes Chromium record all
 * requests, `prefs` are settings of Firefox: for either a separate browser is started.
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
