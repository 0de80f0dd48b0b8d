// Values of attributes that the report does not know are named and change nothing; blank ones are as none; and a prefix
// is something that can stand in an address.

import assert from "node:assert/strict";
import { DATA, count } from "./support/oracle.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  server.add("/page.html", html(`<h1>A test</h1><outreach-report view="country=BT" parts="headline chips year"></outreach-report>`));
});
after(() => server.close());

/** Sets attributes, one after another, and returns the notices once the report has been painted. */
async function withAttributes(page, attributes) {
  await page.run("(attributes) => attributes.forEach(([name, value]) => report.setAttribute(name, value))", Object.entries(attributes));
  await page.painted();
  return page.run("() => root.querySelector('.notices').textContent");
}

inEachEngine(() => server, (at) => {
  test("unknown values are named, known and blank ones are not", async () => {
    const page = at();
    await page.mount("/page.html");
    for (const known of [
      { theme: "auto", sync: "none", lang: "en", prefix: "a-" },
      { theme: "dark", sync: "hash", lang: "en-GB", prefix: "A.b_1" },
      { theme: "", sync: " ", lang: "zh-Hans", prefix: "" },
    ]) assert.equal(await withAttributes(page, known), "", JSON.stringify(known));
    const notices = await withAttributes(page, { theme: "Dark", sync: "yes", lang: "de", prefix: "a&b=" });
    for (const words of ["“Dark” in theme", "“yes” in sync", "“de” in lang", "“a&b=” in prefix"]) assert.ok(notices.includes(words), `${words} in ${notices}`);
    assert.deepEqual(await page.run("() => report.totals"), count(DATA, "country=BT"));
  });

  test("a prefix is written without what an address escapes, is read again, and leaves nothing behind", async () => {
    const page = at();
    await page.open("/page.html?page=1");
    await withAttributes(page, { prefix: "ré&=#-", sync: "query" });
    assert.equal(await page.run("() => location.search"), "?page=1&r-country=BT");
    await page.press("mark", "year", "2022");
    await page.until("() => location.search === '?page=1&r-country=BT&r-year=2022'");
    await page.open("/page.html?page=1&r-country=NP");
    await page.run("() => { const next = document.createElement('outreach-report'); next.setAttribute('prefix', 'ré&=#-'); next.setAttribute('sync', 'query'); report.replaceWith(next); }");
    await page.ready();
    assert.equal(await page.run("() => report.view"), "country=NP");
    await withAttributes(page, { prefix: "s-" });
    assert.equal(await page.run("() => location.search"), "?page=1&s-country=NP");
    await withAttributes(page, { sync: "hash" });
    assert.equal(await page.run("() => location.search + location.hash"), "?page=1#s-country=NP");
  });
});
