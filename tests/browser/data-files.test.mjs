// Data files as people save and serve them: in any usual encoding; and pages, previews and other files in their place.

import assert from "node:assert/strict";
import { dataSet } from "./support/data.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const TITLE = "Café “Niño” – Ärzte";
const TEXT = JSON.stringify(dataSet([{ title: TITLE, countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] }], { title: TITLE }));
/** The bytes of Windows-1252 for the characters that are not at their place of Latin 1. */
const WINDOWS = { "“": 0x93, "”": 0x94, "–": 0x96 };
const windows1252 = (text) => Buffer.from([...text].map((character) => WINDOWS[character] ?? character.charCodeAt(0)));
const utf16 = (text, { bigEndian = false } = {}) => (bigEndian ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, "utf16le"));
const damaged = (text) => Buffer.concat(text.split("ñ").flatMap((part, index) => (index ? [Buffer.from([0xc3]), Buffer.from(part)] : [Buffer.from(part)])));
const CYRILLIC = JSON.stringify(dataSet([{ title: "AB" }])).replace("AB", "\xcf\xf0\xe8");

/** Bytes, the content type, and the title that is read from them. */
const ENCODINGS = {
  "utf-8": [Buffer.from(TEXT), "application/json", TITLE],
  "utf-8-mark": [Buffer.from(`\ufeff${TEXT}`), "text/plain", TITLE],
  "utf-8-said-to-be-latin": [Buffer.from(TEXT), "text/plain; charset=iso-8859-1", TITLE],
  "utf-16le": [utf16(`\ufeff${TEXT}`), "application/octet-stream", TITLE],
  "utf-16be": [utf16(`\ufeff${TEXT}`, { bigEndian: true }), "application/octet-stream", TITLE],
  "utf-16le-bare": [utf16(TEXT), "application/json", TITLE],
  "utf-16be-bare": [utf16(TEXT, { bigEndian: true }), "application/json; charset=utf-8", TITLE],
  "windows-1252": [windows1252(TEXT), "application/json", TITLE],
  "windows-1252-said-to-be-utf-8": [windows1252(TEXT), "application/json; charset=utf-8", TITLE],
  "windows-1251": [Buffer.from(CYRILLIC, "latin1"), 'text/plain; charset="windows-1251"', "При"],
  "windows-1252-with-an-unknown-charset": [windows1252(TEXT), "text/plain; charset=x-nonsense", TITLE],
};

/** Files that are no data: bytes, and what the message and the hint must say. */
const OTHERS = {
  "sign-in": ["<!DOCTYPE html><title>Sign in</title>", /no valid JSON: a web page came in its place, at line 1, column 1/, /sign-in.*private window/],
  comment: ["\n  <!-- error --><html></html>", /a web page came in its place/, /error page/],
  xml: ['<?xml version="1.0"?><Error/>', /a web page came in its place/, /bare JSON/],
  xlsx: [Buffer.from("PK\x03\x04\x14\0\x06\0"), /a spreadsheet or another packed file/, /Save the data as JSON/],
  gzip: [Buffer.from([0x1f, 0x8b, 8, 0, 0]), /it is compressed/, /Content-Encoding: gzip/],
  empty: ["  ", /no valid JSON: it is empty/, /Publish it again/],
};

/** Addresses that show a preview, and what the hint must name. */
const PREVIEWS = {
  "https://github.com/un/data/blob/main/a%20b/data.json": "https://raw.githubusercontent.com/un/data/main/a%20b/data.json",
  "https://gist.github.com/someone/0123abc": "https://gist.githubusercontent.com/someone/0123abc/raw",
  "https://gitlab.com/un/team/data/-/blob/main/data.json?ref_type=heads": "https://gitlab.com/un/team/data/-/raw/main/data.json",
  "https://www.dropbox.com/scl/fi/abc/data.json?rlkey=x&dl=0": "https://dl.dropboxusercontent.com/scl/fi/abc/data.json?rlkey=x&dl=1",
  "https://docs.google.com/spreadsheets/d/abc/edit#gid=0": "Publish to web",
  "https://drive.google.com/file/d/abc/view?usp=sharing": "Google Drive shows this file in a preview",
  "https://1drv.ms/u/s!abc": "OneDrive shows this file in a preview",
  "https://un-my.sharepoint.com/:u:/g/personal/x/abc?e=1": "SharePoint shows this file in a preview",
};

