// The checksum CRC-32, by which a single file notices that a part of it was changed.

const POLYNOMIAL = 0xedb88320;

const STEPS = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = (byte >>> 1) ^ (byte & 1 ? POLYNOMIAL : 0);
  return byte;
});

/** The checksum of bytes. */
export function checksum(bytes) {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ STEPS[(value ^ byte) & 255];
  return ~value >>> 0;
}
