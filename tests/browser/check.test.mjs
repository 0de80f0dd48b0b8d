// The page that explains why a report is not shown, tested against hosts that each have one fault.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const OPEN = { "access-control-allow-origin": "*" };
const PAGE = "<!doctype html><title>Sign in</title>";
const FILES = { js: "outreach-report.js", wasm: "outreach-report_bg.wasm", dialogs: "outreach-report-dialogs.js", dialogsWasm: "outreach-report-dialogs_bg.wasm" };
const content = Object.fromEntries(Object.entries(FILES).map(([key, name]) => [key, readFileSync(join(DIST, name))]));
const half = (bytes) => bytes.subarray(0, bytes.length / 2);

/** The fault of each host, what the page finds for each file, the verdict, and what the explanation says. */
const HOSTS = {
  good: { found: "script fine, wasm fine, dialogs fine, dialogs-wasm fine, whole fine", verdict: /^The report works from this address\.$/ },
  closed: { js: { headers: {} }, found: "script cors", says: [/pages of other hosts/, /Access-Control-Allow-Origin: \*/] },
  "closed-and-missing": { js: { status: 404, headers: {}, body: "no" }, found: "script cors-or-missing", says: [/no script at this address/] },
  missing: { js: { status: 404, body: "no" }, found: "script status", says: [/404: there is no such file/] },
  forbidden: { js: { status: 403, body: "no" }, found: "script status", says: [/403: it is not allowed/] },
  page: { js: { body: PAGE, type: "text/html" }, found: "script page", says: [/A web page comes instead/] },
  typed: { js: { type: "application/octet-stream" }, found: "script type", says: [/as application\/octet-stream/, /Content-Type: text\/javascript/] },
  cut: { js: { body: half(content.js) }, found: "script broken", says: [/damaged, or was cut off/] },
  another: { js: { body: "export const nothing = 1;" }, found: "script other", says: [/another file/] },
  kept: { js: { headers: { "cross-origin-resource-policy": "same-origin" } }, found: "script corp", says: [/Cross-Origin-Resource-Policy/, /Access-Control-Allow-Origin: \*/] },
  // A cache on the way that has kept an answer to the host's own page; what it was never asked for, the server answers.
  cached: { js: { headers: ({ url }) => (url.includes("?") ? OPEN : {}) }, found: "script cached", says: [/a cache between has kept/, /Access-Control-Allow-Origin: \*\s+Vary: Origin/] },
  rewritten: { js: { body: `${content.js}/* by a proxy */` }, version: true, found: "script changed, wasm fine, dialogs fine, dialogs-wasm fine, whole fine", verdict: /something to mend/, says: [/rewrites it, as Rocket Loader/, /Cache-Control: no-transform/] },
  "rewritten-badly": { js: { body: `${content.js}window["` }, version: true, found: "script changed", says: [/rewrites it/] },
  unchanged: { version: true, frame: OPEN, found: "script fine, wasm fine, dialogs fine, dialogs-wasm fine, whole fine, frame fine", verdict: /^The report works from this address\.$/ },
  unframed: { frame: { ...OPEN, "x-frame-options": "SAMEORIGIN" }, found: "script fine, wasm fine, dialogs fine, dialogs-wasm fine, whole fine, frame refused", verdict: /something to mend/, says: [/X-Frame-Options/, /Content-Security-Policy: frame-ancestors \*/] },
  "wasm-closed": { wasm: { headers: {} }, found: "script fine, wasm cors, dialogs fine, dialogs-wasm fine", says: [/Access-Control-Allow-Origin: \*/] },
  "wasm-missing": { wasm: { status: 404, body: "no" }, found: "script fine, wasm status, dialogs fine, dialogs-wasm fine", says: [/404/] },
  "wasm-page": { wasm: { body: PAGE, type: "text/html" }, found: "script fine, wasm page, dialogs fine, dialogs-wasm fine", says: [/A web page comes instead/] },
  "wasm-other": { wasm: { body: "GIF89a" }, found: "script fine, wasm other, dialogs fine, dialogs-wasm fine", says: [/another file/] },
  "wasm-cut": { wasm: { body: half(content.wasm) }, found: "script fine, wasm broken, dialogs fine, dialogs-wasm fine", says: [/damaged, or was cut off/] },
  "wasm-typed": { wasm: { type: "text/plain" }, found: "script fine, wasm slow, dialogs fine, dialogs-wasm fine, whole fine", verdict: /works from this address\.$/, says: [/It works\. The server sends it as text\/plain/, /Content-Type: application\/wasm/] },
  "other-version": { wasm: { body: content.dialogsWasm }, found: "script fine, wasm fine, dialogs fine, dialogs-wasm fine, whole failed", says: [/different versions/] },
  "no-dialogs": { dialogs: { status: 404, body: "no" }, found: "script fine, wasm fine, dialogs status, whole fine", verdict: /something to mend/, says: [/not there for dialogs and downloads/] },
};

