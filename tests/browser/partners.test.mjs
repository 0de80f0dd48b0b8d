// The report on partners' pages: its totals and styles are the same as on a page without any styles or scripts of its own,
// and it changes nothing of the page.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { shoot } from "./support/looks.mjs";
import { DATA, count } from "./support/oracle.mjs";
import { Key } from "./support/page.mjs";
import { DIST, page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const PARTNERS = join(DIST, "partners");
const STRICT = {
  "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'",
};
const ISOLATED = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };
/** The pages with the element, and the view that each sets. */
const PAGES = {
  plain: "country=BT&year=2022", strict: "country=BD", isolated: "sdg=5", arabic: "year=2019..2023", dark: "kind=training",
  quirks: "country=MV", xhtml: "country=PK&year=2016..2023",
};
/** Pages with layouts of their own (layouts.test.mjs has more), the view that each sets, and the width of the report. */
const LAYOUTS = { flex: ["country=IN", 1100], scaled: ["country=LK", 1414] };

// A page whose styles and scripts interfere with everything on it.
const HOSTILE = `* { all: unset !important; letter-spacing: 9px !important; color: lime !important; transition: all 2s !important; filter: blur(0) }
  :root { font-size: 7px !important; direction: rtl; text-align: right; line-height: 4; text-transform: uppercase; white-space: pre; cursor: wait; --ink: red; --accent: red; --text: 40px; --gap: 90px; visibility: visible }
  h2, p, button, table, td, .chip, .report, .mark, .tile { display: none !important; color: red !important; font-size: 50px !important }
  dialog { display: none !important }`;
const KEYS = `<script>
  window.intercepted = [];
  document.addEventListener("keydown", (event) => {
    const { tagName, isContentEditable } = event.target;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(tagName) || isContentEditable) return;
    window.intercepted.push(event.key);
    event.preventDefault();
  });
  Object.freeze(Array.prototype);
  Object.freeze(Object.prototype);
  Object.freeze(Map.prototype);
</script>`;

let server;
before(async () => {
  server = await serve();
  for (const name of readdirSync(PARTNERS).filter((name) => name.endsWith(".html"))) {
    const headers = { "strict.html": STRICT, "isolated.html": ISOLATED }[name] ?? {};
    server.add(`/partners/${name}`, readFileSync(join(PARTNERS, name), "utf8"), { headers });
  }
  const clean = (view, { attributes = "", style = "" } = {}) => html(`<outreach-report view="${view.replaceAll("&", "&amp;")}" ${attributes}></outreach-report>`, { head: `<style>body { margin: 0 } ${style}</style>` });
  const dark = { style: ":root { color-scheme: dark }" };
  const extra = { strict: { attributes: 'lock="country"' }, dark, quirks: dark };
  for (const [name, view] of Object.entries(PAGES)) server.add(`/clean/${name}.html`, clean(view, extra[name]));
  server.add("/hostile.html", html(`<h1>Hostile</h1><outreach-report view="country=BT" dir="ltr"></outreach-report>`, { head: `${KEYS}<style>${HOSTILE}</style>` }));
  server.add("/clean/hostile.html", clean("country=BT"));
  const [, lines] = /```html\n(<script type="module"[\s\S]*?)```/.exec(readFileSync(new URL("../../README.md", import.meta.url), "utf8"));
  server.add("/readme.html", `<!doctype html><title>A fresh page</title><link rel="icon" href="data:,">${lines.replaceAll("https://your-host", server.origin)}`);
});
after(() => server.close());

/** The computed styles of all elements in the report. Widths are left out, because they depend on the page. */
const STYLES = `(width) => {
  report.style.setProperty("width", width + "px", "important");
  const properties = ["display", "color", "background-color", "font-size", "font-family", "font-weight", "font-style", "line-height", "letter-spacing", "word-spacing", "text-transform", "text-align", "text-indent", "white-space", "direction", "visibility", "opacity", "cursor", "border-top-width", "border-top-color", "padding-left", "padding-top", "margin-left", "margin-top", "list-style-type", "text-shadow", "quotes", "hyphens", "font-variant", "text-decoration-line", "transition-duration", "writing-mode", "color-scheme"];
  return [...root.querySelectorAll(".report, .report *")].map((element) => {
    const style = getComputedStyle(element);
    return element.localName + "." + element.getAttribute("class") + " " + properties.map((name) => style.getPropertyValue(name)).join("|");
  });
}`;

