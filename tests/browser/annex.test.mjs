// The annex: what a number is made of, what can be taken away, and what happens when it cannot be loaded.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { inEachEngine, test } from "./support/engines.mjs";
import { keep, serveAxe, violations } from "./support/looks.mjs";
import { broken, dataSet } from "./support/data.mjs";
import { DATA, count, inWords, listed } from "./support/naive.mjs";
import { Key } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
const VIEW = "country=BT&year=2022";
const ANNEX = ["outreach-report-annex.js", "outreach-report-annex_bg.wasm"];

let server;
let lost = true;
before(async () => {
  server = await serve();
  serveAxe(server);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>A test</h1><outreach-report sync="hash" theme="${theme}"></outreach-report></main>`, { head: `<style>body { margin: 0 20px; background: ${theme === "dark" ? "#12191f; color: #fff" : "#fff"} }</style>` }));
  }
  // A host on which the annex is missing at first.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", ANNEX[1]]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html("<h1>A test</h1><outreach-report></outreach-report>", { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
  // Annexes that are slow to come, and that break when they are asked.
  const stub = (name, script) => {
    for (const file of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/${name}/${file}`, readFileSync(join(DIST, file)), { type: file.endsWith("js") ? undefined : "application/wasm" });
    server.add(`/${name}/outreach-report-annex.js`, script);
    server.add(`/${name}.html`, html("<h1>A test</h1><outreach-report></outreach-report>", { script: `<script type="module" src="/${name}/outreach-report.js"></script>` }));
  };
  stub("slow", `await new Promise((go) => (window.go = go)); export const open = async () => ({ ask: (...question) => (window.asked = question), end() {} });`);
  stub("faulty", `export const open = async (given) => ({ ask() { given.failed(40); throw new WebAssembly.RuntimeError("unreachable"); }, end() {} });`);
  const strict = `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="/icon.svg">
    <script type="module" src="/outreach-report.js"></script><h1>Strict</h1><outreach-report view="${VIEW}"></outreach-report></html>`;
  server.add("/large.json", large());
  server.add("/large.html", html('<h1>A test</h1><outreach-report src="/large.json" parts="matrix"></outreach-report>'));
  server.add("/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', { type: "image/svg+xml" });
  server.add("/broken.json", broken().data);
  server.add("/broken.html", html('<main><h1>A test</h1><outreach-report src="/broken.json"></outreach-report></main>'));
  server.add("/hide.html", html('<h1>A test</h1><outreach-report hide="country" view="country=BT&amp;year=2022"></outreach-report>'));
  server.add("/strict.html", strict, { headers: { "content-security-policy": POLICY } });
});
after(() => server.close());

const HOW = "How we count";
const TAKE = "Share, cite, download";

/** Presses a button at the foot and waits for its dialog. */
async function open(page, name) {
  await page.press("button", name);
  await page.until("() => root.querySelector('dialog.sheet[open] h2')");
}

/** Keeps what is saved and copied, instead of letting it go to the disk and the clipboard. */
const CATCH = `() => {
  window.saved = [];
  window.copied = [];
  const kept = new Map();
  URL.createObjectURL = (blob) => { const url = "blob:test/" + kept.size; kept.set(url, blob); return url; };
  HTMLAnchorElement.prototype.click = function () {
    const file = { name: this.download, type: kept.get(this.href).type };
    window.saved.push(file);
    const reader = new FileReader();
    reader.onload = () => (file.data = reader.result);
    reader.readAsDataURL(kept.get(this.href));
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } });
}`;

/** Presses something that saves a file, and gives back the file. */
async function saved(page, ...press) {
  const before = await page.run("() => window.saved.length");
  if (press.length) await page.press(...press);
  await page.until("(before) => window.saved[before]?.data", before);
  const file = await page.run("(before) => window.saved[before]", before);
  return { ...file, bytes: Buffer.from(file.data.split(",")[1], "base64") };
}

