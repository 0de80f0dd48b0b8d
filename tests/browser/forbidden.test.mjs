// What a reader is told who may not save, copy or share, and the way out beside it: in sandboxed frames, in browsers inside
// other apps, in browsers that give out no pixels. And what is said when a file was saved.

import assert from "node:assert/strict";
import { SHARE, closeDialog, openDialog, openRow } from "./support/dialog.mjs";
import { CAPTURE_SAVES, saveFile } from "./support/saving.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const REPORT = '<h1>A test</h1><outreach-report sync="hash" parts="headline year country" view="country=BT"></outreach-report>';
/** Each sandbox, and what a reader is told in it after a press on “Download CSV”. */
const SANDBOXES = {
  "allow-scripts": /^If no file came,.*sandbox="… allow-downloads"/,
  "allow-scripts allow-same-origin": /^Not saved:.*sandbox="… allow-downloads"/,
  "allow-scripts allow-same-origin allow-downloads": undefined,
};

let server;
before(async () => {
  server = await serve();
  const head = "<style>body { margin: 0 20px }</style>";
  server.add("/one.html", html(REPORT, { head }));
  // From another host or a sandbox, a script needs to be allowed.
  const open = { headers: { "access-control-allow-origin": "*" } };
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", "outreach-report-dialogs.js", "outreach-report-dialogs_bg.wasm"]) {
    server.add(`/open/${name}`, await (await fetch(`${server.origin}/${name}`)).arrayBuffer().then(Buffer.from), open);
  }
  server.add("/inner.html", html(REPORT, { head, script: `<script type="module" src="${server.origin}/open/outreach-report.js"></script>` }));
  const frames = Object.keys(SANDBOXES).map((sandbox) => `<iframe sandbox="${sandbox}" src="/inner.html" width="900" height="700"></iframe>`);
  server.add("/frames.html", html(frames.join("\n"), { script: "" }));
});
after(() => server.close());

const chartButton = (form) => ["one", `[data-chart="country"] [data-request="country.${form}"]`];
/** Pixels that are noise, or only white, as browsers give them that hide their readers' devices. */
const NOISE = "(data) => data.forEach((_, index) => (data[index] = (index * 7919) % 256))";
const WHITE = "(data) => data.fill(255)";
const imitate = (page, disturb) => page.run(`() => {
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (...place) {
    const image = read.apply(this, place);
    (${disturb})(image.data);
    return image;
  };
}`);

