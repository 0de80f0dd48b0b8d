// Tries the files of a report as a page on another host would. It runs in a sandboxed frame with an opaque origin: for
// it every host is another host.
// Invariants: a script from the address that is tried has no access to this page's host. The results go to the page
// around the frame as codes, numbers and MIME types only; `check.js` has the sentences.

const FILES = { wasm: "outreach-report_bg.wasm", dialogs: "outreach-report-dialogs.js", "dialogs-wasm": "outreach-report-dialogs_bg.wasm" };
const MAGIC = [0, 0x61, 0x73, 0x6d];
const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma)script$/;

/** Set when the Content-Security-Policy of this page, not that of the other host, has blocked something. */
let blocked = false;
document.addEventListener("securitypolicyviolation", () => (blocked = true));

/** Sends the result of a step to the page around the frame. */
const send = (step, code, more) => parent.postMessage({ type: "outreach-report:check", step, code, ...more }, "*");
/** The event of a policy violation is dispatched only after the request that it blocks has failed. */
const violationEvents = () => new Promise((resolve) => setTimeout(resolve));

/** Fetches an address as a page of another host would. Returns a code with details. */
async function tryFetch(address) {
  const options = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };
  try {
    const response = await fetch(address, options);
    if (!response.ok) return { code: "status", status: response.status };
    const mime = (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
    return { code: "fine", mime, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    await violationEvents();
    if (blocked) return { code: "policy" };
  }
  return fetch(address, { ...options, mode: "no-cors" }).then(() => ({ code: "cors" }), () => ({ code: "unreachable" }));
}

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

const isPage = (bytes) => new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().startsWith("<");

async function checkScript(address, load) {
  const { bytes, ...result } = await tryFetch(address);
  if (result.code === "cors" && !(await loads(address))) return { code: "cors-or-missing" };
  if (result.code !== "fine") return result;
  if (isPage(bytes)) return { ...result, code: "page" };
  if (!load) return JAVASCRIPT.test(result.mime) ? result : { ...result, code: "type" };
  try {
    await import(address);
  } catch {
    await violationEvents();
    if (blocked) return { code: "policy" };
    return { ...result, code: JAVASCRIPT.test(result.mime) ? "broken" : "type" };
  }
  return customElements.get("outreach-report") ? result : { ...result, code: "other" };
}

async function checkWasm(address) {
  const { bytes, ...result } = await tryFetch(address);
  if (result.code !== "fine") return result;
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return { ...result, code: isPage(bytes) ? "page" : "other" };
  try {
    await WebAssembly.compile(bytes);
  } catch {
    await violationEvents();
    return { ...result, code: blocked ? "policy" : "broken" };
  }
  return result.mime === "application/wasm" ? result : { ...result, code: "slow" };
}

/** Shows the report as a page does. */
async function show() {
  const report = document.createElement("outreach-report");
  document.body.append(report);
  return report.ready.then(() => ({ code: "fine" }), (failure) => ({ code: "failed", failure: String(failure?.code ?? "") }));
}

async function run(address) {
  const sendResult = (step, { code, ...more }) => (send(step, code, more), /^(fine|slow)$/.test(code));
  if (!sendResult("script", await checkScript(address, true))) return;
  const fileUrl = (step) => new URL(FILES[step], address).href;
  const started = sendResult("wasm", await checkWasm(fileUrl("wasm")));
  if (sendResult("dialogs", await checkScript(fileUrl("dialogs"), false))) sendResult("dialogs-wasm", await checkWasm(fileUrl("dialogs-wasm")));
  if (started) sendResult("whole", await show());
}

// Outside a sandbox a script from the address would run with the origin of this page's host.
if (self.origin === "null" && parent !== self) {
  const address = new URLSearchParams(location.search).get("url") ?? "";
  send("begin", "fine");
  if (/^https?:/.test(address)) run(address).finally(() => send("end", "fine"));
}
