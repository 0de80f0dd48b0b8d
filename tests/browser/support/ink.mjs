// Looks at what is drawn: whether each canvas has a pixel for each pixel of the screen, and ink where its marks are.

/**
 * What is wrong with the charts; an empty list when nothing is. Waits a while for it to become right. Charts may be
 * without any ink where nothing has a number.
 */
export async function inkProblems(page, { blank = false } = {}) {
  let problems;
  const end = Date.now() + 3_000;
  // A failure to look is none to draw: it must not pass for canvases without a fault.
  do problems = await page.run(`${look}`, blank);
  while (problems.length > 0 && Date.now() < end);
  return problems;
}

function look(blank) {
  const problems = [];
  const colour = (canvas) => {
    const [r, g, b] = getComputedStyle(root.querySelector(".palette")).color.match(/[\d.]+/g).map(Number);
    return [r, g, b];
  };
  for (const canvas of root.querySelectorAll("canvas")) {
    const chart = canvas.closest("[part]").getAttribute("part");
    const frame = canvas.getBoundingClientRect();
    // A chart without marks takes no room.
    if (frame.height === 0) continue;
    // Browsers refuse canvases of more than some sixteen million pixels; those are a little blurred.
    const density = Math.min(devicePixelRatio, 4, Math.sqrt(16e6 / (frame.width * frame.height)), 16_000 / Math.max(frame.width, frame.height));
    for (const [side, size] of [["width", frame.width], ["height", frame.height]]) {
      const wanted = size * density;
      if (Math.abs(canvas[side] - wanted) > 1) problems.push(`${chart}: ${side} ${canvas[side]} instead of ${wanted}`);
    }
    const context = canvas.getContext("2d");
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
    const [r, g, b] = colour(canvas);
    let accent = 0;
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] < 128) continue;
      ink += 1;
      if (Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 12) accent += 1;
    }
    if (!blank && ink < 100) problems.push(`${chart}: no ink`);
    // The goals have colours of their own.
    if (!blank && chart !== "sdg" && accent < 100) problems.push(`${chart}: no ink of the accent colour`);

    const inked = (x, y) => {
      const column = Math.round(((x - frame.x) * canvas.width) / frame.width);
      const row = Math.round(((y - frame.y) * canvas.height) / frame.height);
      return data[(row * width + column) * 4 + 3] >= 20;
    };
    const columns = chart === "year";
    for (const mark of canvas.parentElement.querySelectorAll(".mark")) {
      let points;
      if (chart === "matrix") {
        // Shaded all over, or outlined at the edges; a part of the cell may lie outside of the frame, not of the sheet.
        const cell = mark.getBoundingClientRect();
        const y = cell.y + cell.height * 0.5;
        points = [0.5, 1, 1.5, 2, cell.width / 2].map((x) => [cell.x + x, y]);
      } else {
        const slot = mark.querySelector(".slot").getBoundingClientRect();
        const share = parseFloat(getComputedStyle(mark.querySelector(".value")).getPropertyValue("--at")) / 100;
        const length = share * (columns ? slot.height : slot.width);
        if (!(length >= 4)) continue;
        // Across the middle of the mark: one that is only outlined has ink at its edges, plans somewhere in the last third.
        const across = [-0.1, 0, 0.02, 0.05, 0.08, 0.11, 0.14, 0.2, 0.26, 0.31, 0.36, 0.5, 0.74, 0.8, 0.86, 0.92];
        points = [0, 1, 2, 3, 4, 5, 6].flatMap((step) => {
          const along = length / 2 + Math.min(step, length / 2 - 1);
          return across.map((share) => (columns ? [slot.x + slot.width * share, slot.bottom - along] : [slot.x + along, slot.y + slot.height * share]));
        });
      }
      if (!points.some(([x, y]) => inked(x, y))) problems.push(`${chart}: no ink at ${mark.ariaLabel}`);
    }
  }
  return problems;
}
