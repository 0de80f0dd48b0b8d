// The embed builder: what is chosen in the dialog is what the pasted code shows, as an element, in a frame and pinned.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count } from "./support/naive.mjs";
import { Key, until } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const VIEW = "country=BT&year=2022";
const PARTS = ["Headline", "Active filters", "Filters", "Totals", "By year", "By country", "By Sustainable Development Goal", "By country and year", "By kind of activity", "By audience", "By donor", "Activities", "How we count, and sharing"];
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

/** Opens the builder, and waits until its preview shows something and it knows what can be pinned. */
async function build(page, path = `/light.html#${VIEW}`) {
  await page.mount(path);
  await page.press("button", "Share, cite, download");
  await page.until("() => root.querySelector('dialog.dialog[open] .share-embed')");
  await page.press("button", "Make the code …");
  await page.until("() => root.querySelector('.preview-page outreach-report')?.totals");
  await page.until("() => root.querySelector('.pinning').textContent");
}

/** Chooses a name in the list of this label. */
function choose(page, label, name) {
  return page.run(
    `(label, name) => {
      const field = [...root.querySelectorAll(".builder .field")].find((one) => one.querySelector("span").textContent === label).querySelector("select");
      const option = [...field.options].find((one) => one.textContent === name);
      if (option.disabled) throw new Error(name + " cannot be chosen");
      field.selectedIndex = option.index;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
    label, name,
  );
}

/** Types into the field of this label, and leaves it. */
async function fill(page, label, text) {
  // Not by a press: Firefox brings a field into the middle now one pixel higher, now one lower, and `point` waits for rest.
  await page.run("(name) => { const field = inside.find.field(name); field.focus(); field.select(); }", label);
  await page.keys(Key.BACK_SPACE, ...text, Key.TAB);
}

/** Takes out every block but these. */
async function keep(page, ...names) {
  await page.run(
    `(...gone) => {
      const box = (name) => [...root.querySelectorAll(".blocks li")].find((row) => row.textContent.trim() === name).querySelector("input");
      gone.forEach((name) => box(name).click());
    }`,
    ...PARTS.filter((name) => !names.includes(name)),
  );
}

const move = (page, how, block) => page.press("button", `Move ${how}: ${block}`);

/** The code of a form, by the name of its button. */
async function code(page, form) {
  await page.press("button", form);
  await page.until("(form) => [...root.querySelectorAll('.embed-code .forms button')].find((one) => one.textContent === form).ariaPressed === 'true'", form);
  return page.run("() => [...root.querySelectorAll('.piece textarea')].map((field) => field.value)");
}

/** A page of a partner with the code in it and nothing else of ours. */
async function paste(page, text, options) {
  server.add("/pasted.html", html(`<main><h1>A partner</h1>${text}</main>`, { script: "" }));
  server.forget();
  await page.open("/pasted.html", options);
}

/** Goes into the page's frame, once that is there: a lazy one comes after the page, and a page that goes takes the
 * question with it. */
async function enter(page) {
  const there = async () => {
    await page.driver.switchTo().defaultContent();
    await page.driver.switchTo().frame(0);
    return page.run("() => location.protocol === 'http:' && document.readyState === 'complete' && Boolean(report)");
  };
  await until(() => there().catch(() => false), "the frame");
  await page.ready();
}

/** The blocks that a report shows, in their order. */
const SHOWN = "() => [...root.querySelectorAll('[part]')].map((one) => one.getAttribute('part')).filter((part) => /^(headline|chips|filters|tiles|year|country|sdg|matrix|kind|audience|donor|table|foot)$/.test(part))";

/** Changes a byte of a built file where the test server gives it out. */
function tamper(path) {
  const bytes = Buffer.from(readFileSync(join(DIST, path)));
  // The last letter of a text: the file still makes sense.
  bytes[bytes.length - 1] ^= 1;
  server.add(`/${path}`, bytes);
}

const mend = (path) => server.add(`/${path}`, readFileSync(join(DIST, path)));

inEachEngine(() => server, (at, engine) => {
  test("the element's code shows what was chosen, and so does the preview", async () => {
    const page = at();
    await build(page);
    await keep(page, "Headline", "Totals", "By year", "Activities");
    await move(page, "up", "By year");
    await choose(page, "Country", "Locked");
    await choose(page, "Donor", "Hidden");
    await choose(page, "Colours", "Dark");
    await page.until("() => root.querySelector('.preview-page outreach-report').getAttribute('theme') === 'dark'");
    const preview = await page.run(`() => {
      const report = root.querySelector(".preview-page outreach-report");
      return Object.fromEntries([...report.attributes].map(({ name, value }) => [name, value]));
    }`);
    const wanted = { view: VIEW, parts: "headline year tiles table", lock: "country", hide: "donor", theme: "dark" };
    assert.deepEqual(preview, wanted);
    const [text] = await code(page, "Element");
    assert.equal(text.split("\n").length, 2);
    assert.deepEqual(await page.faults(), []);
    await paste(page, text);
    assert.deepEqual(await page.run("() => Object.fromEntries([...report.attributes].map(({ name, value }) => [name, value]))"), wanted);
    const { totals } = await page.state();
    const counted = count(DATA, VIEW);
    assert.deepEqual([totals.view, totals.activities, totals.people], [VIEW, counted.activities, counted.people]);
    assert.deepEqual(await page.run(SHOWN), ["headline", "year", "tiles", "table", "foot"], "the licence stays");
    assert.deepEqual(await page.faults(), []);
  });

  test("the frame's code shows what was chosen, and so does its block without a script", async () => {
    const page = at();
    await build(page);
    await keep(page, "Headline", "By year");
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

  test("the preview can be tried, and the page does not hear of it", async () => {
    const page = at();
    await build(page);
    const said = await page.run(`() => {
      const heard = [];
      for (const name of ["ready", "change", "error"]) document.addEventListener("outreach-report:" + name, () => heard.push(name));
      const preview = root.querySelector(".preview-page outreach-report");
      preview.view = "sdg=5";
      return { heard, preview: preview.totals.activities, view: report.view };
    }`);
    assert.deepEqual(said, { heard: [], preview: count(DATA, "sdg=5").activities, view: VIEW });
    await choose(page, "Theme", "Locked");
    assert.match((await code(page, "Element"))[0], /view="country=BT&amp;year=2022" lock="theme"/, "the code keeps the view from which one came");
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    assert.equal(await page.run("() => location.hash"), `#${VIEW}`);
    assert.deepEqual(await page.faults(), []);
  });

  test("the keyboard reaches everything in order, and stays with a block that moves", async () => {
    const page = at();
    await build(page);
    await page.until("() => inside.focused().classList.contains('dialog-body')");
    assert.equal(await page.run("() => root.querySelector('.dialog-body').scrollTop"), 0);
    const names = [];
    for (let at = 0; at < 4; at += 1) {
      await page.keys(Key.TAB);
      names.push(await page.run("() => { const one = inside.focused(); return one.ariaLabel ?? one.closest('label').textContent.trim(); }"));
    }
    assert.deepEqual(names, ["Headline", "Move up: Headline", "Move down: Headline", "Active filters"]);
    await page.focus("button", "Move down: Headline");
    for (const at of [2, 3]) {
      await page.keys(Key.ENTER);
      await page.until("(said) => root.querySelector('.blocks [role=status]').textContent === said", `Headline: ${at} of 13`);
      await page.until("() => inside.focused().ariaLabel === 'Move down: Headline'");
    }
    assert.match((await code(page, "Element"))[0], /parts="chips filters headline tiles /);
    await page.focus("button", "Move up: Active filters");
    await page.keys(Key.ENTER);
    assert.match((await code(page, "Element"))[0], /parts="chips filters headline tiles /, "nothing is above the first");
  });

  test("the last block stays", async () => {
    const page = at();
    await build(page);
    await keep(page, "Totals");
    const disabled = await page.run("() => [...root.querySelectorAll('.blocks li')].filter((row) => row.querySelector('input').disabled).map((row) => row.textContent.trim())");
    assert.deepEqual(disabled, ["Totals"]);
    assert.match((await code(page, "Element"))[0], /parts="tiles"/);
  });

  test("code is copied, sizes stay within limits, and a prefix is asked for where it counts", async () => {
    const page = at();
    await build(page);
    await page.run("() => { window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => (window.copied.push(text), Promise.resolve()) } }); }");
    assert.equal(await page.has("field", "Prefix, where a page has several"), false);
    await choose(page, "View in the page’s address", "Yes, after ?");
    await fill(page, "Prefix, where a page has several", "a b&\"-");
    await page.until("() => inside.find.field('Prefix, where a page has several').value === 'ab-'");
    await fill(page, "Height of a frame, pixels", "5");
    assert.equal(await page.run("() => inside.find.field('Height of a frame, pixels').value"), "200");
    const [element] = await code(page, "Element");
    assert.match(element, /sync="query" prefix="ab-"/);
    assert.match((await code(page, "Frame"))[0], /height="200"/);
    await page.press("button", "Copy code");
    await page.until("() => root.querySelector('.piece [role=status]').textContent === 'Copied'");
    assert.deepEqual(await page.run("() => window.copied"), await page.run("() => [root.querySelector('.piece textarea').value]"));
    await fill(page, "Height of a frame, pixels", "tall");
    assert.match((await code(page, "Frame"))[0], /height="900"/);
  });

  test("pinned, it comes with the hash of every byte, and works", async () => {
    const page = at();
    await build(page);
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
    const asked = server.paths().filter((path) => path.includes("outreach-report"));
    assert.ok(asked.length >= 4 && asked.every((path) => path.startsWith(`/${RELEASE.folder}/`)), String(asked));
    await page.keys(Key.ESCAPE);
    await page.until("() => !root.querySelector('dialog')");
    // From a pinned report too, the code is that of the host's own folder, and the link that of its page.
    await page.press("button", "Share, cite, download");
    await page.until("() => root.querySelector('dialog.dialog[open] .share-embed')");
    assert.equal(await page.run("() => root.querySelector('.share-link input').value"), `${server.origin}/index.html#${VIEW}&lang=en&was=2026-11-22~8834..~11`);
    await page.press("button", "Make the code …");
    assert.ok((await code(page, "Element"))[0].includes(`src="${server.origin}/outreach-report.js"`));
    assert.deepEqual(await page.faults(), []);
  });

  test("a pinned report with a changed byte is refused: script, WebAssembly, dialogs", async () => {
    const page = at();
    await build(page);
    await choose(page, "Script", "As of today");
    const [text] = await code(page, "Element");
    assert.ok(text.includes(`src="${server.origin}/data/activities.json"`), "the newest data for a pinned script");
    const file = (name) => `${RELEASE.folder}/${name}`;

    tamper(file("outreach-report_bg.wasm"));
    await paste(page, text, { ready: false });
    await page.until("() => root?.querySelector('.failure')?.textContent.includes('is not that of the version')");
    assert.equal(await page.run("() => report.totals"), null);
    mend(file("outreach-report_bg.wasm"));

    for (const name of [DIALOGS, "outreach-report-dialogs_bg.wasm"]) {
      tamper(file(name));
      await paste(page, text);
      await page.press("button", "How we count");
      await page.until("() => root.querySelector('dialog[open] p')?.textContent.includes('could not be loaded')");
      await page.press("button", "Close");
      mend(file(name));
    }
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog.dialog[open] .records')");

    tamper(file("outreach-report.js"));
    await paste(page, text, { ready: false });
    await page.until("() => document.readyState === 'complete'");
    assert.equal(await page.run("() => Boolean(customElements.get('outreach-report'))"), false);
    assert.equal(await page.run("() => document.querySelector('outreach-report p').innerText"), DATA.title, "the link to the page stays");
    mend(file("outreach-report.js"));
  });

  test("pinned data and a pinned frame show what they are of", async () => {
    const page = at();
    await build(page);
    await choose(page, "Data", "As of today");
    const [element] = await code(page, "Element");
    assert.ok(element.includes(`src="${server.origin}/data/${RELEASE.updated}/activities.json"`), element);
    await paste(page, element);
    assert.deepEqual((await page.state()).totals.people, count(DATA, VIEW).people);
    assert.ok(server.paths().includes(`/data/${RELEASE.updated}/activities.json`));
    await build(page);
    await choose(page, "Script", "As of today");
    await choose(page, "Data", "As of today");
    const [frame] = await code(page, "Frame");
    assert.ok(frame.includes(`src="${server.origin}/${RELEASE.folder}/embed.html#country=BT&amp;year=2022"`), frame);
    await paste(page, frame, { ready: false });
    await enter(page);
    assert.deepEqual((await page.state()).totals.people, count(DATA, VIEW).people);
    await page.driver.switchTo().defaultContent();
  });

  test("what cannot be pinned is greyed, and it is said why", async () => {
    const page = at();
    const greyed = () => page.run("() => [...root.querySelectorAll('.builder option:disabled')].map((one) => one.closest('label').querySelector('span').textContent)");
    await build(page, "/bare.html");
    assert.deepEqual(await greyed(), ["Script", "Data"]);
    assert.match(await page.text("one", ".pinning"), /no version\.json/);
    assert.ok((await code(page, "Element"))[0].includes(`src="${server.origin}/bare/outreach-report.js"`));
    await build(page, "/own.html");
    assert.deepEqual(await greyed(), ["Data"]);
    const [text] = await code(page, "Element");
    assert.ok(text.includes(`<outreach-report src="${server.origin}/own.json" view="year=2022" hide="donor">`), text);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desk", 1280]] : [["desk", 1280]]) {
    for (const theme of engine === "chromium" ? ["light", "dark"] : ["light"]) {
      test(`${name}, ${theme}: accessible, and nothing runs over`, async () => {
        const page = at();
        const phone = name === "phone";
        await page.driver.manage().window().setRect({ width, height: 900 });
        if (phone) await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        try {
          await build(page, `/${theme}.html#${VIEW}`);
          await shootWindow(page, `builder-${name}-${theme}`);
          for (const form of ["Element", "Frame", "WordPress"]) {
            await code(page, form);
            const over = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen, input, textarea, select, .preview-page, .preview-page *)')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.className || one.tagName)");
            assert.deepEqual(over, [], form);
            assert.deepEqual(await violations(page), [], form);
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
