// Every address that the report gives opens the same data at the same view, or is that of the page: with data of its own,
// on hosts that have only some of the files, in frames, and in pinned versions.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataSet } from "./support/data.mjs";
import { SHARE, openRow } from "./support/dialog.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { CAPTURE_SAVES, capturedFile } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT";
const FOUR = ["outreach-report.js", "outreach-report_bg.wasm", "outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"];
const OWN = dataSet([
  { countries: ["BT"], date: "2021", reach: [{ status: "reached", count: 7 }] },
  { countries: ["NP"], date: "2020", reach: [{ status: "reached", count: 35 }] },
]);
const ANY_ORIGIN = { "access-control-allow-origin": "*" };
/** The single-file pages and the pinned version are only in the release build. */
const RELEASE = existsSync(join(DIST, "version.json")) && JSON.parse(readFileSync(join(DIST, "version.json"), "utf8"));
const SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

let server;
let other;
before(async () => {
  [server, other] = await Promise.all([serve(), serve()]);
  const show = (path, attributes, { folder = "", body = "" } = {}) =>
    server.add(path, html(`<h1>A test</h1><outreach-report view="${VIEW}" ${attributes}></outreach-report>${body}`, { script: `<script type="module" src="${folder}/outreach-report.js"></script>` }));
  for (const folder of ["/four", "/mixed"]) {
    for (const name of FOUR) server.add(`${folder}/${name}`, readFileSync(join(DIST, name)));
  }
  // The host's own home page, beside our files and under the same name as our page.
  server.add("/mixed/index.html", html("<h1>Home</h1><outreach-report></outreach-report>"));
  show("/page-four.html", "", { folder: "/four" });
  show("/page-mixed.html", 'parts="headline country"', { folder: "/mixed" });
  show("/page-full.html", 'parts="headline country"');
  show("/page-own.html", 'src="/set/own.json"');
  show("/page-elsewhere.html", `src="${other.origin}/own.json"`);
  server.add("/set/own.json", OWN);
  other.add("/own.json", OWN, { headers: ANY_ORIGIN });
  if (!RELEASE) return;
  show("/page-pinned.html", "", { folder: `/${RELEASE.folder}` });
  const frame = (query, rest) => server.add(`/frame${rest ? "-boxed" : ""}.html`, html(`<h1>A test</h1><iframe src="${other.origin}/embed.html?${query}#${VIEW}" width="1000" height="800" title="Report" ${rest ?? ""}></iframe>`, { script: "" }));
  frame(`src=own.json&parts=headline+country&theme=dark`);
  frame("parts=headline+country+foot", `sandbox="${SANDBOX}"`);
});
after(() => Promise.all([server.close(), other.close()]));

/** Opens the share dialog by script, which also works in scrolled frames. */
async function share(page) {
  await page.run("(name) => inside.find.button(name).click()", SHARE);
  await page.until("() => root.querySelector('dialog.dialog[open] .share-link input')");
}
const sharedLink = (page) => page.run("() => root.querySelector('.share-link input').value");
/** All addresses on the screen that lead to the host of the page. */
const ownLinks = (page) => page.run("() => [...root.querySelectorAll('a[href]')].map((a) => a.href).filter((href) => href.startsWith(location.origin))");
const totals = async (page, address) => {
  await page.go(address);
  return page.run("() => report.totals");
};

