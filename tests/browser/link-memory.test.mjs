// Link memory: a shared link contains the version of its data and the number of its view. If the data have changed when it
// is opened, the page states both numbers and lists what changed.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { archive } from "../../xtask/npm/archive-data.mjs";
import { OPEN_DIALOG } from "./support/dialog.mjs";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count, inWords } from "./support/oracle.mjs";
import { Key, until } from "./support/page.mjs";
import { CAPTURE_SAVES } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
const VIEW = "country=BT";
const DAY = DATA.updated;

/** The data a year later: four records of the view added, one count corrected, one record removed. */
const LATER = structuredClone(DATA);
LATER.updated = "2027-11-22";
const inView = (record) => record.countries.includes("BT") && record.countries.length === 1 && record.scope !== "project-total";
const corrected = LATER.activities.find((record) => inView(record) && record.reach.some((entry) => entry.status === "reached" && entry.count > 20));
const entry = corrected.reach.find((reach) => reach.status === "reached" && reach.count > 20);
const [oldCount, newCount] = [entry.count, entry.count + 1_000];
entry.count = newCount;
const removed = LATER.activities.findLast((record) => inView(record) && record !== corrected && !record.overlap);
LATER.activities = LATER.activities.filter((record) => record !== removed);
for (const month of [1, 2, 3, 4]) {
  LATER.activities.push({ id: `later-${month}`, title: `A training of ${month}`, countries: ["BT"], date: `2027-0${month}`, reach: [{ status: "reached", count: 30 + month, audience: "students" }] });
}
LATER.activities.push({ id: "later-elsewhere", title: "Not of this view", countries: ["LK"], date: "2027" });

const people = (document, view) => inWords(count(document, view).people);
const WAS = `People reached, as reported: was ${people(DATA, VIEW)} on 22 November 2026; now ${people(LATER, VIEW)}`;
const WITH_CHANGES = `${WAS}: 4 added, 1 corrected, 1 removed.`;
const NOT_KEPT = "The data of that day are not kept here, so what changed cannot be listed.";

let server;
before(async () => {
  server = await serve();
  serveAxe(server);
  const show = (path, attributes, rest = {}, head = "") => server.add(path, html(`<main><h1>A test</h1><outreach-report ${attributes}></outreach-report></main>`, { head }), rest);
  const dark = "<style>body { margin: 0 20px; background: #12191f; color: #fff }</style>";
  show("/report/page.html", 'src="data/set.json" sync="hash"');
  show("/report/dark.html", 'src="data/set.json" sync="hash" theme="dark"', {}, dark);
  show("/report/view.html", `src="data/set.json" view="${VIEW}&amp;was=${DAY}~1..~1"`);
  show("/report/query.html", 'src="data/set.json" sync="query" prefix="r-"');
  show("/report/strict.html", 'src="data/set.json" sync="hash"', { headers: { "content-security-policy": POLICY } });
  show("/report/pinned.html", 'src="data/2027-11-22/set.json" sync="hash"');
  show("/report/locked.html", 'src="data/set.json" sync="hash" lock="country" view="country=IN"');
  show("/report/unkept.html", 'src="unkept/set.json" sync="hash"');
  show("/built-in.html", 'sync="hash"');
  server.add("/report/unkept/set.json", LATER);
  server.add("/report/data/2027-11-22/set.json", LATER);
  publish();
  // A host on which the dialogs are missing.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html('<h1>A test</h1><outreach-report sync="hash"></outreach-report>', { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
});
after(() => server.close());

/** Publishes the first version, or the later one with the first one kept in a folder beside it. */
function publish(later = false) {
  server.add("/report/data/set.json", later ? LATER : DATA);
  if (later) server.add(`/report/data/${DAY}/set.json`, DATA);
}

const notice = (page) => page.run("() => [...root.querySelectorAll('.memory [role=status] p')].map((line) => line.textContent)");

/** Waits until the notice about the link has a text, and returns its lines. */
async function shownNotice(page) {
  await page.until("() => Boolean(root.querySelector('.memory [role=status] p'))");
  return notice(page);
}

/** Waits until the dialogs have checked the link and the notice is empty. */
async function untilNoNotice(page) {
  await page.until("() => Boolean(root.querySelector('.memory') && !root.querySelector('.memory p'))");
}

/** The link that the share dialog offers for the view, and the citation below it. */
async function shareLink(page) {
  await page.press("button", "Share, cite, download");
  await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .share-link input'))");
  await page.run(CAPTURE_SAVES);
  await page.press("button", "Copy link");
  const [link] = await page.run("() => window.copied");
  const field = await page.run("() => root.querySelector('.share-link input').value");
  const citation = await page.run("() => root.querySelector('.share-citation pre').textContent");
  await page.keys(Key.ESCAPE);
  await page.until("() => !root.querySelector('dialog')");
  assert.equal(link, field);
  return { link, citation };
}

