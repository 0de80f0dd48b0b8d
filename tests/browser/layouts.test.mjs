// The report in whatever layout a page has: in boxes that give their content no width, scaled, turned, hidden at first, in
// full screen, and after a browser has emptied its canvases.

import assert from "node:assert/strict";
import { drawingProblems } from "./support/drawing.mjs";
import { page as html, serve } from "./support/server.mjs";
import { after, before, inEachEngine, test } from "./support/suite.mjs";

/** Layouts around the report, `%`, in a place of a given width; and how much of the width they take for themselves. */
const LAYOUTS = {
  "a row": [`<div style="display: flex">%</div>`],
  "a row that centres": [`<div style="display: flex; align-items: center; justify-content: center">%</div>`],
  "a column that centres": [`<div style="display: flex; flex-direction: column; align-items: center">%</div>`],
  "a column whose boxes have margins": [`<div style="display: flex; flex-direction: column"><div style="margin: 0 auto">%</div></div>`],
  "a row beside a box of 60 px": [`<div style="display: flex"><div style="flex: 0 0 60px"></div>%</div>`, 60],
  "a row that wraps": [`<div style="display: flex; flex-wrap: wrap"><div>Beside</div>%</div>`],
  "columns of WordPress": [`<div style="display: flex; gap: 20px; flex-wrap: nowrap"><div style="flex: 1 1 0; min-width: 0">%</div></div>`],
  "a grid that centres": [`<div style="display: grid; place-items: center">%</div>`],
  "a grid of one fraction": [`<div style="display: grid; grid-template-columns: 1fr; justify-items: center">%</div>`],
  "a cell of a table": [`<table cellspacing="0" cellpadding="0"><tr><td>%</td></tr></table>`],
  "a table made of boxes": [`<div style="display: table"><div style="display: table-cell">%</div></div>`],
  "a float": [`<div style="float: left">%</div>`],
  "a box in a line": [`<div style="display: inline-block">%</div>`],
  "a row in a line": [`<div style="display: inline-flex">%</div>`],
  "a box at an absolute place": [`<div style="position: relative"><div style="position: absolute; left: 0; top: 0">%</div></div>`],
  "a box as wide as its content": [`<div style="width: fit-content">%</div>`],
};
/** The same for the element itself. */
const STYLES = ["float: left", "position: absolute; left: 0", "width: fit-content", "display: inline-block", "display: flex", "display: contents"];

let server;
before(async () => {
  server = await serve();
  const head = `<style>body { margin: 0 } #place { position: relative }</style>`;
  server.add("/place.html", html(`<div id="place"><outreach-report theme="light" parts="year country matrix"></outreach-report></div>`, { head }));
  server.add("/small.html", html(`<div id="place"><outreach-report parts="headline"></outreach-report></div>`, { head }));
});
after(() => server.close());

/** In a layout: the width of the report, how much wider than its place the layout is, and whether the report is high. */
const LAY_OUT = `(width, layout, style) => {
  const place = document.getElementById("place");
  place.style.width = width + "px";
  const parts = layout.split("%");
  const box = Object.assign(document.createElement("div"), { innerHTML: parts.join("<i id='here'></i>") });
  place.append(box);
  report.style.cssText = style;
  document.getElementById("here").replaceWith(report);
  while (place.children.length > 1) place.firstElementChild.remove();
  const { width: found, height } = root.querySelector(".report").getBoundingClientRect();
  return [Math.round(found), Math.max(0, place.scrollWidth - width), height > 100];
}`;

