// The report in a frame on another host's page: sandboxed, with attributes and view in its address, and as high as its
// content. Also the metadata of published pages, which other sites use to embed them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataSet } from "./support/data.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { CAPTURE_SAVES } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";
const OTHER = dataSet([{ countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 42 }] }]);

/** The partner's server, and the host of the report. */
let partner;
let host;
before(async () => {
  [partner, host] = await Promise.all([serve(), serve()]);
  host.add("/open.json", OTHER, { headers: { "access-control-allow-origin": "*" } });
  const frame = (address, attributes = "") => `<iframe src="${host.origin}/embed.html${address}" title="Report" width="700" height="400" ${attributes}></iframe>`;
  const helper = `<script src="${host.origin}/embed.js" async></script>`;
  const show = (name, body, options) => partner.add(`/${name}.html`, html(`<h1>A partner</h1>${body}`, { script: "", ...options }));
  show("one", frame("#country=BT&amp;year=2022"));
  show("boxed", frame("?parts=headline+tiles+country+foot&amp;hide=donor&amp;theme=dark&amp;lang=en#country=BT", `sandbox="${SANDBOX}"`));
  show("windowless", frame("?parts=headline+foot", 'sandbox="allow-scripts"'));
  // A link that has lost its `#`, and the fragment that WordPress adds to each frame.
  show("lost", frame("?theme=dark&amp;country=BT&amp;year=2022#?secret=hK2hAcSY1b"));
  show("locked", frame("?lock=country#country=BT"));
  show("data", frame(`?src=${encodeURIComponent(`${host.origin}/open.json`)}`, `sandbox="${SANDBOX}"`) + frame(`?src=${encodeURIComponent(`data:application/json,${JSON.stringify(OTHER)}`)}`));
  show("several", `${frame("?parts=headline#country=BT", 'id="a"')}${frame("?parts=tiles+year", 'id="b"')}
    ${frame("?parts=table", `id="c" sandbox="${SANDBOX}" class="boxed"`)}<iframe id="foreign" src="/foreign.html" height="400"></iframe>`,
    { head: `<style>iframe { width: 100%; border: 3px solid; padding: 5px } .boxed { box-sizing: border-box }</style>${helper}` });
  show("long", `<p style="height: 900px">A page</p>${frame("")}<p style="height: 900px">A page</p>`, { head: `<style>:root { scroll-behavior: smooth }</style>${helper}` });
  partner.add("/foreign.html", `<!doctype html><title>Foreign</title><script>window.send = () => parent.postMessage({ type: "outreach-report:height", height: 1234 }, "*")</script>`);
  const strict = `default-src 'none'; script-src ${host.origin}; frame-src ${host.origin}; style-src 'self'; img-src data:`;
  partner.add("/strict.html", `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,">${frame("?parts=headline+tiles")}${helper}</html>`, { headers: { "content-security-policy": strict } });
});
after(() => Promise.all([partner.close(), host.close()]));

test("the script that sizes frames has at most 2,000 bytes", () => {
  assert.ok(readFileSync(join(DIST, "embed.js")).length <= 2_000);
});

