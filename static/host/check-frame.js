// Tries whether a page of another host may show the frame of a report. The page is in a sandbox, so its host is no host.
// Invariant: browsers do not tell a page why a frame stays empty, so only an answer from inside counts.

/** Messages may arrive after the load event: how long to wait for one, in milliseconds. */
const ANSWER_TIMEOUT = 1_000;
/** How long to wait for the load event. Firefox and WebKit have none for a host that is not there. */
const LOAD_TIMEOUT = 8_000;

/** Whether the frame at an address answers. */
export function answers(address) {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-scripts";
  frame.hidden = true;
  frame.src = address;
  return new Promise((resolve) => {
    addEventListener("message", ({ source, data }) => {
      if (source === frame.contentWindow && /^outreach-report:(here|height)$/.test(data?.type)) resolve(true);
    });
    const ask = () => ["check", "ask"].forEach((word) => frame.contentWindow?.postMessage({ type: `outreach-report:${word}` }, "*"));
    frame.onload = () => {
      ask();
      setTimeout(resolve, ANSWER_TIMEOUT, false);
    };
    setTimeout(resolve, LOAD_TIMEOUT, false);
    document.body.append(frame);
  }).finally(() => frame.remove());
}
