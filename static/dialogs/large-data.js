// Reads a large data file in slices: the page goes on, a bar shows how far it is, and the reader can stop it. The dialogs
// read the same bytes again, because they share no memory with the report.
// Invariant: nothing here keeps the page busy for long. The bytes stay outside of the WebAssembly, which gets one slice at
// a time, and the result is that of reading the file as a whole.

import { progressBar } from "./progress-bar.js";
import { recordRanges } from "./record-ranges.js";

/** For how many milliseconds a slice of work may keep the page busy. A slice that has begun is finished. */
const BUSY = 16;
/** How many bytes of records the WebAssembly is given at once. */
const SLICE = 1 << 15;
/** How many bytes of memory each byte of a file needs in the WebAssembly, with what counting needs. */
const NEEDED = 3;

/**
 * Reads the data of a response, or of its bytes if these have been fetched. `begin` makes a reader (`DataSetReader`) of a
 * text, `isWanted` says whether the report still waits for the data, and `root` is the shadow root that shows the bar.
 * Resolves with the reader and the bytes; with the bytes alone if they are to be read as a whole, because they are not
 * UTF-8 or not in the usual form. Throws a failure if the reader stopped it, or if not all records fit.
 */
export async function readLargeData({ response, bytes, root, begin, isWanted }) {
  const stopping = new AbortController();
  const bar = progressBar(root, () => stopping.abort());
  const pause = pauses(() => {
    if (stopping.signal.aborted || !isWanted()) throw { code: "data-stopped" };
  });
  try {
    bytes ??= await download(response, bar, pause, stopping.signal).catch((error) => {
      throw error.code ? error : { code: "data-unreachable", detail: error };
    });
    return { bytes, reader: await readRecords(bytes, begin, bar.show, pause) };
  } finally {
    bar.remove();
  }
}

async function download(response, bar, pause, signal) {
  // The length is that of the compressed file, if it was compressed.
  const length = response.headers.get("content-encoding") ? 0 : Number(response.headers.get("content-length"));
  const stream = response.body.getReader();
  signal.onabort = () => stream.cancel();
  let bytes = new Uint8Array(length || 1 << 20);
  let size = 0;
  for (let chunk; !(chunk = await stream.read()).done; ) {
    const { value } = chunk;
    if (size + value.length > bytes.length) {
      const smaller = bytes;
      bytes = new Uint8Array((size + value.length) * 2);
      bytes.set(smaller);
    }
    bytes.set(value, size);
    size += value.length;
    bar.show(length && size / length / 2);
    await pause();
  }
  if (signal.aborted) throw { code: "data-stopped" };
  return bytes.subarray(0, size);
}

/**
 * Reads the data of these bytes with a reader that `begin` makes. `show` is told the share, `pause` lets the page go on.
 * Resolves with the reader; with nothing if the bytes are to be read as a whole.
 */
export async function readRecords(bytes, begin, show = () => {}, pause = pauses()) {
  const ranges = recordRanges(bytes, SLICE);
  let step;
  while (!(step = ranges.next()).done) {
    show(0.5 + (step.value / bytes.length) * 0.1);
    await pause();
  }
  if (!step.value) return undefined;
  const { start, end, slices, count } = step.value;
  const decode = (from, to) => new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to));
  let reader;
  try {
    reader = begin(decode(0, start) + decode(end));
    const share = shareThatFits((share) => reader.hasRoom(bytes.length * NEEDED * share));
    if (share < 1) throw { code: "data-too-large", detail: Math.floor(count * share) };
    for (const [from, to] of slices) {
      try {
        reader.add(`[${decode(from, to)}]`);
      } catch (error) {
        throw typeof error === "string" ? atPosition(error, bytes, from) : error;
      }
      show(0.6 + (to / bytes.length) * 0.4);
      await pause();
    }
    return reader;
  } catch (error) {
    reader?.free();
    // The bytes are not UTF-8, or the document without its records is no data set.
    if (error instanceof TypeError || typeof error === "string") return undefined;
    throw error;
  }
}

/** The largest share, in steps of a twentieth, of which `fits` is true. */
function shareThatFits(fits) {
  let twentieths = 20;
  while (twentieths && !fits(twentieths / 20)) twentieths -= 1;
  return twentieths / 20;
}

/** The failure of a slice that begins at a byte, with the position in the whole file. */
function atPosition(error, bytes, from) {
  const [code, line, column] = error.split("\n").map((part, index) => (index ? Number(part) : part));
  let lines = 0;
  let lineStart = 0;
  for (let end; (end = bytes.indexOf(10, lineStart) + 1) && end <= from; lineStart = end) lines += 1;
  // The slice was given in a bracket of its own.
  const before = line === 1 ? new TextDecoder().decode(bytes.subarray(lineStart, from)).length - 1 : 0;
  return { code, detail: [lines + line, before + column], text: new TextDecoder().decode(bytes.subarray(0, 100)) };
}

/** A function that lets the page go on if it has been busy for long enough, and then calls `check`. */
function pauses(check = () => {}) {
  const { port1, port2 } = new MessageChannel();
  let since = performance.now();
  return async () => {
    if (performance.now() - since < BUSY) return;
    // A timer would wait for four milliseconds each time, and for a second in a page that is out of sight.
    await new Promise((done) => ((port1.onmessage = done), port2.postMessage(0)));
    since = performance.now();
    check();
  };
}