test("pages have metadata, with their address only if it is known", () => {
  const folder = mkdtempSync(join(tmpdir(), "outreach-address-"));
  try {
    cpSync(DIST, folder, { recursive: true });
    const meta = (page, name) => page.match(new RegExp(`<(?:meta|link)[^>]*(?:name|property|rel)="${name}"[^>]*>`))?.[0].match(/(?:content|href)="([^"]*)"/)[1];
    const unpublished = readFileSync(join(DIST, "index.html"), "utf8");
    assert.equal(meta(unpublished, "og:title"), "Counter-trafficking outreach in South Asia");
    assert.equal(meta(unpublished, "og:type"), "website");
    assert.match(meta(unpublished, "og:description"), /^What outreach/);
    for (const name of ["og:url", "og:image", "canonical", "alternate"]) assert.equal(meta(unpublished, name), undefined, name);
    const publish = (...values) => execFileSync(process.execPath, [join(import.meta.dirname, "../../xtask/npm/published-address.mjs"), folder, ...values], { stdio: "pipe" });
    for (const wrong of ["reports.example.org", "ftp://example.org/", "https://example.org/?a=b", "https://user@example.org/"]) assert.throws(() => publish(wrong), /OUTREACH_ADDRESS/);
    publish("https://reports.example.org/out&reach");
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const base = "https://reports.example.org/out&amp;reach/";
    assert.deepEqual(["og:url", "canonical", "alternate"].map((name) => meta(page, name)), [base, base, `${base}oembed.json`]);
    assert.match(page, /<link rel="alternate" type="application\/json\+oembed" [^>]*>[^]*<\/head>/);
    const oembed = JSON.parse(readFileSync(join(folder, "oembed.json")));
    assert.deepEqual([oembed.version, oembed.type, oembed.title], ["1.0", "rich", "Counter-trafficking outreach in South Asia"]);
    for (const name of ["width", "height", "cache_age"]) assert.ok(Number.isInteger(oembed[name]) && oembed[name] > 0, name);
    assert.match(oembed.html, new RegExp(`^<iframe src="${base}embed\\.html" title="[^"]+" width="${oembed.width}" height="${oembed.height}" [^>]*sandbox="${SANDBOX}"></iframe>$`));
    assert.throws(() => publish("https://reports.example.org/"), /already/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Switches to a frame of the page and waits until its report is ready. */
async function enter(page, which = 0) {
  await page.driver.switchTo().defaultContent();
  const frame = typeof which === "number" ? which : await page.driver.findElement({ id: which });
  await page.driver.switchTo().frame(frame);
  await page.ready();
}
const leaveFrame = (page) => page.driver.switchTo().defaultContent();

/** The inner heights of the frames. */
const HEIGHTS = `() => [...document.querySelectorAll("iframe")].map((frame) => {
  const style = getComputedStyle(frame);
  return frame.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
})`;
/** Inside a frame: its height, the height of its content, and by how much the content overflows. */
const FITS = "() => ({ height: innerHeight, content: Math.ceil(document.querySelector('main').getBoundingClientRect().height), over: document.documentElement.scrollHeight - innerHeight })";

/** Waits until the frame that the driver has switched to is as high as its content. */
async function fits(page, name) {
  await page.until(`() => { const { height, content } = (${FITS})(); return height >= content && height <= content + 2; }`).catch(async (error) => {
    throw new Error(`${name}: ${JSON.stringify(await page.run(FITS))}`, { cause: error });
  });
  const { over } = await page.run(FITS);
  assert.ok(over <= 0, `${name}: ${over} pixels to scroll`);
}

inEachEngine(() => partner, (at) => {
  test("shows the view of its fragment and requests nothing but itself", async () => {
    const page = at();
    host.forget();
    await page.open("/one.html", { ready: false });
    await enter(page);
    assert.deepEqual((await page.state()).totals, count(DATA, "country=BT&year=2022"));
    assert.deepEqual(host.paths(), ["/embed.html"]);
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog.dialog[open] .records li')");
    assert.deepEqual(host.paths(), ["/embed.html"], "the dialogs are in the same file");
    await leaveFrame(page);
    assert.deepEqual(await page.faults(), []);
  });

  test("a view in its query is a link that has lost its #, beside the attributes", async () => {
    const page = at();
    await page.open("/lost.html", { ready: false });
    await enter(page);
    const { view, notice } = await page.state();
    assert.deepEqual([view, notice ?? "", await page.run("() => report.getAttribute('theme')")], ["country=BT&year=2022", "", "dark"]);
    await page.run("() => { report.view = 'year=2019..' }");
    await page.until("() => location.search === '?theme=dark' && location.hash === '#year=2019.%2e'");
    await leaveFrame(page);
  });

  test("in a sandbox without an origin, with attributes in its query", async () => {
    const page = at();
    host.forget();
    await page.open("/boxed.html", { ready: false });
    await enter(page);
    const shown = await page.run(`() => ({ origin: self.origin, totals: report.totals, theme: report.getAttribute("theme"), lang: document.documentElement.lang,
      parts: [...root.querySelectorAll("[part]")].map((element) => element.getAttribute("part")), background: getComputedStyle(document.body).backgroundColor })`);
    assert.deepEqual(shown.totals, count(DATA, "country=BT"));
    assert.deepEqual([shown.origin, shown.theme, shown.lang, shown.background], ["null", "dark", "en", "rgb(18, 25, 31)"]);
    assert.deepEqual(shown.parts.filter((part) => part !== "report"), ["headline", "tiles", "country", "foot"]);
    // Not with the pointer: in a scrolled frame with its own process, Chromium's driver misses the mark.
    await page.run("() => inside.find.mark('country', 'India').click()");
    await page.until("() => report.view === 'country=BT~IN'");
    assert.deepEqual(host.paths(), ["/embed.html"]);
    await page.run(CAPTURE_SAVES);
    await page.run("() => inside.find.button('Share, cite, download').click()");
    await page.until("() => root.querySelector('dialog.dialog[open] .share-link input')");
    assert.match(await page.run("() => root.querySelector('.share-link input').value"), new RegExp(`^${host.origin}/embed\\.html#country=BT~IN&lang=en&was=`), "the link of the frame itself, with all blocks");
    await leaveFrame(page);
    assert.deepEqual(await page.faults(), []);
  });

  test("in a sandbox that opens no windows a link shows its address, and why", async () => {
    const page = at();
    await page.open("/windowless.html", { ready: false });
    await enter(page);
    const licence = "root.querySelector('.foot a[target=_blank], [part=foot] a[target=_blank]')";
    await page.run(`() => ${licence}.click()`);
    await page.until("() => root.querySelector('dialog[open] input')");
    const shown = await page.run("() => ({ why: root.querySelector('dialog[open] p').textContent, address: root.querySelector('dialog[open] input').value })");
    assert.match(shown.why, /sandbox="… allow-popups"/);
    assert.equal(shown.address, await page.run(`() => ${licence}.href`));
    await page.run("() => root.querySelector('dialog[open] button').click()");
    await page.until("() => !root.querySelector('dialog')");
    // Where windows open, nothing is said, and the new window knows nothing of this one.
    const opened = await page.run(`() => { const opened = { opener: window }; window.open = () => opened; ${licence}.click(); return [opened.opener, root.querySelector('dialog')]; }`);
    assert.deepEqual(opened, [null, null]);
    await leaveFrame(page);
  });

  test("keeps the view in its fragment, adds nothing to the page's history, and follows the page's changes of the fragment", async () => {
    const page = at();
    await page.open("/locked.html", { ready: false });
    const entries = await page.run("() => history.length");
    await enter(page);
    assert.equal(await page.has("picker", "country") && (await page.run("() => !inside.find.picker('country').disabled")), false, "locked");
    await page.run("() => { report.view = 'country=BT&sdg=5'; }");
    await page.until("() => location.hash === '#country=BT&sdg=5'");
    await leaveFrame(page);
    assert.equal(await page.run("() => history.length"), entries);
    await page.run("() => { const frame = document.querySelector('iframe'); frame.src = frame.src.split('#')[0] + '#country=NP'; }");
    await enter(page);
    await page.until("() => report.view === 'country=NP'");
    assert.equal(await page.run("() => report.totals.activities"), count(DATA, "country=NP").activities);
    await leaveFrame(page);
  });

  test("shows other data, but not a data: address", async () => {
    const page = at();
    await page.open("/data.html", { ready: false });
    await enter(page, 0);
    assert.equal(await page.run("() => report.totals.people.low"), 42);
    await enter(page, 1);
    assert.deepEqual(await page.run("() => [report.hasAttribute('src'), report.totals.activities]"), [false, count(DATA).activities]);
    await leaveFrame(page);
  });

  test("each frame of a page is as high as its content, and stays so", async () => {
    const page = at();
    await page.open("/several.html", { ready: false });
    for (const id of ["a", "b", "c"]) {
      await enter(page, id);
      await fits(page, id);
    }
    await leaveFrame(page);
    await page.run(`() => {
      window.heights = [];
      new MutationObserver((records) => heights.push(...records.map(({ target }) => target.id + " " + target.style.height))).observe(document.body, { subtree: true, attributeFilter: ["style"] });
    }`);
    // The height follows a change of the view and a change of the width.
    await enter(page, "c");
    const before = await page.run(FITS);
    await page.run("() => { report.view = 'country=BT&year=2022'; }");
    await page.until("(before) => Math.abs(document.querySelector('main').getBoundingClientRect().height - before) > 100", before.content);
    await fits(page, "c, filtered");
    await leaveFrame(page);
    await page.run("() => { document.querySelector('#b').style.width = '420px'; }");
    await enter(page, "b");
    await page.until("() => innerWidth <= 420");
    await fits(page, "b, narrow");
    await leaveFrame(page);
    // Repeating the same message changes nothing.
    const heights = await page.run("() => window.heights");
    assert.equal(new Set(heights).size, heights.length, `no frame gets a height twice, to and fro: ${heights}`);
    for (const id of ["a", "b", "c"]) {
      await enter(page, id);
      for (let times = 0; times < 3; times += 1) await page.run("() => parent.postMessage({ type: 'outreach-report:height', height: Math.ceil(document.querySelector('main').getBoundingClientRect().height) + 1 }, '*')");
      await fits(page, id);
      await leaveFrame(page);
    }
    assert.deepEqual(await page.run("() => window.heights"), heights);
    assert.deepEqual(await page.faults(), []);
  });

  test("what is pressed in a frame as high as its content stays where it is in the window", async () => {
    const page = at();
    await page.open("/long.html", { ready: false });
    await enter(page);
    await fits(page, "long");
    const moved = [];
    for (const [view, how, ...names] of [["", "pick", "matrix", "country=BD&year=2021"], ["country=BD&year=2021", "pick", "matrix", "country=BD&year=2021"], ["", "pick", "kind", "kind=workshop"], ["", "button", "Show all 162"]]) {
      await page.run("(view) => { report.view = view }", view);
      // The view is rendered before the next frame.
      await page.until("(view) => (view === '') === !root.querySelector('.chips button')", view);
      await fits(page, view);
      const inFrame = () => page.run("(...what) => { const { y } = (window.pressed ??= inside.find[what[0]](...what.slice(1))).getBoundingClientRect(); return y + scrollY; }", how, ...names);
      await page.run("() => { window.pressed = null; }");
      const start = await inFrame();
      await leaveFrame(page);
      const frameTop = "() => document.querySelector('iframe').getBoundingClientRect().top";
      const before = await page.run(`(start) => { scrollBy({ top: (${frameTop})() + start - 300, behavior: "instant" }); return (${frameTop})() + start; }`, start);
      await enter(page);
      await page.run("() => window.pressed.click()");
      await page.until("(start) => Math.abs(window.pressed.getBoundingClientRect().y + scrollY - start) > 10 || !window.pressed.isConnected", start);
      await fits(page, names.join());
      const end = await inFrame();
      await leaveFrame(page);
      const after = (await page.run(frameTop)) + end;
      if (Math.abs(after - before) > 2) moved.push(`${names}: from ${before} to ${after}`);
      await enter(page);
    }
    await leaveFrame(page);
    assert.deepEqual(moved, []);
    assert.deepEqual(await page.faults(), []);
  });

  test("ignores messages from anywhere but the report's frames, and invalid heights from those", async () => {
    const page = at();
    await page.open("/several.html", { ready: false });
    await enter(page, "a");
    await fits(page, "a");
    await leaveFrame(page);
    const heights = () => page.run(HEIGHTS);
    const runAndWait = (script) => page.driver.executeAsyncScript(`const done = arguments[0]; ${script}; setTimeout(() => setTimeout(done));`);
    await runAndWait(`document.querySelector("#foreign").contentWindow.send()`);
    const [a, , , foreign] = await heights();
    assert.equal(foreign, 400, "a frame of the page itself that sends the same message");
    await runAndWait("for (const height of [3000, '3000']) postMessage({ type: 'outreach-report:height', height }, '*')");
    await enter(page, "a");
    for (const message of ["{ type: 'outreach-report:height', height: '900px' }", "{ type: 'outreach-report:height', height: -5 }", "{ type: 'outreach-report:height', height: NaN }", "{ type: 'outreach-report:height', height: Infinity }", "{ type: 'other', height: 900 }", "null", "'outreach-report:height'"]) {
      await runAndWait(`parent.postMessage(${message}, '*')`);
    }
    await leaveFrame(page);
    assert.equal((await heights())[0], a);
    await enter(page, "a");
    await runAndWait("parent.postMessage({ type: 'outreach-report:height', height: 1e9 }, '*')");
    await leaveFrame(page);
    await page.until(`() => (${HEIGHTS})()[0] === 40000`);
    assert.deepEqual(await page.faults(), []);
  });

  test("a sizing script that loads late asks the existing frames for their heights, and later frames send theirs", async () => {
    const page = at();
    await page.open("/one.html", { ready: false });
    await enter(page);
    await leaveFrame(page);
    assert.deepEqual(await page.run(HEIGHTS), [400]);
    await page.run("(address) => { document.head.append(Object.assign(document.createElement('script'), { src: address })); }", `${host.origin}/embed.js`);
    await enter(page);
    await fits(page, "existing frame");
    await leaveFrame(page);
    await page.run(`() => {
      const frame = document.querySelector("iframe").cloneNode();
      Object.assign(frame, { id: "later", src: frame.src.split("embed.html")[0] + "embed.html?parts=headline" });
      frame.removeAttribute("style");
      document.body.append(frame);
    }`);
    await enter(page, "later");
    await fits(page, "later frame");
    await leaveFrame(page);
    assert.deepEqual(await page.faults(), []);
  });

  test("works under a strict policy of the page around it", async () => {
    const page = at();
    await page.consoleLines();
    await page.open("/strict.html", { ready: false });
    await enter(page);
    await fits(page, "strict");
    await leaveFrame(page);
    assert.deepEqual((await page.consoleLines()).filter((line) => /policy|refused/i.test(line)), []);
  });

  test("without scripts a frame shows its text, and has the height that its element gives", async () => {
    const page = at();
    partner.add("/none.html", html(`<h1>A partner</h1><iframe src="${host.origin}/embed.html" sandbox="" width="700" height="400"></iframe>`, { script: "" }));
    await page.open("/none.html", { ready: false });
    assert.deepEqual(await page.run(HEIGHTS), [400]);
    const text = readFileSync(join(DIST, "embed.html"), "utf8").match(/<outreach-report>([^]*?)<\/outreach-report>/)[1];
    assert.match(text, /It needs JavaScript and WebAssembly\.\s+<a href="index\.html"/);
  });
});
