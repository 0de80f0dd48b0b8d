// Observable Plot, which makes a new SVG for new data.

import { axisY, barX, plot } from "@observablehq/plot";

export async function show(host, { width, height }) {
  const series = await (await fetch("/bench/series.json")).json();
  const draw = (index) => {
    const data = series[index];
    const domain = data.map(({ name }) => name);
    host.replaceChildren(plot({ width, height, marginLeft: 40, y: { domain }, marks: [axisY({ label: null }), barX(data, { x: "value", y: "name" })] }));
  };
  draw(0);
  return draw;
}
