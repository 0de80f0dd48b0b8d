// Finds the frames of a page that show the report, also inside shadow roots.
// Invariant: a script that is loaded as embed.js knows only the embed.html in its own folder. One that is a part of another
// file or of the page knows no folder: then the frame's address ends in embed.html, and its messages have to come from the
// host of that address or from a sandbox.

const [, folder] = /^(.*\/)embed\.js([?#]|$)/.exec(document.currentScript?.src) ?? [];

/** Whether a frame shows the report. */
export function isOwnFrame({ localName, src }) {
  const [address] = String(src).split(/[?#]/);
  return localName === "iframe" && (folder ? address === `${folder}embed.html` : /\/embed\.html$/.test(address));
}

/** The frame of a page that has sent a message, if it shows the report. */
export function senderFrame({ source, origin }) {
  const frame = [...framesIn(document)].find(({ contentWindow }) => contentWindow === source);
  return frame && isOwnFrame(frame) && (folder || origin === "null" || origin === new URL(frame.src).origin) ? frame : undefined;
}

/** All frames inside a document or shadow root. */
export function* framesIn(root) {
  yield* root.querySelectorAll("iframe");
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* framesIn(shadowRoot);
}
