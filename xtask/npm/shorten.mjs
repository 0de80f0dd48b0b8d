// Shortens the names of the functions that the WebAssembly imports and exports, in the WebAssembly and in the
// JavaScript. wasm-bindgen ends most of these names with 16 random digits, which do not compress: 3 KB of every first
// visit. Also removes code of wasm-bindgen for browsers and uses that the report does not support, and the file names of
// libraries, which differ between machines, from the messages of panics; powers of ten that no count can need; and tables
// that nothing reads.
// Invariants: a name is changed only if it is in both files, and then in both. JavaScript does not start a WebAssembly
// of another build, in which a short name could mean another function.

import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";

/** The ids of the sections of a WebAssembly module. */
const IMPORTS = 2;
const EXPORTS = 7;
/** The length of a module's header in bytes. */
const HEADER = 8;
/** The export that runs first. Its short name is a hash of all names, which differs in another build. */
const START = "__wbindgen_start";

/** Parts to remove from the JavaScript, with their replacements. */
const REMOVALS = [
  // Describes any value for the message of a panic: `String` is good enough.
  [/^function debugString\(val\) \{[^]*?^\}\n/m, "const debugString = String;\n"],
  // Objects are freed when their element is removed from the page, never by the garbage collector.
  [/^const \w+Finalization = [^]*?\);\n/m, ""],
  [/^ *\w+Finalization\.unregister\(.*\n/m, ""],
  [/^ *\w+Finalization\.register\(.*\n/m, ""],
  [/^if \(Symbol\.dispose\).*\n/m, ""],
  // Every browser that the report supports has this method.
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?^\}\n/m, ""],
];

/** Tables of the standard library by which only the panic that `crates/bindgen` shortens decided which characters to
 * escape: length, first bytes, hash. A newer Rust may have others; they then stay in the WebAssembly. */
const UNUSED_TABLES = [
  [767, "00700007002d0101", "fd33f755f4392970b809c21f6207c5b16813db98c7e85fa1a029c2f620291ad7"],
  [504, "5e227b0503042d03", "64dc499c522e4b1369bc284fd2e9f939144d902486f4c79b11844d4a4cfe1316"],
  [292, "00205f2282df0482", "bbbe10f76b55d4bee26f6640514c590dbb7395dcabf9bb5abba4a34dccb6b1ea"],
  [284, "ad78798b8da23057", "ac9c85e11132df268ab349fc652396fa24e5ee91b3f185b8f0889eaa12a819fc"],
  [212, "0c273b3e4e4f8f9e", "c3f0047bf905e6f43ffcc6e772d6c7c17ab2d2116bc63f65be3adec8502f4af0"],
];
/** What wasm-bindgen generates for the question whether an object is of a class, and what replaces it. A report may be taken
 * into another document, such as that of a frame, where each class is another one of the same name. */
const INSTANCE_OF = /let result;\s*try \{\s*result = arg0 instanceof (\w+);\s*\} catch \(_\) \{\s*result = false;\s*\}\s*const ret = result;\s*return ret;/g;
const IS_OF_CLASS = `
function isOfClass(value, name) {
  for (; value; value = Object.getPrototypeOf(value)) if (value[Symbol.toStringTag] === name) return true;
  return false;
}
`;

/** The WebAssembly and the JavaScript with short names. */
export function shorten(wasm, javascript) {
  for (const [pattern, replacement] of REMOVALS) {
    if (!pattern.test(javascript)) throw new Error(`wasm-bindgen's JavaScript no longer has ${pattern}; check whether it still needs to be removed`);
    javascript = javascript.replace(pattern, () => replacement);
  }
  if (!INSTANCE_OF.test(javascript)) throw new Error("wasm-bindgen asks for classes in another way; check whether it still fails in another document");
  javascript = javascript.replaceAll(INSTANCE_OF, (_, name) => `return isOfClass(arg0, "${name}");`) + IS_OF_CLASS;
  const imports = new Map();
  const exports = new Map();
  const shortName = (names, name, canChange) => {
    if (canChange && !names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name) ?? name;
  };
  const used = (name) => javascript.includes(`wasm.${name}`);
  // The first pass collects the names, because one short name is the hash of all; the second pass changes them.
  const rename = {
    [IMPORTS]: (name) => shortName(imports, name, /^__wb/.test(name) && javascript.includes(name)),
    [EXPORTS]: (name) => shortName(exports, name, name !== "memory" && used(name)),
  };
  renameInSections(wasm, rename);
  exports.set(START, `_${createHash("sha256").update([...imports.keys(), ...exports.keys()].join()).digest("hex").slice(0, 6)}`);
  const shortWasm = withoutUnusedTables(withoutGreatPowers(withoutFileNames(renameInSections(wasm, rename))));
  javascript = replaceNames(javascript, [...imports.keys()], "\\b", (name) => imports.get(name));
  javascript = replaceNames(javascript, [...exports.keys()], "\\bwasm\\.", (name) => `wasm.${exports.get(name.slice(5))}`);
  return { wasm: shortWasm, javascript };
}