/** A record for each of 195 countries and areas in each of forty years. */
function large() {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const withdrawn = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN", "XA", "XB", "XK", "AN", "BU", "CS", "DD", "FX", "NT", "QU", "QO", "SU", "TP", "UK", "YD", "YU", "ZR", "ZZ"];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) && !withdrawn.includes(code)).slice(0, 195);
  const record = (country, year) => ({ countries: [country], date: String(year), reach: [{ status: "reached", count: 1 + ((year * 37 + country.charCodeAt(1) * 101) % 9000), bound: year % 3 ? "exact" : "at-least" }] });
  return dataSet(codes.flatMap((country) => Array.from({ length: 40 }, (_, at) => record(country, 1985 + at))));
}

/** The button that saves a chart in a form. */
const file = (block, form) => `[data-block="${block}"] [data-ask="${block}.${form}"]`;

/** The heading of the dialog, once it is open. */
async function heading(page) {
  await page.until("() => root.querySelector('dialog.sheet[open] h2')");
  return page.text("one", "dialog.sheet h2");
}

/** Reads an SVG as XML. */
const PARSE = `(text) => {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml");
  const all = [...svg.querySelectorAll("*")];
  const of = (name) => [...svg.querySelectorAll(name)].map((one) => one.textContent);
  return { valid: !svg.querySelector("parsererror"), title: of("title")[0], texts: of("text"), names: [...new Set(all.map((one) => one.localName))].sort(), width: Number(svg.documentElement.getAttribute("width")), height: Number(svg.documentElement.getAttribute("height")) };
}`;

