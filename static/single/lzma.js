// Decompresses LZMA as its published specification describes, with the settings lc=3, lp=0, pb=2. Browsers can only
// decompress deflate, whose window is 32 KB, but the two WebAssemblies of a single-file page share much of their code:
// with LZMA the file is a quarter smaller than with zopfli.

const STATES = 12;
/** Probabilities for each literal context. */
const LITERAL_SIZE = 0x300;
/** The number of high bits of the previous byte that choose the literal context: lc. */
const LITERAL_CONTEXT_BITS = 3;
/** Position states: 2 to the power of pb. */
const POSITIONS = 4;
/** The offset of each kind of probability: all are in one array. */
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * POSITIONS;
const IS_REP_FIRST = IS_REP + STATES;
const IS_REP_SECOND = IS_REP_FIRST + STATES;
const IS_REP_THIRD = IS_REP_SECOND + STATES;
const IS_REP_LONG = IS_REP_THIRD + STATES;
const DISTANCE_SLOTS = IS_REP_LONG + STATES * POSITIONS;
const DISTANCE_BITS = DISTANCE_SLOTS + 4 * 64;
const DISTANCE_ALIGN = DISTANCE_BITS + 115;
const MATCH_LENGTH = DISTANCE_ALIGN + 16;
/** Probabilities for a length: two choices, then three trees. */
const LENGTH_SIZE = 2 + 2 * POSITIONS * 8 + 256;
const REP_LENGTH = MATCH_LENGTH + LENGTH_SIZE;
const LITERALS = REP_LENGTH + LENGTH_SIZE;

/**
 * Returns a function that decompresses at least the first `until` of `length` bytes, and returns the buffer for all of
 * them. A call continues from the end of the last one. Damaged input gives wrong bytes without an error: a checksum has
 * to detect it.
 */
export function decompressor(bytes, length) {
  const output = new Uint8Array(length);
  const probabilities = new Uint16Array(LITERALS + LITERAL_SIZE * (1 << LITERAL_CONTEXT_BITS)).fill(1024);
  let range = 0xffffffff;
  let code = 0;
  let position = 1;
  for (; position < 5; position += 1) code = code * 256 + bytes[position];

  const normalize = () => {
    if (range >= 0x1000000) return;
    range *= 256;
    code = code * 256 + bytes[position++];
  };
  const readBit = (index) => {
    const probability = probabilities[index];
    const bound = (range >>> 11) * probability;
    if (code < bound) {
      range = bound;
      probabilities[index] = probability + ((2048 - probability) >> 5);
      normalize();
      return 0;
    }
    range -= bound;
    code -= bound;
    probabilities[index] = probability - (probability >> 5);
    normalize();
    return 1;
  };
  /** Reads bits whose values are equally probable. */
  const readDirectBits = (count) => {
    let value = 0;
    for (; count > 0; count -= 1) {
      range = Math.floor(range / 2);
      const bit = code >= range;
      if (bit) code -= range;
      value = value * 2 + bit;
      normalize();
    }
    return value;
  };
  const readTree = (offset, count) => {
    let node = 1;
    for (let left = count; left > 0; left -= 1) node = node * 2 + readBit(offset + node);
    return node - (1 << count);
  };
  /** Reads a tree whose lowest bit comes first. */
  const readReverseTree = (offset, count) => {
    let node = 1;
    let value = 0;
    for (let shift = 0; shift < count; shift += 1) {
      const bit = readBit(offset + node);
      node = node * 2 + bit;
      value += bit << shift;
    }
    return value;
  };
  const readLength = (offset, positionState) => {
    if (!readBit(offset)) return 2 + readTree(offset + 2 + positionState * 8, 3);
    if (!readBit(offset + 1)) return 10 + readTree(offset + 2 + (POSITIONS + positionState) * 8, 3);
    return 18 + readTree(offset + 2 + 2 * POSITIONS * 8, 8);
  };
  const readDistance = (size) => {
    const slot = readTree(DISTANCE_SLOTS + Math.min(size - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 + (slot & 1)) * 2 ** count;
    if (slot < 14) return base + readReverseTree(DISTANCE_BITS + base - slot, count);
    return base + readDirectBits(count - 4) * 16 + readReverseTree(DISTANCE_ALIGN, 4);
  };

  let state = 0;
  /** The last four distances, the latest first. */
  let distances = [0, 0, 0, 0];
  let written = 0;
  /** Decodes one literal or one match. */
  const decodeNext = () => {
    const positionState = written % POSITIONS;
    if (!readBit(IS_MATCH + state * POSITIONS + positionState)) {
      const offset = LITERALS + LITERAL_SIZE * ((written ? output[written - 1] : 0) >> (8 - LITERAL_CONTEXT_BITS));
      let symbol = 1;
      if (state >= 7) {
        let match = output[written - distances[0] - 1];
        while (symbol < 256) {
          const matchBit = match >> 7;
          match = (match * 2) & 255;
          const bit = readBit(offset + (1 + matchBit) * 256 + symbol);
          symbol = symbol * 2 + bit;
          if (bit !== matchBit) break;
        }
      }
      while (symbol < 256) symbol = symbol * 2 + readBit(offset + symbol);
      output[written++] = symbol;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      return;
    }
    let size = 1;
    if (!readBit(IS_REP + state)) {
      size = readLength(MATCH_LENGTH, positionState);
      distances = [readDistance(size), ...distances.slice(0, 3)];
      state = state < 7 ? 7 : 10;
    } else {
      // The index of the last distance that is repeated.
      const index = !readBit(IS_REP_FIRST + state) ? 0 : !readBit(IS_REP_SECOND + state) ? 1 : !readBit(IS_REP_THIRD + state) ? 2 : 3;
      const isLong = index > 0 || readBit(IS_REP_LONG + state * POSITIONS + positionState);
      if (index > 0) distances.unshift(...distances.splice(index, 1));
      if (isLong) size = readLength(REP_LENGTH, positionState);
      state = state < 7 ? (isLong ? 8 : 9) : 11;
    }
    for (; size > 0 && written < length; size -= 1, written += 1) output[written] = output[written - distances[0] - 1];
  };
  return (until) => {
    while (written < until) decodeNext();
    return output;
  };
}
