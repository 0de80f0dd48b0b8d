// Saves screens to OUTREACH_SCREENS for people to look at, and checks them automatically (support/looks.mjs): all views in
// both themes in Chromium, four views in the light theme in the others.

import assert from "node:assert/strict";
import { drawingProblems } from "./support/drawing.mjs";
import { layoutProblems, serveAxe, shoot, violations } from "./support/looks.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const WIDTHS = { desktop: 1280, phone: 390 };
/** Views, and what is opened in them. Of an opened block in a view that is checked whole, axe-core checks only that block. */
const VIEWS = {
  start: { view: "" },
  filtered: { view: "country=BT&year=2022" },
  inferred: { view: "basis=theme&measure=activities" },
  empty: { view: "country=FR" },
  notice: { view: "country=BT&colour=red&kind=nothing" },
  record: { view: "country=BT&year=2022", open: (page) => page.press("one", "button.title"), opened: "[part=table]" },
  picker: { view: "", open: (page) => page.press("picker", "country"), opened: "[part=filters]" },
  years: { view: "year=2019..2023", open: (page) => page.press("picker", "year") },
  tip: { view: "sdg=16", open: (page) => page.hover("pick", "matrix", "country=BT&year=2022") },
};
const IN_ALL_ENGINES = ["start", "filtered", "inferred", "record"];

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>Outreach Report</h1><outreach-report theme="${theme}" sync="hash"></outreach-report></main>`, {
      head: `<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/${theme}.css">`,
    }));
    server.add(`/${theme}.css`, `:root { color-scheme: ${theme} }`);
  }
  server.add("/failed.html", html(`<main><h1>Failed</h1><outreach-report src="/nowhere.json"><p>Fallback</p></outreach-report></main>`));
});
after(() => server.close());

inEachEngine(() => server, (at, engine) => {
  const all = engine === "chromium";
  for (const theme of all ? ["light", "dark"] : ["light"]) {
    for (const [size, width] of Object.entries(WIDTHS)) {
      for (const [name, { view, open, opened }] of Object.entries(VIEWS).filter(([name]) => all || IN_ALL_ENGINES.includes(name))) {
        test(`${size} ${theme} ${name}`, async () => {
          const page = at();
          await page.driver.manage().window().setRect({ width, height: 900 });
          await page.mount(`/${theme}.html#${view}`);
          if (open) await open(page);
          assert.deepEqual(await layoutProblems(page), []);
          assert.deepEqual(await drawingProblems(page, { blank: name === "empty" }), []);
          if (all || ["start", "record"].includes(name)) assert.deepEqual(await violations(page, opened), []);
          await shoot(page, `${size}-${theme}-${name}`);
        });
      }
    }
  }

  test("the notice of a failure is accessible", async () => {
    const page = at();
    await page.open("/failed.html", { ready: false });
    await page.until("() => root.querySelector('.failure')");
    await shoot(page, "desktop-light-failure");
    assert.deepEqual(await violations(page), []);
  });
});