inEachEngine(() => server, (at, engine) => {
  for (const name of engine === "chromium" ? ["four", "mixed"] : ["four"]) {
    test(`on a host with the four files alone, nothing leads to a page that is not there: ${name}`, async () => {
      const page = at();
      const path = `/page-${name}.html`;
      await page.open(path);
      await page.hover("mark", "country", "Bhutan");
      assert.deepEqual(await ownLinks(page), []);
      await share(page);
      assert.deepEqual(await ownLinks(page), []);
      assert.equal(await sharedLink(page), server.origin + path);
      assert.match(await page.text("one", ".share-link"), /Link to this page.*without your filters/s);
      assert.ok((await page.text("one", ".share-citation pre")).includes(`${server.origin}${path} (accessed`));
      assert.match(await page.text("one", ".share-save"), /Not possible here: this needs report\.html/);
      assert.equal(await page.run("() => root.querySelectorAll('.share-save button').length"), 0);
      await openRow(page, "report");
      await page.press("button", "Make the code …");
      await page.until("() => root.querySelector('.piece textarea')");
      const { code, forms, notes } = await page.run(`() => ({ code: root.querySelector(".piece textarea").value,
        forms: [...root.querySelectorAll(".embed-code .forms button")].map((button) => button.textContent), notes: root.querySelector(".embed-code").textContent })`);
      assert.doesNotMatch(code, /index\.html|embed\.html/);
      assert.match(code, new RegExp(`>${DATA.title}</outreach-report>$`));
      assert.deepEqual(forms, ["Element", "WordPress"]);
      assert.match(notes, /No frame: embed\.html and embed\.js are not beside the script/);
    });
  }

  test("where the report's own page lies beside the script, its links appear without moving anything", async () => {
    const page = at();
    await page.open("/page-full.html");
    const places = () => page.run("() => [...root.querySelectorAll('.report > *, .over *')].map((element) => { const { top, left, width } = element.getBoundingClientRect(); return [top, left, width].join(); })");
    assert.deepEqual(await ownLinks(page), [], "nobody has come yet");
    const before = await places();
    await page.hover("mark", "country", "Bhutan");
    await page.until("() => root.querySelector('.over a[href]')");
    assert.deepEqual(await ownLinks(page), [`${server.origin}/index.html#${VIEW}&lang=en`]);
    assert.deepEqual(await places(), before);
  });

  // Here the engines do not differ.
  if (engine === "chromium") test("with data that the report's pages may not be allowed to read, the address is that of the page", async () => {
    const page = at();
    await page.open("/page-elsewhere.html");
    await share(page);
    assert.equal(await sharedLink(page), `${server.origin}/page-elsewhere.html`);
    // On paper too.
    await page.run("() => dispatchEvent(new Event('beforeprint'))");
    await page.until("() => /page-elsewhere\\.html$/.test(root.querySelector('.print-text').textContent)");
    await page.run("() => dispatchEvent(new Event('afterprint'))");
  });

  if (!RELEASE) return;

  test("with data of its own, link, citation and code lead to the same numbers", async () => {
    const page = at();
    await page.open("/page-own.html");
    await share(page);
    const link = await sharedLink(page);
    assert.ok((await page.text("one", ".share-citation pre")).includes("embed.html?src="));
    await openRow(page, "report");
    const code = await page.text("one", ".share-report pre");
    const fallback = code.match(/<a href="([^"]*)"/)[1].replaceAll("&amp;", "&");
    for (const address of [link, fallback]) assert.deepEqual(await totals(page, address), count(OWN, VIEW), address);
    // A page of its own: Back undoes a filter there.
    await page.press("mark", "country", "Nepal");
    await page.until("() => report.view === 'country=BT~NP'");
    await page.back();
    await page.until("(view) => report.view === view", VIEW);
  });

  test("a page that is pinned shares links to the pinned version", async () => {
    const page = at();
    await page.open("/page-pinned.html");
    await share(page);
    const link = await sharedLink(page);
    assert.ok(link.startsWith(`${server.origin}/${RELEASE.folder}/embed.html#${VIEW}`), link);
    assert.deepEqual(await totals(page, link), count(DATA, VIEW));
  });

  test("a frame gives its own address, with its data and without what its page has left out", async () => {
    const page = at();
    await page.open("/frame.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    const whole = await page.run("() => root.querySelector('.over a').href");
    await share(page);
    const link = await sharedLink(page);
    await page.driver.switchTo().defaultContent();
    for (const address of [whole, link]) {
      assert.ok(address.startsWith(`${other.origin}/embed.html?src=own.json#${VIEW}`), address);
    }
    assert.deepEqual(await totals(page, link), count(OWN, VIEW));
    assert.equal(await page.run("() => report.hasAttribute('parts')"), false);
  });

  test("a sandboxed frame is saved although its host sends no header", async () => {
    const page = at();
    await page.open("/frame-boxed.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    await page.run(CAPTURE_SAVES);
    await share(page);
    // Not with the pointer: in a scrolled frame, drivers miss the buttons.
    await page.run("() => root.querySelector('.share-report .share-more').click()");
    await page.until("() => !root.querySelector('.share-report .choices').hidden");
    await page.run("() => inside.find.button('Save with all data').click()");
    const { text } = await capturedFile(page, 0);
    await page.driver.switchTo().defaultContent();
    server.add("/saved-from-frame.html", text);
    server.forget();
    assert.deepEqual(await totals(page, `${server.origin}/saved-from-frame.html`), count(DATA, VIEW));
    assert.deepEqual(server.paths().filter((path) => !/favicon/.test(path)), ["/saved-from-frame.html"]);
    const { parts, heading, width } = await page.run(`() => ({ parts: report.getAttribute("parts"), heading: document.querySelector("h1").getBoundingClientRect().width, width: document.querySelector("main").getBoundingClientRect().width })`);
    assert.equal(parts, "headline country foot");
    assert.ok(heading > 100 && width <= 1280, `${heading}, ${width}`);
    // The data are in the file alone, so code for another page needs an address for them.
    await share(page);
    await openRow(page, "report");
    await page.press("button", "Make the code …");
    await page.until("() => root.querySelector('.piece textarea')");
    const { code, notes } = await page.run("() => ({ code: root.querySelector('.piece textarea').value, notes: root.querySelector('.builder').textContent })");
    assert.match(code, / src="https:\/\/your-host\/outreach-report\.js".* src="https:\/\/your-host\/activities\.json"/s);
    assert.match(notes, /The data are only in this file/);
  });

  if (engine === "chromium") test("what a sandboxed frame cannot read is named with its cause", async () => {
    const page = at();
    await page.open("/frame-boxed.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    await share(page);
    await openRow(page, "report");
    await page.run("() => inside.find.button('Make the code …').click()");
    await page.until("() => /Access-Control-Allow-Origin/.test(root.querySelector('.pinning')?.textContent)");
    const { code, notes } = await page.run("() => ({ code: root.querySelector('.piece textarea').value, notes: root.querySelector('.embed-code').textContent })");
    assert.match(code, /^<iframe src="[^"]*\/embed\.html/);
    assert.match(notes, /Only a frame: outreach-report\.js/);
    await page.driver.switchTo().defaultContent();
  });
});
