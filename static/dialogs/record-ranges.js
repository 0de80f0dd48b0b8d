// Finds the records of a data file in its bytes, without reading them.
// Invariant: it only compares bytes that mean the same in every text of UTF-8. What is not in the usual form, such as a
// second list of activities, is left to the parser.

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [..."\"\\,[]{}"].map((sign) => sign.charCodeAt(0));
const NAME = [..."activities"].map((sign) => sign.charCodeAt(0));
/** After how many bytes the page may go on. */
const STEP = 1 << 18;

/**
 * The ranges of the records in the list `activities` of the document, several in one slice of at least `size` bytes:
 * `start` and `end` of what is between its brackets, and `slices`, each from its first byte to the comma after it;
 * and `count`, how many records there are, if there is any. Yields how many bytes it has looked at; returns nothing if the document is not in the usual form.
 */
export function* recordRanges(bytes, size) {
  const slices = [];
  let count = 1;
  let depth = 0;
  let start;
  let end;
  let from;
  let paused = 0;
  // Whether the key that was read last at the top of the document is that of the records.
  let isActivities = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const isInList = start !== undefined && end === undefined;
    if (byte === QUOTE) {
      const close = endOfText(bytes, at);
      if (close < 0) break;
      if (depth === 1) {
        isActivities = close - at - 1 === NAME.length && NAME.every((sign, index) => bytes[at + 1 + index] === sign);
        // Of two lists the last counts.
        if (isActivities && start !== undefined) return undefined;
      }
      at = close;
    } else if (byte === OPEN || byte === OPEN_LIST) {
      depth += 1;
      if (depth === 2 && isActivities && byte === OPEN_LIST) start = from = at + 1;
    } else if (byte === CLOSE || byte === CLOSE_LIST) {
      depth -= 1;
      if (depth === 1 && isInList) slices.push([from, (end = at)]);
    } else if (byte === COMMA && depth === 2 && isInList) {
      count += 1;
      if (at - from >= size) {
        slices.push([from, at]);
        from = at + 1;
      }
    }
    if (at - paused > STEP) yield (paused = at);
  }
  if (start === undefined) return undefined;
  // A file that was cut off: the parser says where.
  if (end === undefined) slices.push([from, (end = bytes.length)]);
  // A comma that nothing follows is no JSON.
  const isBlank = ([first, after]) => bytes.subarray(first, after).every((byte) => byte <= 32);
  return slices.length > 1 && slices.some(isBlank) ? undefined : { start, end, slices, count };
}

/** The position of the quotation mark that ends the text which begins at `start`; -1 if it does not end. */
function endOfText(bytes, start) {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) return at;
    if (bytes[at] === BACKSLASH) at += 1;
  }
  return -1;
}
