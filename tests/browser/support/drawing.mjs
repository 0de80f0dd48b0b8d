// Checks what is drawn: each canvas must have one pixel for each pixel of the screen, and be painted where its marks are.

/**
 * Lists what is wrong with the charts. If there are problems, it checks again for up to three seconds. With `blank`,
 * charts may be empty, as they are when nothing has a number.
 */
export async function drawingProblems(page, { blank = false } = {}) {
  let problems;
  const end = Date.now() + 3_000;
  // An error of this check itself must fail the test; it must not pass for canvases without a problem.
  do problems = await page.run(`${inspect}`, blank);
  while (problems.length > 0 && Date.now() < end);
  return problems;
}

function inspect(blank) {
  const problems = [];
  const colour = (canvas) => {
    const [r, g, b] = getComputedStyle(root.querySelector(".palette")).color.match(/[\d.]+/g).map(Number);
    return [r, g, b];
  };
  for (const canvas of root.querySelectorAll("canvas")) {
    const chart = canvas.closest("[part]").getAttribute("part");
    const box = canvas.getBoundingClientRect();
    // A chart without marks has no height.
    if (box.height === 0) continue;
    // Browsers refuse canvases of more than about sixteen million pixels; larger charts are slightly blurred.
    const density = Math.min(devicePixelRatio, 4, Math.sqrt(16e6 / (box.width * box.height)), 16_000 / Math.max(box.width, box.height));
    for (const [side, size] of [["width", box.width], ["height", box.height]]) {
      const expected = size * density;
      if (Math.abs(canvas[side] - expected) > 1) problems.push(`${chart}: ${side} ${canvas[side]} instead of ${expected}`);
    }
    const context = canvas.getContext("2d");
    const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
    const [r, g, b] = colour(canvas);
    let accent = 0;
    let painted = 0;
    for (let offset = 0; offset < data.length && (painted < 100 || accent < 100); offset += 4) {
      if (data[offset + 3] < 128) continue;
      painted += 1;
      if (Math.abs(data[offset] - r) + Math.abs(data[offset + 1] - g) + Math.abs(data[offset + 2] - b) < 12) accent += 1;
    }
    if (!blank && painted < 100) problems.push(`${chart}: nothing is painted`);
    if (!blank && accent < 100) problems.push(`${chart}: nothing is painted in the accent colour`);

    const isPainted = (x, y) => {
      const column = Math.round(((x - box.x) * canvas.width) / box.width);
      const row = Math.round(((y - box.y) * canvas.height) / box.height);
      return data[(row * width + column) * 4 + 3] >= 20;
    };
    const columns = chart === "year";
    for (const mark of canvas.parentElement.querySelectorAll(".mark")) {
      let points;
      if (chart === "matrix") {
        // A cell is filled, or outlined at its edges. Part of it may be scrolled out of view, but it is on the canvas.
        const cell = mark.getBoundingClientRect();
        // An outline may be dashed.
        const middle = cell.y + cell.height * 0.5;
        points = [0, 2, 4, 6].flatMap((down) => [0.5, 1, 1.5, 2, cell.width / 2].map((x) => [cell.x + x, middle + down]));
      } else {
        const slotElement = mark.querySelector(".slot");
        const slot = slotElement.getBoundingClientRect();
        const share = parseFloat(getComputedStyle(slotElement).getPropertyValue("--at")) / 100;
        const length = share * (columns ? slot.height : slot.width);
        if (!(length >= 6)) continue;
        // Points across the middle of the mark: an outlined mark is painted at its edges, planned people in the last third.
        const across = [-0.1, -0.01, 0, 0.01, 0.02, 0.05, 0.08, 0.11, 0.14, 0.2, 0.26, 0.31, 0.36, 0.5, 0.74, 0.8, 0.86, 0.92];
        // All along the mark and at its end, because dashes have gaps, and plans may be longer than what is reached; but not
        // at its base line.
        points = Array.from({ length: Math.min(60, Math.floor(length)) }, (_, step) => step + 2).flatMap((along) => {
          return across.map((share) => (columns ? [slot.x + slot.width * share, slot.bottom - along] : [slot.x + along, slot.y + slot.height * share]));
        });
      }
      if (!points.some(([x, y]) => isPainted(x, y))) problems.push(`${chart}: nothing is painted at ${mark.ariaLabel}`);
    }
  }
  return problems;
}
