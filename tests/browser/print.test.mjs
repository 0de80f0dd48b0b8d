// On paper: all charts, the whole table, the filters and the link of the view. The drivers of Chromium and Firefox can
// print; WebKit's cannot.

import assert from "node:assert/strict";
import { drawingProblems } from "./support/drawing.mjs";
import { keepFile } from "./support/looks.mjs";
import { DATA, cells, count, countRecords, inSymbols } from "./support/oracle.mjs";
import { numbers, picture, print, problems, sheets, texts } from "./support/paper.mjs";
import { sortedRows } from "./support/sort-oracle.mjs";
import { dataSet } from "./support/data.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const HEADINGS = ["By year", "By country", "By goal", "By country and year", "By kind", "By audience", "By donor", "Activities"];
const CHARTS = ["year", "country", "sdg", "kind", "audience", "donor"];

let server;
before(async () => (server = await serve()));
after(() => server.close());

inEachEngine(() => server, (at, engine) => {
  for (const [name, view, filter] of [
    ["all", "", "Nothing is filtered."],
    ["filtered", "country=BT~LK&year=2019..2022", "Country: Bhutan or Sri Lanka · Year: 2019 to 2022"],
  ]) {
    test(`a print of a view: ${name}`, async (t) => {
      const page = at();
      await page.driver.manage().window().setRect({ width: 1280, height: 900 });
      await page.open(`/recorded/index.html${view && `#${view}`}`);
      assert.deepEqual(await drawingProblems(page), []);
      const pdf = await print(page);
      keepFile(`${engine}-print-${name}.pdf`, pdf);
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const text = texts(pdf);
      assert.deepEqual(problems(sheets(pdf), HEADINGS), []);
      const rows = countRecords(DATA, view);
      assert.ok(text.length > 1, "more than one page");
      t.diagnostic(`${engine}: ${text.length} pages for ${rows} records`);
      const whole = text.join(" ");
      // A narrow column breaks words of an address or a title across lines.
      const withoutSpaces = whole.replace(/\s/g, "");
      assert.ok(whole.includes(filter), `the filters: ${filter}`);
      assert.ok(withoutSpaces.includes(`${server.origin}/recorded/index.html#${view}${view && "&"}lang=en`), "the link of the view");
      for (const heading of HEADINGS) assert.ok(whole.includes(heading), heading);
      const shown = sortedRows(DATA, "-date").filter((row) => inView(DATA.activities[row], view));
      assert.equal(shown.length, rows);
      const missing = shown.map((row) => DATA.activities[row].title.split(" ").slice(0, 2).join("")).filter((words) => !withoutSpaces.includes(words));
      assert.deepEqual(missing, [], "records without a row");
      // There are no buttons on paper.
      for (const words of ["Show all", "Clear all", "Find in", "What it is made of"]) assert.ok(!whole.includes(words), words);
      // Afterwards the screen is as before.
      await page.until("(rows) => root.querySelectorAll('tbody:not(.later) button.title').length === rows", rows > 25 ? 20 : rows);
      assert.deepEqual(await drawingProblems(page), []);
      assert.deepEqual(await page.faults(), []);
    });
  }

  // A print takes a second, in Firefox three.
  const papers = [[390, "A4", false], [768, "Letter", true], [1280, "Letter", false], [1920, "A4", true]];
  test("every number of the charts is on paper, whatever the window and the paper", async () => {
    const page = at();
    const view = "country=BT~LK&basis=theme";
    await page.mount(`/recorded/index.html#${view}`);
    await page.run(`() => report.setAttribute("parts", "headline tiles filters year country sdg matrix kind audience donor")`);
    const expected = numbers([
      ...cells(DATA, view).map(({ people }) => inSymbols(people)),
      ...CHARTS.flatMap((facet) => count(DATA, view).facets[facet]).map(({ people }) => inSymbols(people)),
      ...CHARTS.slice(1).flatMap((facet) => count(DATA, view).facets[facet]).flatMap(({ activities, planned }) => [`${activities}`, inSymbols(planned)]),
    ]);
    for (const [width, paper, across] of papers.slice(engine === "chromium" ? 0 : 2)) {
      await page.driver.manage().window().setRect({ width, height: 900 });
      const pdf = await print(page, { paper, across });
      const about = `${width} px, ${paper}${across ? " across" : ""}`;
      keepFile(`${engine}-print-${about.replace(/\W+/g, "-")}.pdf`, pdf);
      const pages = sheets(pdf);
      assert.deepEqual([pages[0].width > pages[0].height, ...problems(pages, HEADINGS)], [across], about);
      const printed = numbers(pages.flatMap(({ words }) => words.map(({ text }) => text)));
      const missing = [...expected].filter(([number, times]) => !(printed.get(number) >= times)).map(([number]) => number);
      assert.deepEqual(missing, [], about);
    }
  });

  test("eighty years fit on paper", async () => {
    const page = at();
    const document = dataSet(Array.from({ length: 81 }, (_, index) => ({ date: `${1940 + index}`, countries: [index % 2 ? "NP" : "BT"], reach: [{ status: "reached", count: 1001 + index }] })));
    server.add("/years.html", html('<outreach-report parts="year matrix" src="years.json"></outreach-report>'));
    server.add("/years.json", document);
    await page.open("/years.html");
    const pages = sheets(await print(page));
    assert.deepEqual(problems(pages, []), []);
    const printed = numbers(pages.flatMap(({ words }) => words.map(({ text }) => text)));
    const missing = Array.from({ length: 81 }, (_, index) => index).filter((index) => !(printed.get((1001 + index).toLocaleString("en-GB")) >= 2 && printed.get(`${1940 + index}`) >= 2));
    assert.deepEqual(missing, []);
  });

  test("bars on paper are as long as their numbers", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 390, height: 900 });
    await page.mount("/recorded/index.html");
    await page.run(`() => report.setAttribute("parts", "audience")`);
    const pdf = await print(page);
    const ink = picture(pdf, 1);
    const [{ words }] = sheets(pdf);
    const bars = count(DATA).facets.audience.map(({ people: { low } }) => low).sort((a, b) => b - a).slice(0, 4);
    const lengths = bars.map((low) => {
      const number = words.find(({ text }) => text === low.toLocaleString("en-GB"));
      // Plans have the lower part of a row.
      const y = number.top + (number.bottom - number.top) * 0.4;
      const dark = Array.from({ length: 560 }, (_, x) => x).filter((x) => x > 230 && x < number.left - 12 && ink(x, y) < 120);
      return dark.length;
    });
    for (const [index, low] of bars.entries()) {
      assert.ok(lengths[0] > 60 && Math.abs(lengths[index] / lengths[0] - low / bars[0]) < 0.03, `${bars} are ${lengths} long`);
    }
  });
}, { engines: ["chromium", "firefox"], without: "this engine cannot print by its driver" });

