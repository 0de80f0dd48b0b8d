// Links that remember: a shared link carries the version of its data and the number of its view. Opened when the data
// have changed, the page says both numbers, and lists what changed.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keep } from "../../xtask/npm/keep.mjs";
import { serveAxe, shootWindow, violations } from "./support/looks.mjs";
import { DATA, count, inWords } from "./support/naive.mjs";
import { Key, until } from "./support/page.mjs";
import { CATCH } from "./support/saving.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
const VIEW = "country=BT";
const DAY = DATA.updated;

/** The data a year later: four records more, one count corrected, one record gone. */
const LATER = structuredClone(DATA);
LATER.updated = "2027-11-22";
const inView = (record) => record.countries.includes("BT") && record.countries.length === 1 && record.scope !== "project-total";
const counted = LATER.activities.find((record) => inView(record) && record.reach.some((entry) => entry.status === "reached" && entry.count > 20));
const entry = counted.reach.find((one) => one.status === "reached" && one.count > 20);
const [was, is] = [entry.count, entry.count + 1_000];
entry.count = is;
const gone = LATER.activities.findLast((record) => inView(record) && record !== counted && !record.overlap);
LATER.activities = LATER.activities.filter((record) => record !== gone);
for (const at of [1, 2, 3, 4]) {
  LATER.activities.push({ id: `later-${at}`, title: `A training of ${at}`, countries: ["BT"], date: `2027-0${at}`, reach: [{ status: "reached", count: 30 + at, audience: "students" }] });
}
LATER.activities.push({ id: "later-elsewhere", title: "Not of this view", countries: ["LK"], date: "2027" });

const people = (document, view) => inWords(count(document, view).people);
const WAS = `People reached, as reported: was ${people(DATA, VIEW)} on 22 November 2026; now ${people(LATER, VIEW)}`;
const WHOLE = `${WAS}: 4 added, 1 corrected, 1 removed.`;
const GONE = "The data of that day are not kept here, so what changed cannot be listed.";

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
  // A host whose dialogs is missing.
  for (const name of ["outreach-report.js", "outreach-report_bg.wasm"]) server.add(`/lost/${name}`, readFileSync(join(DIST, name)), { type: name.endsWith("js") ? undefined : "application/wasm" });
  server.add("/lost.html", html('<h1>A test</h1><outreach-report sync="hash"></outreach-report>', { script: '<script type="module" src="/lost/outreach-report.js"></script>' }));
});
after(() => server.close());

/** Publishes the first version, and then the later one with the first beside it. */
function publish(later = false) {
  server.add("/report/data/set.json", later ? LATER : DATA);
  if (later) server.add(`/report/data/${DAY}/set.json`, DATA);
}

const notice = (page) => page.run("() => [...root.querySelectorAll('.memory [role=status] p')].map((line) => line.textContent)");

/** Waits until the notice says something, and gives it back. */
async function said(page) {
  await page.until("() => Boolean(root.querySelector('.memory [role=status] p'))");
  return notice(page);
}

/** Waits until the dialogs has answered and has nothing to say. */
async function silent(page) {
  await page.until("() => Boolean(root.querySelector('.memory') && !root.querySelector('.memory p'))");
}

/** The link that the dialog gives for the view, and the citation under it. */
async function shared(page) {
  await page.press("button", "Share, cite, download");
  await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .share-link input'))");
  await page.run(CATCH);
  await page.press("button", "Copy link");
  const [link] = await page.run("() => window.copied");
  const field = await page.run("() => root.querySelector('.share-link input').value");
  const citation = await page.run("() => root.querySelector('.share-citation pre').textContent");
  await page.keys(Key.ESCAPE);
  await page.until("() => !root.querySelector('dialog')");
  assert.equal(link, field);
  return { link, citation };
}

