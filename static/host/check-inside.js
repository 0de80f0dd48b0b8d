// Tries the files of a report as a page on another host would. It runs in a sandboxed frame, whose origin is nobody's: so
// every host is another one, and a script that an address brings can do nothing on this page's host.
//
// What it finds is told to the page around it in codes, numbers and types; the sentences are there (`check.js`).

const FILES = { wasm: "outreach-report_bg.wasm", dialogs: "outreach-report-dialogs.js", "dialogs-wasm": "outreach-report-dialogs_bg.wasm" };
const MAGIC = [0, 0x61, 0x73, 0x6d];
const JAVASCRIPT = /^(text|application)\/(x-)?(java|ecma)script$/;

/** Set when the policy of this page, and not that of the other host, has stopped something. */
let refused = false;
document.addEventListener("securitypolicyviolation", () => (refused = true));

const tell = (step, code, more) => parent.postMessage({ type: "outreach-report:check", step, code, ...more }, "*");
/** A refusal is told after what it has made fail. */
const moment = () => new Promise((resolve) => setTimeout(resolve));

/** What a page of another host gets from an address. */
async function ask(address) {
  const options = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };
  try {
    const response = await fetch(address, options);
    if (!response.ok) return { code: "status", status: response.status };
    const type = (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
    return { code: "fine", mime: type, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    await moment();
    if (refused) return { code: "policy" };
  }
  return fetch(address, { ...options, mode: "no-cors" }).then(() => ({ code: "cors" }), () => ({ code: "unreachable" }));
}

/** Whether there is a script at an address that cannot be read. One for modules is not run by this, only loaded. */
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
  const { bytes, ...found } = await ask(address);
  if (found.code === "cors" && !(await loads(address))) return { code: "cors-or-missing" };
  if (found.code !== "fine") return found;
  if (isPage(bytes)) return { ...found, code: "page" };
  if (!load) return JAVASCRIPT.test(found.mime) ? found : { ...found, code: "type" };
  try {
    await import(address);
  } catch {
    await moment();
    if (refused) return { code: "policy" };
    return { ...found, code: JAVASCRIPT.test(found.mime) ? "broken" : "type" };
  }
  return customElements.get("outreach-report") ? found : { ...found, code: "other" };
}

async function checkWasm(address) {
  const { bytes, ...found } = await ask(address);
  if (found.code !== "fine") return found;
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) return { ...found, code: isPage(bytes) ? "page" : "other" };
  try {
    await WebAssembly.compile(bytes);
  } catch {
    await moment();
    return { ...found, code: refused ? "policy" : "broken" };
  }
  return found.mime === "application/wasm" ? found : { ...found, code: "slow" };
}

/** Shows the report, as a page does. */
async function show() {
  const report = document.createElement("outreach-report");
  document.body.append(report);
  return report.ready.then(() => ({ code: "fine" }), (failure) => ({ code: "failed", failure: String(failure?.code ?? "") }));
}

async function run(address) {
  const report = (step, { code, ...more }) => (tell(step, code, more), /^(fine|slow)$/.test(code));
  if (!report("script", await checkScript(address, true))) return;
  const beside = (step) => new URL(FILES[step], address).href;
  const started = report("wasm", await checkWasm(beside("wasm")));
  if (report("dialogs", await checkScript(beside("dialogs"), false))) report("dialogs-wasm", await checkWasm(beside("dialogs-wasm")));
  if (started) report("whole", await show());
}

// Outside of a sandbox the address would bring a script into this host's own pages.
if (self.origin === "null" && parent !== self) {
  const address = new URLSearchParams(location.search).get("url") ?? "";
  tell("begin", "fine");
  if (/^https?:/.test(address)) run(address).finally(() => tell("end", "fine"));
}
