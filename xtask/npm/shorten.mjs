// Gives the functions that the WebAssembly imports and exports short names, on both sides. wasm-bindgen ends most of their
// names in 16 random digits, which no compression can take away: 3 KB of every first visit. What its JavaScript has for
// browsers and uses that the report does not have goes too.
// Invariants: only names that stand in the WebAssembly and in the JavaScript are changed, each in both places; and
// JavaScript does not start a WebAssembly of another build, in which a short name means another function.

import { createHash } from "node:crypto";

const IMPORTS = 2;
const EXPORTS = 7;
const HEADER = 8;
const START = "__wbindgen_start";

/** What is taken out of the JavaScript, and what stands there instead. */
const NEEDLESS = [
  // How any value is described for a panic's message: `String` says it well enough.
  [/^function debugString\(val\) \{[^]*?^\}\n/m, "const debugString = String;\n"],
  // Objects are freed when their element is taken off the page, and never by the garbage collector.
  [/^const \w+Finalization = [^]*?\);\n/m, ""],
  [/^ *\w+Finalization\.unregister\(.*\n/m, ""],
  [/^ *\w+Finalization\.register\(.*\n/m, ""],
  [/^if \(Symbol\.dispose\).*\n/m, ""],
  // Every browser that the report runs in can do this.
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}\n/m, ""],
];

/** The WebAssembly and the JavaScript with short names. */
export function shorten(wasm, javascript) {
  for (const [what, instead] of NEEDLESS) {
    if (!what.test(javascript)) throw new Error(`wasm-bindgen's JavaScript no longer has ${what}; look whether it is still to be taken out`);
    javascript = javascript.replace(what, () => instead);
  }
  const imports = new Map();
  const exports = new Map();
  const take = (names, name, wanted) => {
    if (wanted && !names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name) ?? name;
  };
  const used = (name) => javascript.includes(`wasm.${name}`);
  // Once to collect the names, of which one stands for all, and once to change them.
  const rename = {
    [IMPORTS]: (name) => take(imports, name, /^__wb/.test(name) && javascript.includes(name)),
    [EXPORTS]: (name) => take(exports, name, name !== "memory" && used(name)),
  };
  sections(wasm, rename);
  exports.set(START, `_${createHash("sha256").update([...imports.keys(), ...exports.keys()].join()).digest("hex").slice(0, 6)}`);
  const short = sections(wasm, rename);
  javascript = change(javascript, [...imports.keys()], "\\b", (name) => imports.get(name));
  javascript = change(javascript, [...exports.keys()], "\\bwasm\\.", (name) => `wasm.${exports.get(name.slice(5))}`);
  return { wasm: short, javascript };
}

function change(text, names, before, to) {
  // The longest first, so that no name is taken for the beginning of another.
  const longest = names.sort((a, b) => b.length - a.length);
  return longest.length ? text.replace(new RegExp(`${before}(?:${longest.join("|")})\\b`, "g"), to) : text;
}

/** The same module with other names in some of its sections. */
function sections(wasm, rename) {
  const parts = [wasm.subarray(0, HEADER)];
  const reader = new Reader(wasm, HEADER);
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    const rewrite = { [IMPORTS]: importSection, [EXPORTS]: exportSection }[id];
    if (rewrite) {
      const body = Buffer.concat(rewrite(reader, rename[id]));
      parts.push(Buffer.from([id]), number(body.length), body);
    } else {
      parts.push(wasm.subarray(start, end));
    }
    reader.at = end;
  }
  return Buffer.concat(parts);
}

function importSection(reader, rename) {
  const count = reader.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const module = reader.text();
    const name = reader.text();
    const kind = reader.at;
    // Functions are all that wasm-bindgen imports; anything else would be read wrongly from here on.
    if (reader.byte() !== 0) throw new Error(`the import ${name} is no function`);
    reader.number();
    parts.push(text(module), text(rename(name)), reader.bytes.subarray(kind, reader.at));
  }
  return parts;
}

function exportSection(reader, rename) {
  const count = reader.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const name = reader.text();
    const kind = reader.at;
    reader.byte();
    reader.number();
    parts.push(text(rename(name)), reader.bytes.subarray(kind, reader.at));
  }
  return parts;
}

/** Reads the binary format: bytes, numbers in LEB128, texts with their length before them. */
class Reader {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

function text(value) {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([number(bytes.length), bytes]);
}
