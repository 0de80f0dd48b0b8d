// On paper: all charts, the whole table, the filters and the link of the view. The drivers of Chromium and Firefox can
// print; WebKit's cannot.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { drawingProblems } from "./support/drawing.mjs";
import { keepFile } from "./support/looks.mjs";
import { DATA, countRecords } from "./support/oracle.mjs";
import { sortedRows } from "./support/sort-oracle.mjs";
import { serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const PDFTOTEXT = process.env.OUTREACH_PDFTOTEXT;
const HEADINGS = ["By year", "By country", "By goal", "By country and year", "By kind", "By audience", "By donor"];

let server;
before(async () => (server = await serve()));
after(() => server.close());

/** The text of each page of a PDF, with line breaks replaced by spaces and ligatures split into letters. */
function pages(pdf) {
  assert.ok(PDFTOTEXT, "OUTREACH_PDFTOTEXT is not set: run the tests with `cargo xtask test browser`");
  const text = execFileSync(PDFTOTEXT, ["-layout", "-enc", "UTF-8", "-", "-"], { input: pdf, maxBuffer: 1 << 26 }).toString();
  return text.split("\f").filter((page) => page.trim()).map((page) => page.normalize("NFKC").replace(/\s+/g, " "));
}

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
      const pdf = Buffer.from(await page.driver.printPage({ shrinkToFit: true, background: false }), "base64");
      keepFile(`${engine}-print-${name}.pdf`, pdf);
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      const text = pages(pdf);
      const rows = countRecords(DATA, view);
      assert.ok(text.length > 1, "more than one page");
      t.diagnostic(`${engine}: ${text.length} pages for ${rows} records`);
      const whole = text.join(" ");
      // A narrow column breaks words of an address or a title across lines.
      const withoutSpaces = whole.replace(/\s/g, "");
      assert.ok(whole.includes(filter), `the filters: ${filter}`);
      assert.ok(withoutSpaces.includes(`${server.origin}/recorded/index.html#${view}${view && "&"}lang=en`), "the link of the view");
      // The text of headings side by side is mixed line by line, so only their words are checked.
      for (const heading of HEADINGS) assert.ok(heading.split(" ").every((word) => whole.includes(word)), heading);
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
}, { engines: ["chromium", "firefox"], without: "this engine cannot print by its driver" });

/** Whether a record is in the view, for the two views that are printed here. */
function inView(record, view) {
  if (!view) return true;
  const [first, last] = [2019, 2022];
  const years = (record.date ?? "").split("/").map((end) => parseInt(end)).filter(Boolean);
  return record.countries.some((code) => ["BT", "LK"].includes(code)) && years.length > 0 && years[0] <= last && years.at(-1) >= first;
}
