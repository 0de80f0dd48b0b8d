// Decodes the bytes of a data file as people save and serve it: UTF-8 with or without a byte-order mark, UTF-16, the
// charset that the server names, or Windows-1252, in which many spreadsheets and editors save.
// Invariant: valid UTF-8 is never read as anything else, whatever the server says. Bytes that no reading explains become
// U+FFFD, which the data set reports as an issue.

/** The text of these bytes. `type` is the `Content-Type` that came with them, if any. */
export function decodeText(bytes, type) {
  const decode = (charset, fatal) => new TextDecoder(charset, { fatal }).decode(bytes);
  // UTF-16 begins with a byte-order mark, or with a sign of JSON or CSV, of which one byte is zero.
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (second === 0 || (first === 0xff && second === 0xfe)) return decode("utf-16le");
  if (first === 0 || (first === 0xfe && second === 0xff)) return decode("utf-16be");
  for (const charset of ["utf-8", /charset="?([^\s";]+)/i.exec(type)?.[1]]) {
    try {
      return decode(charset, true);
    } catch {
      // The bytes are in another charset, or the browser does not know this one.
    }
  }
  const text = decode();
  // UTF-8 with a few damaged bytes: in Windows-1252 all its other letters with accents would be wrong.
  return text.replace(/[\0-\x7f\ufffd]/g, "").length >= text.split("\ufffd").length ? text : decode("windows-1252");
}
