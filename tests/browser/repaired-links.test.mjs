// What mail, chat, newsletters and sentences do to links on their way: the view that was meant is shown. And links that
// the report writes, which must survive this.

import assert from "node:assert/strict";
import { addressForm, linkParts, mendedLink } from "../../static/loader/link-parts.js";
import { DATA, count } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  server.add("/light.html", html('<h1>Light</h1><main><outreach-report sync="hash" parts="headline foot"></outreach-report></main>'));
});
after(() => server.close());

const VIEW = "country=BT&year=2022";

/** Fragments as programs leave them, and the view that they mean. */
const CHANGED = [
  ["#country%3DBT%26year%3D2022", VIEW],
  ["#country%253DBT%2526year%253D2022", VIEW],
  ["#country%3DBT&year=2022", VIEW],
  ["#country=BT&amp;year=2022", VIEW],
  ["#country=BT&amp;amp;year=2022", VIEW],
  ["#country=BT&#38;year=2022", VIEW],
  ["#country=BT&#x26;year=2022", VIEW],
  ["#%23country=BT&year=2022", VIEW],
  ["#%2523country%253DBT", "country=BT"],
  ["##country=BT", "country=BT"],
  ["#?country=BT", "country=BT"],
  ["#country=BT?utm_source=n&utm_medium=email", "country=BT"],
  ["#country=BT&year=2022&fbclid=IwAR0_x-y", VIEW],
  ["#country=BT&utm_source=a&year=2022", VIEW],
  ["#?utm_source=n&utm_medium=email", ""],
  ["#mc_cid=1&gclid=2&igshid=3&_hsenc=4", ""],
  ["#country=BT&year=2022#?secret=hK2hAcSY1b", VIEW],
  ["#?secret=hK2hAcSY1b", ""],
  ["#country=BT&gt;", "country=BT"],
  ["#country=BT&quot;", "country=BT"],
  // What a link says itself stays, whatever it looks like.
  ["#q=%2541", "q=%2541"],
  ["#q=%26amp%3B", "q=%26amp%3B"],
  ["#q=100%25", "q=100%25"],
  ["#q=a%26year%3D2022", "q=a%26year%3D2022"],
  ["#q=U.N.", "q=U.N."],
  ["#q%3Da%2526b", "q=a%26b"],
];

/** The same for changes that the WebAssembly mends; tests/native/link_repairs.rs has more. */
const CHANGED_VALUES = [
  ["#country%3DBT%26year%3D2022", VIEW],
  ["#country=BD%257EBT&amp;year=2019%2E%2E2023", "country=BD~BT&year=2019..2023"],
  ["#country=BT%26year%3D2022", VIEW],
  ["#country=BT?utm_source=n", "country=BT"],
  ["#?secret=hK2hAcSY1b", ""],
  ["#country=BT).", "country=BT"],
  ["#country=BT”", "country=BT"],
  ["#country=BT）。", "country=BT"],
  ["#country=BT؟", "country=BT"],
  ["#year=2019...", "year=2019.."],
  ["#country=BT&measure=activities.", "country=BT&measure=activities"],
  ["#country=BT&lang=en\"", "country=BT"],
  ["#fbclid=IwAR0_x-y", ""],
  ["#q=U.N.", "q=U.N."],
];

/** Fragments, the view that they give, and what a notice names: what may be cut off, and what is not understood. */
const NAMED = [
  ["#year=2019.", "year=2019", "“2019.”"],
  ["#year=2019…", "year=2019", "“2019…”"],
  ["#country=BT&colour=red", "country=BT", "“colour”"],
  ["#country=Bhutan.", "", "“Bhutan.”"],
  ["#country=BT&sort=size", "country=BT", "“size”"],
];

/** Links with signs that programs cut off or take for the end. */
const TRICKY = ["year=2019..", "year=2019..&q=U.N.", "q=(a)", "q=!*'", "q=what%3F", "q=a_", "q=-", "q=~", "country=BT", "q=100%25&measure=activities", ""];

