// Compares screens in Chromium with the committed pictures in `baseline/`. If a change is intended, OUTREACH_BASELINE=write
// replaces those pictures; look at them, and at target/screens/, before committing them.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { picture } from "./support/looks.mjs";
import { difference, read, small, write } from "./support/screenshots.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const FOLDER = join(import.meta.dirname, "baseline");
const WRITE = process.env.OUTREACH_BASELINE === "write";
const SCREENS = {
  start: { width: 1280, view: "" },
  dark: { width: 1280, view: "", theme: "dark" },
  filtered: { width: 1280, view: "country=BT&year=2022" },
  activities: { width: 1280, view: "measure=activities" },
  inferred: { width: 1280, view: "basis=theme" },
  empty: { width: 1280, view: "country=FR" },
  phone: { width: 480, view: "" },
  record: { width: 1280, view: "country=BT&year=2022", open: (page) => page.press("one", "button.title") },
};

let server;
before(async () => {
  server = await serve();
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<outreach-report theme="${theme}" sync="hash"></outreach-report>`, {
      head: `<style>:root { color-scheme: ${theme} } body { margin: 0; padding: 24px; background: ${theme === "dark" ? "#12191f" : "#fff"} }</style>`,
    }));
  }
});
after(() => server.close());

inEachEngine(() => server, (at) => {
  for (const [name, { width, view, theme = "light", open }] of Object.entries(SCREENS)) {
    test(`the screen ${name}`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width, height: 900 });
      await page.open(`/${theme}.html#${view}`);
      await agrees(page, view, { hash: view && `#${view}` });
      if (open) await open(page);
      // The pointer must not hover over anything.
      await page.pointAt({ x: 1, y: 1 });
      await drawingProblems(page, { blank: true });
      const screen = small(await picture(page, `screen-${name}`, { maxHeight: 8000 }));
      const file = join(FOLDER, `${name}.png`);
      if (WRITE) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, write(screen));
      }
      const text = difference(screen, read(readFileSync(file)));
      assert.equal(text, "", `${name} differs from ${file}. If that is intended: OUTREACH_BASELINE=write cargo xtask test browser visual-regression`);
    });
  }

  test("a moved block is noticed, different smoothing is not", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.open("/light.html");
    const original = small(await picture(page, "screen-compared"));
    const smoother = { ...original, grey: original.grey.map((value, index) => (value + (original.grey[index + 1] ?? value)) / 2) };
    assert.equal(difference(smoother, original), "");
    await page.run(`() => (root.querySelector('[data-chart="sdg"]').style.translate = "0 12px")`);
    assert.match(difference(small(await picture(page, "screen-moved")), original), /squares differ/);
    await page.run(`() => (root.querySelector('[data-chart="sdg"]').style.translate = "none")`);
    assert.equal(difference(small(await picture(page, "screen-compared")), original), "");
  });
}, { engines: ["chromium"], without: "this engine draws letters differently from the one that took the baseline" });
