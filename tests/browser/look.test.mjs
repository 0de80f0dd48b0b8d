// Screens to look at, in OUTREACH_SCREENS, and what can be told of them without eyes: nothing overflows, nothing is cut
// off, everything that can be pressed is large enough, and axe-core finds nothing. The whole matrix runs in Chromium,
// one of each in the others.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { inEachEngine } from "./support/engines.mjs";
import { page as html, serve } from "./support/server.mjs";

const SCREENS = process.env.OUTREACH_SCREENS;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = { desk: 1280, wide: 1920, phone: 390 };
const VIEWS = {
  start: { view: "" },
  filtered: { view: "country=BT&year=2022" },
  inferred: { view: "basis=theme&measure=activities" },
  empty: { view: "country=FR" },
  notice: { view: "country=BT&colour=red&kind=nothing" },
  record: { view: "country=BT&year=2022", open: (page) => page.press("one", "button.title") },
  picker: { view: "", open: (page) => page.press("picker", "country") },
  years: { view: "year=2019..2023", open: (page) => page.press("picker", "year") },
  note: { view: "", open: (page) => page.press("button", "How we count").then(() => page.until("() => root.querySelector('dialog.sheet[open] .records')")) },
};

let server;
before(async () => {
  server = await serve();
  server.add("/axe.js", AXE);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>Outreach Report</h1><outreach-report theme="${theme}" sync="hash"></outreach-report></main>`, {
      head: `<link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/${theme}.css">`,
    }));
    server.add(`/${theme}.css`, `:root { color-scheme: ${theme} }`);
  }
  server.add("/narrow.html", html(`<h1>Narrow</h1><iframe title="The report" src="/light.html" width="320" height="3000"></iframe>`));
  server.add("/failed.html", html(`<main><h1>Failed</h1><outreach-report src="/nowhere.json"><p>Fallback</p></outreach-report></main>`));
});
after(() => server.close());

/** What is too wide, cut off or too small to press. */
const PROBLEMS = `() => {
  const problems = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) problems.push("the page is " + page.scrollWidth + " wide, not " + page.clientWidth);
  for (const element of root.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    if (element.closest(".unseen") || style.display === "none" || style.visibility === "hidden") continue;
    const name = element.tagName + "." + element.className + " " + element.textContent.trim().slice(0, 30);
    if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) problems.push("cut off: " + name);
    const rect = element.getBoundingClientRect();
    const pressable = element.matches("button, summary, input:not([type=checkbox])");
    // A column may be narrower than 24 px: it has all its height, and the years can be typed instead.
    const small = rect.height < 24 || (rect.width < 24 && !element.closest(".plot"));
    if (pressable && rect.width > 0 && small) problems.push("small: " + name + " " + rect.width + " x " + rect.height);
  }
  return problems;
}`;

async function shoot(page, name) {
  const height = await page.run("() => document.documentElement.scrollHeight");
  const { width } = await page.driver.manage().window().getRect();
  await page.driver.manage().window().setRect({ width, height: Math.min(Math.max(height, 700), 4000) });
  if (SCREENS) writeFileSync(join(SCREENS, `${page.engine}-${name}.png`), await page.driver.takeScreenshot(), "base64");
  await page.driver.manage().window().setRect({ width, height: 900 });
}

/** What axe-core finds, in a line each. */
async function violations(page) {
  await page.driver.executeAsyncScript(`const done = arguments[0];
    const script = Object.assign(document.createElement("script"), { src: "/axe.js", onload: () => done() });
    document.head.append(script);`);
  return page.driver.executeAsyncScript(`const done = arguments[0];
    axe.run(document, { resultTypes: ["violations"] }).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "))),
      (error) => done([String(error)]));`);
}

inEachEngine(() => server, (at, engine) => {
  const whole = engine === "chromium";
  for (const theme of whole ? ["light", "dark"] : ["light"]) {
    for (const [size, width] of Object.entries(WIDTHS).filter(([size]) => whole || size !== "wide")) {
      for (const [name, { view, open }] of Object.entries(VIEWS).filter(([name]) => whole || ["start", "record"].includes(name))) {
        if (theme === "dark" && size === "wide") continue;
        test(`${size} ${theme} ${name}`, async () => {
          const page = at();
          await page.driver.manage().window().setRect({ width, height: 900 });
          await page.open(`/${theme}.html#${view}`);
          if (open) await open(page);
          await shoot(page, `${size}-${theme}-${name}`);
          assert.deepEqual(await page.run(PROBLEMS), []);
          if (size === "desk") assert.deepEqual(await violations(page), []);
        });
      }
    }
  }

  test("320 pixels, in a frame", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
    await page.open("/narrow.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    assert.deepEqual(await page.run(PROBLEMS), []);
    await page.driver.switchTo().defaultContent();
    await shoot(page, "narrow-light-start");
  });

  test("a failure is told accessibly", async () => {
    const page = at();
    await page.open("/failed.html", { ready: false });
    await page.until("() => root.querySelector('.failure')");
    await shoot(page, "desk-light-failure");
    assert.deepEqual(await violations(page), []);
  });
});