/** The fragment of an address as linkifiers leave it. */
const linkified = (address) => address.replace(/[.,;:!?'"()[\]{}<>*_~|^`-]+$/, "");

test("parts of a link are found among others, and others stay as they are", () => {
  const found = (text, prefix) => linkParts(text, prefix).map(([text, link]) => [link, text]);
  assert.deepEqual(found("tab=2&country=BT&x=a%26b?c=1"), [[undefined, "tab=2"], ["country=BT", "country=BT"], [undefined, "x=a%26b?c=1"]]);
  assert.deepEqual(found("a-country%3DBT%26a-year%3D2022&country=NP&b-year=1", "a-").map(([link]) => link), ["country=BT", "year=2022", undefined, undefined]);
  assert.deepEqual(found("state=abc%26country%3DBT&sort=price&lang=de&about&&"), ["state=abc%26country%3DBT", "sort=price", "lang=de", "about"].map((text) => [undefined, text]));
  assert.deepEqual(found("sort=-people&lang=fr&q=a").map(([link]) => link), ["sort=-people", "lang=fr", "q=a"]);
  // Links that somebody made to be slow.
  for (const hostile of [`%${"25".repeat(100_000)}`, "country=BT?country=BT&".repeat(20_000), "country=BT?a=".repeat(20_000), "&#;".repeat(50_000), `country=${"?".repeat(100_000)}`]) linkParts(hostile);
  assert.equal(mendedLink("country=BT&colour=red&sort=size"), "country=BT&colour=red&sort=size", "a notice names these");
});

test("separators, escapes and tracking that programs add to a link are taken back", () => {
  for (const [text, link] of CHANGED) assert.equal(mendedLink(text), link, text);
});

test("a link for addresses says the same and has no sign at its end", () => {
  const decoded = (link) => link.split("&").map((part) => part.split("=").map(decodeURIComponent));
  for (const link of TRICKY) {
    const address = addressForm(link);
    assert.deepEqual(decoded(address), decoded(link));
    assert.equal(linkified(address), address);
    assert.equal(mendedLink(`#${address}`), address, "nothing to mend");
    assert.ok(!/[!'()*]/.test(address), address);
  }
  // Any search is read as it was written, in the link and in the address.
  const signs = ["%", "&", "amp;", "#", "?", "=", "year=2022", "41", "26", "3D", ".", ")", "~", "\u201d", "utm_a=1", "a", " "];
  let seed = 1;
  const random = (below) => (seed = (seed * 16807) % 2147483647) % below;
  for (let round = 0; round < 3000; round += 1) {
    const search = Array.from({ length: 1 + random(6) }, () => signs[random(signs.length)]).join("");
    const link = `country=BT&q=${encodeURIComponent(search)}&measure=activities`;
    assert.equal(mendedLink(link), link);
    assert.equal(decodeURIComponent(mendedLink(addressForm(`q=${encodeURIComponent(search)}`)).slice(2)), search);
  }
});

/** Runs in the page: opens each fragment as on the report's own page, and returns the view and the notice that it gives. */
const OPEN = `const [fragments, done] = arguments;
  const task = () => new Promise((resolve) => setTimeout(resolve));
  (async () => {
    const results = [];
    for (const fragment of fragments) {
      const old = document.querySelector("outreach-report");
      const report = document.createElement("outreach-report");
      for (const [name, value] of [["sync", "hash"], ["sets-title", ""], ["parts", "headline"]]) report.setAttribute(name, value);
      const { parentElement } = old;
      old.remove();
      await task();
      history.replaceState(null, "", fragment || location.pathname);
      parentElement.append(report);
      await report.ready;
      await task();
      results.push([report.view, report.shadowRoot.querySelector("section.notice")?.innerText ?? ""]);
    }
    return results;
  })().then(done, (error) => done(String(error)));`;

inEachEngine(() => server, (at) => {
  const open = (page, fragments) => page.driver.executeAsyncScript(OPEN, fragments);

  test("a link that was changed on its way opens the view that was meant, and a notice names only what may be lost", async () => {
    const page = at();
    await page.open("/light.html");
    const results = await open(page, CHANGED_VALUES.map(([fragment]) => fragment));
    const expected = CHANGED_VALUES.map(([fragment, view]) => [fragment, view, ""]);
    assert.deepEqual(CHANGED_VALUES.map(([fragment], index) => [fragment, ...results[index]]), expected);
    const namedResults = await open(page, NAMED.map(([fragment]) => fragment));
    NAMED.forEach(([fragment, view, word], index) => {
      const [shown, notice] = namedResults[index];
      assert.equal(shown, view, fragment);
      assert.ok(notice.includes(word), `${fragment}: ${notice}`);
    });
    assert.deepEqual(await page.faults(), []);
  });

  test("the attribute and the property view are mended too", async () => {
    const page = at();
    await page.mount("/light.html");
    for (const view of ["country=BT&amp;year=2022", "country%3DBT%26year%3D2022", "#country=BT&year=2022."]) {
      const views = await page.run("(view) => { report.view = ''; report.view = view; const first = report.view; report.setAttribute('view', ''); report.setAttribute('view', view); return [first, report.view]; }", view);
      assert.deepEqual(views, [VIEW, VIEW], view);
    }
    for (const q of ["%41", "&amp;", "100%", "a&year=2022", "U.N.", "(x)!", "“x”"]) {
      const view = `q=${encodeURIComponent(q)}`;
      assert.equal(await page.run("(view) => { report.view = view; return report.view; }", view), view);
    }
  });

  test("a link that has lost its # is read on the report's own page, and repaired by the next change", async () => {
    const page = at();
    await page.open("/recorded/index.html?utm_source=n&country=BT&amp;year=2022&lang=en");
    let state = await page.state();
    assert.deepEqual([state.totals, state.notice], [count(DATA, VIEW), undefined].map((value) => value ?? state.notice));
    assert.equal(state.view, VIEW);
    await page.press("mark", "sdg", "16");
    await page.until(`() => location.hash === "#country=BT&year=2022&sdg=16"`);
    state = await page.state();
    // `lang` is an attribute there, and the page's.
    assert.equal(state.search, "?utm_source=n&lang=en");
    await page.back();
    await page.until(`(view) => report.view === view`, VIEW);
  });

  test("no address that the report writes ends in a sign, and each opens its view", async () => {
    const page = at();
    await page.mount("/light.html");
    const addresses = await page.run(`(views) => views.map((view) => {
      report.view = view;
      return [report.view, location.href];
    })`, TRICKY);
    assert.ok(addresses.every(([, address]) => linkified(address) === address), addresses.join("\n"));
    await page.run("() => { report.view = 'year=2019..' }");
    await page.until("() => root.querySelector('.foot a[href*=year]')");
    const [foot, print] = await page.run("() => [root.querySelector('.foot a[href*=year]').href, root.querySelector('.print-text').textContent]");
    assert.equal(linkified(foot), foot);
    assert.ok(print.includes(foot), print);
    const results = await open(page, addresses.map(([, address]) => new URL(address).hash));
    addresses.forEach(([view], index) => assert.deepEqual(results[index], [view, ""]));
  });
});
