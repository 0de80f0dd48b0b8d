// The page of the drawing part: shows one program's chart, and draws it again with other numbers.
//
// Every program is measured the same way: it is called at the start of a frame, and the time ends when a message arrives
// that was posted in the last frame in which it drew. A program that draws later than in the first frame is thus charged
// with the frames between.

/** Draws that many times in turn, and returns the milliseconds of each. */
window.redraw = async (name, box, count) => {
  const host = document.body.appendChild(document.createElement("div"));
  Object.assign(host.style, { width: `${box.width}px`, height: `${box.height}px` });
  const { show } = await import(`/bench/draw-${name}.js`);
  const draw = await show(host, box);
  const drawings = watch(host);
  // The first two are no redrawings: code is compiled and layouts are made.
  const times = [];
  for (let index = 0; index < count + 4; index += 1) times.push(await timed(() => draw(index % 2), drawings));
  return { times: times.slice(4), box: chartBox(host) };
};

/** The milliseconds from a call at the start of a frame to the end of the last frame that it draws in. */
function timed(call, drawings) {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      drawings.count = 0;
      call();
      let seen = -1;
      let end;
      const frame = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          // A frame in which nothing was drawn ends the wait. It is not counted.
          if (drawings.count === seen && end !== undefined) return resolve(end - start);
          seen = drawings.count;
          end = performance.now();
          requestAnimationFrame(frame);
        };
        port2.postMessage(null);
      };
      frame();
    });
  });
}

/** Counts what is drawn: changes of canvases, and of the tree below the host. */
function watch(host) {
  const drawings = { count: 0 };
  const { prototype } = CanvasRenderingContext2D;
  for (const name of ["fillRect", "clearRect", "fill", "stroke", "fillText"]) {
    const original = prototype[name];
    prototype[name] = function (...values) {
      drawings.count += 1;
      return original.apply(this, values);
    };
  }
  const observer = new MutationObserver((changes) => (drawings.count += changes.length));
  const tree = host.querySelector("outreach-report")?.shadowRoot ?? host;
  observer.observe(tree, { subtree: true, childList: true, attributes: true, characterData: true });
  return drawings;
}

/** The size of what draws: the report's is given to the others. */
function chartBox(host) {
  const root = host.querySelector("outreach-report")?.shadowRoot ?? host;
  const [chart] = [...root.querySelectorAll("canvas, svg")].sort((a, b) => b.clientHeight - a.clientHeight);
  return { width: Math.round(chart.clientWidth), height: Math.round(chart.clientHeight) };
}
