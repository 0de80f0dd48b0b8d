// Tries the files of a report as a page on another host would. It runs in a sandboxed frame with an opaque origin: for
// it every host is another host.
// Invariants: a script from the address that is tried has no access to this page's host. The results go to the page
// around the frame as codes, numbers and MIME types only; `check.js` has the sentences.

import { builtHashes, isBlockedHere, isChanged, isKeptWithoutHeader, tryFetch } from "./check-fetch.js";
import { answers } from "./check-frame.js";

const FILES = { wasm: "outreach-report_bg.wasm", dialogs: "outreach-report-dialogs.js", "dialogs-wasm": "outreach-report-dialogs_bg.wasm" };
const MAGIC = [0, 0x61, 0x73, 0x6d];
const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma)script$/;

/** Sends the result of a step to the page around the frame. */
const send = (step, code, more) => parent.postMessage({ type: "outreach-report:check", step, code, ...more }, "*");

/** Whether an address whose content cannot be read is a script. A module in a classic script loads but does not run. */
function loads(address) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}

/** The codes of a file that does its work. */
const WORKING = /^(fine|slow)$/;

const fileName = (address) => new URL(address).pathname.split("/").at(-1);
const isPage = (bytes) => new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");

/** The results that may have their cause in bytes that were changed on the way. */
const DAMAGED = ["broken", "other"];

/** The result for a file, with its bytes. If they are not those that were built, that is the result; `works` says whether
 * the file does its work nevertheless. */
async function unlessChanged(address, bytes, integrity, result) {
  const works = WORKING.test(result.code);
  const matters = works || DAMAGED.includes(result.code);
  return matters && (await isChanged(address, bytes, integrity)) ? { ...result, code: "changed", works } : result;
}

async function scriptResult(address, load, bytes, result) {
  if (isPage(bytes)) return { ...result, code: "page" };
  if (!load) return JAVASCRIPT.test(result.mime) ? result : { ...result, code: "type" };
  try {
    await import(address);
  } catch {
    if (await isBlockedHere()) return { code: "policy" };
    if (await isKeptWithoutHeader(address)) return { code: "cached" };
    return { ...result, code: JAVASCRIPT.test(result.mime) ? "broken" : "type" };
  }
  return customElements.get("outreach-report") ? result : { ...result, code: "other" };
}

/** Checks a script. `hashes` gives the hashes of the built files; it is called once the file is there. */
async function checkScript(address, load, hashes) {
  const { bytes, ...result } = await tryFetch(address);
  if (result.code === "cors" && !(await loads(address))) return { code: "cors-or-missing" };
  if (result.code === "unreachable" && (await answers(new URL("embed.html", address)))) return { code: "corp" };
  if (result.code !== "fine") return result;
  return unlessChanged(address, bytes, (await hashes())[fileName(address)], await scriptResult(address, load, bytes, result));
}

async function checkWasm(address, hashes) {
  const { bytes, ...result } = await tryFetch(address);
  if (result.code !== "fine") return result;
  return unlessChanged(address, bytes, (await hashes())[fileName(address)], await wasmResult(bytes, result));
}

async function wasmResult(bytes, result) {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return { ...result, code: isPage(bytes) ? "page" : "other" };
  try {
    await WebAssembly.compile(bytes);
  } catch {
    return { ...result, code: (await isBlockedHere()) ? "policy" : "broken" };
  }
  return result.mime === "application/wasm" ? result : { ...result, code: "slow" };
}

/** Checks the frame. It needs no permission to be read, only to be shown. */
async function checkFrame(address) {
  const { bytes, ...result } = await tryFetch(address);
  if (result.code === "status") return result;
  if (bytes && !new TextDecoder().decode(bytes).includes("<outreach-report")) return { ...result, code: isPage(bytes) ? "page" : "other" };
  if (await answers(address)) return { code: "fine" };
  if (await isBlockedHere()) return { code: "policy" };
  return result.code === "unreachable" ? result : { code: "refused", mime: result.mime };
}

/** Shows the report as a page does. */
async function show() {
  const report = document.createElement("outreach-report");
  document.body.append(report);
  return report.ready.then(() => ({ code: "fine" }), (failure) => ({ code: "failed", failure: String(failure?.code ?? "") }));
}

async function run(address) {
  const sendResult = (step, { code, ...more }) => (send(step, code, more), WORKING.test(code) || more.works);
  if (/\/embed\.html$/.test(new URL(address).pathname)) return sendResult("frame", { ...(await checkFrame(address)), alone: true });
  let built;
  const hashes = () => (built ??= builtHashes(address));
  if (!sendResult("script", await checkScript(address, true, hashes))) return;
  const fileUrl = (step) => new URL(FILES[step], address).href;
  const started = sendResult("wasm", await checkWasm(fileUrl("wasm"), hashes));
  if (sendResult("dialogs", await checkScript(fileUrl("dialogs"), false, hashes))) sendResult("dialogs-wasm", await checkWasm(fileUrl("dialogs-wasm"), hashes));
  if (started) sendResult("whole", await show());
  const frame = await checkFrame(new URL("embed.html", address).href);
  // A report that is not shown in frames needs no frame: only one that is surely there is worth a word.
  if (frame.code === "fine" || (frame.code === "refused" && frame.mime)) sendResult("frame", frame);
}

// Outside a sandbox a script from the address would run with the origin of this page's host.
if (self.origin === "null" && parent !== self) {
  const address = new URLSearchParams(location.search).get("url") ?? "";
  send("begin", "fine");
  if (/^https?:/.test(address)) run(address).finally(() => send("end", "fine"));
}