inEachEngine(() => server, (at) => {
  test("takes the width that there is in every layout, and is never wider", async () => {
    const page = at();
    await page.open("/small.html");
    const wrong = [];
    const all = [...Object.entries(LAYOUTS).map(([name, [layout, taken = 0]]) => ({ name, layout, taken, style: "" })), ...STYLES.map((style) => ({ name: style, layout: "%", taken: 0, style }))];
    for (const { name, layout, taken, style } of all) {
      for (const width of [320, 1100]) {
        const found = await page.run(LAY_OUT, width, layout, style);
        if (found.join() !== [width - taken, 0, true].join()) wrong.push([name, width, ...found]);
      }
    }
    assert.deepEqual(wrong, []);
    const [least] = await page.run(LAY_OUT, 1000, `<div style="width: min-content">%</div>`, "");
    assert.ok(least >= 240 && least < 320, `the least width is ${least}`);
    assert.equal((await page.run(LAY_OUT, 100, "%", ""))[0], 100, "a place of 100 px is not left");
    assert.equal((await page.run(LAY_OUT, 1000, `<div style="display: flex">%</div>`, "width: 300px"))[0], 300, "a width of the page's");
  });

  test("charts are drawn where their marks are while the page scales, turns or zooms them", async () => {
    const page = at();
    await page.open("/place.html");
    // After the drawing the page goes back, which draws nothing again: what was drawn is compared with the marks.
    const transforms = ["scale(0.5)", "scale(0)", "rotate(90deg)", "rotateY(180deg)", "perspective(900px) rotateY(-100deg)"];
    for (const [index, transform] of transforms.entries()) {
      await page.run(`(transform) => { document.getElementById("place").style.transform = transform; }`, transform);
      await page.run("(view) => { report.view = view; }", index % 2 ? "" : "kind=training");
      await page.painted();
      await page.run(`() => { document.getElementById("place").style.transform = "none"; }`);
      assert.deepEqual(await drawingProblems(page), [], transform);
    }
    for (const style of ["transform: scale(1.5); transform-origin: 0 0", "zoom: 1.5"]) {
      await page.run(`(style) => { document.getElementById("place").style.cssText = style; report.view = report.view ? "" : "kind=training"; }`, style);
      await page.painted();
      assert.deepEqual(await drawingProblems(page), [], style);
    }
    // A report of 900 px has the layout of a desk, however small it is on the screen.
    await page.run(`() => { document.getElementById("place").style.cssText = "width: 900px; transform: scale(0.4)"; report.view = "country=IN"; }`);
    await page.painted();
    assert.equal(await page.run(`() => [...root.querySelectorAll(".more.narrow")].some((button) => button.checkVisibility())`), false);
  });

  test("is drawn when it is shown after it was hidden, with the matrix at the latest years", async () => {
    const page = at();
    await page.open("/place.html");
    const latest = `() => {
      const box = root.querySelector(".matrix").getBoundingClientRect();
      const last = [...root.querySelectorAll(".matrix thead th")].at(-1).getBoundingClientRect();
      return box.width > 0 && last.right <= box.right + 1 && last.left >= box.left;
    }`;
    for (const hidden of ["display: none", "width: 0; height: 0; overflow: hidden", "content-visibility: hidden", "width: 1200px"]) {
      await page.run(`(style) => { const place = document.getElementById("place"); place.style.cssText = style; const fresh = report.cloneNode(true); report.remove(); place.append(fresh); }`, hidden);
      await page.ready();
      await page.painted();
      await page.run(`() => { document.getElementById("place").style.cssText = "width: 500px"; }`);
      await page.until(latest);
      assert.deepEqual(await drawingProblems(page), [], hidden);
    }
    // Hidden again it stays where the reader has scrolled to; moved it begins again.
    await page.run(`() => { root.querySelector(".matrix").scrollLeft -= 200; }`);
    await page.until(`() => root.querySelector(".matrix").scrollLeft !== 0`);
    await page.run(`() => { const place = document.getElementById("place"); place.style.display = "none"; place.offsetWidth; place.style.display = ""; }`);
    assert.notEqual(await page.run(`() => root.querySelector(".matrix").scrollLeft`), 0);
    await page.run(`() => { document.body.append(document.getElementById("place")); }`);
    await page.until(latest);
    await page.run(`() => { const details = document.createElement("details"); const fresh = report.cloneNode(true); report.remove(); details.append(fresh); document.getElementById("place").append(details); }`);
    await page.ready();
    await page.run(`() => { document.querySelector("details").open = true; }`);
    await page.until(latest);
    assert.deepEqual(await drawingProblems(page), []);
  });

  test("draws canvases again that a browser has emptied", async () => {
    const page = at();
    await page.mount("/place.html");
    await page.painted();
    for (const event of ["contextrestored", "visibilitychange"]) {
      await page.run(`(event) => {
        for (const canvas of root.querySelectorAll("canvas")) canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height);
        if (event === "contextrestored") root.querySelector("canvas").dispatchEvent(new Event(event));
        if (event === "visibilitychange") document.dispatchEvent(new Event(event, { bubbles: true }));
      }`, event);
      assert.deepEqual(await drawingProblems(page), [], event);
    }
  });

  test("fills the screen with its paper, and scrolls there", async () => {
    const page = at();
    await page.open("/place.html");
    for (const who of ["outreach-report", "#place"]) {
      await page.run(`(who) => {
        document.querySelector("button")?.remove();
        const button = Object.assign(document.createElement("button"), { textContent: "Full screen", onclick: () => document.querySelector(who).requestFullscreen() });
        document.body.prepend(button);
      }`, who);
      await page.press("outside", "button");
      await page.until(`() => document.fullscreenElement`);
      await page.painted();
      const look = await page.run(`() => {
        const full = document.fullscreenElement;
        const style = getComputedStyle(root.querySelector("[part=report]"));
        full.scrollTop = 400;
        return { paper: style.backgroundColor, dark: style.color, over: full.scrollWidth > full.clientWidth, scrolled: full.scrollTop, least: root.querySelector("[part=report]").offsetHeight >= full.clientHeight };
      }`);
      assert.deepEqual(look, { paper: "rgb(255, 255, 255)", dark: "rgb(23, 33, 43)", over: false, scrolled: who === "#place" ? look.scrolled : 400, least: true }, who);
      await page.run(`() => document.exitFullscreen()`);
      await page.until(`() => !document.fullscreenElement`);
      await page.until(`() => !root.querySelector(".full-screen")`);
    }
  });
});