inEachEngine(() => server, (at, engine) => {
  const stylesOf = async (page, path, width) => {
    await page.open(path);
    await page.run(STYLES, width);
    // What depends on the width is drawn a moment later, so wait until the styles are the same four times in a row.
    let last;
    for (let same = 0; same < 3; ) {
      const now = JSON.stringify(await page.run(STYLES, width));
      same = now === last ? same + 1 : 0;
      last = now;
    }
    return JSON.parse(last);
  };

  for (const [name, view] of Object.entries(PAGES)) {
    test(`${name}: the same totals and styles as on a plain page, and nothing from other hosts`, async () => {
      const page = at();
      const expected = await stylesOf(page, `/clean/${name}.html`, 1000);
      server.forget();
      const found = await stylesOf(page, `/partners/${name}.${name === "xhtml" ? "xhtml" : "html"}`, 1000);
      const requested = server.paths();
      assert.ok(requested.includes("/outreach-report_bg.wasm"));
      const elsewhere = await page.run(`() => performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !name.startsWith(location.origin + "/") && !name.startsWith("data:"))`);
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(await page.run("() => report.totals"), count(DATA, view));
      assert.equal(await page.run("() => report.view"), view);
      assert.deepEqual(found.slice(0, 5), expected.slice(0, 5));
      const different = found.filter((line, index) => line !== expected[index]);
      assert.deepEqual([different.slice(0, 3), found.length], [[], expected.length]);
      assert.equal(await page.run("() => document.cookie + localStorage.length + sessionStorage.length"), "00");
      await shoot(page, `partner-${name}`);
    });
  }

  for (const [name, [view, width]] of Object.entries(LAYOUTS)) {
    test(`${name}: the totals of its view, at the width that there is`, async () => {
      const page = at();
      await page.open(`/partners/${name}.html`);
      assert.deepEqual(await page.run("() => report.totals"), count(DATA, view));
      assert.ok(Math.abs((await page.run("() => root.querySelector('.report').offsetWidth")) - width) <= 60);
      await shoot(page, `partner-${name}`);
    });
  }

  test("a hostile page does not change the report's styles and does not intercept its keys", async () => {
    const page = at();
    const expected = await stylesOf(page, "/clean/hostile.html", 1000);
    const found = await stylesOf(page, "/hostile.html", 1000);
    const different = found.map((line, index) => [line, expected[index]]).filter(([line, clean]) => line !== clean);
    assert.deepEqual([different.slice(0, 3), found.length], [[], expected.length]);
    assert.deepEqual(await page.run("() => report.totals"), count(DATA, "country=BT"));
    await page.press("picker", "country");
    await page.until(`() => root.querySelector("#pick-country input")`);
    await page.run(`() => root.querySelector("#pick-country input[type=search], #pick-country input").focus()`);
    await page.keys("n", "e");
    await page.until(`() => [...root.querySelectorAll("#pick-country input")].some((input) => input.value === "ne")`);
    assert.deepEqual(await page.run("() => window.intercepted"), []);
    await page.keys(Key.ESCAPE);
    await page.press("button", "How we count");
    await page.until("() => root.querySelector('dialog[open] .records')");
    await shoot(page, "hostile");
    assert.deepEqual(await page.faults(), []);
  });

  test("the report changes neither window, document nor prototypes", async () => {
    const page = at();
    server.add("/bare.html", html("<h1>Bare</h1>", { script: "" }));
    await page.open("/bare.html", { ready: false });
    const changed = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const owners = { window, document, Array: Array.prototype, Object: Object.prototype, Element: Element.prototype, HTMLElement: HTMLElement.prototype, Event: Event.prototype, EventTarget: EventTarget.prototype, history };
      const keys = () => Object.fromEntries(Object.entries(owners).map(([name, owner]) => [name, Reflect.ownKeys(owner).map(String).sort().join()]));
      const before = keys();
      const fresh = document.createElement("outreach-report");
      document.body.append(fresh);
      import("/outreach-report.js").then(() => fresh.ready).then(() => {
        const after = keys();
        const added = Object.keys(owners).filter((name) => before[name] !== after[name]).map((name) => [name, after[name].split(",").filter((key) => !before[name].split(",").includes(key))]);
        done({ added, head: document.head.children.length, body: [...document.body.children].map((child) => child.localName), html: document.documentElement.attributes.length, state: history.state });
      }, (error) => done(String(error)));`);
    assert.deepEqual(changed.added, []);
    assert.deepEqual(changed.body, ["h1", "outreach-report"]);
    assert.equal(changed.state, null);
  });

  test("two reports with prefixes have separate views", async () => {
    const page = at();
    await page.open("/partners/two.html");
    await page.ready("#two");
    const shown = await page.run(`() => ["one", "two"].map((id) => document.getElementById(id)).map((report) => [report.view, report.totals.activities])`);
    assert.deepEqual(shown, ["country=BD", "country=NP"].map((view) => [view, count(DATA, view).activities]));
    await shoot(page, "partner-two");
  });

  test("a site that removes scripts shows the frame, with the same totals", async () => {
    const page = at();
    await page.open("/partners/wordpress.html", { ready: false });
    server.forget();
    await page.driver.switchTo().frame(0);
    await page.ready();
    assert.deepEqual(await page.run("() => report.totals"), count(DATA, "country=NP"));
    const blocks = await page.run(`() => [...root.querySelectorAll(".report [part]")].map((block) => block.getAttribute("part"))`);
    assert.deepEqual(blocks, ["headline", "tiles", "year", "table", "foot"]);
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(server.paths(), [], "the frame requests nothing else");
  });

  test("the charts follow when the page changes its colours", async () => {
    const page = at();
    server.add("/changing.html", html(`<outreach-report parts="country"></outreach-report>`, { head: "<style>html.dark { color-scheme: dark; background: #111 } html.red outreach-report { --outreach-accent: rgb(200, 0, 0) }</style>" }));
    await page.open("/changing.html");
    const checksum = `() => { const canvas = root.querySelector("canvas"); const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height); let sum = 0; for (let offset = 0; offset < data.length; offset += 4) if (data[offset + 3] === 255) sum = (sum * 31 + data[offset] * 7 + data[offset + 1] * 3 + data[offset + 2]) % 1000003; return sum; }`;
    let before = await page.run(checksum);
    for (const name of ["dark", "red"]) {
      await page.run(`(name) => document.documentElement.classList.add(name)`, name);
      await page.until(`(before) => (${checksum})() !== before`, before);
      before = await page.run(checksum);
    }
    assert.equal(await page.run(`() => getComputedStyle(root.querySelector("h3")).color`), "rgb(232, 237, 241)");
  });

  test("the two lines of the README work as pasted", async () => {
    const page = at();
    await page.open("/readme.html");
    assert.deepEqual(await page.run("() => report.totals"), count(DATA, "country=BT&year=2022"));
  });
});
