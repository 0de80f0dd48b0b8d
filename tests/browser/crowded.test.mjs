// Everything that needs room, at the widths of phones, tablets and desks: names of 60 letters, the largest counts, 60 and 81
// years, 195 countries, 17 goals. No text stands over another, and nothing leaves the report.

import assert from "node:assert/strict";
import { crowdedRecords, LONG_WORD } from "./support/large-data.mjs";
import { textProblems } from "./support/overlaps.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

const CHOSEN = `kind=${LONG_WORD.toLowerCase()}-kind~training&donor=donor-0~donor-2&q=${LONG_WORD}`;

let server;
before(async () => {
  server = await serve();
  const head = "<style>body { margin: 0 }</style>";
  for (const years of [60, 81]) {
    server.add(`/${years}.json`, crowdedRecords(years));
    server.add(`/${years}.html`, html(`<div id="place"><outreach-report src="/${years}.json" sync="hash"></outreach-report></div>`, { head }));
  }
  server.add("/narrow.html", html(`<iframe title="The report" src="/60.html#${CHOSEN}" width="320" height="900"></iframe>`));
});
after(() => server.close());

/**
 * Gives the report a width, and returns once it is drawn at that width. It is laid out afresh, as on a page that is opened:
 * WebKit 2.50 keeps some heights of rows in subgrids when a width changes.
 */
async function setWidth(page, width) {
  await page.run(`(width) => {
    const place = document.getElementById("place");
    place.style.display = "none";
    place.style.width = width + "px";
    place.offsetWidth;
    place.style.display = "";
  }`, width);
  await page.painted();
  await page.painted();
}

inEachEngine(() => server, (at) => {
  for (const [years, view] of [[60, ""], [81, CHOSEN]]) {
    test(`${years} years with${view ? "" : "out"} filters: no text is over another, at any width`, async () => {
      const page = at();
      await page.driver.manage().window().setRect({ width: 1340, height: 900 });
      await page.open(`/${years}.html#${view}`);
      for (const width of [1280, 768, 390, 320]) {
        await setWidth(page, width);
        assert.deepEqual(await textProblems(page), [], `${width} px`);
        const named = await page.run(`() => [...root.querySelectorAll(".plot .name")].filter((name) => name.checkVisibility()).map((name) => name.textContent)`);
        assert.ok(named.length >= 6 && named.at(-1) === "Undated", `${width} px: ${named}`);
      }
    });
  }

  test("lists, facts and dialogs in a frame of 320 px", async () => {
    const page = at();
    await page.open("/narrow.html", { ready: false });
    await page.driver.switchTo().frame(0);
    await page.ready();
    const wrong = [];
    const look = async (what, selector) => {
      await page.until("(selector) => root.querySelector(selector)", selector);
      await page.painted();
      for (const problem of await textProblems(page, selector)) wrong.push(`${what}: ${problem}`);
    };
    await page.run(`() => { root.querySelector("button.title").click(); inside.find.button("More").click(); }`);
    await look("facts", ".facts");
    await page.run(`() => inside.find.picker("kind").click()`);
    await look("list", "#pick-kind");
    await page.run(`() => inside.find.picker("kind").click()`);
    for (const [opener, ready] of [[".live", ".records"], ["[data-request=share]", ".share-row, .dialog-body button"], ["[data-request=issues]", ".dialog-body li"]]) {
      await page.run(`(opener) => root.querySelector(opener).click()`, opener);
      await page.until("(ready) => root.querySelector('dialog[open] ' + ready.split(', ').join(', dialog[open] '))", ready);
      await look(opener, "dialog[open]");
      await page.run(`() => root.querySelector("dialog[open]").close()`);
    }
    await page.driver.switchTo().defaultContent();
    assert.deepEqual(wrong, []);
  });
});
