// Scripts that the driver runs in the page of the screen part.

/** Notes every canvas that is cleared to be drawn again: setting its width clears it. */
const WATCH_DRAWING = `
  if (!window.drawings) {
    window.drawings = { count: 0 };
    const { set, ...rest } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width");
    Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...rest, set(width) { window.drawings.count += 1; set.call(this, width); } });
  }
  /** Calls back with the end of this frame and of the last frame in a row that draws. The message arrives after the frame. */
  const frames = (done) => {
    let first, last, seen;
    const next = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        if (first !== undefined && window.drawings.count === seen) return done({ first, last });
        first ??= now;
        last = now;
        seen = window.drawings.count;
        next();
      };
      port2.postMessage(null);
    });
    next();
  };`;

/** Sets a view, or nothing, and measures the milliseconds until the totals have changed, until the end of the first frame
 * and until the end of the last one that draws. */
export const CHANGE = `${WATCH_DRAWING}
  const [view, done] = arguments;
  const report = document.querySelector("outreach-report");
  const start = performance.now();
  if (view !== null) report.view = view;
  const changed = performance.now() - start;
  frames(({ first, last }) => done({ changed, frame: first - start, drawn: last - start }));`;

/** The milliseconds from the start of the load until the report is ready, and from the arrival of its script until all is
 * drawn for the first time. */
export const FIRST_SIGHT = `${WATCH_DRAWING}
  const done = arguments[0];
  customElements.whenDefined("outreach-report").then(() => document.querySelector("outreach-report").ready).then(() => {
    const ready = performance.now();
    const [script] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/outreach-report.js"));
    frames(({ last }) => done({ ready, sight: last - script.responseEnd }));
  });`;