inEachEngine(() => server, (at) => {
  test("says under which name a file was saved, and gives two files two names", async () => {
    const page = at();
    await page.mount("/one.html");
    await page.run(CAPTURE_SAVES);
    const svg = await saveFile(page, ...chartButton("svg"));
    assert.match(svg.name, /^outreach-country-\d{4}-\d\d-\d\d-\d{6}\.svg$/);
    await page.until("(name) => root.querySelector('.brief').textContent === 'Saved as ' + name", svg.name);
    const place = await page.run(`(selector) => {
      const said = root.querySelector(".brief").getBoundingClientRect();
      const pressed = root.querySelector(selector).getBoundingClientRect();
      return { inside: said.top >= 0 && said.bottom <= innerHeight && said.left >= 0 && said.right <= innerWidth, distance: Math.round(said.top - pressed.bottom), scrolled: document.documentElement.scrollWidth > innerWidth };
    }`, chartButton("svg")[1]);
    assert.deepEqual([place.inside, place.scrolled, Math.abs(place.distance) < 100], [true, false, true], JSON.stringify(place));
    const png = await saveFile(page, ...chartButton("png"));
    await page.until("(name) => root.querySelector('.brief').textContent === 'Saved as ' + name", png.name);
    await openDialog(page, SHARE);
    assert.equal(await page.run("() => root.querySelector('.brief').textContent"), "", "the next press ends the notice");
    const files = [await saveFile(page, "button", "Download CSV"), await saveFile(page, "button", "Download CSV")];
    await page.until("(name) => root.querySelector('.share-data [role=status]').textContent === 'Saved as ' + name", files[1].name);
    assert.notEqual(files[0].name, files[1].name);
    assert.ok(files.every(({ name }) => /^outreach-[\d-]+\.csv$/.test(name)), files.map(({ name }) => name).join());
    assert.equal(await page.run("() => root.querySelectorAll('.otherwise').length"), 0, "nothing stood in the way");
    assert.deepEqual(await page.faults(), []);
  });

  test("in sandboxed frames the cause is named with the line that mends it, and the file is there as text", async () => {
    const page = at();
    await page.open("/frames.html", { ready: false });
    for (const [index, [sandbox, told]] of Object.entries(SANDBOXES).entries()) {
      await page.driver.switchTo().defaultContent();
      await page.driver.switchTo().frame(index);
      await page.ready();
      await page.run(`() => {
        Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: () => Promise.reject(new Error("no")) } });
        document.execCommand = () => false;
        HTMLAnchorElement.prototype.click = () => {};
        inside.find.button("${SHARE}").click();
      }`);
      await page.until("() => root.querySelector('dialog.dialog[open]')");
      await page.run("() => inside.find.button('Download CSV').click()");
      if (told) {
        await page.until("() => root.querySelector('.share-data .otherwise textarea')");
        const shown = await page.run("() => ({ why: root.querySelector('.otherwise p').textContent, text: root.querySelector('.otherwise textarea').value, open: !root.querySelector('.share-data .choices').hidden })");
        assert.match(shown.why, told, sandbox);
        assert.match(shown.text, /id,title,summary,countries/, sandbox);
        assert.ok(shown.open, sandbox);
      } else {
        await page.until("() => /^Saved as/.test(root.querySelector('.share-data [role=status]').textContent)");
        assert.equal(await page.run("() => root.querySelectorAll('.otherwise').length"), 0, sandbox);
      }
      await page.run("() => inside.find.button('Copy link').click()");
      await page.until("() => /allow=\"clipboard-write\"/.test(root.querySelector('.share-link [role=status]').textContent)");
      assert.ok(await page.run("() => root.querySelector('.share-link input').checkVisibility()"), "the link to copy by hand");
    }
    // A picture in the first of them.
    await page.driver.switchTo().defaultContent();
    await page.driver.switchTo().frame(0);
    await page.run("() => { root.querySelector('dialog').close(); }");
    await page.until("() => !root.querySelector('dialog.dialog')");
    await page.run("() => { HTMLAnchorElement.prototype.click = () => {}; root.querySelector('[data-request=\"country.png\"]').click(); }");
    await page.until("() => /^<svg /.test(root.querySelector('dialog.dialog[open] .otherwise textarea')?.value)");
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(await page.faults(), []);
  });

  test("in a browser inside another app the address to open is given, beside the text", async () => {
    const page = at();
    await page.mount("/one.html");
    await page.run(CAPTURE_SAVES);
    await page.run("() => { Object.defineProperty(navigator, 'userAgent', { configurable: true, value: 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/1; wv) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Instagram 361.0' }); }");
    await openDialog(page, SHARE);
    await saveFile(page, "button", "Download CSV");
    await page.until("() => root.querySelector('.share-data .otherwise')");
    assert.match(await page.text("one", ".otherwise p"), new RegExp(`^If no file came:.*Open ${server.origin}/one\\.html#country=BT`));
    await page.run("() => delete navigator.userAgent");
  });

  test("sharing that the browser refuses is said, beside the link to copy", async () => {
    const page = at();
    await page.mount("/one.html");
    const share = (name) => page.run("(name) => { navigator.share = () => Promise.reject(new DOMException('', name)); }", name);
    await share("AbortError");
    await openDialog(page, SHARE);
    await openRow(page, "link");
    const status = "root.querySelector('.share-link .choices [role=status]').textContent";
    await page.press("button", "Share …");
    assert.equal(await page.run(`() => ${status}`), "", "a reader has closed the sheet");
    await share("NotAllowedError");
    await page.press("button", "Share …");
    await page.until(`() => /^Not shared:.*Copy the link/.test(${status})`);
    await page.run("() => { delete navigator.share; }");
  });

  test("a picture of which the browser gives out noise or only white is not saved, and its SVG is offered", async () => {
    const page = at();
    await page.open("/one.html");
    await page.run(CAPTURE_SAVES);
    for (const disturb of [NOISE, WHITE]) {
      await imitate(page, disturb);
      const before = await page.run("() => window.saved.length");
      await page.press(...chartButton("png"));
      await page.until("() => root.querySelector('dialog.dialog[open] .picture-otherwise .primary')");
      assert.match(await page.text("one", ".picture-otherwise p"), /does not give out the pixels/);
      assert.equal(await page.run("() => window.saved.length"), before);
      const svg = await saveFile(page, "button", "Save the SVG");
      assert.match(svg.text, /^<svg /);
      await page.until("(name) => root.querySelector('.picture-otherwise [role=status]').textContent === 'Saved as ' + name", svg.name);
      await closeDialog(page);
    }
  });
});

inEachEngine(() => server, (at) => {
  test("with resistance against fingerprinting the PNG is not saved as noise", async () => {
    const page = at();
    await page.open("/one.html");
    await page.run(CAPTURE_SAVES);
    await page.press(...chartButton("png"));
    await page.until("() => root.querySelector('dialog.dialog[open] .picture-otherwise .primary')");
    assert.deepEqual(await page.run("() => window.saved"), []);
  });
}, { engines: ["firefox"], without: "this engine has no setting against fingerprinting", prefs: { "privacy.resistFingerprinting": true } });
