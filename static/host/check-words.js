// The sentences of `check.html`. The sentence for a result names the cause; if one line fixes it, the result has that
// line.

const CORS = "Access-Control-Allow-Origin: *";
const NAMES = {
  script: "outreach-report.js",
  wasm: "outreach-report_bg.wasm",
  dialogs: "outreach-report-dialogs.js",
  "dialogs-wasm": "outreach-report-dialogs_bg.wasm",
  frame: "embed.html",
  whole: "The report",
  code: "The code of the page",
};

const VERDICTS = {
  fine: "The report works from this address.",
  partly: "The report works from this address, with something to mend.",
  stops: "The report cannot be shown from this address.",
  lines: "With these lines the report cannot be shown.",
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
  cached: {
    text: "The server lets pages of other hosts read it, but a cache between has kept an answer without the header that says so. Empty that cache, and send both lines with every answer, also to the page’s own host.",
    line: `${CORS}\nVary: Origin`,
  },
  corp: {
    text: "The server answers, but keeps this file from pages of other hosts, by the header Cross-Origin-Resource-Policy. These lines let them use it.",
    line: `${CORS}\nCross-Origin-Resource-Policy: cross-origin`,
  },
  changed: {
    text: "Its bytes are not those that were built: something between the server and the browser rewrites it, as Rocket Loader and other optimisers of Cloudflare and of WordPress plug-ins do, or the files are of different builds. Switch that off for this folder, and copy all files of one build.",
    line: "Cache-Control: no-transform",
  },
  refused: {
    text: "The server answers, but does not let pages of other hosts show it in a frame: by the header X-Frame-Options, or by frame-ancestors in its Content-Security-Policy. Take X-Frame-Options away for this file, and send this.",
    line: "Content-Security-Policy: frame-ancestors *",
  },
  policy: { text: "The Content-Security-Policy of this page, not of the other host, does not let it ask. Serve check-inside.html with this one.", line: "Content-Security-Policy: script-src 'self' https: 'wasm-unsafe-eval'; connect-src https:" },
};

/** The results for lines of a page. `{src}` is the address of the script in them. */
const CODE_RESULTS = {
  fine: { text: "The script and the element are in it, as they have to be." },
  "frame-only": { text: "The frame is in it, as it has to be." },
  "not-module": {
    text: "The script has lost type=\"module\", without which browsers stop at its first line: then only the fallback is seen. Some sites and optimisers take it out of what is pasted. Write it again; where it does not stay, use the frame.",
    line: '<script type="module" src="{src}"></script>',
  },
  "held-back": {
    text: "Something keeps the script from running until later, or for ever: an optimiser such as Rocket Loader, or a consent tool. Leave this script out of it.",
    line: '<script type="module" data-cfasync="false" src="{src}"></script>',
  },
  "no-script": {
    text: "The element is in it, but not the script: the site takes scripts out. Ask whoever may use them, or use the frame.",
    line: '<script type="module" src="https://your-host/outreach-report.js"></script>',
  },
  "no-element": { text: "The script is in it, but not the element: the site takes out tags that it does not know. Use the frame.", line: "<outreach-report></outreach-report>" },
  "not-ended": { text: "The element is written as one tag, which HTML does not end: the rest of the page is then its fallback, and vanishes. Put a few words into it.", line: "<outreach-report>The report needs JavaScript.</outreach-report>" },
  "fallback-outside": { text: "The site has ended the element before its fallback, which is then seen beside the report. Write the fallback without a paragraph.", line: "<outreach-report>The report needs JavaScript.</outreach-report>" },
  nothing: { text: "There is no report in it: neither the script nor the element nor a frame. The site has taken out what was pasted, or these are not the lines." },
};
/** The results for lines with which the report is shown nevertheless. */
const HARMLESS = ["fine", "frame-only"];
const PARTLY = ["fallback-outside"];

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
  const results = { whole: REPORT_RESULTS, code: CODE_RESULTS }[knownStep] ?? FILE_RESULTS;
  const { text, line } = Object.hasOwn(results, code) ? results[code] : REPORT_RESULTS.failed;
  const how = severity(knownStep, code, result);
  const name = knownStep === "script" && url ? url.pathname.split("/").at(-1) : NAMES[knownStep];
  const values = {
    status: Number.isInteger(result.status) ? result.status : "an error",
    meaning: STATUS_MEANINGS[result.status] ?? "the server could not give the file.",
    type: /^[\w.+-]+\/[\w.+-]+$/.test(result.mime ?? "") ? result.mime : "a file of no type",
    failure: /^[\w-]{1,40}$/.test(result.failure ?? "") ? result.failure : "for a reason that it does not tell",
    src: result.src ?? "https://your-host/outreach-report.js",
  };
  const fill = (sentence) => sentence?.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  return { title: `${name} ${EFFECTS[knownStep]?.[how] ?? EFFECTS.other[how]}`, how, text: fill(text), line: fill(line) };
}

/** What a result means for the report. */
const EFFECTS = {
  dialogs: { works: "works", partly: "is not there for dialogs and downloads" },
  "dialogs-wasm": { works: "works", partly: "is not there for dialogs and downloads" },
  frame: { works: "works", partly: "is not shown on pages of other hosts", stops: "is not shown" },
  code: { works: "is as it has to be", partly: "shows more than the report", stops: "does not show the report" },
  other: { works: "works", partly: "works, but is not as it was built", stops: "stops it" },
};

function severity(step, code, { works, alone }) {
  if (step === "code") return HARMLESS.includes(code) ? "works" : PARTLY.includes(code) ? "partly" : "stops";
  if (code === "fine" || code === "slow") return "works";
  return step.startsWith("dialogs") || works || (step === "frame" && !alone) ? "partly" : "stops";
}
