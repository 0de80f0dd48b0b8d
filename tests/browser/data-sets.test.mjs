// Data sets other than the built-in one: unusual, hostile, broken or missing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { agrees } from "./support/agree.mjs";
import { HOSTILE, SETS, TEXTS, brokenDataSet, dataSet } from "./support/data.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { DATA } from "./support/oracle.mjs";
import { until } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const GOOD = dataSet([{ countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] }]);
const TEXT = JSON.stringify(DATA);
const FAILURES = {
  missing: { src: "/nowhere.json", code: "data-unreachable", says: /404/ },
  truncated: { body: TEXT.slice(0, TEXT.length / 2), code: "data-not-json", says: /no valid JSON.*line 1/ },
  page: { body: "<!doctype html><title>Sign in</title>", code: "data-not-json", says: /no valid JSON: .*line 1, column 1/ },
  empty: { body: "", code: "data-not-json", says: /no valid JSON/ },
  other: { body: { hello: "world" }, code: "data-not-a-report", says: /no data set of this report/ },
  list: { body: [1, 2], code: "data-not-a-report", says: /no data set of this report/ },
  newer: { body: { format: "outreach-report/9", activities: [] }, code: "data-other-format", says: /“outreach-report\/9”/ },
  elsewhere: { src: "http://127.0.0.1:9/data.json", code: "data-unreachable", says: /could not be loaded/ },
};

let server;
let other;
before(async () => {
  server = await serve();
  other = await serve();
  const show = (name, body, rest = "") => {
    server.add(`/${name}.json`, body);
    server.add(`/${name}.html`, html(`<main><h1>A test</h1><outreach-report src="/${name}.json"></outreach-report>${rest}</main>`));
  };
  Object.entries(SETS).forEach(([name, { data }]) => show(name.replace(/\W+/g, "-"), data));
  show("hostile", HOSTILE);
  // Whole in any notation, up to 2^53; `shorten.mjs` removes the powers of ten that none of these needs.
  const counts = ["5.0", "1e3", "1500e-2", "0.0000000000000000000000007e25", "9.007199254740992e15", "1e16", "1e23", "1e24", "3e300", "7e-24", "18446744073709551615e-300", "1.5"];
  const records = counts.map((count, index) => `{"id": "n${index}", "title": "N", "reach": [{"count": ${count}, "bound": "exact", "status": "reached"}]}`);
  show("notations", `{"format": "outreach-report/1", "activities": [${records}]}`);
  show("broken", brokenDataSet().data);
  show("good", GOOD);
  show("marked", `\uFEFF${JSON.stringify(GOOD)}`);
  for (const [name, { src = `/fail-${name}.json`, body }] of Object.entries(FAILURES)) {
    if (body !== undefined) server.add(src, body);
    server.add(`/fail-${name}.html`, html(`<main><h1>A test</h1>
      <outreach-report id="failing" src="${src}"><p class="fallback">The fallback of the page.</p></outreach-report>
      <outreach-report id="fine" src="/good.json"></outreach-report></main>`));
  }
  other.add("/closed.json", GOOD);
  other.add("/open.json", GOOD, { headers: { "access-control-allow-origin": "*" } });
  for (const name of ["closed", "open"]) {
    server.add(`/${name}.html`, html(`<h1>A test</h1><outreach-report src="${other.origin}/${name}.json"></outreach-report>`));
  }
  // The script without the WebAssembly beside it, and with a WebAssembly that is served with an unspecific type.
  const scriptPage = (folder) => html("<h1>A test</h1><outreach-report><p>Fallback</p></outreach-report>", { script: `<script type="module" src="${folder}/outreach-report.js"></script>` });
  for (const folder of ["/alone", "/careless"]) {
    server.add(`${folder}/outreach-report.js`, readFileSync(join(DIST, "outreach-report.js")));
    server.add(`${folder}.html`, scriptPage(folder));
  }
  server.add("/careless/outreach-report_bg.wasm", readFileSync(join(DIST, "outreach-report_bg.wasm")), { type: "application/octet-stream" });
});
after(() => Promise.all([server.close(), other.close()]));

