// Runs the tests of all files in one browser, or those that need none. `run-all.mjs` starts one such process for each.

import { after, before, describe, test as declare } from "node:test";
import { Session } from "./support/session.mjs";
import { beginFile, declaredFiles } from "./support/suite.mjs";
import { timeSpent } from "./support/timing.mjs";

const { OUTREACH_ENGINE: engine, OUTREACH_FILES: names, OUTREACH_TITLE: title = "" } = process.env;
/** Longer than any test takes; without a limit, a driver that never answers would block the whole run. */
const LIMIT = { timeout: 300_000 };

for (const name of names.split(" ")) {
  beginFile(name);
  await import(`./${name}`);
}
// So that the browsers end too (see browsers.mjs).
process.once("SIGTERM", () => process.exit(1));
const files = declaredFiles().map(selectTests).filter((file) => file.groups.length > 0);
const tests = files.flatMap((file) => file.groups.flatMap((group) => group.tests));
await new Promise((sent) => process.send({ type: "declared", tests: tests.length }, sent));
// Node's runner does not end if there is nothing to run.
if (tests.length === 0) process.exit();

const shared = engine && new Session(engine);
files.forEach(declareFile);
after(async () => {
  await shared?.stop();
  process.send({ type: "ended", spent: timeSpent() }, () => process.disconnect());
});

/** The tests of a file that this process runs: those for its browser, or those that need none, with a matching title. */
function selectTests(file) {
  const groups = file.groups
    .filter((group) => Boolean(group.server) === Boolean(engine))
    .map((group) => Object.assign(group, { tests: group.tests.filter((test) => test.title.includes(title)) }));
  return { ...file, groups: groups.filter((group) => group.tests.length > 0) };
}

function declareFile(file) {
  describe(file.name, () => {
    before(() => untilGranted(file));
    before(async () => {
      await shared?.freshTab();
      for (const setUp of file.before) await setUp();
    }, LIMIT);
    after(async () => {
      for (const tearDown of file.after) await tearDown();
      process.send({ type: "file" });
    });
    for (const group of file.groups) {
      if (group.options) describe("in a browser of its own", () => declareGroup(file, group, new Session(engine, group.options), true));
      else declareGroup(file, group, shared);
    }
  });
}

function declareGroup(file, group, session, own = false) {
  if (own) {
    before(() => session.freshTab(), LIMIT);
    after(() => session.stop());
  }
  for (const { title, skip, body } of group.tests) {
    const outcome = { type: "test", file: file.name, title };
    if (skip) process.send({ ...outcome, skip });
    declare(title, { skip, ...LIMIT }, async (t) => {
      const start = performance.now();
      try {
        await attempt();
        outcome.passed = true;
      } finally {
        process.send({ ...outcome, time: performance.now() - start });
      }

      async function attempt() {
        try {
          await prepare();
          await body(t);
        } catch (error) {
          if (!(await session?.pageDied())) throw error;
          outcome.retried = true;
          t.diagnostic(`the page process of the browser died in this test (${error.message}); it is run once more`);
          await session.freshTab();
          await prepare();
          await body(t);
        }
      }
    });
  }

  /** Sets the group's page, in the browser that runs now. */
  async function prepare() {
    if (session) group.page = session.page(await group.server());
  }
}

/** Waits until `run-all.mjs` allows this process to run a file. */
function untilGranted(file) {
  const granted = new Promise((resolve) => process.once("message", resolve));
  process.send({ type: "waits", file: file.name });
  return granted;
}
