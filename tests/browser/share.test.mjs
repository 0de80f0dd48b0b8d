// The share dialog: link, citation and data; and the download of each chart as a picture.

import assert from "node:assert/strict";
import { dataSet } from "./support/data.mjs";
import { keepFile } from "./support/looks.mjs";
import { DATA, count, countRecords } from "./support/oracle.mjs";
import { CAPTURE_SAVES, saveFile } from "./support/saving.mjs";
import { page as html, serve } from "./support/server.mjs";
import { HOW_WE_COUNT, SHARE, closeDialog, openDialog, openRow } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
const VIEW = "country=BT&year=2022";

let server;
before(async () => {
  server = await serve();
  // With a margin, because WebKit's scroll bar covers the edge of the page.
  const head = "<style>body { margin: 0 20px }</style>";
  server.add("/light.html", html('<h1>A test</h1><outreach-report sync="hash" theme="light"></outreach-report>', { head }));
  const strict = `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="/icon.svg">
    <script type="module" src="/outreach-report.js"></script><h1>Strict</h1><outreach-report view="${VIEW}"></outreach-report></html>`;
  server.add("/strict.html", strict, { headers: { "content-security-policy": POLICY } });
  server.add("/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', { type: "image/svg+xml" });
  server.add("/large.json", large());
  server.add("/large.html", html('<h1>A test</h1><outreach-report src="/large.json" parts="matrix"></outreach-report>'));
});
after(() => server.close());

/** A record for each of 195 countries and areas in each of forty years. */
function large() {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const withdrawn = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN", "XA", "XB", "XK", "AN", "BU", "CS", "DD", "FX", "NT", "QU", "QO", "SU", "TP", "UK", "YD", "YU", "ZR", "ZZ"];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) && !withdrawn.includes(code)).slice(0, 195);
  const record = (country, year) => ({ countries: [country], date: String(year), reach: [{ status: "reached", count: 1 + ((year * 37 + country.charCodeAt(1) * 101) % 9000), bound: year % 3 ? "exact" : "at-least" }] });
  return dataSet(codes.flatMap((country) => Array.from({ length: 40 }, (_, index) => record(country, 1985 + index))));
}

/** The button that saves a chart in a format. */
const saveButton = (block, form) => `[data-chart="${block}"] [data-request="${block}.${form}"]`;

/** Parses an SVG as XML, and returns its title, texts, element names and size. */
const PARSE = `(text) => {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml");
  const all = [...svg.querySelectorAll("*")];
  const texts = (name) => [...svg.querySelectorAll(name)].map((element) => element.textContent);
  return { valid: !svg.querySelector("parsererror"), title: texts("title")[0], texts: texts("text"), names: [...new Set(all.map((element) => element.localName))].sort(), width: Number(svg.documentElement.getAttribute("width")), height: Number(svg.documentElement.getAttribute("height")) };
}`;

/** The fraction of a PNG that is not white, and the fraction that differs from the SVG, if any, as the browser renders it. */
function compare(page, svg, png, { width, height }) {
  return page.driver.executeAsyncScript(
    `const [svg, png, width, height, done] = arguments;
     const pixels = async (address) => {
       const image = new Image();
       image.src = address;
       await image.decode();
       const canvas = Object.assign(document.createElement("canvas"), { width, height });
       const context = canvas.getContext("2d");
       context.drawImage(image, 0, 0, width, height);
       return context.getImageData(0, 0, width, height).data;
     };
     const ofPng = pixels(png);
     Promise.all([svg ? pixels(svg) : ofPng, ofPng]).then(([one, other]) => {
       let painted = 0, different = 0;
       for (let offset = 0; offset < one.length; offset += 4) {
         const distance = (a, b) => Math.abs(a[offset] - b[offset]) + Math.abs(a[offset + 1] - b[offset + 1]) + Math.abs(a[offset + 2] - b[offset + 2]);
         painted += other[offset] + other[offset + 1] + other[offset + 2] < 740;
         different += distance(one, other) > 150;
       }
       done([painted / (width * height), different / (width * height)]);
     }, (error) => done([String(error), 0]));`,
    svg?.data.replace(/^data:[^,]*,/, "data:image/svg+xml;base64,") ?? null, png.data, width, height,
  );
}

inEachEngine(() => server, (at, engine) => {
  test("the link can be copied, the citation and the data downloaded", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    await page.run(CAPTURE_SAVES);
    await openDialog(page, SHARE);
    const link = `${server.origin}/light.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`;
    assert.equal(await page.run("() => root.querySelector('.share-link input').value"), link);
    await page.press("button", "Copy link");
    await page.until("() => root.querySelector('.share-link [role=status]').textContent === 'Copied'");
    assert.deepEqual(await page.run("() => window.copied"), [link]);
    await openRow(page, "citation");
    for (const [form, pattern] of [["Text", /Counter-trafficking outreach.*accessed/s], ["BibTeX", /^@misc\{outreach-report,/], ["RIS", /^TY {2}- DATA/]]) {
      await page.press("button", form);
      await page.until("(form) => inside.find.button(form).ariaPressed === 'true'", form);
      assert.match(await page.text("one", ".share-citation pre"), pattern);
    }
    const ris = await saveFile(page, "button", "Download citation");
    assert.match(ris.name, /^citation-[\d-]+\.ris$/);
    const csv = await saveFile(page, "button", "Download CSV");
    assert.match(csv.name, /^outreach-[\d-]+\.csv$/);
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(csv.bytes.toString(), /id,title,summary,countries/);
    await openRow(page, "data");
    const json = await saveFile(page, "button", "Download JSON");
    const document = JSON.parse(json.bytes.toString());
    assert.equal(document.activities.length, countRecords(DATA, VIEW));
    assert.deepEqual(count(document, "").people, count(DATA, VIEW).people);
    assert.deepEqual(await page.faults(), []);
  });

  test("the four rows are in sight, each has its main action, and one at a time is open", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    await page.run(CAPTURE_SAVES);
    await openDialog(page, SHARE);
    const rows = ["link", "citation", "data", "report"];
    const outside = () => page.run(`(rows) => {
      const body = root.querySelector(".dialog-body").getBoundingClientRect();
      return rows.filter((row) => { const { top, bottom } = root.querySelector(".share-" + row + " .share-head").getBoundingClientRect(); return top < body.top || bottom > Math.min(body.bottom, 720); });
    }`, rows);
    const height = await page.run("() => { const { height } = root.querySelector('dialog').getBoundingClientRect(); return Math.round(height); }");
    assert.ok(height <= 720 - 32, `${height} px`);
    for (const row of rows) {
      await openRow(page, row);
      assert.deepEqual(await page.run("() => [...root.querySelectorAll('.share-more')].map((button) => button.ariaExpanded)"), rows.map((each) => String(each === row)));
      assert.deepEqual(await page.run("() => [...root.querySelectorAll('.choices')].map((choices) => choices.hidden)"), rows.map((each) => each !== row));
    }
    await page.press("one", ".share-report .share-more");
    await page.until("() => !root.querySelector('.share-more[aria-expanded=true]')");
    assert.deepEqual(await outside(), []);
    for (const [label, pattern] of [["Copy citation", /accessed/], ["Copy code", /<outreach-report view="country=BT&amp;year=2022">/]]) {
      const before = await page.run("() => window.copied.length");
      await page.press("button", label);
      await page.until("(before) => window.copied.length > before", before);
      assert.match(await page.run("() => window.copied.at(-1)"), pattern);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("if the browser does not copy, the row says so and shows the text", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    await page.run("() => { Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('not allowed')) } }); document.execCommand = () => false; }");
    await openDialog(page, SHARE);
    await page.press("button", "Copy code");
    await page.until("() => !root.querySelector('.share-report .choices').hidden");
    assert.match(await page.text("one", ".share-report [role=status]"), /^Not copied: select it/);
    assert.match(await page.text("one", ".share-report pre"), /<outreach-report /);
  });

  test("if the address of the page does not follow the view, the link is that of the report's own page", async () => {
    const page = at();
    await page.mount("/strict.html");
    await openDialog(page, SHARE);
    assert.equal(await page.run("() => root.querySelector('.share-link input').value"), `${server.origin}/index.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`);
  });

  test("works under a strict policy, including pictures", async () => {
    const page = at();
    await page.consoleLines();
    await page.mount("/strict.html");
    await page.run(CAPTURE_SAVES);
    await openDialog(page, HOW_WE_COUNT);
    await closeDialog(page);
    for (const form of ["svg", "png"]) assert.match((await saveFile(page, "one", saveButton("country", form))).name, new RegExp(`^outreach-country-[\\d-]+\\.${form}$`));
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
  });

  test("every chart can be saved as a self-contained SVG and PNG", async () => {
    const page = at();
    await page.mount(`/light.html#${VIEW}`);
    await page.run(CAPTURE_SAVES);
    const blocks = await page.run("() => [...root.querySelectorAll('[data-chart]')].map((block) => [block.dataset.chart, block.querySelector('h3').textContent])");
    assert.equal(blocks.length, 7);
    for (const [block, title] of blocks) {
      const svg = await saveFile(page, "one", saveButton(block, "svg"));
      const png = await saveFile(page, "one", saveButton(block, "png"));
      keepFile(`${engine}-picture-${block}.png`, png.bytes);
      keepFile(`${engine}-picture-${block}.svg`, svg.bytes);
      assert.deepEqual([svg.type, png.type], ["image/svg+xml;charset=utf-8", "image/png"]);
      for (const { name } of [svg, png]) assert.match(name, new RegExp(`^outreach-${block}-[\\d-]+\\.(svg|png)$`));
      const drawn = await page.run(PARSE, svg.bytes.toString());
      assert.ok(drawn.valid, block);
      assert.equal(drawn.title, `People reached, as reported, ${title.replace("By", "by")}`);
      assert.deepEqual(drawn.names, ["path", "rect", "svg", "text", "title"]);
      const text = drawn.texts.join(" ");
      for (const part of [drawn.title, "Country: Bhutan · Year: 2022", "Data of 22 November 2026", "CC BY 4.0", VIEW]) assert.ok(text.includes(part), `${block}: ${part} in ${text}`);
      assert.equal(png.bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [drawn.width * 2, drawn.height * 2], "two pixels for each unit");
      const [painted, different] = await compare(page, svg, png, drawn);
      assert.ok(painted > 0.005, `${block}: the PNG is not blank`);
      // Engines position the letters of a canvas and of an SVG slightly differently.
      assert.ok(different < 0.05, `${block}: both formats look the same, except for ${different}`);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a matrix of 195 countries and 40 years can be saved as a picture", async () => {
    const page = at();
    await page.mount("/large.html");
    await page.run(CAPTURE_SAVES);
    const svg = await saveFile(page, "one", saveButton("matrix", "svg"));
    const png = await saveFile(page, "one", saveButton("matrix", "png"));
    keepFile(`${engine}-picture-large.png`, png.bytes);
    const drawn = await page.run(PARSE, svg.bytes.toString());
    assert.ok(drawn.valid && drawn.texts.length > 195 * 40, `${drawn.texts.length} texts`);
    const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.ok(Math.max(...size) <= 16_000 && size[0] * size[1] <= 64e6, `${size}`);
    assert.ok(Math.abs(size[0] / size[1] - drawn.width / drawn.height) < 0.001, `${size}`);
    // Not beside the SVG, whose many thousand words take a browser many seconds to render.
    // In a quarter of the size, which says as much.
    const [painted] = await compare(page, null, png, { width: Math.ceil(drawn.width / 4), height: Math.ceil(drawn.height / 4) });
    assert.ok(painted > 0.1, `the PNG is not blank: ${painted}`);
  });
});
