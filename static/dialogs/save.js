// Saves files, and says what may keep the browser from doing so.
// Invariants: two files have two names. A picture is handed over only if pixels that are known can be read back from it:
// browsers that protect their readers from being recognised give out noise, or nothing.

/** The names that this page has given so far. */
const given = new Set();

/** Saves a file. Returns its name, which has the time in it. */
export function saveFile(name, blob) {
  const [, stem, ending] = /^(.*?)(?:-\d{4}-\d\d-\d\d)?(\.\w+)$/.exec(name);
  const now = new Date();
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join("");
  const timed = `${stem}-${today()}-${time}`;
  let count = 1;
  const nameOf = () => timed + (count > 1 ? `-${count}` : "") + ending;
  while (given.has(nameOf())) count += 1;
  given.add(nameOf());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = nameOf();
  link.click();
  // By then the browser has begun to read. A blob: URL that is not revoked would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return link.download;
}

/** Saves a canvas as a PNG file. `done` gets its name; an empty text if the browser gives out no pixels, or others. */
export function saveCanvas(name, canvas, done) {
  if (!givesItsPixels(canvas)) return done("");
  canvas.toBlob((blob) => done(blob ? saveFile(name, blob) : ""), "image/png");
}

/** Whether a colour that is painted into a corner of a canvas is read back. The corner is white before and after. */
function givesItsPixels(canvas) {
  const context = canvas.getContext("2d");
  const isRead = (...colour) => {
    context.fillStyle = `rgb(${colour})`;
    context.fillRect(0, 0, 4, 4);
    const { data } = context.getImageData(0, 0, 4, 4);
    // Protections that only disturb the last bits do a picture no harm.
    return data.every((value, index) => Math.abs(value - (colour[index % 4] ?? 255)) < 8);
  };
  return isRead(11, 99, 148) && isRead(255, 255, 255);
}

/** The day in the reader's time zone, as `2026-11-22`. */
export function today() {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, "0"), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
}

function twoDigits(number) {
  return String(number).padStart(2, "0");
}