/** How much of a PNG is not white, and how much of it differs from the SVG as the browser draws that. */
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
     Promise.all([pixels(svg), pixels(png)]).then(([one, other]) => {
       let ink = 0, apart = 0;
       for (let at = 0; at < one.length; at += 4) {
         const gap = (a, b) => Math.abs(a[at] - b[at]) + Math.abs(a[at + 1] - b[at + 1]) + Math.abs(a[at + 2] - b[at + 2]);
         ink += other[at] + other[at + 1] + other[at + 2] < 740;
         apart += gap(one, other) > 150;
       }
       done([ink / (width * height), apart / (width * height)]);
     }, (error) => done([String(error), 0]));`,
    svg.data.replace(/^data:[^,]*,/, "data:image/svg+xml;base64,"), png.data, width, height,
  );
}

async function shoot(page, name) {
  keep(`${page.engine}-annex-${name}.png`, Buffer.from(await page.driver.takeScreenshot(), "base64"));
}

const size = (page, width, height = 900) => page.driver.manage().window().setRect({ width, height });

inEachEngine(() => server, (at, engine) => {
  test("the annex is loaded only when it is asked for", async () => {
    const page = at();
    await size(page, 1280);
    server.forget();
    await page.open(`/light.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("annex")), []);
    await open(page, HOW);
    for (const name of ANNEX) assert.equal(server.paths().filter((path) => path === `/${name}`).length, 1, name);
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    await open(page, TAKE);
    assert.equal(server.paths().filter((path) => path.includes("annex")).length, 2, "asked once for all questions");
    assert.deepEqual(await page.faults(), []);
  });

  test("a number leads to its records and their sources", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    await open(page, HOW);
    const said = await page.run(`() => {
      const sheet = root.querySelector("dialog.sheet");
      const text = (element) => element.textContent.trim();
      return {
        title: text(sheet.querySelector("h2")), filter: text(sheet.querySelector(".filter")),
        groups: [...sheet.querySelectorAll(".records")].map((group) => [text(group.querySelector("h3")), group.querySelectorAll("ol > li").length]),
        titles: [...sheet.querySelectorAll(".records .what")].map(text),
        links: [...sheet.querySelectorAll(".records a")].map((a) => ({ href: a.href, rel: a.rel, target: a.target, policy: a.referrerPolicy, label: a.ariaLabel })),
      };
    }`);
    const { people } = count(DATA, VIEW);
    assert.match(said.title, new RegExp(`^${inWords(people)} people reached, as reported$`, "i"));
    assert.equal(said.filter, "Filtered by Country: Bhutan · Year: 2022");
    for (const [title, n] of said.groups) assert.match(title, new RegExp(`· ${n}$`));
    assert.equal(new Set(said.titles).size, listed(DATA, VIEW), "every record of the view");
    assert.ok(said.links.length >= said.titles.length - 1);
    for (const link of said.links) {
      assert.match(link.href, /^https?:/);
      assert.deepEqual([link.rel, link.target, link.policy], ["noopener noreferrer", "_blank", "no-referrer"]);
      assert.match(link.label, /opens the page in a new tab/);
    }
    assert.equal(await page.run("() => report.view"), VIEW, "the view is not touched");
    assert.deepEqual(await page.faults(), []);
  });

  test("Escape, the cross and a press beside close it, and the place is kept", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    const closings = [
      () => page.keys(Key.ESCAPE),
      () => page.press("one", "dialog.sheet .close"),
      () => page.actions().move({ x: 5, y: 5, duration: 0 }).press().release().perform(),
    ];
    for (const close of closings) {
      await page.focus("button", HOW);
      await page.keys(Key.ENTER);
      await page.until("() => root.querySelector('dialog.sheet[open] h2')");
      const place = await page.run("() => { const { top, bottom } = root.querySelector('dialog').getBoundingClientRect(); return { top, bottom, height: innerHeight }; }");
      assert.ok(place.top >= 15 && place.bottom <= place.height - 15, JSON.stringify(place));
      await close();
      await page.until("() => !root.querySelector('dialog')");
      await page.until("(name) => inside.focused().textContent.trim() === name", HOW);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("link, citation and data can be taken away", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    await page.run(CATCH);
    await open(page, TAKE);
    const link = `${server.origin}/light.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`;
    assert.equal(await page.run("() => root.querySelector('.take-link input').value"), link);
    await page.press("button", "Copy link");
    await page.until("() => root.querySelector('.take-link [role=status]').textContent === 'Copied'");
    assert.deepEqual(await page.run("() => window.copied"), [link]);
    for (const [form, words] of [["Text", /Counter-trafficking outreach.*accessed/s], ["BibTeX", /^@misc\{outreach-report,/], ["RIS", /^TY {2}- DATA/]]) {
      await page.press("button", form);
      await page.until("(form) => inside.find.button(form).ariaPressed === 'true'", form);
      assert.match(await page.text("one", ".take-citation pre"), words);
    }
    const ris = await saved(page, "button", "Download citation");
    assert.equal(ris.name, "citation.ris");
    const csv = await saved(page, "button", "Download CSV");
    assert.equal(csv.name, "outreach.csv");
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(csv.bytes.toString(), /id,title,summary,countries/);
    const json = await saved(page, "button", "Download JSON");
    const document = JSON.parse(json.bytes.toString());
    assert.equal(document.activities.length, listed(DATA, VIEW));
    assert.deepEqual(count(document, "").people, count(DATA, VIEW).people);
    assert.deepEqual(await page.faults(), []);
  });

  test("without a page that follows the view, the link is that of the report's own page", async () => {
    const page = at();
    await page.open("/strict.html");
    await open(page, TAKE);
    assert.equal(await page.run("() => root.querySelector('.take-link input').value"), `${server.origin}/index.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`);
  });

  test("a strict policy changes nothing, pictures included", async () => {
    const page = at();
    await page.open("/strict.html");
    await page.run(CATCH);
    await open(page, HOW);
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    for (const form of ["svg", "png"]) assert.equal((await saved(page, "one", file("country", form))).name, `outreach-country.${form}`);
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
  });

  test("each total opens what it is made of", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    const { activities, people, planned, facets } = count(DATA, VIEW);
    const many = (n, one, other) => `${n} ${n === 1 ? one : other}`;
    // A facet's own rows look past its filter; what the view has is counted over the view itself.
    const countries = new Set(DATA.activities.filter((record) => record.countries?.includes("BT") && record.date?.startsWith("2022")).flatMap((record) => record.countries)).size;
    const goals = facets.sdg.filter((row) => row.key !== "unknown" && row.activities > 0).length;
    const totals = {
      people: `${inWords(people)} people reached, as reported`,
      activities: many(activities, "activity", "activities"),
      planned: planned.qualifier === "none" ? "No number of people planned" : `${inWords(planned)} people planned`,
      countries: many(countries, "country", "countries"),
      goals: `${many(goals, "goal", "goals")} seen`,
    };
    for (const [total, title] of Object.entries(totals)) {
      await page.press("one", `.tile.${total} button`);
      assert.equal((await heading(page)).toLowerCase(), title.toLowerCase());
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('dialog')");
    }
    // The live words of the headline lead there too, with the pointer and with the keyboard.
    for (const total of ["people", "activities"]) {
      for (const key of [null, Key.ENTER, " "]) {
        const words = `h2 [data-ask="${total}"]`;
        if (key) await page.focus("one", words).then(() => page.keys(key));
        else await page.press("one", words);
        assert.equal((await heading(page)).toLowerCase(), totals[total].toLowerCase());
        await page.keys(Key.ESCAPE);
        await page.until("() => !root.querySelector('dialog')");
      }
    }
    assert.equal(await page.run("() => report.view"), VIEW);
    assert.deepEqual(await page.faults(), []);
  });

  test("a bar, a column and a cell open what they are made of, in two presses", async () => {
    const page = at();
    const marks = [
      ["year", "year=2022", "sdg=5", "year=2022&sdg=5"],
      ["country", "country=BT", "year=2022", "country=BT&year=2022"],
      ["sdg", "sdg=5", "", "sdg=5"],
      ["matrix", "country=BD&year=2023", "", "country=BD&year=2023"],
      ["kind", "kind=training", "country=BD", "country=BD&kind=training"],
      ["audience", "audience=students", "", "audience=students"],
      ["donor", "donor=unknown", "measure=activities", "donor=unknown"],
    ];
    for (const [block, pick, view, narrowed] of marks) {
      await page.open(`/light.html#${view}`);
      const mark = `[data-block="${block}"] [data-pick="${pick}"]`;
      const { people, activities } = count(DATA, narrowed);
      const wanted = view.includes("measure") ? `${activities} activities` : `${inWords(people)} people reached, as reported`;
      const point = await page.point("one", mark);
      await page.actions().move({ ...point, duration: 0 }).perform();
      await page.until("(pick) => root.querySelector('.tip:not([hidden])')?.dataset.of === pick", pick);
      const tip = await page.run("() => { const { x, y, width, height } = root.querySelector('.tip:not([hidden]) button').getBoundingClientRect(); return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) } }");
      await page.actions().move({ ...tip, duration: 0 }).press().release().perform();
      assert.equal((await heading(page)).toLowerCase(), wanted.toLowerCase(), pick);
      const said = await page.text("one", ".sheet .filter");
      assert.match(said, /^Filtered by /);
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('dialog')");
      assert.equal(await page.run("() => report.view"), view, "the view is not touched");
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("with the keyboard: Tab from a mark to its tip, Enter", async () => {
    const page = at();
    await page.open("/light.html");
    for (const [block, pick] of [["year", "year=2021"], ["country", "country=LK"]]) {
      await page.focus("one", `[data-block="${block}"] [data-pick="${pick}"]`);
      await page.keys(Key.TAB);
      await page.until("() => inside.focused().closest('.tip')");
      await page.keys(Key.ENTER);
      assert.equal((await heading(page)).toLowerCase(), `${inWords(count(DATA, pick).people)} people reached, as reported`);
      await page.keys(Key.ESCAPE);
      await page.until("() => !root.querySelector('dialog')");
    }
  });

  test("every mark of every chart has a tip that names it", async () => {
    const page = at();
    await page.open("/light.html");
    const wrong = await page.run(`() => {
      const wrong = [];
      for (const mark of root.querySelectorAll("[data-rove] [data-pick]")) {
        mark.focus();
        const tip = mark.closest("[data-block]").querySelector(".tip:not([hidden])");
        if (tip?.dataset.of !== mark.dataset.pick || !tip.querySelector("button").ariaLabel.includes(mark.ariaLabel)) wrong.push(mark.dataset.pick);
      }
      return [wrong, root.querySelectorAll("[data-rove] [data-pick]").length];
    }`);
    assert.deepEqual(wrong[0], []);
    assert.ok(wrong[1] > 100, `${wrong[1]} marks`);
  });

  test("every chart is a file that stands by itself, as SVG and as PNG", async () => {
    const page = at();
    await page.open(`/light.html#${VIEW}`);
    await page.run(CATCH);
    const blocks = await page.run("() => [...root.querySelectorAll('[data-block]')].map((block) => [block.dataset.block, block.querySelector('h3').textContent])");
    assert.equal(blocks.length, 7);
    for (const [block, title] of blocks) {
      const svg = await saved(page, "one", file(block, "svg"));
      const png = await saved(page, "one", file(block, "png"));
      keep(`${engine}-picture-${block}.png`, png.bytes);
      keep(`${engine}-picture-${block}.svg`, svg.bytes);
      assert.deepEqual([svg.name, svg.type, png.name, png.type], [`outreach-${block}.svg`, "image/svg+xml;charset=utf-8", `outreach-${block}.png`, "image/png"]);
      const drawn = await page.run(PARSE, svg.bytes.toString());
      assert.ok(drawn.valid, block);
      assert.equal(drawn.title, title);
      assert.deepEqual(drawn.names, ["path", "rect", "svg", "text", "title"]);
      const words = drawn.texts.join(" ");
      for (const part of [title, "Filtered by Country: Bhutan · Year: 2022", "Data of 22 November 2026", "CC BY 4.0", VIEW]) assert.ok(words.includes(part), `${block}: ${part} in ${words}`);
      assert.equal(png.bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [drawn.width * 2, drawn.height * 2], "two pixels for each");
      const [ink, apart] = await compare(page, svg, png, drawn);
      assert.ok(ink > 0.005, `${block}: the PNG is not blank`);
      // Engines place the letters of a canvas and of an SVG not quite alike.
      assert.ok(apart < 0.05, `${block}: both forms look the same, but for ${apart}`);
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a matrix of 195 countries and 40 years is a picture too", async () => {
    const page = at();
    await page.open("/large.html");
    await page.run(CATCH);
    const svg = await saved(page, "one", file("matrix", "svg"));
    const png = await saved(page, "one", file("matrix", "png"));
    keep(`${engine}-picture-large.png`, png.bytes);
    const drawn = await page.run(PARSE, svg.bytes.toString());
    assert.ok(drawn.valid && drawn.texts.length > 195 * 40, `${drawn.texts.length} texts`);
    const size = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.ok(Math.max(...size) <= 16_000 && size[0] * size[1] <= 64e6, `${size}`);
    assert.ok(Math.abs(size[0] / size[1] - drawn.width / drawn.height) < 0.001, `${size}`);
    const [ink] = await compare(page, svg, png, drawn);
    assert.ok(ink > 0.1, `the PNG is not blank: ${ink}`);
  });

  test("what the page hides is not told in dialogs and pictures", async () => {
    const page = at();
    await page.open("/hide.html");
    await page.run(CATCH);
    await open(page, HOW);
    assert.equal(await page.text("one", ".sheet .filter"), "Filtered by Year: 2022");
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    assert.match((await saved(page, "one", file("kind", "svg"))).bytes.toString(), />Filtered by Year: 2022</);
  });

  test("what is wrong with the data is named, value by value", async () => {
    const page = at();
    const { named } = broken();
    await page.open("/broken.html");
    await page.press("one", '[data-ask="issues"]');
    const title = await heading(page);
    const lines = await page.run("() => [...root.querySelectorAll('.sheet .issues li')].map((line) => line.textContent.trim())");
    assert.ok(title.startsWith(`${lines.length} values of the data were not as the format asks`), title);
    for (const [record, words] of named) assert.ok(lines.some((line) => line.includes(record) && line.includes(words)), `${record}: ${words}`);
    assert.deepEqual(await violations(page), []);
    await shoot(page, "desk-light-issues");
  });

  test("where it cannot be loaded, that is said, and it can be tried again", async () => {
    const page = at();
    await page.open("/lost.html");
    const before = await page.run("() => report.totals.activities");
    await page.press("button", HOW);
    await page.until("() => root.querySelector('dialog[open]')");
    assert.match(await page.text("one", "dialog p"), /could not be loaded.*goes on/);
    await page.press("button", "Close");
    await page.until("() => !root.querySelector('dialog')");
    assert.equal(await page.run("() => report.totals.activities"), before);
    await page.press("button", HOW);
    await page.until("() => root.querySelector('dialog[open]')");
    server.add("/lost/outreach-report-annex.js", readFileSync(join(DIST, ANNEX[0])));
    await page.press("button", "Try again");
    await page.until("() => root.querySelector('dialog.sheet[open] .records')");
    // Gone again for the next engine.
    server.add("/lost/outreach-report-annex.js", "not here", { status: 404 });
  });

  test("what takes long is told, and who closes that is not answered any more", async () => {
    const page = at();
    for (const patient of [true, false]) {
      await page.open("/slow.html");
      await page.press("button", HOW);
      await page.until("() => root.querySelector('dialog[open] p')?.textContent === 'Loading …'");
      if (!patient) await page.keys(Key.ESCAPE);
      await page.run("() => window.go()");
      await page.until("() => !root.querySelector('dialog')");
      if (patient) await page.until("() => window.asked?.[0] === 'people'");
      else assert.equal(await page.run("() => window.asked ?? null"), null);
    }
  });

  test("an annex that breaks takes nothing with it, and is not asked again", async () => {
    const page = at();
    await page.open("/faulty.html");
    for (const name of [HOW, TAKE]) {
      await page.press("button", name);
      await page.until("() => root.querySelector('dialog[open]')");
      assert.match(await page.text("one", "dialog p"), /fault in it/);
      assert.equal(await page.run("() => root.querySelectorAll('dialog').length"), 1, "told once");
      await page.press("button", "Close");
      await page.until("() => !root.querySelector('dialog')");
    }
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  // Whoever takes nodes out of the dialog, as translating tools do, makes the next answer fail where it is to be put
  // before them: a panic of the real WebAssembly. It is asked as the loader asks it, while its dialog is open.
  test("a panic of the annex itself takes its dialog away, is told, and leaves the view", async () => {
    const page = at();
    await page.open("/light.html");
    await page.run(`(formats) => Promise.all([import("/outreach-report-annex.js"), fetch("/data/activities.json").then((answer) => answer.text())]).then(async ([module, data]) => {
      window.annex = await module.open({ root, data: () => data, formats: () => (${FORMATS})(), href: (link) => "https://example.org/#" + link, failed: (near) => (window.failed = near) });
      window.annex.ask("countries", "country=LY", 40);
    })`);
    await page.until("() => root.querySelector('dialog.sheet[open] .values li')");
    await page.run("() => { root.querySelectorAll('.values li').forEach((line) => line.remove()); window.annex.ask('countries', '', 70); }");
    await page.until("() => window.failed === 70 && !root.querySelector('dialog, .annex')");
    await page.run("() => { report.view = 'country=BT' }");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=BT").activities);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desk", 1280]] : [["desk", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing runs over`, async () => {
        const page = at();
        await size(page, width);
        await page.open(`/${theme}.html#${VIEW}`);
        if (name === "phone" && engine === "chromium") await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        for (const [dialog, button] of [["made-of", HOW], ["take", TAKE]]) {
          await open(page, button);
          const over = await page.run("() => [...root.querySelectorAll('.sheet-body, .sheet-body *:not(.unseen, input)')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.className || one.tagName)");
          assert.deepEqual(over, []);
          assert.deepEqual(await violations(page), []);
          await shoot(page, `${name}-${theme}-${dialog}`);
          await page.keys(Key.ESCAPE);
          await page.until("() => !root.querySelector('dialog')");
        }
        if (engine === "chromium") await page.chromium("Emulation.clearDeviceMetricsOverride");
        await size(page, 1280);
      });
    }
  }
});

/** Formats as the loader makes them, in small. */
const FORMATS = `() => ({
  number: (n) => n.toLocaleString("en-GB"), plural: (n) => (n === 1 ? "one" : "other"), compare: (a, b) => (a < b ? -1 : 1), country: (code) => code,
  upper: (text) => text.toUpperCase(), lower: (text) => text.toLowerCase(), fold: (text) => text.toLowerCase(), date: (first) => first,
})`;