inEachEngine(() => server, (at, engine) => {
  // WebKit's driver cannot print, so the rules for paper are applied to the screen, in all engines.
  test("the rules for paper leave nothing out, over another or at the edge", async () => {
    const page = at();
    await page.driver.manage().window().setRect({ width: 700, height: 900 });
    await page.open("/recorded/index.html#sdg=5~16&basis=theme");
    const found = await page.run(`${usePaper}`);
    assert.deepEqual(found, []);
    await page.driver.manage().window().setRect({ width: 1280, height: 900 });
  });
});

/** Applies the rules for paper to the screen, and lists what is wrong then. */
function usePaper() {
  const swap = (rules) => {
    for (const rule of rules) {
      const media = rule.media?.mediaText;
      if (media === "print" || media === "screen") rule.media.mediaText = media === "print" ? "all" : "print";
    }
  };
  swap(root.adoptedStyleSheets[0].cssRules);
  const bounds = report.getBoundingClientRect();
  const found = [];
  const boxes = [];
  for (const mark of root.querySelectorAll(".bars .mark, .plot .mark, .grid .mark, .table tbody tr")) {
    if (!(mark.getBoundingClientRect().height > 6)) found.push("not on paper: " + (mark.ariaLabel ?? mark.textContent));
  }
  for (const element of root.querySelectorAll(".name, .value, .grid .mark, .grid th bdi, .heads span")) {
    if (!element.textContent || !element.getClientRects().length) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    if (box.left < bounds.left - 1 || box.right > bounds.right + 1) found.push("at the edge: " + element.textContent);
    boxes.push({ text: element.textContent, box });
  }
  for (const [index, { text, box }] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const shared = (from, to) => Math.min(box[to], other.box[to]) - Math.max(box[from], other.box[from]);
      if (shared("left", "right") > 3 && shared("top", "bottom") > 5) found.push(text + " over " + other.text);
    }
  }
  // The mark of the largest number is drawn to its end: a shape is cut out of the whole length.
  for (const slot of root.querySelectorAll(".bars .slot")) {
    const style = getComputedStyle(slot, "::before");
    if (style.clipPath === "none" || style.printColorAdjust === "economy") found.push("without a shape: " + slot.parentElement.ariaLabel);
  }
  return found;
}

/** Whether a record is in the view, for the two views that are printed here. */
function inView(record, view) {
  if (!view) return true;
  const [first, last] = [2019, 2022];
  const years = (record.date ?? "").split("/").map((end) => parseInt(end)).filter(Boolean);
  return record.countries.some((code) => ["BT", "LK"].includes(code)) && years.length > 0 && years[0] <= last && years.at(-1) >= first;
}
