// Large data files: they are read in slices, with a bar that shows how far it is and a button that stops it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { recordRanges } from "../../static/dialogs/record-ranges.js";
import { DATA } from "./support/oracle.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

/** The built-in records `times` over, with ids of their own and a few faults, after the tables and before them. */
const many = (times) => {
  const { activities, ...head } = DATA;
  const records = Array.from({ length: times }, (_, copy) => activities.map((activity) => ({ ...activity, id: `${activity.id}-${copy}` }))).flat();
  records.splice(500, 0, { id: records[3].id, title: "Again" }, { title: "No id" }, 5, { ...records[9], id: "ü\"]}", date: "soon", colour: "{[" });
  return { format: head.format, activities: records, ...head, publisher: "Ä \\\" }" };
};
const LARGE = JSON.stringify(many(12));
const SRC = "/large.json";

/** The WebAssembly with at most `pages` pages of memory: the limits of its memory are in section 5. */
function withMemory(wasm, pages) {
  const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)]);
  let at = 8;
  const read = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  for (;;) {
    const start = at;
    const id = read();
    const end = read() + at;
    if (id === 5) {
      read();
      read();
      const body = [1, 1, ...number(read()), ...number(pages)];
      return Buffer.concat([wasm.subarray(0, start), Buffer.from([5, ...number(body.length), ...body]), wasm.subarray(end)]);
    }
    at = end;
  }
}

let server;
/** A server that sends the first half of the file, and the rest when `release` is called. */
let slow;
let release;
before(async () => {
  server = await serve();
  server.add(SRC, LARGE);
  // What is not UTF-8 is read as a whole.
  server.add("/whole.json", Buffer.from(LARGE, "utf16le"));
  server.add("/cut-off.json", LARGE.slice(0, -40_000));
  server.add("/page.html", html("<h1>A test</h1><outreach-report><p>Fallback</p></outreach-report>"));
  server.add("/small/page.html", html("<h1>A test</h1><outreach-report><p>Fallback</p></outreach-report>", { script: '<script type="module" src="outreach-report.js"></script>' }));
  for (const name of ["outreach-report.js", "outreach-report-dialogs.js"]) server.add(`/small/${name}`, readFileSync(join(DIST, name)));
  server.add("/small/outreach-report_bg.wasm", withMemory(readFileSync(join(DIST, "outreach-report_bg.wasm")), 128));
  const http = createServer((request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(LARGE), "access-control-allow-origin": "*" });
    const half = Buffer.from(LARGE);
    response.write(half.subarray(0, half.length / 2));
    release = () => response.end(half.subarray(half.length / 2));
  });
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  slow = { address: `http://127.0.0.1:${http.address().port}/`, close: () => (http.closeAllConnections(), new Promise((resolve) => http.close(resolve))) };
});
after(() => Promise.all([server.close(), slow.close()]));

/** Sets `src`, and returns the totals and the notice that the report then shows, or the failure. */
const show = (page, src) => page.driver.executeAsyncScript(`
  const [src, done] = arguments;
  const report = document.querySelector("outreach-report");
  report.setAttribute("src", src);
  report.ready.then(() => done({ totals: report.totals, notice: report.shadowRoot.querySelector(".notices")?.textContent }), done);`, src);

/** What `recordRanges` returns, read as the loader reads it. */
function inRanges(text, size) {
  const bytes = Buffer.from(text);
  const steps = recordRanges(bytes, size);
  let step;
  do step = steps.next();
  while (!step.done);
  if (!step.value) return undefined;
  const { start, end, slices } = step.value;
  const document = JSON.parse(bytes.subarray(0, start).toString() + bytes.subarray(end).toString());
  document.activities.push(...slices.flatMap(([from, to]) => JSON.parse(`[${bytes.subarray(from, to)}]`)));
  return document;
}

test("the records of a document are found in its bytes, in whatever form they are", () => {
  const document = many(1);
  for (const space of [undefined, "\t", 2]) {
    for (const size of [1, 100, 5000, 1e9]) assert.deepEqual(inRanges(JSON.stringify(document, null, space), size), document);
  }
  for (const text of ['{"activities":[]}', '{ "activities" : [ ] }', '{"a":"activities","b":[1],"activities":[{"activities":["]"]}, [2] ,"\\\\",{"x":"\\""}],"c":[3]}']) {
    assert.deepEqual(inRanges(text, 1), JSON.parse(text), text);
  }
  // The parser reads these as a whole.
  for (const text of ['{"activities":[1],"activities":[2]}', '{"activities":[1],"activities":5}', '{"activities":[1,]}', '{"a":[1]}', "[1]", ""]) {
    assert.equal(inRanges(text, 1), undefined, text);
  }
});

inEachEngine(() => server, (at, engine) => {
  test("a large file shows what a small one would", async () => {
    const page = at();
    await page.mount("/page.html");
    const large = await show(page, SRC);
    assert.ok(large.totals?.activities > 1500, JSON.stringify(large));
    assert.match(large.notice, /5 values of the data/);
    assert.deepEqual(await show(page, "/whole.json"), large);
    await page.press("button", "Show them");
    await page.until("() => root.querySelector('.issues li')");
    assert.match(await page.text("one", ".issues"), /soon/);
  });

  test("while a large file is loading, a bar shows its share, and Cancel shows the fallback", async () => {
    const page = at();
    await page.mount("/page.html");
    await page.run("(src) => report.setAttribute('src', src)", slow.address);
    await page.until("() => root.querySelector('progress')?.value === 0.25 && root.querySelector('[role=status]').textContent === 'Loading the data …'");
    assert.equal(await page.run("() => root.querySelector('slot').assignedElements()[0].textContent"), "Fallback");
    await page.press("button", "Cancel");
    release();
    const failure = await page.driver.executeAsyncScript("document.querySelector('outreach-report').ready.catch(arguments[0])");
    assert.equal(failure.code, "data-stopped");
    assert.equal(await page.run("() => !root.querySelector('progress') && root.querySelector('[role=alert]').textContent"), `${failure.message}${failure.hint}`);
    // Other data can be shown afterwards.
    assert.ok((await show(page, SRC)).totals);
  });

  // The rest is the same in each engine.
  if (engine !== "chromium") return;

  test("a large file that was cut off is refused with its last position", async () => {
    const page = at();
    await page.mount("/page.html");
    const failure = await show(page, "/cut-off.json");
    assert.equal(failure.code, "data-not-json");
    assert.match(failure.message, new RegExp(`line 1, column ${Buffer.byteLength(LARGE.slice(0, -40_000)).toLocaleString("en")}`));
  });

  test("data beyond the memory of the browser are refused with the number of records that fit, and other data are shown", async () => {
    const page = at();
    await page.open("/small/page.html");
    const failure = await show(page, SRC);
    assert.equal(failure.code, "data-too-large");
    assert.match(failure.message, /: about [1-9][\d,]* of its records fit/);
    await page.run("() => report.removeAttribute('src')");
    await page.ready();
    assert.equal(await page.run("() => report.totals.activities"), DATA.activities.filter(({ scope }) => scope !== "project-total").length);
  });
});
