// The report with its chart by country alone, opened in full.

import "/outreach-report.js";
import { YEARS } from "../years.mjs";

export async function show(host) {
  const report = document.createElement("outreach-report");
  report.setAttribute("parts", "country");
  report.setAttribute("src", "/bench/drawing.json");
  report.setAttribute("view", `year=${YEARS[1]}`);
  host.style.height = "auto";
  host.append(report);
  await report.ready;
  const inChart = (selector) => [...report.shadowRoot.querySelectorAll(`[part~=country] ${selector}`)];
  // What does not fit is behind one button, which names how many there are.
  await until(() => inChart("canvas").length > 0);
  inChart("button:not([data-pick])").find((button) => /\d/.test(button.textContent))?.click();
  await until(() => inChart("button[data-pick]").length >= 195 && inChart("canvas")[0].clientHeight > 2_000);
  return (index) => (report.view = `year=${YEARS[index]}`);
}

/** Waits for a condition, frame by frame. */
async function until(holds) {
  for (let frame = 0; !holds(); frame += 1) {
    if (frame > 600) throw new Error("the chart could not be opened in full");
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
