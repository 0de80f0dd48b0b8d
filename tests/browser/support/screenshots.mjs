// Small grey pictures of screens, which are compared between commits.
//
// A picture is scaled down by four in both directions and compared in squares of eight by eight pixels: this hides how
// letters and lines are smoothed, but not that a block moved by half a line.

import { PNG } from "pngjs";

const SCALE = 4;
const SQUARE = 8;
/** How much the mean of a square may differ, of 255. */
const TOLERANCE = 10;
/** How many of a thousand squares may differ more. */
const TOLERATED_SQUARES = 4;

/** A screenshot as a small grey picture. */
export function small(screenshot) {
  const { width, height, data } = PNG.sync.read(screenshot);
  const picture = { width: Math.floor(width / SCALE), height: Math.floor(height / SCALE) };
  picture.grey = new Uint8Array(picture.width * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      let sum = 0;
      for (let row = 0; row < SCALE; row += 1) {
        for (let column = 0; column < SCALE; column += 1) {
          const offset = ((y * SCALE + row) * width + x * SCALE + column) * 4;
          sum += 0.3 * data[offset] + 0.59 * data[offset + 1] + 0.11 * data[offset + 2];
        }
      }
      picture.grey[y * picture.width + x] = Math.round(sum / SCALE ** 2);
    }
  }
  return picture;
}

/** A small picture as PNG. It has fewer shades of grey, which halves the file and stays within the tolerance. */
export function write({ width, height, grey }) {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
  png.data = Buffer.from(grey.map((value) => Math.min(255, Math.round(value / 8) * 8)));
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, deflateLevel: 9 });
}

/** A small picture from PNG. */
export function read(file) {
  const { width, height, data } = PNG.sync.read(file);
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, index) => data[index * 4]) };
}

/** Describes how two small pictures differ; an empty text if they do not. */
export function difference(one, other) {
  if (one.width !== other.width || Math.abs(one.height - other.height) > 2) {
    return `${one.width} x ${one.height} instead of ${other.width} x ${other.height}, at one pixel for ${SCALE}`;
  }
  const differing = [];
  let all = 0;
  for (let top = 0; top + SQUARE <= Math.min(one.height, other.height); top += SQUARE) {
    for (let left = 0; left + SQUARE <= one.width; left += SQUARE) {
      all += 1;
      if (Math.abs(mean(one, left, top) - mean(other, left, top)) > TOLERANCE) differing.push(`${left * SCALE},${top * SCALE}`);
    }
  }
  if (differing.length * 1000 <= all * TOLERATED_SQUARES) return "";
  return `${differing.length} of ${all} squares differ, on the screen at ${differing.slice(0, 8).join(" ")}${differing.length > 8 ? " …" : ""}`;
}

function mean({ width, grey }, left, top) {
  let sum = 0;
  for (let y = top; y < top + SQUARE; y += 1) for (let x = left; x < left + SQUARE; x += 1) sum += grey[y * width + x];
  return sum / SQUARE ** 2;
}
