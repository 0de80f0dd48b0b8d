// Runs the tests of all files in one browser, or those that need none. `main.mjs` starts one such process for each.

import { after, before, describe, test as declare } from "node:test";
import { Session } from "./support/session.mjs";
import { begin, declared } from "./support/suite.mjs";
import { soFar } from "./support/times.mjs";

const { OUTREACH_ENGINE: engine, OUTREACH_FILES: names, OUTREACH_TITLE: title = "" } = process.env;
/** No test takes that long; a driver that never answers would keep the whole run waiting. */
const HANGS = { timeout: 300_000 };

for (const name of names.split(" ")) {
  begin(name);
  await import(`./${name}`);
}
const files = declared().map(chosen).filter((file) => file.groups.length > 0);
const tests = files.flatMap((file) => file.groups.flatMap((group) => group.tests));
await new Promise((sent) => process.send({ type: "declared", tests: tests.length }, sent));
// Node's runner does not come to an end where there is nothing to run.
if (tests.length === 0) process.exit();

const shared = engine && new Session(engine);
files.forEach(declareFile);
after(async () => {
  await shared?.stop();
  process.send({ type: "ended", spent: soFar() }, () => process.disconnect());
});

/** The tests of a file that run here: those for a browser, or those that need none, with the title asked for. */
function chosen(file) {
  const groups = file.groups
    .filter((group) => Boolean(group.server) === Boolean(engine))
    .map((group) => Object.assign(group, { tests: group.tests.filter((test) => test.title.includes(title)) }));
  return { ...file, groups: groups.filter((group) => group.tests.length > 0) };
}

function declareFile(file) {
  describe(file.name, () => {
    before(() => turn(file));
    before(async () => {
      await shared?.fresh();
      for (const work of file.before) await work();
    }, HANGS);
    after(async () => {
      for (const work of file.after) await work();
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
    before(() => session.fresh(), HANGS);
    after(() => session.stop());
  }
  for (const { title, skip, body } of group.tests) {
    const outcome = { type: "test", file: file.name, title };
    if (skip) process.send({ ...outcome, skip });
    declare(title, { skip, ...HANGS }, async (t) => {
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
          outcome.again = true;
          t.diagnostic(`the page process of the browser died in this test (${error.message}); it is run once more`);
          await session.fresh();
          await prepare();
          await body(t);
        }
      }
    });
  }

  /** Gives the group its page, in the browser that runs now. */
  async function prepare() {
    if (session) group.page = session.page(await group.server());
  }
}

/** Waits until this process may run a file. */
function turn(file) {
  const granted = new Promise((resolve) => process.once("message", resolve));
  process.send({ type: "waits", file: file.name });
  return granted;
}