let server;
before(async () => {
  server = await serve();
  server.add("/page.html", html('<h1>A test</h1><outreach-report parts="headline table"></outreach-report>'));
  for (const [name, [body, type]] of Object.entries(ENCODINGS)) server.add(`/${name}`, body, { type });
  for (const [name, [body]] of Object.entries(OTHERS)) server.add(`/${name}`, body, { type: "text/html" });
  server.add("/damaged", damaged(TEXT));
  server.add("/forbidden", "no", { status: 403 });
  server.add("/moved", "", { status: 302, headers: { location: "/sign-in" } });
});
after(() => server.close());

/** Sets `src`, and returns what the report then shows: the title, the first record and the notice, or the failure. */
const show = (page, src) => page.driver.executeAsyncScript(`
  const [src, done] = arguments;
  const report = document.querySelector("outreach-report");
  report.setAttribute("src", src);
  report.ready.then(() => {
    const text = (selector) => report.shadowRoot.querySelector(selector)?.textContent ?? "";
    done({ title: text(".title bdi"), record: text("tbody bdi"), notice: text(".notices") });
  }, done);`, src);

inEachEngine(() => server, (at, engine) => {
  test("a data file is read in whatever encoding it was saved", async () => {
    const page = at();
    await page.mount("/page.html");
    for (const [name, [, , title]] of Object.entries(ENCODINGS)) {
      const { record, notice, ...rest } = await show(page, `/${name}`);
      assert.ok(record?.includes(title), `${name}: ${record} ${JSON.stringify(rest)}`);
      assert.equal(notice, "", name);
    }
  });

  test("a blank src is as none", async () => {
    const page = at();
    await page.mount("/page.html");
    for (const src of ["", " \n"]) {
      const { title } = await show(page, src);
      assert.match(title, /Counter-trafficking/, JSON.stringify(src));
    }
  });

  // The rest is the same in each engine.
  if (engine !== "chromium") return;

  test("characters that were lost are issues of the data set", async () => {
    const page = at();
    await page.mount("/page.html");
    const { record, notice } = await show(page, "/damaged");
    assert.match(record, /Café “Ni\ufffdo” – Ärzte/);
    assert.match(notice, /2 values of the data/);
    await page.press("button", "Show them");
    await page.until("() => root.querySelector('.issues li')");
    assert.match(await page.text("one", ".issues"), /a0, title: “Café “Ni\ufffdo” – Ärzte” has characters that could not be read.*UTF-8/s);
  });

  test("what comes in place of a data file is named, with what mends it", async () => {
    const page = at();
    await page.mount("/page.html");
    for (const [name, [, message, hint]] of Object.entries(OTHERS)) {
      const failure = await show(page, `/${name}`);
      assert.equal(failure.code, "data-not-json", name);
      assert.match(failure.message, message);
      assert.match(failure.hint, hint);
    }
    assert.match((await show(page, "/moved")).hint, new RegExp(`leads on to ${server.origin}/sign-in`));
    assert.match((await show(page, "/forbidden")).hint, /wants a sign-in/);
  });

  test("an address of a preview is answered with the address of the file", async () => {
    const page = at();
    await page.mount("/page.html");
    // No test asks another host.
    await page.run("() => { const { fetch } = window; window.fetch = (...all) => (/^https:/.test(all[0]) ? Promise.reject(new TypeError('no network')) : fetch(...all)); }");
    for (const [address, words] of Object.entries(PREVIEWS)) {
      const failure = await show(page, address);
      assert.equal(failure.code, "data-unreachable", address);
      assert.ok(failure.hint.includes(words), `${address}: ${failure.hint}`);
    }
  });
});