test("a build keeps earlier versions of the data and never overwrites one", () => {
  const staging = mkdtempSync(join(tmpdir(), "outreach-keep-"));
  const read = (day) => readFileSync(join(staging, "data", day, "activities.json"), "utf8");
  // Trunk copies the earlier versions from static/data/<day>/.
  mkdirSync(join(staging, "data/2026-01-01"), { recursive: true });
  writeFileSync(join(staging, "data/2026-01-01/activities.json"), "earlier");
  archive(staging, "2026-11-22", Buffer.from("present"));
  assert.deepEqual([read("2026-01-01"), read("2026-11-22")], ["earlier", "present"]);
  // Building the same version again is allowed.
  archive(staging, "2026-11-22", Buffer.from("present"));
  assert.throws(() => archive(staging, "2026-01-01", Buffer.from("present")), /give the data set a new date/);
  assert.equal(read("2026-01-01"), "earlier");
  rmSync(staging, { recursive: true });
  // Trunk copies the whole folder, and the present build has kept its own version.
  assert.match(readFileSync(join(import.meta.dirname, "../../index.html"), "utf8"), /rel="copy-dir" href="static\/data"/);
  assert.deepEqual(JSON.parse(readFileSync(join(DIST, "data", DAY, "activities.json"))), DATA);
});

