// What a partner's page shows if our script runs but the report cannot be shown: the fallback stays, and a notice names the
// cause and the header or line that fixes it. For each cause there is a server that has exactly this fault.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const WASM = readFileSync(join(DIST, "outreach-report_bg.wasm"));
const SCRIPT = readFileSync(join(DIST, "outreach-report.js"));
const DIALOGS = readFileSync(join(DIST, "outreach-report-dialogs.js"));
const ANY_ORIGIN = { "access-control-allow-origin": "*" };
const REPORT = `<h1>A page</h1><outreach-report><p id="fallback">The fallback of the page.</p></outreach-report>`;
const pageFrom = (folder, { body = REPORT, head = "" } = {}) => html(body, { head, script: `<script type="module" src="${folder}/outreach-report.js"></script>` });

let server;
let other;

/** Adds a folder with the report's files, some of them changed, and returns its path. */
function addFolder(host, name, { wasm = { body: WASM }, script = SCRIPT, headers } = {}) {
  host.add(`${name}/outreach-report.js`, script, { headers });
  host.add(`${name}/outreach-report-dialogs.js`, DIALOGS, { headers });
  host.add(`${name}/outreach-report_bg.wasm`, wasm.body, { headers, ...wasm });
  return name;
}

/** Each cause, with the path of its page, the code of the failure, and what the message must say. */
const CASES = {
  "a policy without wasm-unsafe-eval": { path: "/refused.html", code: "wasm-refused", says: /'wasm-unsafe-eval'/ },
  "a policy without connect-src": { path: "/unconnected.html", code: "wasm-unreachable", says: /connect-src 'self'/ },
  "a WebAssembly file that was not copied": { path: "/missing.html", code: "wasm-missing", says: /answered 404.*Copy outreach-report_bg\.wasm/ },
  "a server that sends a page for every address": { path: "/wrong.html", code: "wasm-wrong", says: /is something else/ },
  "a WebAssembly file that is cut short": { path: "/short.html", code: "wasm-damaged", says: /damaged or cut short/ },
  "a WebAssembly file of another version": { path: "/mismatch.html", code: "wasm-mismatch", says: /not of the same version/ },
  "another host that allows access to the script but not to the WebAssembly": { path: "/half.html", code: "wasm-unreachable", says: /Access-Control-Allow-Origin: \*/ },
  "a browser without WebAssembly": { path: "/lockdown.html", code: "browser-old", says: /Lockdown Mode/ },
  "a data set that does not exist": { path: "/no-data.html", code: "data-unreachable", says: /answered 404.*src="\/nowhere\.json"/ },
  "a data set of another host that does not allow it": { path: "/foreign-data.html", code: "data-unreachable", says: /Access-Control-Allow-Origin/ },
  "a file that is not a data set": { path: "/bad-data.html", code: "data-not-json", says: /no valid JSON.*line 1, column 1/ },
  "a failure whose messages cannot be loaded either": { path: "/wordless.html", code: "wasm-missing", says: /could not be shown/ },
};

