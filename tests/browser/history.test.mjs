// The view in the page's address: Back and Forward, links, and edits of the address by hand.

import assert from "node:assert/strict";
import { agrees } from "./support/agree.mjs";
import { drawingProblems } from "./support/drawing.mjs";
import { until } from "./support/page.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

let server;
before(async () => {
  server = await serve();
  const element = (attributes) => html(`<main><h1>A partner</h1><h2 id="about">About</h2><outreach-report ${attributes}></outreach-report></main>`);
  server.add("/none.html", element('sync="none"'));
  server.add("/default.html", element(""));
  server.add("/query.html", element('sync="query"'));
  server.add("/viewed.html", element('sync="hash" view="country=BT"'));
});
after(() => server.close());

inEachEngine(() => server, (at, engine) => {
  test("Back and Forward go through the views", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    const first = await agrees(page, "");
    const views = ["country=BT", "country=BT&year=2022", "country=BT&year=2022&sdg=16", "country=BT&year=2022&sdg=16&measure=activities"];
    await page.press("mark", "country", "Bhutan");
    await agrees(page, views[0]);
    await page.press("mark", "year", "2022");
    await agrees(page, views[1]);
    await page.press("mark", "sdg", "16");
    await agrees(page, views[2]);
    await page.press("button", "Activities");
    const last = await agrees(page, views[3]);
    assert.equal(last.entries - first.entries, 4, "an entry for each change");
    for (const view of [views[2], views[1], views[0], ""]) {
      const before = await page.state();
      await page.back();
      await agrees(page, view, { before });
    }
    assert.deepEqual(await drawingProblems(page), []);
    for (const view of views) {
      const before = await page.state();
      await page.forward();
      await agrees(page, view, { before });
    }
    assert.deepEqual(await page.faults(), []);
  });

  test("a change after Back replaces the entries ahead", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("mark", "country", "Bhutan");
    await agrees(page, "country=BT");
    await page.press("mark", "country", "Nepal");
    await agrees(page, "country=BT~NP");
    await page.back();
    await agrees(page, "country=BT");
    await page.press("mark", "year", "2019");
    await agrees(page, "country=BT&year=2019");
    await page.run("() => history.forward()");
    await page.back();
    await agrees(page, "country=BT");
  });

  test("a drag across years adds one entry", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("mark", "country", "Bangladesh");
    const before = await agrees(page, "country=BD");
    const from = await page.point("mark", "year", "2017");
    const to = await page.point("mark", "year", "2021");
    const step = (to.x - from.x) / 8;
    const drag = page.actions().move({ ...from, duration: 0 }).press();
    for (let moved = 1; moved <= 8; moved += 1) drag.move({ x: Math.round(from.x + step * moved), y: from.y, duration: 10 });
    await drag.release().perform();
    const after = await agrees(page, "country=BD&year=2017..2021");
    assert.equal(after.entries, before.entries + 1);
    await page.back();
    await agrees(page, "country=BD");
    await page.forward();
    await agrees(page, "country=BD&year=2017..2021");
  });

  test("typing in the search field adds one entry", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("mark", "country", "Nepal");
    const before = await agrees(page, "country=NP");
    await page.press("field", "Search title, place, partner");
    await page.keys(..."police");
    const after = await agrees(page, "country=NP&q=police");
    assert.equal(after.entries, before.entries + 1);
    await page.back();
    await agrees(page, "country=NP");
    await page.until(`() => inside.find.field("Search title, place, partner").value === ""`);
  });

  test("a space before the search words does not replace the entry before", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("mark", "country", "Nepal");
    await agrees(page, "country=NP");
    await page.press("field", "Search title, place, partner");
    await page.keys(..." police");
    await agrees(page, "country=NP&q=police");
    await page.back();
    await agrees(page, "country=NP");
  });

  test("typing in a report that is removed does not continue in the next one", async () => {
    const page = at();
    await page.mount("/recorded/index.html");
    await page.press("field", "Search title, place, partner");
    await page.keys(..."po");
    await agrees(page, "q=po");
    // Firefox and WebKit do not tell a field that is removed that it has lost the focus.
    await page.mount("/recorded/index.html");
    await page.press("mark", "country", "Nepal");
    await agrees(page, "country=NP");
    await page.press("field", "Search title, place, partner");
    await page.keys(..." po");
    await agrees(page, "country=NP&q=po");
    await page.back();
    await agrees(page, "country=NP");
  });

  test("a link opens its view", async () => {
    const page = at();
    await page.open("/recorded/index.html#country=NP");
    await agrees(page, "country=NP");
    for (const view of ["country=BT&year=2022", "country=BD~NP&year=2015..2018~unknown&sdg=unknown", "year=..2012", "year=2023..", "audience=students&q=%C3%A9cole&basis=theme&measure=activities&sort=-people", "donor=unknown&sort=title"]) {
      await page.mount(`/recorded/index.html#${view}`);
      await agrees(page, view, { hash: `#${view}` });
      assert.deepEqual((await page.events()).map((event) => event.name), ["ready"]);
    }
  });

  test("the view follows an address that is edited by hand", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT");
    let before = await agrees(page, "country=BT");
    await page.run(`() => { location.hash = "year=2020~2019&country=np" }`);
    // The address stays as it was typed; the view is its normalized form.
    await agrees(page, "country=NP&year=2019~2020", { before, hash: "#year=2020~2019&country=np" });
    before = await page.state();
    await page.run(`() => { location.hash = "" }`);
    await agrees(page, "", { before });
    // In WebKit, the driver's Back skips entries that were added without a user's press.
    await page.run("() => history.back()");
    await agrees(page, "country=NP&year=2019~2020", { hash: "#year=2020~2019&country=np" });
  });

  test("a link that is understood only in part shows a notice and applies the rest", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT~ZZ~bhutan&colour=red&year=2022~soon&kind=picnic&sdg=18&org=UNODC");
    const state = await page.state();
    assert.equal(state.view, "country=BT&year=2022&org=UNODC");
    await agrees(page, state.view, { hash: state.hash });
    for (const part of ["“colour”", "“ZZ”", "“bhutan”", "“soon”", "“picnic”", "“18”"]) assert.ok(state.notice.includes(part), `${part} in ${state.notice}`);
    assert.equal(await page.run(`() => root.querySelector("section.notice").getAttribute("role")`), "alert");
    await page.press("button", "Dismiss");
    await page.until(`() => !root.querySelector("section.notice")`);
    assert.equal((await page.state()).view, state.view);
    await page.run(`() => { location.hash = "flavour=sweet" }`);
    await page.until(`() => root.querySelector("section.notice")?.textContent.includes("flavour")`);
    await agrees(page, "", { hash: "#flavour=sweet" });
  });

  test("a fragment of the page itself does not change the view", async () => {
    const page = at();
    await page.mount("/viewed.html");
    await agrees(page, "country=BT", { hash: "" });
    await page.press("mark", "year", "2022");
    await agrees(page, "country=BT&year=2022");
    await page.run(`() => { location.hash = "about" }`);
    await page.until(`() => location.hash === "#about"`);
    await page.press("mark", "sdg", "16");
    await agrees(page, "country=BT&year=2022&sdg=16", { hash: "#about&country=BT&year=2022&sdg=16" });
    await page.back();
    await agrees(page, "country=BT&year=2022", { hash: "#about" });
  });

  test("a cleared view is still empty after Back, even if the page sets an initial view", async () => {
    const page = at();
    await page.mount("/viewed.html");
    await agrees(page, "country=BT", { hash: "" });
    await page.press("chip", "Country: Bhutan");
    await agrees(page, "");
    await page.press("mark", "country", "Nepal");
    await agrees(page, "country=NP");
    await page.back();
    await agrees(page, "");
  });

  test("with sync none the address does not change and is not followed", async () => {
    const page = at();
    for (const path of ["/none.html", "/default.html"]) {
      await page.open(`${path}?a=1#country=NP`);
      const before = await agrees(page, "", { hash: "#country=NP" });
      await page.press("mark", "country", "Bhutan");
      const after = await agrees(page, "country=BT", { before, hash: "#country=NP" });
      assert.deepEqual([after.entries, after.search], [before.entries, "?a=1"]);
      await page.run(`() => { location.hash = "country=BD" }`);
      await page.until(`() => location.hash === "#country=BD"`);
      assert.equal((await page.state()).view, "country=BT");
    }
  });

  test("with sync query the page's own parameters are kept", async () => {
    const page = at();
    await page.open("/query.html?id=7&country=BT&utm_source=a%20b&year=2022#about");
    const before = await agrees(page, "country=BT&year=2022", { hash: "#about" });
    await page.press("mark", "country", "Pakistan");
    let state = await agrees(page, "country=BT~PK&year=2022", { before, hash: "#about" });
    assert.equal(state.search, "?id=7&utm_source=a%20b&country=BT~PK&year=2022");
    await page.press("button", "Clear all");
    state = await agrees(page, "", { hash: "#about" });
    assert.equal(state.search, "?id=7&utm_source=a%20b");
    await page.back();
    await until(async () => (await page.state()).view !== "", "the view before");
    state = await agrees(page, "country=BT~PK&year=2022", { hash: "#about" });
    assert.equal(state.search, "?id=7&utm_source=a%20b&country=BT~PK&year=2022");
  });

  test("the foot has a link to the current view", async () => {
    const page = at();
    await page.mount("/recorded/index.html#country=BT");
    await page.press("mark", "year", "2022");
    await agrees(page, "country=BT&year=2022");
    const link = await page.run(`() => [...root.querySelectorAll(".foot a")].map((a) => a.href).find((href) => href.startsWith(location.origin))`);
    assert.equal(link, `${server.origin}/recorded/index.html#country=BT&year=2022&lang=en`);
    await page.open(link.slice(server.origin.length));
    await agrees(page, "country=BT&year=2022", { hash: "#country=BT&year=2022&lang=en" });
  });
});
