// The embed builder: the pasted code shows what was chosen in the dialog, as an element, in a frame and pinned.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OPEN_DIALOG, openRow } from "./support/dialog.mjs";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Key, until } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT&year=2022";
const PARTS = ["Headline", "Totals", "Filters", "Active filters", "By year", "By country", "By goal", "By country and year", "By kind", "By audience", "By donor", "Activities", "How we count, and sharing"];
const RELEASE = JSON.parse(readFileSync(join(DIST, "version.json"), "utf8"));
const DIALOGS = "outreach-report-dialogs.js";

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  for (const theme of ["light", "dark"]) {
    server.add(`/${theme}.html`, html(`<main><h1>A test</h1><outreach-report sync="hash" theme="${theme}"></outreach-report></main>`, { head: `<style>body { margin: 0 20px; background: ${theme === "dark" ? "#12191f; color: #fff" : "#fff"} }</style>` }));
  }
  // A host with the four files of the element and nothing else.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm", DIALOGS, "outreach-report-dialogs_bg.wasm"]) server.add(`/bare/${name}`, readFileSync(join(DIST, name)));
  server.add("/bare.html", html("<h1>A test</h1><outreach-report></outreach-report>", { script: '<script type="module" src="/bare/outreach-report.js"></script>' }));
  server.add("/own.json", DATA);
  server.add("/own.html", html('<h1>A test</h1><outreach-report src="/own.json" hide="donor" view="year=2022"></outreach-report>'));
});
after(() => server.close());

/** Opens the builder, and waits until its preview is shown and it knows what can be pinned. */
async function openBuilder(page, path = `/light.html#${VIEW}`) {
  await page.mount(path);
  await page.press("button", "Share, cite, download");
  await page.until("() => root.querySelector('dialog.dialog[open] .share-embed')");
  await openRow(page, "report");
  await page.press("button", "Make the code …");
  await page.until("() => root.querySelector('.preview-page outreach-report')?.totals");
  await page.until("() => root.querySelector('.pinning').textContent");
}

/** The code that is shown. */
const SHOWN_CODE = "() => [...root.querySelectorAll('.piece textarea')].map((field) => field.value)";