inEachEngine(() => server, (at, engine) => {
  test("a link from the share dialog, opened after the data have changed", async () => {
    const page = at();
    publish();
    server.forget();
    await page.mount(`/report/page.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("dialogs")), [], "without a link memory the dialogs are not requested");
    const { link, citation } = await shareLink(page);
    const { people: { low, high }, activities } = count(DATA, VIEW);
    assert.equal(high, null);
    assert.equal(link, `${server.origin}/report/page.html#${VIEW}&lang=en&was=${DAY}~${low}..~${activities}`);
    assert.ok(citation.includes(`#${VIEW}&lang=en `) && !citation.includes("was="), citation);
    const path = link.slice(server.origin.length);

    // As long as the data are the same, there is no notice and no request for earlier data.
    server.forget();
    await page.mount(path);
    await untilNoNotice(page);
    assert.equal((await page.state()).view, VIEW);
    assert.deepEqual(server.paths().filter((path) => path.includes(DAY)), []);
    assert.equal((await page.state()).notice, "");

    publish(true);
    await page.mount(path);
    assert.deepEqual(await shownNotice(page), [WITH_CHANGES, `Activities: was ${activities}; now ${activities + 3}.`]);
    assert.equal((await page.state()).view, VIEW, "the link memory is not part of the view");
    assert.deepEqual((await page.state()).totals, count(LATER, VIEW));
    assert.ok(server.paths().includes(`/report/data/${DAY}/set.json`));

    await page.press("button", "What changed");
    await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
    assert.equal(await page.text("one", "dialog h2"), "What changed since 22 November 2026");
    const groups = await page.run("() => [...root.querySelectorAll('dialog .records')].map((group) => [group.querySelector('h3').textContent, [...group.querySelectorAll('.what')].map((what) => what.textContent)])");
    assert.deepEqual(groups, [
      ["Corrected · 1", [corrected.title]],
      ["Added · 4", [1, 2, 3, 4].map((month) => `A training of ${month}`)],
      ["Removed · 1", [removed.title]],
    ]);
    const lines = await page.run("() => [...root.querySelectorAll('dialog .records')][0].querySelector('.counts').textContent");
    assert.ok(lines.includes(oldCount.toLocaleString("en-GB")) && lines.includes(newCount.toLocaleString("en-GB")), lines);
    const shows = await page.run("() => [...root.querySelectorAll('dialog li .plain')].map((button) => button.ariaLabel)");
    assert.deepEqual(shows, [corrected.title, ...[1, 2, 3, 4].map((month) => `A training of ${month}`)].map((title) => `Show the record: ${title}`));
    // A record that still exists opens in the table.
    await page.press("button", "Show the record: A training of 3");
    await page.until("() => Boolean(!root.querySelector('dialog') && root.querySelector('tbody.open'))");
    assert.equal(await page.text("one", "tbody.open button.title"), "A training of 3");
    assert.equal((await page.state()).view, VIEW);
    assert.deepEqual(await page.faults(), []);
  });

  test("the notice about a link is shown as long as its view, and until it is dismissed", async () => {
    const page = at();
    publish(true);
    await page.mount(`/report/page.html#${VIEW}&lang=en&was=${DAY}~1..~1`);
    await shownNotice(page);
    // Another order of the table counts as the same view.
    await page.press("heading", "Activity");
    await page.until("(view) => report.view === view", `${VIEW}&sort=title`);
    assert.equal((await notice(page)).length, 3);
    await page.press("pick", "year", "year=2022");
    await untilNoNotice(page);
    assert.equal((await page.state()).view, `${VIEW}&year=2022&sort=title`);
    await page.back();
    assert.equal((await shownNotice(page)).length, 3);
    await page.press("button", "Dismiss");
    await untilNoNotice(page);
    await page.back();
    await page.until("(view) => report.view === view", VIEW);
    await page.forward();
    await page.until("(view) => report.view === view", `${VIEW}&sort=title`);
    assert.deepEqual(await notice(page), []);
    assert.deepEqual(await page.faults(), []);
  });

  test("without the earlier data, only the numbers are stated", async () => {
    const page = at();
    const { people: { low }, activities } = count(DATA, VIEW);
    await page.mount(`/report/unkept.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
    assert.deepEqual(await shownNotice(page), [`${WAS}.`, `Activities: was ${activities}; now ${activities + 3}.`, NOT_KEPT]);
    assert.equal(await page.has("button", "What changed"), false);
    // A page that a server sends for every address, or data of another day, do not count as the earlier data.
    for (const body of ["<!doctype html><title>Home</title>", { ...DATA, updated: "2026-11-21" }]) {
      server.add(`/report/unkept/${DAY}/set.json`, body);
      await page.mount(`/report/unkept.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
      assert.equal((await shownNotice(page)).at(-1), NOT_KEPT);
    }
    server.add(`/report/unkept/${DAY}/set.json`, "not here", { status: 404 });
  });

  test("a number that does not agree with the data is attributed to the link", async () => {
    const page = at();
    publish(true);
    const { activities } = count(DATA, VIEW);
    await page.mount(`/report/page.html#${VIEW}&was=${DAY}~99999~7`);
    assert.deepEqual((await shownNotice(page)).at(-1), `The link said 99,999 (7 activities); the data of that day give ${people(DATA, VIEW)} (${activities} activities).`);
    await page.mount(`/report/page.html#${VIEW}&was=2027-11-22~99999~7`);
    assert.match((await shownNotice(page))[0], /^The link said 99,999 \(7 activities\)\. The data are still those of 22 November 2027/);
    await page.mount(`/report/page.html#${VIEW}&was=2030~99999~7`);
    assert.match((await shownNotice(page))[0], /^The link is from newer data: 99,999 \(7 activities\) on 2030\./);
  });

  test("an invalid link memory is named in the notice, requests nothing, and the view is shown", async () => {
    const page = at();
    for (const text of ["", "soon", "2026-11-22~many~2", "..%2F..%2Fsecret~1~1", "%2F%2F127.0.0.1:9%2Fx~1~1", "<img src=x onerror=window.ran=1>~1~1"]) {
      server.forget();
      await page.mount(`/report/page.html#${VIEW}&was=${text}`);
      const [first, second] = await shownNotice(page);
      assert.match(first, /^Part of the link was not understood/);
      assert.match(second, /^“.*” is no value for “was”\.$/);
      assert.equal((await page.state()).view, VIEW);
      assert.deepEqual(server.paths().filter((path) => /json$/.test(path)), ["/report/data/set.json"], text);
    }
    assert.equal(await page.run("() => window.ran"), null);
    // An EDTF date with a question mark is valid but cannot name a folder, so nothing is requested.
    server.forget();
    await page.mount(`/report/page.html#${VIEW}&was=2026-11-22%3F~1~1`);
    assert.equal((await shownNotice(page)).at(-1), NOT_KEPT);
    assert.deepEqual(server.paths().filter((path) => /json$/.test(path)), ["/report/data/set.json"]);
    assert.deepEqual(await page.faults(), []);
  });

  test("the memory is read from the attribute, the property, the query, an edited address, and with a pinned data set", async () => {
    const page = at();
    publish(true);
    const { people: { low }, activities } = count(DATA, VIEW);
    const memory = `was=${DAY}~${low}..~${activities}`;
    await page.mount("/report/view.html");
    assert.match((await shownNotice(page))[0], new RegExp(`was ${people(DATA, VIEW)} on`));
    assert.equal((await page.state()).view, VIEW);
    await page.run("(view) => { report.view = view }", `year=2022&was=${DAY}~1..~1`);
    assert.equal((await page.state()).view, "year=2022");
    await page.until("(text) => root.querySelector('.memory')?.textContent.includes(text)", "The link said at least 1 (1 activity)");

    await page.mount(`/report/query.html?other=1&r-${VIEW}&r-${memory}`);
    assert.equal((await shownNotice(page))[0], WITH_CHANGES);
    const { link } = await shareLink(page);
    const now = count(LATER, VIEW);
    assert.equal(link, `${server.origin}/report/query.html?other=1&r-${VIEW}&r-lang=en&r-was=2027-11-22~${now.people.low}..~${now.activities}`);

    await page.mount("/report/page.html");
    await page.run("(hash) => { location.hash = hash }", `${VIEW}&${memory}`);
    assert.equal((await shownNotice(page))[0], WITH_CHANGES);

    // Pinned data are in a folder named after their day; the earlier data are in a folder beside it.
    await page.mount(`/report/pinned.html#${VIEW}&${memory}`);
    assert.equal((await shownNotice(page))[0], WITH_CHANGES);

    // There is no notice if the page shows another view than that of the link.
    await page.mount(`/report/locked.html#${VIEW}&${memory}`);
    await untilNoNotice(page);
    assert.equal((await page.state()).view, "country=IN");
    assert.deepEqual(await page.faults(), []);
  });

  test("under a strict policy, and with the built-in data", async () => {
    const page = at();
    publish(true);
    const { people: { low }, activities } = count(DATA, VIEW);
    await page.mount(`/report/strict.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
    assert.equal((await shownNotice(page))[0], WITH_CHANGES);
    await page.press("button", "What changed");
    await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
    assert.deepEqual(await page.faults(), []);

    const earlier = structuredClone(DATA);
    earlier.updated = "2025-02-01";
    earlier.activities = earlier.activities.filter((record) => record.id !== removed.id);
    server.add("/data/2025-02-01/activities.json", earlier);
    const earlierTotals = count(earlier, VIEW);
    await page.mount(`/built-in.html#${VIEW}&was=2025-02-01~${earlierTotals.people.low}..~${earlierTotals.activities}`);
    assert.match((await shownNotice(page))[0], /on 1 February 2025.*1 added\.$/);

    // The single-file page requests nothing, wherever it is.
    server.forget();
    await page.mount(`/report.html#${VIEW}&was=2025-02-01~${earlierTotals.people.low}..~${earlierTotals.activities}`);
    assert.equal((await shownNotice(page)).at(-1), NOT_KEPT);
    assert.deepEqual(server.paths().filter((path) => !/\.html|favicon/.test(path)), []);
  });

  test("if the dialogs are missing, the report is shown without a notice or dialog", async () => {
    const page = at();
    server.forget();
    await page.mount(`/lost.html#${VIEW}&was=${DAY}~1..~1`);
    await page.until("() => report.totals");
    await until(() => server.paths().includes("/lost/outreach-report-dialogs.js"), "a request for the dialogs");
    await page.driver.executeAsyncScript("const done = arguments[0]; import('/lost/outreach-report-dialogs.js').catch(done);");
    await page.painted();
    assert.deepEqual([await page.run("() => root.querySelectorAll('dialog, .memory').length"), (await page.state()).view], [0, VIEW]);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desktop", 1280]] : [["desktop", 1280]]) {
    for (const theme of engine === "chromium" ? ["page", "dark"] : ["page"]) {
      test(`${name}, ${theme}: accessible, and nothing overflows`, async () => {
        const page = at();
        publish(true);
        const phone = name === "phone";
        await page.driver.manage().window().setRect({ width, height: 900 });
        if (phone) await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        try {
          await page.mount(`/report/${theme}.html#${VIEW}&was=${DAY}~12345..~7`);
          assert.equal((await shownNotice(page)).length, 3);
          assert.deepEqual(await violations(page), []);
          const overflows = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
          assert.equal(await page.run(overflows), false);
          await shootWindow(page, `remember-${name}-${theme}`);
          await page.press("button", "What changed");
          await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
          const overflowing = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen)')].filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline').map((element) => element.className || element.tagName)");
          assert.deepEqual(overflowing, []);
          assert.deepEqual(await violations(page, OPEN_DIALOG), []);
          await shootWindow(page, `remember-${name}-${theme}-list`);
        } finally {
          if (phone) await page.chromium("Emulation.clearDeviceMetricsOverride");
          await page.driver.manage().window().setRect({ width: 1280, height: 900 });
        }
      });
    }
  }
});