test("a build keeps earlier versions of the data, and never writes over one", () => {
  const staging = mkdtempSync(join(tmpdir(), "outreach-keep-"));
  const read = (day) => readFileSync(join(staging, "data", day, "activities.json"), "utf8");
  // What Trunk has copied from static/data/<day>/.
  mkdirSync(join(staging, "data/2026-01-01"), { recursive: true });
  writeFileSync(join(staging, "data/2026-01-01/activities.json"), "earlier");
  keep(staging, "2026-11-22", Buffer.from("present"));
  assert.deepEqual([read("2026-01-01"), read("2026-11-22")], ["earlier", "present"]);
  // The same version built again.
  keep(staging, "2026-11-22", Buffer.from("present"));
  assert.throws(() => keep(staging, "2026-01-01", Buffer.from("present")), /give the data set a new date/);
  assert.equal(read("2026-01-01"), "earlier");
  rmSync(staging, { recursive: true });
  // Trunk copies the whole folder, and this build has kept its own version.
  assert.match(readFileSync(join(import.meta.dirname, "../../index.html"), "utf8"), /rel="copy-dir" href="static\/data"/);
  assert.deepEqual(JSON.parse(readFileSync(join(DIST, "data", DAY, "activities.json"))), DATA);
});

inEachEngine(() => server, (at, engine) => {
  test("a link of the dialog, opened when the data have changed", async () => {
    const page = at();
    publish();
    server.forget();
    await page.mount(`/report/page.html#${VIEW}`);
    assert.deepEqual(server.paths().filter((path) => path.includes("dialogs")), [], "a link that remembers nothing asks for nothing");
    const { link, citation } = await shared(page);
    const { people: { low, high }, activities } = count(DATA, VIEW);
    assert.equal(high, null);
    assert.equal(link, `${server.origin}/report/page.html#${VIEW}&lang=en&was=${DAY}~${low}..~${activities}`);
    assert.ok(citation.includes(`#${VIEW}&lang=en `) && !citation.includes("was="), citation);
    const path = link.slice(server.origin.length);

    // As long as the data are the same, nothing is said, and no earlier data are asked for.
    server.forget();
    await page.mount(path);
    await silent(page);
    assert.equal((await page.state()).view, VIEW);
    assert.deepEqual(server.paths().filter((path) => path.includes(DAY)), []);
    assert.equal((await page.state()).notice, "");

    publish(true);
    await page.mount(path);
    assert.deepEqual(await said(page), [WHOLE, `Activities: was ${activities}; now ${activities + 3}.`]);
    assert.equal((await page.state()).view, VIEW, "what the link remembers is no part of the view");
    assert.deepEqual((await page.state()).totals, count(LATER, VIEW));
    assert.ok(server.paths().includes(`/report/data/${DAY}/set.json`));

    await page.press("button", "What changed");
    await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
    assert.equal(await page.text("one", "dialog h2"), "What changed since 22 November 2026");
    const groups = await page.run("() => [...root.querySelectorAll('dialog .records')].map((group) => [group.querySelector('h3').textContent, [...group.querySelectorAll('.what')].map((what) => what.textContent)])");
    assert.deepEqual(groups, [
      ["Corrected · 1", [counted.title]],
      ["Added · 4", [1, 2, 3, 4].map((at) => `A training of ${at}`)],
      ["Removed · 1", [gone.title]],
    ]);
    const lines = await page.run("() => [...root.querySelectorAll('dialog .records')][0].querySelector('.counts').textContent");
    assert.ok(lines.includes(was.toLocaleString("en-GB")) && lines.includes(is.toLocaleString("en-GB")), lines);
    const shows = await page.run("() => [...root.querySelectorAll('dialog li .plain')].map((button) => button.ariaLabel)");
    assert.deepEqual(shows, [counted.title, ...[1, 2, 3, 4].map((at) => `A training of ${at}`)].map((title) => `Show the record: ${title}`));
    // A record that is there opens in the table.
    await page.press("button", "Show the record: A training of 3");
    await page.until("() => Boolean(!root.querySelector('dialog') && root.querySelector('tbody.open'))");
    assert.equal(await page.text("one", "tbody.open button.title"), "A training of 3");
    assert.equal((await page.state()).view, VIEW);
    assert.deepEqual(await page.faults(), []);
  });

  test("what is said of a link stands as long as its view does, and goes when it is dismissed", async () => {
    const page = at();
    publish(true);
    await page.mount(`/report/page.html#${VIEW}&lang=en&was=${DAY}~1..~1`);
    await said(page);
    // Sorted in another way it is the same view.
    await page.press("heading", "Activity");
    await page.until("(view) => report.view === view", `${VIEW}&sort=title`);
    assert.equal((await notice(page)).length, 3);
    await page.press("pick", "year", "year=2022");
    await silent(page);
    assert.equal((await page.state()).view, `${VIEW}&year=2022&sort=title`);
    await page.back();
    assert.equal((await said(page)).length, 3);
    await page.press("button", "Dismiss");
    await silent(page);
    await page.back();
    await page.until("(view) => report.view === view", VIEW);
    await page.forward();
    await page.until("(view) => report.view === view", `${VIEW}&sort=title`);
    assert.deepEqual(await notice(page), []);
    assert.deepEqual(await page.faults(), []);
  });

  test("without the earlier data, the numbers alone", async () => {
    const page = at();
    const { people: { low }, activities } = count(DATA, VIEW);
    await page.mount(`/report/unkept.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
    assert.deepEqual(await said(page), [`${WAS}.`, `Activities: was ${activities}; now ${activities + 3}.`, GONE]);
    assert.equal(await page.has("button", "What changed"), false);
    // A server that answers everything with a page of its own, and data of another day, are not the earlier data.
    for (const body of ["<!doctype html><title>Home</title>", { ...DATA, updated: "2026-11-21" }]) {
      server.add(`/report/unkept/${DAY}/set.json`, body);
      await page.mount(`/report/unkept.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
      assert.equal((await said(page)).at(-1), GONE);
    }
    server.add(`/report/unkept/${DAY}/set.json`, "not here", { status: 404 });
  });

  test("a number that the data do not give is the link's own", async () => {
    const page = at();
    publish(true);
    const { activities } = count(DATA, VIEW);
    await page.mount(`/report/page.html#${VIEW}&was=${DAY}~99999~7`);
    assert.deepEqual((await said(page)).at(-1), `The link said 99,999 (7 activities); the data of that day give ${people(DATA, VIEW)} (${activities} activities).`);
    await page.mount(`/report/page.html#${VIEW}&was=2027-11-22~99999~7`);
    assert.match((await said(page))[0], /^The link said 99,999 \(7 activities\)\. The data are still those of 22 November 2027/);
    await page.mount(`/report/page.html#${VIEW}&was=2030~99999~7`);
    assert.match((await said(page))[0], /^The link is from newer data: 99,999 \(7 activities\) on 2030\./);
  });

  test("what is not understood is named, asked for nowhere, and the rest is shown", async () => {
    const page = at();
    for (const text of ["", "soon", "2026-11-22~many~2", "..%2F..%2Fsecret~1~1", "%2F%2F127.0.0.1:9%2Fx~1~1", "<img src=x onerror=window.ran=1>~1~1"]) {
      server.forget();
      await page.mount(`/report/page.html#${VIEW}&was=${text}`);
      const [first, second] = await said(page);
      assert.match(first, /^Part of the link was not understood/);
      assert.match(second, /^“.*” is no value for “was”\.$/);
      assert.equal((await page.state()).view, VIEW);
      assert.deepEqual(server.paths().filter((path) => /json$/.test(path)), ["/report/data/set.json"], text);
    }
    assert.equal(await page.run("() => window.ran"), null);
    // A date that names no folder is a date, whose data are asked for nowhere.
    server.forget();
    await page.mount(`/report/page.html#${VIEW}&was=2026-11-22%3F~1~1`);
    assert.equal((await said(page)).at(-1), GONE);
    assert.deepEqual(server.paths().filter((path) => /json$/.test(path)), ["/report/data/set.json"]);
    assert.deepEqual(await page.faults(), []);
  });

  test("wherever a link stands: attribute, property, query, an edited address, a pinned data set", async () => {
    const page = at();
    publish(true);
    const { people: { low }, activities } = count(DATA, VIEW);
    const memory = `was=${DAY}~${low}..~${activities}`;
    await page.mount("/report/view.html");
    assert.match((await said(page))[0], new RegExp(`was ${people(DATA, VIEW)} on`));
    assert.equal((await page.state()).view, VIEW);
    await page.run("(view) => { report.view = view }", `year=2022&was=${DAY}~1..~1`);
    assert.equal((await page.state()).view, "year=2022");
    await page.until("(words) => root.querySelector('.memory')?.textContent.includes(words)", "The link said at least 1 (1 activity)");

    await page.mount(`/report/query.html?other=1&r-${VIEW}&r-${memory}`);
    assert.equal((await said(page))[0], WHOLE);
    const { link } = await shared(page);
    const now = count(LATER, VIEW);
    assert.equal(link, `${server.origin}/report/query.html?other=1&r-${VIEW}&r-lang=en&r-was=2027-11-22~${now.people.low}..~${now.activities}`);

    await page.mount("/report/page.html");
    await page.run("(hash) => { location.hash = hash }", `${VIEW}&${memory}`);
    assert.equal((await said(page))[0], WHOLE);

    // Pinned data lie in a folder of their day; the earlier ones are beside that.
    await page.mount(`/report/pinned.html#${VIEW}&${memory}`);
    assert.equal((await said(page))[0], WHOLE);

    // A page that shows something else than the link has nothing to say of its number.
    await page.mount(`/report/locked.html#${VIEW}&${memory}`);
    await silent(page);
    assert.equal((await page.state()).view, "country=IN");
    assert.deepEqual(await page.faults(), []);
  });

  test("under a strict policy, with the data that are built in", async () => {
    const page = at();
    publish(true);
    const { people: { low }, activities } = count(DATA, VIEW);
    await page.mount(`/report/strict.html#${VIEW}&was=${DAY}~${low}..~${activities}`);
    assert.equal((await said(page))[0], WHOLE);
    await page.press("button", "What changed");
    await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
    assert.deepEqual(await page.faults(), []);

    const earlier = structuredClone(DATA);
    earlier.updated = "2025-02-01";
    earlier.activities = earlier.activities.filter((record) => record.id !== gone.id);
    server.add("/data/2025-02-01/activities.json", earlier);
    const then = count(earlier, VIEW);
    await page.mount(`/built-in.html#${VIEW}&was=2025-02-01~${then.people.low}..~${then.activities}`);
    assert.match((await said(page))[0], /on 1 February 2025.*1 added\.$/);

    // The page in one file asks for nothing, wherever it lies.
    server.forget();
    await page.mount(`/report.html#${VIEW}&was=2025-02-01~${then.people.low}..~${then.activities}`);
    assert.equal((await said(page)).at(-1), GONE);
    assert.deepEqual(server.paths().filter((path) => !/\.html|favicon/.test(path)), []);
  });

  test("where the dialogs is missing, the report is there and nothing is in its way", async () => {
    const page = at();
    server.forget();
    await page.mount(`/lost.html#${VIEW}&was=${DAY}~1..~1`);
    await page.until("() => report.totals");
    await until(() => server.paths().includes("/lost/outreach-report-dialogs.js"), "the dialogs was asked for");
    assert.deepEqual([await page.run("() => root.querySelectorAll('dialog, .memory').length"), (await page.state()).view], [0, VIEW]);
  });

  for (const [name, width] of engine === "chromium" ? [["phone", 500], ["desk", 1280]] : [["desk", 1280]]) {
    for (const theme of engine === "chromium" ? ["page", "dark"] : ["page"]) {
      test(`${name}, ${theme}: accessible, and nothing runs over`, async () => {
        const page = at();
        publish(true);
        const phone = name === "phone";
        await page.driver.manage().window().setRect({ width, height: 900 });
        if (phone) await page.chromium("Emulation.setDeviceMetricsOverride", { width: 390, height: 844, deviceScaleFactor: 2, mobile: true });
        try {
          await page.mount(`/report/${theme}.html#${VIEW}&was=${DAY}~12345..~7`);
          assert.equal((await said(page)).length, 3);
          assert.deepEqual(await violations(page), []);
          const wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
          assert.equal(await page.run(wide), false);
          await shootWindow(page, `remember-${name}-${theme}`);
          await page.press("button", "What changed");
          await page.until("() => Boolean(root.querySelector('dialog.dialog[open] .records li'))");
          const over = await page.run("() => [...root.querySelectorAll('.dialog-body, .dialog-body *:not(.unseen)')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.className || one.tagName)");
          assert.deepEqual(over, []);
          assert.deepEqual(await violations(page), []);
          await shootWindow(page, `remember-${name}-${theme}-list`);
        } finally {
          if (phone) await page.chromium("Emulation.clearDeviceMetricsOverride");
          await page.driver.manage().window().setRect({ width: 1280, height: 900 });
        }
      });
    }
  }
});
