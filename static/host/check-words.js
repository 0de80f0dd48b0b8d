// The sentences of `check.html`. The sentence for a result names the cause; if one line fixes it, the result has that
// line.

const CORS = "Access-Control-Allow-Origin: *";
const NAMES = {
  script: "outreach-report.js",
  wasm: "outreach-report_bg.wasm",
  dialogs: "outreach-report-dialogs.js",
  "dialogs-wasm": "outreach-report-dialogs_bg.wasm",
  whole: "The report",
};

const VERDICTS = {
  fine: "The report works from this address.",
  partly: "The report works from this address, with something to mend.",
  stops: "The report cannot be shown from this address.",
  policy: "Nothing could be tried: this page may not ask other hosts.",
  silent: "Nothing could be tried: a policy of this page’s host keeps its frame from running.",
  address: "This is no address: it begins with https:// or http://.",
  mixed: "Browsers do not load http:// addresses into https:// pages. Use the https:// address.",
};

/** The results for a file. `{…}` are values of the result. */
const FILE_RESULTS = {
  fine: { text: "It is there, and pages of other hosts may use it." },
  slow: { text: "It works. The server sends it as {type}; sent as WebAssembly it starts sooner.", line: "Content-Type: application/wasm" },
  status: { text: "The server answers {status}: {meaning}" },
  cors: { text: "The server answers, but does not allow pages of other hosts to read it. Pages of the same host can use it as it is.", line: CORS },
  "cors-or-missing": {
    text: "The server answers, but there is no script at this address that a page could load, and pages of other hosts may not read what it answers. Look at the address in a browser first; then the server has to send this with the file.",
    line: CORS,
  },
  unreachable: {
    text: "There is no answer. The name of the host is wrong, it is not running, its certificate is not valid, or a Cross-Origin-Resource-Policy keeps other hosts out. If the address opens in a browser, it is the last, and this line mends it.",
    line: CORS,
  },
  page: { text: "A web page comes instead of the file: often one that says that nothing was found, or that asks to sign in. Copy the file to this address, or let everybody read it." },
  type: { text: "The server sends it as {type}, and browsers do not run a script of that type.", line: "Content-Type: text/javascript" },
  broken: { text: "It is damaged, or was cut off. Copy it again, as a binary file." },
  other: { text: "This is another file. Copy the one of that name from the folder dist/." },
  policy: { text: "The Content-Security-Policy of this page, not of the other host, does not let it ask. Serve check-inside.html with this one.", line: "Content-Security-Policy: script-src 'self' https: 'wasm-unsafe-eval'; connect-src https:" },
};

/** The results for the report as a whole. */
const REPORT_RESULTS = {
  fine: { text: "It has started below, in a frame that belongs to no host, as it will on a page of yours." },
  failed: { text: "All files are there, but it does not start ({failure}). They may be of different versions: copy all four files of one build." },
};

/** HTTP status codes in words. */
const STATUS_MEANINGS = {
  401: "one has to sign in. Let everybody read the file.",
  403: "it is not allowed to be read. Let everybody read the file.",
  404: "there is no such file. Copy it to this address, or mend the address.",
  410: "the file was taken away.",
};

/** The texts for a result: a title, `how` serious it is (`works`, `partly`, `stops`), a sentence, and the line that
 * fixes it. For the step `verdict`, the text of the verdict. */
export function resultTexts(step, code, result = {}, url = undefined) {
  if (step === "verdict") return { verdict: VERDICTS[code] ?? VERDICTS.silent };
  const knownStep = Object.hasOwn(NAMES, step) ? step : "whole";
  const results = knownStep === "whole" ? REPORT_RESULTS : FILE_RESULTS;
  const { text, line } = Object.hasOwn(results, code) ? results[code] : REPORT_RESULTS.failed;
  const loadedLater = knownStep.startsWith("dialogs");
  const how = code === "fine" || code === "slow" ? "works" : loadedLater ? "partly" : "stops";
  const effect = { works: "works", partly: "is not there for dialogs and downloads", stops: "stops it" }[how];
  const name = knownStep === "script" && url ? url.pathname.split("/").at(-1) : NAMES[knownStep];
  const values = {
    status: Number.isInteger(result.status) ? result.status : "an error",
    meaning: STATUS_MEANINGS[result.status] ?? "the server could not give the file.",
    type: /^[\w.+-]+\/[\w.+-]+$/.test(result.mime ?? "") ? result.mime : "a file of no type",
    failure: /^[\w-]{1,40}$/.test(result.failure ?? "") ? result.failure : "for a reason that it does not tell",
  };
  return { title: `${name} ${effect}`, how, text: text.replace(/\{(\w+)\}/g, (_, key) => values[key]), line };
}
