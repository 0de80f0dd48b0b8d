// The single-file page: it opens from disk under any name, requests nothing, works like the page with several files, and
// shows a message if it is damaged.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { agrees } from "./support/agree.mjs";
import { DATA, count, countRecords } from "./support/oracle.mjs";
import { until } from "./support/page.mjs";
import { CAPTURE_SAVES, saveFile } from "./support/saving.mjs";
import { DIST, serve } from "./support/server.mjs";
import { HOW_WE_COUNT, SHARE, closeDialog, openDialog } from "./support/dialog.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const FILE = readFileSync(join(DIST, "report.html"), "utf8");
const VIEW = "country=BT&year=2022";

let folder;
let server;
/** Writes a file into a folder whose name must be escaped in addresses, and returns the file's address. */
const write = (name, text) => (writeFileSync(join(folder, "from a stick", name), text), pathToFileURL(join(folder, "from a stick", name)).href);
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "outreach-single-"));
  mkdirSync(join(folder, "from a stick"));
  server = await serve();
});
after(() => (rmSync(folder, { recursive: true, force: true }), server.close()));

test("it is one file of at most 600 KB that refers to no other files", () => {
  assert.ok(Buffer.byteLength(FILE) <= 600_000, `${Buffer.byteLength(FILE)} bytes`);
  const markup = FILE.replace(/<script[^>]*>[^]*?<\/script>/g, "");
  const addresses = [...markup.matchAll(/\s(?:src|href|srcset|data|poster|action)="([^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual(addresses.filter((address) => address && !/^(data:,|#|https?:)/.test(address)), []);
  assert.equal((FILE.match(/<\/script/gi) ?? []).length, (FILE.match(/<script/gi) ?? []).length);
});

/** Files that are cut off and must say that they are damaged. */
const BROKEN = {
  "cut off in the middle": FILE.slice(0, FILE.length / 2),
  "cut off soon": FILE.slice(0, FILE.indexOf("<outreach-report") + 40),
  "cut off in its script": FILE.slice(0, FILE.lastIndexOf("</script>") - 2_000),
  "cut off at its end": FILE.slice(0, FILE.indexOf('<i id="end"')),
};

/** The file with some characters changed, at this fraction of its packed content. */
function corrupted(fraction) {
  const first = FILE.indexOf('id="parts"');
  const start = Math.round(first + fraction * (FILE.indexOf("</script>", first) - first));
  const piece = FILE.slice(start, start + 40);
  return FILE.slice(0, start) + piece.replace(/[A-Y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1)) + FILE.slice(start + 40);
}

inEachEngine(() => server, (at, engine) => {
  test("opens from disk under any name, shows the same report, and requests nothing", async () => {
    const page = at();
    if (engine === "chromium") await page.driver.manage().logs().get("performance");
    await page.consoleLines();
    const address = write("Bericht #1 (50 %) ü.html", FILE);
    server.forget();
    await page.go(address);
    const state = await agrees(page, "");
    assert.equal(state.totals.people.low, 13351);
    assert.deepEqual(await page.run("() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))"), []);
    assert.deepEqual(server.paths(), []);
    if (engine === "chromium") {
      const lines = (await page.driver.manage().logs().get("performance")).map((line) => JSON.parse(line.message).message);
      const sent = lines.filter((line) => line.method === "Network.requestWillBeSent").map((line) => line.params.request.url);
      assert.deepEqual(sent.filter((url) => !url.startsWith("data:") && url !== "about:blank").map((url) => url.split("#")[0]), [address]);
    }
    assert.deepEqual(await page.consoleLines(), []);
    // A link that has lost its #.
    await page.go(`${address}?country=BT&year=2022`);
    assert.equal((await page.state()).view, VIEW);
    assert.match(await page.driver.getTitle(), /Counter-trafficking outreach in South Asia/);
    assert.equal(await page.run("() => getComputedStyle(document.querySelector('main')).maxWidth"), "1180px", "the page's own style sheet applies");
  });

  test("a link in the fragment, presses, Back, and reloading work", async () => {
    const page = at();
    const address = write("report.html", FILE);
    await page.go(`${address}#${VIEW}`);
    await agrees(page, VIEW);
    await page.press("mark", "country", "Bangladesh");
    await agrees(page, "country=BD~BT&year=2022");
    await page.back();
    await agrees(page, VIEW);
    await page.forward();
    await agrees(page, "country=BD~BT&year=2022");
    await page.driver.navigate().refresh();
    await page.ready();
    await agrees(page, "country=BD~BT&year=2022");
  });

  test("its dialogs open, and its data and its link can be saved and copied", async () => {
    const page = at();
    const address = write("report.html", FILE);
    await page.go(`${address}#${VIEW}`);
    await page.run(CAPTURE_SAVES);
    await openDialog(page, HOW_WE_COUNT);
    await page.until("() => root.querySelector('dialog.dialog[open] .records li')");
    await closeDialog(page);
    await openDialog(page, SHARE);
    assert.match(await page.run("() => root.querySelector('.share-link input').value"), /\/report\.html#country=BT&year=2022&lang=en&was=2026-11-22~8834\.\.~11$/);
    const csv = await saveFile(page, "button", "Download CSV");
    assert.match(csv.text, /id,title,summary,countries/);
    await page.press("one", ".share-data .share-more");
    const json = await saveFile(page, "button", "Download JSON");
    assert.equal(JSON.parse(json.text).activities.length, countRecords(DATA, VIEW));
    await closeDialog(page);
    assert.match((await saveFile(page, "one", '[data-chart="country"] [data-request="country.svg"]')).text, /^<svg/);
  });

  test("a download reaches the disk", { skip: engine === "webkit" && "this engine has no setting for the download folder" }, async () => {
    const page = at();
    const { downloads } = page.browser;
    if (engine === "chromium") await page.chromium("Page.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
    await page.go(`${write("report.html", FILE)}#${VIEW}`);
    await openDialog(page, SHARE);
    await page.press("one", ".share-data .share-more");
    await page.press("button", "Download JSON");
    const finished = () => readdirSync(downloads).find((name) => /^outreach.*\.json$/.test(name) && readFileSync(join(downloads, name)).length > 0);
    const name = await until(finished, "the file on the disk");
    await until(() => { try { return JSON.parse(readFileSync(join(downloads, name))); } catch { return undefined; } }, "the whole file");
  });

  test("prints the whole report", { skip: engine === "webkit" && "this engine cannot print by its driver" }, async () => {
    const page = at();
    await page.go(`${write("report.html", FILE)}#${VIEW}`);
    const pdf = Buffer.from(await page.driver.printPage({}), "base64");
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok(pdf.length > 20_000, `${pdf.length} bytes`);
  });

  test("a file that was cut off shows that it is damaged", async () => {
    const page = at();
    for (const [name, text] of Object.entries(BROKEN)) {
      await page.go(write("broken.html", text), { ready: false });
      await page.until("() => document.querySelector('.trouble')");
      assert.match(await page.text("outside", ".trouble"), /This file is damaged: its end is missing\. Get it again/, name);
      assert.equal(await page.run("() => document.querySelector('.trouble').checkVisibility?.() ?? true"), true, name);
    }
  });

  test("a file that was changed shows that it is damaged, in the report or in the dialog", async () => {
    const page = at();
    await page.go(write("corrupted.html", corrupted(0.2)), { ready: false });
    await page.until("() => root?.querySelector('.failure')");
    assert.match(await page.text("one", ".failure"), /This file is damaged: a part of it is missing or was changed\..*Get it again/);
    assert.ok((await page.text("outside", "outreach-report")).length > 100, "the text of the page stays");
    await page.go(write("corrupted.html", corrupted(0.9)));
    await agrees(page, "");
    await page.press("button", HOW_WE_COUNT);
    await page.until("() => root.querySelector('dialog[open]')");
    assert.match(await page.text("one", "dialog p"), /could not be loaded/);
  });

  test("in a browser that is too old, a message names the browsers that work", async () => {
    const page = at();
    await page.go(write("old.html", FILE.replace("<head>", "<head><script>CSS.supports = () => false</script>")), { ready: false });
    await page.until("() => root?.querySelector('.failure')");
    assert.match(await page.text("one", ".failure"), /too old.*Chrome or Edge 123, Firefox 120, Safari 17\.5/);
    await page.go(write("older.html", FILE.replace("<head>", "<head><script>customElements.define = () => {}</script>")), { ready: false });
    await page.until("() => document.querySelector('.trouble')");
    assert.match(await page.text("outside", ".trouble"), /too old.*Chrome and Edge from version 123, Firefox from 120 and Safari from 17\.5/);
  });

  test("works the same from a server, in a sandbox, and under another name", async () => {
    const page = at();
    server.add("/sub/folder/renamed.html", FILE);
    await page.open(`/sub/folder/renamed.html#${VIEW}`);
    await agrees(page, VIEW);
    server.add("/boxed.html", `<!doctype html><title>Boxed</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/sub/folder/renamed.html#${VIEW}" width="1000" height="700"></iframe>`);
    server.forget();
    await page.open("/boxed.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    assert.deepEqual((await page.state()).totals, count(DATA, VIEW));
    await page.press("mark", "country", "Bangladesh");
    await page.until("() => report.view === 'country=BD~BT&year=2022'");
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(server.paths().sort(), ["/boxed.html", "/sub/folder/renamed.html"]);
  });
}, { network: true });
