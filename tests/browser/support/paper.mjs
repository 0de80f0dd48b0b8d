// Prints a page and reads the PDF back: words with their boxes, and how much ink there is at a place.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { PNG } from "pngjs";

const PDFTOTEXT = process.env.OUTREACH_PDFTOTEXT;

/** The sizes of paper in centimetres. */
const SIZES = { A4: [21, 29.7], Letter: [21.59, 27.94] };
/** Pages have a number in their lower margin; no more of a page is margin. In points. */
const MARGIN = 52;

/** The printed page as PDF. */
export async function print(page, { paper = "A4", across = false } = {}) {
  const [width, height] = SIZES[paper];
  const orientation = across ? "landscape" : "portrait";
  return Buffer.from(await page.driver.printPage({ orientation, width, height, shrinkToFit: true, background: false }), "base64");
}

/** The text of each page, with line breaks replaced by spaces and ligatures split into letters. */
export function texts(pdf) {
  const text = run("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], pdf).toString();
  return text.split("\f").filter((page) => page.trim()).map((page) => page.normalize("NFKC").replace(/\s+/g, " "));
}

/** The pages with their size and their words, each with its box in points; page numbers are left out. */
export function sheets(pdf) {
  const decode = (text) => text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" })[name]);
  const text = run("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"], pdf).toString();
  return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(([, width, height, body]) => {
    const words = [...body.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(([, ...values]) => {
      const [left, top, right, bottom] = values.slice(0, 4).map(Number);
      return { text: decode(values[4]).normalize("NFKC"), left, top, right, bottom };
    });
    return { width: Number(width), height: Number(height), words: words.filter((word) => word.bottom < height - MARGIN * 0.75) };
  });
}

/** How often each number is on these pages, written with its separators. */
export function numbers(words) {
  const counts = new Map();
  for (const [number] of words.join(" ").matchAll(/\d[\d,]*/g)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** What is wrong with the pages: words over each other or at the edge, pages that are half empty, headings alone. */
export function problems(pages, headings) {
  return pages.flatMap(({ width, height, words }, index) => {
    const found = [];
    const note = (problem, ...about) => found.push(`page ${index + 1}: ${problem}: ${about.map(({ text }) => text).join(" / ")}`);
    for (const [position, word] of words.entries()) {
      if (word.left < 20 || word.right > width - 20 || word.top < 20) note("at the edge", word);
      for (const other of words.slice(position + 1)) if (overlap(word, other)) note("over each other", word, other);
    }
    const bottom = Math.max(...words.map((word) => word.bottom));
    if (index < pages.length - 1 && bottom < height * 0.5) found.push(`page ${index + 1} ends at ${Math.round((bottom / height) * 100)} %`);
    for (const heading of headings) {
      const first = words.findIndex((_, start) => heading.split(" ").every((part, offset) => words[start + offset]?.text === part && words[start + offset].bottom - words[start + offset].top > 16));
      if (first >= 0 && words.filter((word) => word.top > words[first].bottom).length < 6) note("a heading without what follows", words[first]);
    }
    return found;
  });
}

/** Whether two words are visibly over each other: boxes are as high as lines, which may touch. */
function overlap(one, other) {
  const shared = (from, to) => Math.min(one[to], other[to]) - Math.max(one[from], other[from]);
  const size = (from, to) => Math.min(one[to] - one[from], other[to] - other[from]);
  return shared("left", "right") > 0.35 * size("left", "right") && shared("top", "bottom") > 0.35 * size("top", "bottom");
}

/** A page as a picture with one pixel for each point, grey from 0 to 255. */
export function picture(pdf, number) {
  const png = PNG.sync.read(run("pdftoppm", ["-r", "72", "-png", "-f", number, "-l", number, "-"], pdf));
  return (x, y) => png.data[(Math.round(y) * png.width + Math.round(x)) * 4 + 0];
}

/** Runs a program of poppler, which are in one folder. */
function run(program, args, input) {
  assert.ok(PDFTOTEXT, "OUTREACH_PDFTOTEXT is not set: run the tests with `cargo xtask test browser`");
  return execFileSync(PDFTOTEXT.replace(/pdftotext/, program), args.map(String), { input, maxBuffer: 1 << 26 });
}
