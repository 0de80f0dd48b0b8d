// What can be told of a screen without eyes: nothing overflows, nothing is cut off, everything that can be pressed is
// large enough, and axe-core finds nothing. And pictures of it, in OUTREACH_SCREENS, to be looked at.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const SCREENS = process.env.OUTREACH_SCREENS;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Adds axe-core to what a server serves. */
export function serveAxe(server) {
  server.add("/axe.js", AXE);
}

/** What is too wide, cut off or too small to press; an empty list when nothing is. */
export async function problems(page) {
  await page.painted();
  return page.run(`() => {
    const problems = [];
    const note = (what, element, more = "") => problems.push(what + ": " + (element.closest("[part]")?.getAttribute("part") ?? "") + " " + element.tagName + "." + element.className + " “" + element.textContent.trim().slice(0, 40) + "” " + more);
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) problems.push("the page is " + page.scrollWidth + " wide, not " + page.clientWidth);
    const bounds = report.getBoundingClientRect();
    for (const element of root.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const rect = element.getBoundingClientRect();
      if (element.closest(".unseen, [hidden]") || style.display === "none" || style.visibility === "hidden" || rect.width === 0) continue;
      // Names that end in dots are said in full by their mark and its tip.
      const dotted = style.textOverflow === "ellipsis" && element.closest("[aria-label]")?.ariaLabel.includes(element.textContent);
      if (style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && !dotted) note("cut off", element);
      // The matrix and a long line of chips scroll in a frame of their own; a backdrop lies over all.
      const frame = element.closest(".matrix, .chips ul");
      const apart = frame ? frame !== element : element.matches(".backdrop");
      if (!apart && (rect.left < bounds.left - 1 || rect.right > bounds.right + 1)) note("beyond the edge", element, rect.left + " to " + rect.right + " of " + bounds.right);
      const label = element.matches(".mark") && element.querySelector(".name bdi")?.textContent;
      if (label && !element.ariaLabel.startsWith(label)) note("called otherwise", element, element.ariaLabel);
      const pressable = element.matches("button, summary, input:not([type=checkbox]), [role=button]");
      // A column may be narrower than 24 px: it has all its height, and the years can be typed instead. Words of the
      // sentence at the top are as high as its lines.
      const small = rect.height < 24 || (rect.width < 24 && !element.closest(".plot"));
      if (pressable && small) note("small", element, rect.width + " x " + rect.height);
    }
    return problems;
  }`);
}

/**
 * What axe-core finds, in a line each. One rule is left out: it takes numbers that are hidden from screen readers for a
 * part of a mark's label, and so asks that "≥ 80" be a part of "at least 80 reached". What the rule is for, that who says
 * the visible name reaches the mark, `problems` looks at instead.
 */
export async function violations(page) {
  await page.driver.executeAsyncScript(`const done = arguments[0];
    if (window.axe) return done();
    const script = Object.assign(document.createElement("script"), { src: "/axe.js", onload: () => done() });
    document.head.append(script);`);
  return page.driver.executeAsyncScript(`const done = arguments[0];
    axe.run(document, { resultTypes: ["violations"], selectors: false, rules: { "label-content-name-mismatch": { enabled: false } } }).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "))),
      (error) => done([String(error)]));`);
}

/** Keeps a picture of the page, where pictures are asked for. */
export async function shoot(page, name) {
  if (SCREENS) await picture(page, name);
}

/** Keeps a picture of what the window shows, where pictures are asked for. */
export async function shootWindow(page, name) {
  if (SCREENS) keep(`${page.engine}-${name}.png`, await page.screenshot());
}

/** Takes a picture of the page, as high as it is up to a limit, and keeps it where pictures are asked for. Gives it as PNG. */
export async function picture(page, name, { most = 4000 } = {}) {
  const height = await page.run("() => document.documentElement.scrollHeight");
  const { width } = await page.driver.manage().window().getRect();
  await page.driver.manage().window().setRect({ width, height: Math.min(Math.max(height + 100, 700), most) });
  await page.painted();
  const png = await page.screenshot();
  keep(`${page.engine}-${name}.png`, png);
  await page.driver.manage().window().setRect({ width, height: 900 });
  return png;
}

/** Keeps a file beside the pictures, where pictures are asked for. */
export function keep(name, bytes) {
  if (SCREENS) writeFileSync(join(SCREENS, name), bytes);
}