/** Waits for a report's `ready`, and returns "shown" or the failure. */
const outcome = (page, id) =>
  page.driver.executeAsyncScript(`const done = arguments[1]; document.getElementById(arguments[0]).ready.then(() => done("shown"), done)`, id);

inEachEngine(() => server, (at, engine) => {
  for (const [name, { data, views }] of Object.entries(SETS)) {
    test(`a data set with ${name}`, async () => {
      const page = at();
      await page.open(`/${name.replace(/\W+/g, "-")}.html`);
      const tooWide = [];
      for (const view of views) {
        const before = await page.state();
        await page.run("(view) => { report.view = view }", view);
        await agrees(page, view, { document: data, hash: "", ...(view && { before }) });
        if (await page.run("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) tooWide.push(view);
      }
      assert.deepEqual(tooWide, [], "views that are wider than the page");
      assert.deepEqual(await drawingProblems(page, { blank: true }), []);
      assert.deepEqual(await page.faults(), []);
    });
  }

  test("numbers are counts in any notation, and none that is too great or a fraction", async () => {
    const page = at();
    await page.mount("/notations.html");
    const { activities, people } = await page.run("() => report.totals");
    assert.deepEqual([activities, people.counted, people.low], [12, 5, 5 + 1000 + 15 + 7 + 2 ** 53]);
    assert.match((await page.state()).notice, /^7 values of the data/);
  });

  test("texts of the data are shown as text only", async () => {
    const page = at();
    await page.open("/hostile.html");
    await agrees(page, "", { document: HOSTILE, hash: "" });
    for (const title of [TEXTS.image, TEXTS.script, TEXTS.arabic, TEXTS.entity]) {
      await page.press("title", title);
      await page.until("(title) => inside.find.title(title).ariaExpanded === 'true'", title);
    }
    await page.run("() => root.querySelectorAll('details').forEach((details) => (details.open = true))");
    await page.press("button", "More");
    for (const facet of ["kind", "theme", "org", "donor", "project", "audience"]) {
      await page.press("picker", facet);
      await page.until("(facet) => root.querySelector(`#pick-${facet}`)", facet);
      await page.press("inPanel", facet, "Done");
    }
    await page.press("picker", "kind");
    await page.press("choice", "kind", TEXTS.image);
    await page.press("inPanel", "kind", "Done");
    await until(async () => (await page.state()).chips.length === 1, "the chip");
    assert.deepEqual((await page.state()).chips, [`Kind: ${TEXTS.image}`]);
    assert.equal(await page.run("() => window.ran ?? null"), null);
    assert.equal(await page.run("() => root.querySelectorAll('img, script, iframe').length"), 0);
    const links = await page.run("() => [...root.querySelectorAll('a')].map((a) => a.href).filter((href) => !/^https?:/.test(href))");
    assert.deepEqual(links, []);
    await page.run("() => { report.view = '' }");
    await page.until("(title) => inside.find.title(title)", TEXTS.arabic);
    const isolated = await page.run("(title) => { const bdi = inside.find.title(title).querySelector('bdi'); return getComputedStyle(bdi).direction + getComputedStyle(bdi).unicodeBidi }", TEXTS.arabic);
    assert.match(isolated, /^rtl.*isolate/, "Arabic text runs from right to left, isolated from the text around it");
    assert.deepEqual(await page.faults(), []);
  });

  test("a broken data set is shown as far as possible, with a notice of the number of issues", async () => {
    const page = at();
    const { left, named } = brokenDataSet();
    await page.open("/broken.html");
    for (const view of ["", "country=BD", "year=unknown", "sdg=5", "project=unknown", "q=training"]) {
      await page.run("(view) => { report.view = view }", view);
      await agrees(page, view, { document: left, hash: "" });
    }
    await page.run("() => { report.view = '' }");
    // The issues are listed in a dialog, which dialogs.test.mjs checks.
    const notice = await page.run("() => [...root.querySelectorAll('.notice')].map((notice) => [notice.querySelector('p').textContent, notice.querySelector('button').dataset.request])");
    assert.deepEqual(notice.map(([text, request]) => [Number(text.match(/^\d+ values of the data/) && parseInt(text)), request]), [[named.length + 1, "issues"]], "one record has two invalid counts");
  });

  for (const [name, { code, says }] of Object.entries(FAILURES)) {
    test(`a data set that cannot be shown: ${name}`, async () => {
      const page = at();
      await page.open(`/fail-${name}.html`, { ready: false });
      await page.until("() => customElements.get('outreach-report')");
      assert.equal(await outcome(page, "fine"), "shown", "the other report on the page is shown");
      const failure = await outcome(page, "failing");
      assert.equal(failure.code, code);
      assert.match(failure.message, says);
      assert.ok(failure.hint.length > 20, failure.hint);
      assert.deepEqual(Object.keys(failure).sort(), ["code", "hint", "message"]);
      const errors = (await page.events()).filter((event) => event.name === "error");
      assert.deepEqual(errors.map((event) => [event.id, event.detail, event.bubbles, event.composed]), [["failing", failure, true, true]]);
      const shown = await page.run(`() => ({
        notice: root.querySelector(".failure").innerText, role: root.querySelector(".failure").role,
        fallback: document.querySelector(".fallback").getBoundingClientRect().height, totals: report.totals })`);
      assert.ok(shown.notice.includes(failure.message) && shown.notice.includes(failure.hint), shown.notice);
      assert.equal(shown.role ?? "alert", "alert");
      assert.ok(shown.fallback > 0, "the fallback is visible");
      assert.equal(shown.totals, null);
      const [console, ...more] = (await page.faults()).filter((fault) => !/Failed to load|not loaded/.test(fault));
      assert.ok(console.startsWith(`console.error: outreach-report ${code}`), console);
      assert.deepEqual(more, []);

      // After a failure, a good address is shown.
      await page.run("() => report.setAttribute('src', '/good.json')");
      assert.equal(await outcome(page, "failing"), "shown");
      await agrees(page, "", { document: GOOD, hash: "" });
      assert.equal(await page.run("() => root.querySelectorAll('.failure').length + document.querySelector('.fallback').getClientRects().length"), 0);
    });
  }

  test("the attribute src can change", async () => {
    const page = at();
    await page.open("/good.html");
    await agrees(page, "", { document: GOOD, hash: "" });
    await page.run("() => report.removeAttribute('src')");
    await page.ready();
    await agrees(page, "", { hash: "" });
    // Of several changes only the last one counts.
    await page.run("() => ['/no-records.json', '/nowhere.json', '/good.json'].forEach((src) => report.setAttribute('src', src))");
    await page.ready();
    await agrees(page, "", { document: GOOD, hash: "" });
    await page.run("() => report.setAttribute('src', '/nowhere.json')");
    await page.until("() => root.querySelector('.failure')");
    assert.equal(await page.run("() => report.totals"), null);
  });

  test("a file with a byte-order mark is read", async () => {
    const page = at();
    await page.open("/marked.html");
    await agrees(page, "", { document: GOOD, hash: "" });
  });

  test("data of another host are shown if the host allows it", async () => {
    const page = at();
    await page.open("/open.html");
    await agrees(page, "", { document: GOOD, hash: "" });
    await page.open("/closed.html", { ready: false });
    await page.until("() => root?.querySelector('.failure')");
    assert.match(await page.text("one", ".failure"), /Access-Control-Allow-Origin/);
  });

  test("a host without the WebAssembly, and one that serves it with another type", async () => {
    const page = at();
    await page.open("/careless.html");
    await agrees(page, "", { hash: "" });
    await page.open("/alone.html", { ready: false });
    await page.until("() => root?.querySelector('.failure')");
    // The messages for failures could not be loaded either.
    assert.match(await page.text("one", ".failure"), /could not be shown/);
    const [error] = (await page.events()).filter((event) => event.name === "error");
    assert.equal(error.detail.code, "wasm-missing");
  });
});