/** Chooses an option by name in the list with this label, and waits until the code has it. */
async function choose(page, label, name) {
  const before = await page.run(SHOWN_CODE);
  await page.run(
    `(label, name) => {
      const field = [...root.querySelectorAll(".builder .field")].find((element) => element.querySelector("span").textContent === label).querySelector("select");
      const option = [...field.options].find((element) => element.textContent === name);
      if (option.disabled) throw new Error(name + " cannot be chosen");
      field.selectedIndex = option.index;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
    label, name,
  );
  await page.until(`(before) => (${SHOWN_CODE})().join() !== before`, before.join());
}

/** Types into the field with this label, and leaves it. */
async function fill(page, label, text) {
  // Not by a press: Firefox scrolls a field to the middle alternately one pixel higher and lower, and `point` waits until
  // it stays where it is.
  await page.until("(name) => inside.find.field(name)", label);
  await page.run("(name) => { const field = inside.find.field(name); field.focus(); field.select(); }", label);
  await page.keys(Key.BACK_SPACE, ...text, Key.TAB);
}

/** Removes every block but these, and waits until the preview shows that. */
async function keepBlocks(page, ...names) {
  await page.run(
    `(...removed) => {
      const box = (name) => [...root.querySelectorAll(".blocks li")].find((row) => row.textContent.trim() === name).querySelector("input");
      removed.forEach((name) => box(name).click());
    }`,
    ...PARTS.filter((name) => !names.includes(name)),
  );
  await page.until("(many) => root.querySelector('.preview-page outreach-report').getAttribute('parts')?.split(' ').length === many", names.length);
}

const move = (page, direction, block) => page.press("button", `Move ${direction}: ${block}`);

/** The code in one form, by the name of the form's button. */
async function code(page, form) {
  await page.press("button", form);
  await page.until("(form) => [...root.querySelectorAll('.embed-code .forms button')].find((element) => element.textContent === form).ariaPressed === 'true'", form);
  return page.run(SHOWN_CODE);
}

/** Opens a partner's page with the code in it and nothing else of ours. */
async function paste(page, text, options) {
  server.add("/pasted.html", html(`<main><h1>A partner</h1>${text}</main>`, { script: "" }));
  server.forget();
  await page.open("/pasted.html", options);
}

/** Switches to the page's frame once it is loaded. A lazy frame loads after the page, and a script in a page that is left
 * fails, so it asks repeatedly. */
async function enter(page) {
  const loaded = async () => {
    await page.driver.switchTo().defaultContent();
    await page.driver.switchTo().frame(0);
    return page.run("() => location.protocol === 'http:' && document.readyState === 'complete' && Boolean(report)");
  };
  await until(() => loaded().catch(() => false), "the frame");
  await page.ready();
}

/** The blocks that a report shows, in their order. */
const SHOWN = "() => [...root.querySelectorAll('[part]')].map((element) => element.getAttribute('part')).filter((part) => /^(headline|chips|filters|tiles|year|country|sdg|matrix|kind|audience|donor|table|foot)$/.test(part))";

/** Makes the test server send a built file with one changed byte. */
function tamper(path) {
  const bytes = Buffer.from(readFileSync(join(DIST, path)));
  // The last byte, so that the file is still valid.
  bytes[bytes.length - 1] ^= 1;
  server.add(`/${path}`, bytes);
}

const restore = (path) => server.add(`/${path}`, readFileSync(join(DIST, path)));

inEachEngine(() => server, (at, engine) => {
  test("the code of an element shows what was chosen, and so does the preview", async () => {
    const page = at();
    await openBuilder(page);
    await keepBlocks(page, "Headline", "Totals", "By year", "Activities");
    // Over the two blocks that are not shown, and over the totals.
    for (let step = 0; step < 3; step += 1) await move(page, "up", "By year");
    await choose(page, "Country", "Locked");
    await choose(page, "Donor", "Hidden");
    await choose(page, "Colours", "Dark");
    await page.until("() => root.querySelector('.preview-page outreach-report').getAttribute('theme') === 'dark'");
    const preview = await page.run(`() => {
      const report = root.querySelector(".preview-page outreach-report");
      return Object.fromEntries([...report.attributes].map(({ name, value }) => [name, value]));
    }`);
    const chosen = { view: VIEW, parts: "headline year tiles table", lock: "country", hide: "donor", theme: "dark" };
    assert.deepEqual(preview, chosen);
    const [text] = await code(page, "Element");
    assert.equal(text.split("\n").length, 2);
    assert.deepEqual(await page.faults(), []);
    await paste(page, text);
    assert.deepEqual(await page.run("() => Object.fromEntries([...report.attributes].map(({ name, value }) => [name, value]))"), chosen);
    const { totals } = await page.state();
    const counted = count(DATA, VIEW);
    assert.deepEqual([totals.view, totals.activities, totals.people], [VIEW, counted.activities, counted.people]);
    assert.deepEqual(await page.run(SHOWN), ["headline", "year", "tiles", "table", "foot"], "the foot with the licence is always shown");
    assert.deepEqual(await page.faults(), []);
  });

  test("the code of a frame shows what was chosen, and so does the WordPress block without a script", async () => {
    const page = at();
    await openBuilder(page);
    await keepBlocks(page, "Headline", "By year");
    await choose(page, "Year", "Hidden");
    await choose(page, "Kind", "Locked");
    await fill(page, "Width of a frame, pixels", "640");
    const [frame] = await code(page, "Frame");
    const [block, plain] = await code(page, "WordPress");
    assert.match(block, /<script type="module".*<outreach-report /);
    assert.doesNotMatch(plain, /script/);
    for (const text of [frame, plain]) {
      await paste(page, text, { ready: false });
      const size = await page.run("() => { const { width, height } = document.querySelector('iframe').getBoundingClientRect(); return [width, height > 200]; }");
      assert.deepEqual(size, [640, true]);
      await enter(page);
      const { totals } = await page.state();
      const counted = count(DATA, VIEW);
      assert.deepEqual([totals.view, totals.activities, totals.people], [VIEW, counted.activities, counted.people]);
      assert.deepEqual(await page.run(SHOWN), ["headline", "foot"], "a hidden facet has no chart");
      assert.equal(await page.run("() => report.getAttribute('lock')"), "kind");
      await page.driver.switchTo().defaultContent();
    }
  });

  test("the preview can be used, and its events do not reach the page", async () => {
    const page = at();
    await openBuilder(page);
    const result = await page.run(`() => {
      const events = [];
      for (const name of ["ready", "change", "error"]) document.addEventListener("outreach-report:" + name, () => events.push(name));
      const preview = root.querySelector(".preview-page outreach-report");
      preview.view = "sdg=5";
      return { events, preview: preview.totals.activities, view: report.view };
    }`);
    assert.deepEqual(result, { events: [], preview: count(DATA, "sdg=5").activities, view: VIEW });
    await choose(page, "Theme", "Locked");
    assert.match((await code(page, "Element"))[0], /view="country=BT&amp;year=2022" lock="theme"/, "the code has the view that the builder was opened from");
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    assert.equal(await page.run("() => location.hash"), `#${VIEW}`);
    assert.deepEqual(await page.faults(), []);
  });

  test("the keyboard reaches everything in order, and the focus stays on a block that moves", async () => {
    const page = at();
    await openBuilder(page);
    await page.until("() => inside.focused().id === 'dialog-title'");
    assert.equal(await page.run("() => root.querySelector('.dialog-body').scrollTop"), 0);
    const names = [];
    for (let presses = 0; presses < 5; presses += 1) {
      await page.keys(Key.TAB);
      names.push(await page.run("() => { const element = inside.focused(); return element.ariaLabel ?? element.closest('label').textContent.trim(); }"));
    }
    assert.deepEqual(names, ["Close", "Headline", "Move up: Headline", "Move down: Headline", "Totals"]);
    await page.focus("button", "Move down: Headline");
    for (const position of [2, 3]) {
      await page.keys(Key.ENTER);
      await page.until("(status) => root.querySelector('.blocks [role=status]').textContent === status", `Headline: ${position} of 13`);
      await page.until("() => inside.focused().ariaLabel === 'Move down: Headline'");
    }
    assert.match((await code(page, "Element"))[0], /parts="tiles filters headline chips /);
    await page.focus("button", "Move up: Totals");
    await page.keys(Key.ENTER);
    assert.match((await code(page, "Element"))[0], /parts="tiles filters headline chips /, "the first block cannot move up");
  });

  test("the code stays in sight while choosing, and the preview has the window of a desk or of a phone", async () => {
    const page = at();
    await openBuilder(page);
    const inSight = () => page.run(`() => {
      const body = root.querySelector(".dialog-body").getBoundingClientRect();
      return [".piece textarea", ".piece .copy button", ".preview-box"].filter((selector) => {
        const { top, bottom } = root.querySelector(selector).getBoundingClientRect();
        return top >= body.top && bottom <= body.bottom + 1;
      });
    }`);
    const all = [".piece textarea", ".piece .copy button", ".preview-box"];
    assert.deepEqual(await inSight(), all);
    await page.run("() => root.querySelector('.builder .pinning').scrollIntoView({ block: 'end' })");
    assert.deepEqual(await inSight(), all, "at the end of the choices too");
    const shown = () => page.run(`() => {
      const page = root.querySelector(".preview-page");
      const box = root.querySelector(".preview-box");
      return { width: getComputedStyle(page).getPropertyValue("--width"), fits: box.scrollWidth <= box.clientWidth, compact: page.querySelector("outreach-report").shadowRoot.querySelector(".report").clientWidth < 720 };
    }`);
    assert.deepEqual(await shown(), { width: "1120px", fits: true, compact: false });
    await page.press("button", "Phone");
    await page.until("() => inside.find.button('Phone').ariaPressed === 'true'");
    assert.deepEqual(await shown(), { width: "390px", fits: true, compact: true });
    // A frame of a chosen width is shown in that width, where the window is not narrower.
    await fill(page, "Width of a frame, pixels", "640");
    await page.press("button", "Desk");
    await page.until("() => getComputedStyle(root.querySelector('.preview-page')).getPropertyValue('--width') === '640px'");
  });

  test("the last block cannot be removed", async () => {
    const page = at();
    await openBuilder(page);
    await keepBlocks(page, "Totals");
    const disabled = await page.run("() => [...root.querySelectorAll('.blocks li')].filter((row) => row.querySelector('input').disabled).map((row) => row.textContent.trim())");
    assert.deepEqual(disabled, ["Totals"]);
    assert.match((await code(page, "Element"))[0], /parts="tiles"/);
  });

  test("code is copied, sizes stay within limits, and a prefix can be set only if the view is in the address", async () => {
    const page = at();
    await openBuilder(page);
    await page.run("() => { window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } }); }");
    assert.equal(await page.has("field", "Prefix, where a page has several"), false);
    await choose(page, "View in the page’s address", "Yes, after ?");
    await fill(page, "Prefix, where a page has several", "a b&\"-");
    await page.until("() => inside.find.field('Prefix, where a page has several').value === 'ab-'");
    await fill(page, "Height of a frame, pixels", "5");
    await page.until("() => inside.find.field('Height of a frame, pixels').value === '200'");
    const [element] = await code(page, "Element");
    assert.match(element, /sync="query" prefix="ab-"/);
    assert.match((await code(page, "Frame"))[0], /height="200"/);
    await page.press("button", "Copy code");
    await page.until("() => root.querySelector('.piece [role=status]').textContent === 'Copied'");
    assert.deepEqual(await page.run("() => window.copied"), await page.run("() => [root.querySelector('.piece textarea').value]"));
    await fill(page, "Height of a frame, pixels", "tall");
    await page.until(`() => (${SHOWN_CODE})()[0].includes('height="900"')`);
  });

  test("pinned code has the hash of the script, and works", async () => {
    const page = at();
    await openBuilder(page);
    await choose(page, "Script", "As of today");
    await choose(page, "Data", "As of today");
    assert.match(await page.text("one", ".pinning"), new RegExp(`script of ${RELEASE.folder}, the data of ${RELEASE.updated}`));
    const [text] = await code(page, "Element");
    assert.ok(text.includes(`${server.origin}/${RELEASE.folder}/outreach-report.js" integrity="${RELEASE.integrity["outreach-report.js"]}"`), text);
    assert.doesNotMatch(text, / src="[^"]*json"/);
    await paste(page, text);
    assert.equal((await page.state()).totals.activities, count(DATA, VIEW).activities);
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog.dialog[open] .records')");
    const requested = server.paths().filter((path) => path.includes("outreach-report"));
    assert.ok(requested.length >= 4 && requested.every((path) => path.startsWith(`/${RELEASE.folder}/`)), String(requested));
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    // From a pinned report too, the code uses the host's top folder; the link leads to the numbers of the pinned version.
    await page.press("button", "Share, cite, download");
    await page.until("() => root.querySelector('dialog.dialog[open] .share-embed')");
    assert.equal(await page.run("() => root.querySelector('.share-link input').value"), `${server.origin}/${RELEASE.folder}/embed.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`);
    await openRow(page, "report");
    await page.press("button", "Make the code …");
    assert.ok((await code(page, "Element"))[0].includes(`src="${server.origin}/outreach-report.js"`));
    assert.deepEqual(await page.faults(), []);
  });

  test("a pinned report with a changed byte is refused: the script, the WebAssembly, the dialogs", async () => {
    const page = at();
    await openBuilder(page);
    await choose(page, "Script", "As of today");
    const [text] = await code(page, "Element");
    assert.ok(text.includes(`src="${server.origin}/data/activities.json"`), "the newest data for a pinned script");
    const file = (name) => `${RELEASE.folder}/${name}`;

    tamper(file("outreach-report_bg.wasm"));
    await paste(page, text, { ready: false });
    await page.until("() => root?.querySelector('.failure')?.textContent.includes('is not that of the version')");
    assert.equal(await page.run("() => report.totals"), null);
    restore(file("outreach-report_bg.wasm"));

    for (const name of [DIALOGS, "outreach-report-dialogs_bg.wasm"]) {
      tamper(file(name));
      await paste(page, text);
      await page.press("button", "How we count");
      await page.until("() => root.querySelector('dialog[open] p')?.textContent.includes('could not be loaded')");
      await page.press("button", "Close");
      restore(file(name));
    }
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog.dialog[open] .records')");

    tamper(file("outreach-report.js"));
    await paste(page, text, { ready: false });
    await page.until("() => document.readyState === 'complete'");
    assert.equal(await page.run("() => Boolean(customElements.get('outreach-report'))"), false);
    assert.equal(await page.run("() => document.querySelector('outreach-report a').innerText"), DATA.title, "the fallback link to the page stays");
    restore(file("outreach-report.js"));
  });

  test("pinned data and a pinned frame show the right numbers", async () => {
    const page = at();
    await openBuilder(page);
    await choose(page, "Data", "As of today");
    const [element] = await code(page, "Element");
    assert.ok(element.includes(`src="${server.origin}/data/${RELEASE.updated}/activities.json"`), element);
    await paste(page, element);
    assert.deepEqual((await page.state()).totals.people, count(DATA, VIEW).people);
    assert.ok(server.paths().includes(`/data/${RELEASE.updated}/activities.json`));
    await openBuilder(page);
    await choose(page, "Script", "As of today");
    await choose(page, "Data", "As of today");
    const [frame] = await code(page, "Frame");
    assert.ok(frame.includes(`src="${server.origin}/${RELEASE.folder}/embed.html#country=BT&amp;year=2022"`), frame);
    await paste(page, frame, { ready: false });
    await enter(page);
    assert.deepEqual((await page.state()).totals.people, count(DATA, VIEW).people);
    await page.driver.switchTo().defaultContent();
  });

  test("options that cannot be pinned are disabled, with the reason", async () => {
    const page = at();
    const disabled = () => page.run("() => [...root.querySelectorAll('.builder option:disabled')].map((element) => element.closest('label').querySelector('span').textContent)");
    await openBuilder(page, "/bare.html");
    assert.deepEqual(await disabled(), ["Script", "Data"]);
    assert.match(await page.text("one", ".pinning"), /no version\.json/);
    assert.ok((await code(page, "Element"))[0].includes(`src="${server.origin}/bare/outreach-report.js"`));
    await openBuilder(page, "/own.html");
    assert.deepEqual(await disabled(), ["Data"]);
    const [text] = await code(page, "Element");
    assert.ok(text.includes(`<outreach-report src="${server.origin}/own.json" view="year=2022" hide="donor">`), text);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desktop", 1280]] : [["desktop", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing overflows`, async () => {
        const page = at();
        const phone = name === "phone";
        await page.driver.manage().window().setRect({ width, height: 900 });
        if (phone) await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        try {
          await openBuilder(page, `/${theme}.html#${VIEW}`);
          await shootWindow(page, `builder-${name}-${theme}`);
          for (const form of ["Element", "Frame", "WordPress"]) {
            await code(page, form);
            const overflowing = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen, input, textarea, select, .preview-page, .preview-page *)')].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline').map((element) => element.className || element.tagName)");
            assert.deepEqual(overflowing, [], form);
            // The preview stays as it is while the form of the code changes.
            assert.deepEqual(await violations(page, OPEN_DIALOG, form === "Element" ? null : ".preview-page"), [], form);
            await shootWindow(page, `builder-${name}-${theme}-${form.toLowerCase()}`);
          }
          await page.run("() => root.querySelector('.preview').scrollIntoView()");
          await shootWindow(page, `builder-${name}-${theme}-preview`);
        } finally {
          if (phone) await page.chromium("Emulation.clearDeviceMetricsOverride");
          await page.driver.manage().window().setRect({ width: 1280, height: 900 });
        }
      });
    }
  }
});
