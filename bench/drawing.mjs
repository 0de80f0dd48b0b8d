// The drawing part: one chart with a bar for each of 195 countries, drawn again with other numbers.

import { bundle } from "./bundle.mjs";
import { RECORDS, SERIES } from "./drawing/data.mjs";
import { median, ms, p95, table, times } from "./statistics.mjs";

/** The report comes first: the others get the size of its chart. */
const PROGRAMS = {
  report: "**Outreach Report**, its chart by country", chartjs: "Chart.js", echarts: "ECharts", plot: "Observable Plot",
  uplot: "uPlot (columns without names, for orientation)",
};
const REDRAWINGS = { quick: 20, whole: 100 };

/** Measures everything, and returns the table. */
export async function drawing(bench) {
  bench.add("drawing.json", JSON.stringify(RECORDS));
  bench.add("series.json", JSON.stringify(SERIES));
  bench.add("drawing.html", `<!doctype html><meta charset="utf-8"><body><script type="module" src="/bench/drawing.js"></script>`);
  bench.add("drawing.js", await bundle("drawing/page.mjs"));
  let box = { width: 600, height: 4_000 };
  const measured = {};
  for (const [key, name] of Object.entries(PROGRAMS)) {
    try {
      bench.add(`draw-${key}.js`, await bundle(`drawing/programs/${key}.mjs`));
      await bench.open("/bench/drawing.html");
      const found = await bench.call("redraw", key, key === "report" ? { width: 1_180, height: 0 } : box, bench.quick ? REDRAWINGS.quick : REDRAWINGS.whole);
      if (key === "report") box = found.box;
      measured[key] = found.times;
      bench.say(`  195 bars, ${name}: ${ms(median(found.times))} at ${found.box.width} × ${found.box.height}`);
    } catch (error) {
      bench.fault(name, error);
    }
  }
  const own = measured.report ?? [];
  const rows = Object.entries(PROGRAMS).map(([key, name]) => {
    const found = measured[key];
    return found ? [name, ms(median(found)), times(median(found) / median(own)), ms(p95(found))] : [name, "not measured", "–", "–"];
  });
  return ["## Drawing", `One chart of 195 bars, ${box.width} by ${box.height} pixels, drawn again with other numbers: from the call to the end of the frame that shows them.`, table(["", "median", "beside the report", "p95"], rows)].join("\n\n");
}
