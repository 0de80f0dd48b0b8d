// What can go wrong before the WebAssembly runs, in words. These sentences cannot live in `locale`, which is inside it.

const FAILURES = {
  unreachable: {
    code: "data-unreachable",
    message: "The data could not be loaded.",
    hint: "Check the address in src. A host other than this page’s own has to allow it with Access-Control-Allow-Origin.",
  },
  status: {
    code: "data-unreachable",
    message: "The data could not be loaded: the server answered {detail}.",
    hint: "Check the address in src.",
  },
  wasm: {
    code: "wasm-failed",
    message: "The report could not be started in this browser.",
    hint: "The page must allow script-src 'wasm-unsafe-eval', and serve outreach-report_bg.wasm beside outreach-report.js.",
  },
  panic: {
    code: "panic",
    message: "The report stopped because of a fault in it.",
    hint: "Load the page again. If it happens again, please report what you did.",
  },
  unknown: {
    code: "failed",
    message: "The report could not be shown.",
    hint: "Load the page again. The console of the browser may say more.",
  },
};

/** A failure as events, the promise and the notice tell it. */
export function explain(kind, detail, address) {
  const { code, message, hint } = FAILURES[kind];
  const about = detail === undefined ? "" : String(detail);
  const failure = { code, message: message.replace("{detail}", about), hint };
  if (address) failure.hint = `${hint} (src="${address}")`;
  if (kind === "wasm" || kind === "unknown") console.error(`outreach-report: ${message} ${about}`);
  return failure;
}
