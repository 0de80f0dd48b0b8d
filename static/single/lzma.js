// Reads what LZMA has compressed, after its published specification, with the settings lc=3, lp=0, pb=2. Browsers can undo
// deflate by themselves, but that looks back 32 KB only, and the two WebAssemblies of a single file have much in common:
// this makes the file a quarter smaller than zopfli does.

const STATES = 12;
const LITERAL = 0x300;
const LEFT = 3;
const PLACES = 4;
/** Where each kind of probability begins: all lie in one array. */
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * PLACES;
const IS_REP_FIRST = IS_REP + STATES;
const IS_REP_SECOND = IS_REP_FIRST + STATES;
const IS_REP_THIRD = IS_REP_SECOND + STATES;
const IS_REP_LONG = IS_REP_THIRD + STATES;
const SLOTS = IS_REP_LONG + STATES * PLACES;
const SPECIAL = SLOTS + 4 * 64;
const ALIGN = SPECIAL + 115;
const MATCH_LENGTH = ALIGN + 16;
/** A length: two choices, then three trees. */
const LENGTH = 2 + 2 * PLACES * 8 + 256;
const REP_LENGTH = MATCH_LENGTH + LENGTH;
const LITERALS = REP_LENGTH + LENGTH;

/**
 * The `length` bytes that were compressed, as far as they are asked for: a function that reads until there are so many, and
 * gives all that there is room for. Whether they are right is for a checksum to tell.
 */
export function decompressor(bytes, length) {
  const out = new Uint8Array(length);
  const chances = new Uint16Array(LITERALS + LITERAL * (1 << LEFT)).fill(1024);
  let range = 0xffffffff;
  let code = 0;
  let at = 1;
  for (; at < 5; at += 1) code = code * 256 + bytes[at];

  const shift = () => {
    if (range >= 0x1000000) return;
    range *= 256;
    code = code * 256 + bytes[at++];
  };
  const bit = (place) => {
    const chance = chances[place];
    const bound = (range >>> 11) * chance;
    if (code < bound) {
      range = bound;
      chances[place] = chance + ((2048 - chance) >> 5);
      shift();
      return 0;
    }
    range -= bound;
    code -= bound;
    chances[place] = chance - (chance >> 5);
    shift();
    return 1;
  };
  const evenBits = (count) => {
    let value = 0;
    for (; count > 0; count -= 1) {
      range = Math.floor(range / 2);
      const one = code >= range;
      if (one) code -= range;
      value = value * 2 + one;
      shift();
    }
    return value;
  };
  const tree = (from, count) => {
    let node = 1;
    for (let left = count; left > 0; left -= 1) node = node * 2 + bit(from + node);
    return node - (1 << count);
  };
  const reversed = (from, count) => {
    let node = 1;
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      const one = bit(from + node);
      node = node * 2 + one;
      value += one << place;
    }
    return value;
  };
  const lengthAt = (from, place) => {
    if (!bit(from)) return 2 + tree(from + 2 + place * 8, 3);
    if (!bit(from + 1)) return 10 + tree(from + 2 + (PLACES + place) * 8, 3);
    return 18 + tree(from + 2 + 2 * PLACES * 8, 8);
  };
  const distance = (size) => {
    const slot = tree(SLOTS + Math.min(size - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 + (slot & 1)) * 2 ** count;
    if (slot < 14) return base + reversed(SPECIAL + base - slot, count);
    return base + evenBits(count - 4) * 16 + reversed(ALIGN, 4);
  };

  let state = 0;
  /** The last four distances, the latest first. */
  let backs = [0, 0, 0, 0];
  let done = 0;
  const step = () => {
    const place = done % PLACES;
    if (!bit(IS_MATCH + state * PLACES + place)) {
      const from = LITERALS + LITERAL * ((done ? out[done - 1] : 0) >> (8 - LEFT));
      let sign = 1;
      if (state >= 7) {
        let match = out[done - backs[0] - 1];
        while (sign < 256) {
          const wanted = match >> 7;
          match = (match * 2) & 255;
          const one = bit(from + (1 + wanted) * 256 + sign);
          sign = sign * 2 + one;
          if (one !== wanted) break;
        }
      }
      while (sign < 256) sign = sign * 2 + bit(from + sign);
      out[done++] = sign;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      return;
    }
    let size = 1;
    if (!bit(IS_REP + state)) {
      size = lengthAt(MATCH_LENGTH, place);
      backs = [distance(size), ...backs.slice(0, 3)];
      state = state < 7 ? 7 : 10;
    } else {
      // Which of the last distances it is: the first, the second, the third or the fourth.
      const which = !bit(IS_REP_FIRST + state) ? 0 : !bit(IS_REP_SECOND + state) ? 1 : !bit(IS_REP_THIRD + state) ? 2 : 3;
      const long = which > 0 || bit(IS_REP_LONG + state * PLACES + place);
      if (which > 0) backs.unshift(...backs.splice(which, 1));
      if (long) size = lengthAt(REP_LENGTH, place);
      state = state < 7 ? (long ? 8 : 9) : 11;
    }
    for (; size > 0 && done < length; size -= 1, done += 1) out[done] = out[done - backs[0] - 1];
  };
  return (until) => {
    while (done < until) step();
    return out;
  };
}
