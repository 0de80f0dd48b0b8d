// What may keep the browser from saving, copying or sharing, as a word for which the dialogs have a sentence.
// Invariant: an empty text means that nothing is known to stand in the way. Browsers do not tell a frame what its page
// forbids, so some words are only suspicions, and the sentences for them begin with "if".

/** Browsers inside other programs often drop what is saved, without a word. */
const IN_APP = /\bFB(AN|AV|_IAB)\b|Instagram|LinkedInApp|Line\/|MicroMessenger|GSA\/|; wv\)|TikTok|Snapchat|Pinterest/i;

/** What may keep the browser from an `action`: `save`, `copy` or `share`. */
export function obstacleTo(action) {
  if (action === "save") return saveObstacle();
  if (!globalThis.isSecureContext) return "insecure";
  return parent === window ? "" : "frame";
}

function saveObstacle() {
  if (IN_APP.test(navigator.userAgent)) return "app";
  if (parent === window) return "";
  const { sandbox } = frameElement() ?? {};
  // The attribute of the frame is there to be read if the page around it has the same origin.
  if (sandbox) return !sandbox.value || sandbox.contains("allow-downloads") ? "" : "forbidden";
  return "frame";
}

/** The element of the frame that this page is in; `undefined` if the page around it has another origin. */
function frameElement() {
  try {
    return window.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}