before(async () => {
  server = await serve();
  other = await serve();
  const policy = (text) => ({ headers: { "content-security-policy": text } });
  // Without the recorder, because the policy refuses inline scripts.
  const strict = pageFrom("").replace(/<script>[\s\S]*?<\/script>/, "").replace('<link rel="icon" href="data:," />', "");
  server.add("/refused.html", strict, policy("default-src 'none'; script-src 'self'; connect-src 'self'"));
  server.add("/unconnected.html", strict, policy("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
  const pages = {
    "/missing.html": addFolder(server, "/missing", { wasm: { body: "not here", status: 404 } }),
    "/wrong.html": addFolder(server, "/wrong", { wasm: { body: "<!doctype html><title>Welcome</title>", type: "text/html" } }),
    "/short.html": addFolder(server, "/short", { wasm: { body: WASM.subarray(0, 100_000) } }),
    "/mismatch.html": addFolder(server, "/mismatch", { wasm: { body: readFileSync(join(DIST, "outreach-report-dialogs_bg.wasm")) } }),
    "/type.html": addFolder(server, "/type", { wasm: { body: WASM, type: "application/octet-stream" } }),
    "/elsewhere.html": other.origin + addFolder(other, "/allowed", { headers: ANY_ORIGIN }),
    "/half.html": other.origin + addFolder(other, "/half", { headers: ANY_ORIGIN, wasm: { body: WASM, headers: {} } }),
  };
  for (const [path, name] of Object.entries(pages)) server.add(path, pageFrom(name));
  server.add("/lockdown.html", pageFrom("", { head: "<script>delete globalThis.WebAssembly</script>" }));
  server.add("/no-data.html", pageFrom("", { body: REPORT.replace("<outreach-report>", '<outreach-report src="/nowhere.json">') }));
  other.add("/data.json", { format: "outreach-report/1", activities: [] });
  server.add("/foreign-data.html", pageFrom("", { body: REPORT.replace("<outreach-report>", `<outreach-report src="${other.origin}/data.json">`) }));
  server.add("/bad.json", "<!doctype html>", { type: "application/json" });
  server.add("/bad-data.html", pageFrom("", { body: REPORT.replace("<outreach-report>", '<outreach-report src="/bad.json">') }));
  server.add("/bare/outreach-report.js", SCRIPT);
  server.add("/wordless.html", pageFrom("/bare"));
});
after(() => Promise.all([server.close(), other.close()]));

/** Waits until the report has failed, and returns what the page shows and which events were sent. */
const failed = (page) =>
  page.driver.executeAsyncScript(`
    const done = arguments[0];
    const report = document.querySelector("outreach-report");
    customElements.whenDefined("outreach-report").then(() => report.ready).then(() => done({ shown: true }), (failure) => {
      const fallback = document.getElementById("fallback").getBoundingClientRect();
      const notice = report.shadowRoot.querySelector('[role="alert"]');
      done({ failure, events: window.reportEvents, fallback: fallback.height > 10 && fallback.width > 100, notice: notice?.innerText, totals: report.totals, visible: notice?.getBoundingClientRect().height > 30 });
    });`);

inEachEngine(() => server, (at) => {
  for (const [name, { path, code, says }] of Object.entries(CASES)) {
    test(`${name}: the fallback stays and the cause is named`, async () => {
      const page = at();
      await page.open(path, { ready: false });
      const result = await failed(page);
      assert.equal(result.failure?.code, code, JSON.stringify(result));
      assert.match(`${result.failure.message} ${result.failure.hint}`, says);
      assert.deepEqual([result.fallback, result.visible, result.totals], [true, true, null]);
      assert.ok(result.notice.includes(result.failure.message) && result.notice.includes(result.failure.hint), result.notice);
      if (!result.events) return;
      const errors = result.events.filter((event) => event.name === "error");
      assert.deepEqual(errors.map((event) => JSON.parse(event.detail)), [result.failure]);
      const faults = (await page.faults()).filter((fault) => fault.startsWith("console.error: outreach-report"));
      assert.ok(faults.some((fault) => fault.includes(code)), `the console names ${code}: ${await page.faults()}`);
    });
  }

  for (const path of ["/type.html", "/elsewhere.html"]) {
    test(`${path}: a wrong type of the WebAssembly, or another host that allows access to it, does no harm`, async () => {
      const page = at();
      await page.open(path);
      assert.equal((await page.state()).totals.activities, 157);
      assert.deepEqual(await page.faults(), []);
    });
  }

  // If nodes of a report are removed, as translation tools do, the next rendering fails when it inserts something before
  // them: a panic of the real WebAssembly.
  test("after a panic every report of the page is replaced by a notice, and no new one starts", async () => {
    const page = at();
    server.add("/panic.html", html(`${REPORT.replace("<outreach-report>", '<outreach-report view="country=NP">')}
      <outreach-report id="second"><p>The fallback of the second.</p></outreach-report>`));
    await page.open("/panic.html");
    await page.ready("#second");
    await page.run(`() => {
      root.querySelectorAll(".report *").forEach((node) => node.remove());
      report.view = "country=BD~NP";
    }`);
    await page.until(`() => [...document.querySelectorAll("outreach-report")].every((element) => element.shadowRoot.querySelector('[role="alert"]'))`);
    const shown = await page.run(`() => [...document.querySelectorAll("outreach-report")].map((element) => [element.shadowRoot.querySelector('[role="alert"]').innerText, element.innerText, element.totals])`);
    for (const [notice, fallback, totals] of shown) {
      assert.match(notice, /stopped because of a fault in it/);
      assert.match(fallback, /fallback of/i);
      assert.equal(totals, null);
    }
    assert.deepEqual((await page.events()).filter((event) => event.name === "error").map((event) => event.detail.code), ["panic", "panic"]);
    const late = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const late = document.createElement("outreach-report");
      document.body.append(late);
      late.ready.then(() => done("shown"), ({ code }) => done(code));`);
    assert.equal(late, "panic");
  });

  test("a report that failed is shown once the cause is removed", async () => {
    const page = at();
    await page.open("/no-data.html", { ready: false });
    await failed(page);
    await page.run(`() => report.removeAttribute("src")`);
    await page.ready();
    assert.equal((await page.state()).totals.activities, 157);
    assert.equal(await page.run(`() => root.querySelectorAll('[role="alert"]').length`), 0);
    // The same if it is inserted again after the server has recovered.
    server.add("/back/outreach-report.js", SCRIPT);
    server.add("/back/outreach-report-dialogs.js", DIALOGS);
    server.add("/back/outreach-report_bg.wasm", "later", { status: 503 });
    server.add("/back.html", pageFrom("/back"));
    await page.open("/back.html", { ready: false });
    assert.equal((await failed(page)).failure.code, "wasm-missing");
    server.add("/back/outreach-report_bg.wasm", WASM);
    await page.run(`() => { const parent = report.parentNode; report.remove(); window.removed = report; window.parentOfRemoved = parent; }`);
    await page.run("() => window.parentOfRemoved.append(window.removed)");
    await page.ready();
    assert.equal((await page.state()).totals.activities, 157);
  });
});