/** A page that answers as the frame does. */
const FRAME = `<!doctype html><title>Frame</title><outreach-report></outreach-report><script>
  addEventListener("message", ({ data }) => data?.type === "outreach-report:check" && parent.postMessage({ type: "outreach-report:here" }, "*"));
</script>`;
/** What sites make of the code, what is found in it, and what the explanation says. */
const SCRIPT = '<script type="module" src="ADDRESS"></script>';
const ELEMENT = "<outreach-report>Text</outreach-report>";
const LINES = {
  "as it has to be": [SCRIPT + ELEMENT, "fine", /as they have to be/],
  "without type": [`<script src="ADDRESS"></script>${ELEMENT}`, "not-module", /lost type="module".*<script type="module" src="http/s],
  "by Rocket Loader": [`<script type="4f3b1c-module" src="ADDRESS"></script>${ELEMENT}`, "held-back", /Rocket Loader.*data-cfasync="false"/s],
  "without script": [ELEMENT, "no-script", /takes scripts out/],
  "without element": [`<p>${SCRIPT}Text</p>`, "no-element", /tags that it does not know/],
  "one tag": [`${SCRIPT}<outreach-report view="sdg=5"/><p>More</p>`, "not-ended", /as one tag/],
  "in paragraphs": [`<p>${SCRIPT}<br />\n<outreach-report></p>\n<p>Text</p>\n<p></outreach-report></p>`, "fallback-outside", /seen beside the report/],
  nothing: ["<p>Text</p>", "nothing", /no report in it/],
};

let server;
let other;
before(async () => {
  [server, other] = await Promise.all([serve(), serve()]);
  for (const [folder, host] of Object.entries(HOSTS)) {
    for (const [key, name] of Object.entries(FILES)) {
      const { body = content[key], headers = OPEN, ...rest } = host[key] ?? {};
      const type = rest.type ?? (name.endsWith(".wasm") ? "application/wasm" : "text/javascript");
      const all = (request) => ({ "x-content-type-options": "nosniff", ...(typeof headers === "function" ? headers(request) : headers) });
      other.add(`/${folder}/${name}`, body, { ...rest, type, headers: all });
    }
  }
  const hashes = Object.fromEntries(Object.entries(FILES).map(([key, name]) => [name, `sha384-${createHash("sha384").update(content[key]).digest("base64")}`]));
  for (const [folder, { version, frame }] of Object.entries(HOSTS)) {
    if (version) other.add(`/${folder}/version.json`, { version: "1.0.0", files: hashes }, { headers: OPEN });
    if (frame) other.add(`/${folder}/embed.html`, FRAME, { headers: frame });
  }
  other.add("/frames/embed.html", FRAME);
  other.add("/ancestors/embed.html", FRAME, { headers: { "content-security-policy": "frame-ancestors 'self'" } });
  server.add("/lost.html", `<!doctype html><title>A page</title><script src="${other.origin}/good/outreach-report.js"></script>${ELEMENT}`);
  other.add("/evil.js", "try { parent.document.title = 'broken in'; } catch {} document.title = 'ran'; parent.postMessage({ type: 'outreach-report:check', step: '<img>', code: '<b>' }, '*');", { headers: OPEN });
  // The check page itself under policies: one that it complies with, and two that do not let it request anything.
  const read = (name) => readFileSync(join(DIST, name), "utf8");
  const addCheckPage = (folder, pagePolicy, framePolicy) => {
    for (const name of ["check.html", "check-inside.html"]) server.add(`/${folder}/${name}`, read(name), { headers: { "content-security-policy": name === "check.html" ? pagePolicy : framePolicy } });
    for (const name of ["check.js", "check-inside.js", "page.css", "check.css"]) server.add(`/${folder}/${name}`, read(name));
  };
  const strict = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:";
  // In WebKit, 'self' matches nothing in a sandbox.
  const own = `script-src ${server.origin}`;
  addCheckPage("strict", strict, `${own} ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}`);
  addCheckPage("narrow", strict, `default-src 'none'; ${own} 'wasm-unsafe-eval'; connect-src 'self'`);
  addCheckPage("silent", strict, "default-src 'none'");
});
after(() => Promise.all([server.close(), other.close()]));

/** Opens the check page with an address, waits for its verdict, and returns what it shows. */
async function check(page, address, folder = "") {
  await page.open(`${folder}/check.html?${new URLSearchParams({ url: address })}`, { ready: false });
  await page.until("() => document.querySelector('#verdict').textContent !== 'Trying …'");
  return page.run(`() => ({
    verdict: document.querySelector("#verdict").textContent,
    found: [...document.querySelectorAll("#steps li")].map((item) => item.dataset.step + " " + item.dataset.code).join(", "),
    text: document.querySelector("#steps").textContent,
    policy: document.querySelector("#page-policy").hidden ? "" : document.querySelector("#policy").textContent,
  })`);
}

inEachEngine(() => server, (at) => {
  for (const [folder, { found, verdict = /cannot be shown from this address/, says = [] }] of Object.entries(HOSTS)) {
    test(`${folder}: ${found}`, async () => {
      const page = at();
      const result = await check(page, `${other.origin}/${folder}/`);
      assert.equal(result.found, found);
      assert.match(result.verdict, verdict);
      for (const pattern of says) assert.match(result.text, pattern);
      assert.equal(result.policy, /cannot/.test(result.verdict) ? "" : `script-src ${other.origin} 'wasm-unsafe-eval'; connect-src ${other.origin}`);
    });
  }

  test("frames, which need no permission to be read", async () => {
    const page = at();
    const fine = await check(page, `${other.origin}/frames/embed.html?parts=headline#country=BT`);
    assert.deepEqual([fine.found, fine.policy], ["frame fine", `frame-src ${other.origin}`]);
    assert.match(fine.verdict, /^The report works/);
    const refused = await check(page, `${other.origin}/ancestors/embed.html`);
    assert.equal(refused.found, "frame refused");
    assert.match(refused.verdict, /cannot be shown/);
    assert.match(refused.text, /frame-ancestors/);
    assert.equal((await check(page, `<p><iframe src="${other.origin}/frames/embed.html#country=BT"></iframe></p>`)).found, "code frame-only, frame fine");
  });

  test("lines of a page: what the site has made of them", async () => {
    const page = at();
    for (const [name, [lines, code, says]] of Object.entries(LINES)) {
      const result = await check(page, lines.replace("ADDRESS", `${other.origin}/missing/outreach-report.js`));
      assert.equal(result.found, `code ${code}${lines.includes("ADDRESS") ? ", script status" : ""}`, name);
      assert.match(result.text, says, name);
      assert.match(result.verdict, /cannot be shown/, name);
    }
    // Of a page on the same host the address is enough.
    const own = await check(page, `${server.origin}/lost.html`);
    assert.equal(own.found, "code not-module, script fine, wasm fine, dialogs fine, dialogs-wasm fine, whole fine");
    assert.ok(own.text.includes(`<script type="module" src="${other.origin}/good/outreach-report.js"></script>`));
  });

  test("a host that does not answer", async () => {
    const result = await check(at(), "http://127.0.0.1:9/outreach-report.js");
    assert.deepEqual([result.found, /There is no answer/.test(result.text)], ["script unreachable", true]);
  });

  test("the address may be that of the script, a folder or a page beside it, and only http or https", async () => {
    const page = at();
    for (const path of ["missing", "missing/", "missing/outreach-report.js", "missing/outreach-report.js?v=2#top", "missing/partner.html?a=b"]) {
      other.forget();
      assert.equal((await check(page, `${other.origin}/${path}`)).found, "script status", path);
      assert.ok(other.paths().every((requested) => requested === "/missing/outreach-report.js"), path);
    }
    for (const address of ["javascript:alert(1)", "data:text/javascript,1", "ftp://example.org/", "file:///etc/passwd", "hello", "https://", "//example.org"]) {
      assert.match((await check(page, address)).verdict, /This is no address/, address);
    }
  });

  test("a script from the address under test cannot access this host, and its texts are not shown", async () => {
    const page = at();
    const result = await check(page, `${other.origin}/evil.js`);
    assert.match(result.verdict, /cannot be shown/);
    assert.doesNotMatch(result.text, /<img>|<b>/);
    assert.match(await page.driver.getTitle(), /^Why is the report not shown/);
    other.forget();
    await page.open(`/check-inside.html?${new URLSearchParams({ url: `${other.origin}/evil.js` })}`, { ready: false });
    assert.deepEqual([await page.driver.getTitle(), other.paths()], ["The report, as a page on another host shows it", []]);
  });

  test("works under a strict policy, and does not blame the other host for its own policy", async () => {
    const page = at();
    await page.consoleLines();
    assert.match((await check(page, `${other.origin}/good/`, "/strict")).verdict, /^The report works/);
    assert.deepEqual((await page.consoleLines()).filter((line) => /check\.html/.test(line) && /policy|refused/i.test(line)), []);
    const narrow = await check(page, `${other.origin}/good/`, "/narrow");
    assert.match(narrow.verdict, /^Nothing could be tried/);
    assert.match(narrow.text, /of this page, not of the other host/);
    const silent = await check(page, `${other.origin}/good/`, "/silent");
    assert.deepEqual([silent.verdict, silent.found], ["Nothing could be tried: a policy of this page’s host keeps its frame from running.", ""]);
  });

  test("the form accepts an address", async () => {
    const page = at();
    await page.open("/check.html", { ready: false });
    await page.run("(address) => { document.querySelector('#url').value = address; document.querySelector('button').click(); }", `${other.origin}/missing/`);
    await page.until("() => document.querySelector('#steps li')?.dataset.code === 'status'");
  });
});
