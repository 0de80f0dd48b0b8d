// What can be checked of a screen automatically: nothing overflows, nothing is cut off, everything that can be pressed is
// large enough, and axe-core finds nothing. Also saves pictures of the screen to OUTREACH_SCREENS, for people to look at.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const SCREENS = process.env.OUTREACH_SCREENS;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Adds axe-core to the files of a server. */
export function serveAxe(server) {
  server.add("/axe.js", AXE);
}

/** Lists what is too wide, cut off or too small to press. */
export async function layoutProblems(page) {
  await page.painted();
  return page.run(`() => {
    const problems = [];
    const note = (problem, element, more = "") => problems.push(problem + ": " + (element.closest("[part]")?.getAttribute("part") ?? "") + " " + element.tagName + "." + element.className + " “" + element.textContent.trim().slice(0, 40) + "” " + more);
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) problems.push("the page is " + page.scrollWidth + " wide, not " + page.clientWidth);
    const bounds = report.getBoundingClientRect();
    for (const element of root.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const rect = element.getBoundingClientRect();
      if (element.closest(".unseen, [hidden]") || style.display === "none" || style.visibility === "hidden" || rect.width === 0) continue;
      // A name that is shortened with an ellipsis is given in full by its mark and tooltip.
      const shortened = style.textOverflow === "ellipsis" && element.closest("[aria-label]")?.ariaLabel.includes(element.textContent);
      if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && !shortened) note("cut off", element);
      // The matrix scrolls on its own; a backdrop covers everything, and on a phone a list is as wide as the window.
      const scroller = element.closest(".matrix");
      const exempt = scroller ? scroller !== element : [element, element.closest(".panel")].some((part) => part && getComputedStyle(part).position === "fixed");
      if (!exempt && (rect.left < bounds.left - 1 || rect.right > bounds.right + 1)) note("beyond the edge", element, rect.left + " to " + rect.right + " of " + bounds.right);
      const label = element.matches(".mark") && element.querySelector(".name bdi")?.textContent;
      if (label && !element.ariaLabel.startsWith(label)) note("label does not begin with its name", element, element.ariaLabel);
      const pressable = element.matches("button, summary, input:not([type=checkbox]), [role=button]");
      // A column may be narrower than 24 px: it is as high as its chart, and the years can be typed instead. The words of
      // the sentence at the top are as high as its lines.
      const small = rect.height < 24 || (rect.width < 24 && !element.closest(".plot"));
      if (pressable && small) note("small", element, rect.width + " x " + rect.height);
    }
    return problems;
  }`);
}

/**
 * The violations that axe-core finds, one line each. One rule is left out: it treats numbers that are hidden from screen
 * readers as part of a mark's label, and so requires "≥ 80" to be part of "at least 80 reached". What the rule is for,
 * that speaking the visible name activates the mark, is checked by `layoutProblems` instead.
 *
 * `within` limits the check to one element of the report: to the dialog if one is open, because nothing else can be
 * reached then, and other tests check the screen behind it. `except` is a part of it that was checked before.
 */
export async function violations(page, within = null, except = null) {
  await page.driver.executeAsyncScript(`const done = arguments[0];
    if (window.axe) return done();
    const script = Object.assign(document.createElement("script"), { src: "/axe.js", onload: () => done() });
    document.head.append(script);`);
  return page.driver.executeAsyncScript(`const [within, except, done] = arguments;
    const part = (...path) => ({ fromShadowDom: ["outreach-report", ...path] });
    // Nothing hidden is checked, but the many hidden rows of a table would take a fifth of the time.
    const exclude = [part("tbody.later"), part("outreach-report", "tbody.later"), ...(except ? [part(except)] : [])];
    axe.run({ ...(within && { include: [part(within)] }), exclude }, { resultTypes: ["violations"], selectors: false, rules: { "label-content-name-mismatch": { enabled: false } } }).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "))),
      (error) => done([String(error)]));`, within, except);
}

/** Saves a picture of the page if OUTREACH_SCREENS is set. */
export async function shoot(page, name) {
  if (SCREENS) await picture(page, name);
}

/** Saves a picture of the window if OUTREACH_SCREENS is set. */
export async function shootWindow(page, name) {
  if (SCREENS) keepFile(`${page.engine}-${name}.png`, await page.screenshot());
}

/** Takes a picture of the whole page, up to `maxHeight`, saves it if OUTREACH_SCREENS is set, and returns it as PNG. */
export async function picture(page, name, { maxHeight = 4000 } = {}) {
  const height = await page.run("() => document.documentElement.scrollHeight");
  const { width } = await page.driver.manage().window().getRect();
  await page.driver.manage().window().setRect({ width, height: Math.min(Math.max(height + 100, 700), maxHeight) });
  await page.painted();
  const png = await page.screenshot();
  keepFile(`${page.engine}-${name}.png`, png);
  await page.driver.manage().window().setRect({ width, height: 900 });
  return png;
}

/** Saves a file beside the pictures if OUTREACH_SCREENS is set. */
export function keepFile(name, bytes) {
  if (SCREENS) writeFileSync(join(SCREENS, name), bytes);
}
