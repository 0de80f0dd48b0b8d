// Gives the functions that the WebAssembly imports short names, on both sides. wasm-bindgen ends each of their names
// in 16 random digits, which no compression can take away: 3 KB of every first visit.
// Invariant: only names that stand in the import section and in the JavaScript are changed, each in both places.

/** How wasm-bindgen describes any value for a panic's message: 400 bytes of every first visit, for what `String` says
 * well enough. */
const DEBUG = /^function debugString\(val\) \{[\s\S]*?^\}\n/m;

/** The WebAssembly and the JavaScript with short names. */
export function shorten(wasm, javascript) {
  const names = new Map();
  const section = importSection(wasm, (name) => {
    const long = /^__wb/.test(name) && javascript.includes(name);
    if (long && !names.has(name)) names.set(name, `_${names.size.toString(36)}`);
    return names.get(name) ?? name;
  });
  // The longest first, so that no name is taken for the beginning of another.
  javascript = javascript.replace(DEBUG, "const debugString = String;\n");
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`\\b(?:${longest.join("|")})\\b`, "g");
  return { wasm: section, javascript: longest.length ? javascript.replace(pattern, (name) => names.get(name)) : javascript };
}

const IMPORTS = 2;
const HEADER = 8;

/** The same module with the names of its imported functions changed. */
function importSection(wasm, rename) {
  const parts = [wasm.subarray(0, HEADER)];
  const reader = new Reader(wasm, HEADER);
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === IMPORTS) {
      const body = Buffer.concat(imports(reader, rename));
      parts.push(Buffer.from([IMPORTS]), number(body.length), body);
    } else {
      parts.push(wasm.subarray(start, end));
    }
    reader.at = end;
  }
  return Buffer.concat(parts);
}

function imports(reader, rename) {
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