/**
 * The WebAssembly with 10^23 in place of all greater powers of ten in serde_json's table, which take 1.6 KB, compressed.
 * A count is a whole number up to 2^53. With a greater power, a number is above that; divided by one, it is below 1,
 * because serde_json reads at most 20 digits before it. 10^23 gives the same, only the message about it rounds.
 */
function withoutGreatPowers(wasm) {
  const table = Buffer.alloc(309 * 8);
  for (let exponent = 0; exponent < 309; exponent += 1) table.writeDoubleLE(Number(`1e${exponent}`), exponent * 8);
  // wasm-opt leaves out zeros between constants, and with them the six at the beginning of the table.
  const start = wasm.indexOf(table.subarray(6)) - 6;
  if (start < 0) throw new Error("serde_json's table of powers of ten is no longer there; check whether its rest can still be removed");
  const copy = Buffer.from(wasm);
  for (let exponent = 24; exponent < 309; exponent += 1) copy.writeDoubleLE(1e23, start + exponent * 8);
  return copy;
}

/** The WebAssembly with zeros in place of the tables that nothing reads: 1.8 KB, compressed. */
function withoutUnusedTables(wasm) {
  const copy = Buffer.from(wasm);
  for (const [length, start, hash] of UNUSED_TABLES) {
    const position = wasm.indexOf(Buffer.from(start, "hex"));
    const found = wasm.subarray(position, position + length);
    if (position < 0 || createHash("sha256").update(found).digest("hex") !== hash) {
      console.warn(`a table of ${length} bytes that nothing reads was not found: this Rust has another one`);
    } else {
      copy.fill(0, position, position + length);
    }
  }
  return copy;
}

/** The WebAssembly with only slashes for the names of libraries' source files: 0.8 KB, compressed. Line and column stay.
 * Constants lie one after another without a sign between them, so a name begins only where a folder of Cargo, rustup or
 * the compiler does, and ends with the first `.rs`: else the constants beside it would be overwritten too. */
function withoutFileNames(wasm) {
  const { CARGO_HOME = join(homedir(), ".cargo"), RUSTUP_HOME = join(homedir(), ".rustup") } = process.env;
  const folders = [join(CARGO_HOME, "registry/src"), join(RUSTUP_HOME, "toolchains")].map((path) => path.replace(/[^\w/]/g, "\\$&"));
  const names = new RegExp(`(?:${folders.join("|")}|/rustc/[0-9a-f]{40}|/rust/deps)(?:/[\\w.-]+?)*?/\\w+?\\.rs`, "g");
  const copy = Buffer.from(wasm);
  for (const { 0: name, index } of copy.toString("latin1").matchAll(names)) {
    copy.fill("/", index, index + name.length);
  }
  return copy;
}

function replaceNames(text, names, before, replacer) {
  // The longest first: a name may be the beginning of another.
  const longestFirst = names.sort((a, b) => b.length - a.length);
  return longestFirst.length ? text.replace(new RegExp(`${before}(?:${longestFirst.join("|")})\\b`, "g"), replacer) : text;
}

/** The module with renamed imports and exports. */
function renameInSections(wasm, rename) {
  const parts = [wasm.subarray(0, HEADER)];
  const reader = new Reader(wasm, HEADER);
  while (reader.position < wasm.length) {
    const start = reader.position;
    const id = reader.byte();
    const end = reader.number() + reader.position;
    const rewrite = { [IMPORTS]: importSection, [EXPORTS]: exportSection }[id];
    if (rewrite) {
      const body = Buffer.concat(rewrite(reader, rename[id]));
      parts.push(Buffer.from([id]), number(body.length), body);
    } else {
      parts.push(wasm.subarray(start, end));
    }
    reader.position = end;
  }
  return Buffer.concat(parts);
}

function importSection(reader, rename) {
  const count = reader.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const module = reader.text();
    const name = reader.text();
    const start = reader.position;
    // wasm-bindgen imports functions only. The rest of any other import would be read incorrectly.
    if (reader.byte() !== 0) throw new Error(`the import ${name} is not a function`);
    reader.number();
    parts.push(text(module), text(rename(name)), reader.bytes.subarray(start, reader.position));
  }
  return parts;
}

function exportSection(reader, rename) {
  const count = reader.number();
  const parts = [number(count)];
  for (let left = count; left > 0; left -= 1) {
    const name = reader.text();
    const start = reader.position;
    reader.byte();
    reader.number();
    parts.push(text(rename(name)), reader.bytes.subarray(start, reader.position));
  }
  return parts;
}

/** Reads the binary format: bytes, numbers in LEB128, and texts, which begin with their length. */
class Reader {
  constructor(bytes, position) {
    Object.assign(this, { bytes, position });
  }

  byte() {
    return this.bytes[this.position++];
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
    this.position += length;
    return this.bytes.toString("utf8", this.position - length, this.position);
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
