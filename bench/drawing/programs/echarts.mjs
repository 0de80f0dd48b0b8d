// ECharts with only the parts that bars need, drawing on a canvas.

import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, CanvasRenderer]);

export async function show(host, { width, height }) {
  const series = await (await fetch("/bench/series.json")).json();
  const chart = init(host, undefined, { width, height });
  const options = (index) => ({
    animation: false,
    grid: { left: 40, right: 10, top: 10, bottom: 20 },
    xAxis: { type: "value" },
    yAxis: { type: "category", inverse: true, data: series[index].map(({ name }) => name), axisLabel: { interval: 0 } },
    series: [{ type: "bar", data: series[index].map(({ value }) => value) }],
  });
  chart.setOption(options(0));
  return (index) => {
    chart.setOption(options(index));
    // Without this it would wait for the next frame.
    chart.getZr().flush();
  };
}
