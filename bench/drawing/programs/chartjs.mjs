// Chart.js with only the parts that bars need.

import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export async function show(host, { width, height }) {
  const series = await (await fetch("/bench/series.json")).json();
  const canvas = host.appendChild(document.createElement("canvas"));
  Object.assign(canvas, { width, height });
  const data = (index) => ({ labels: series[index].map(({ name }) => name), datasets: [{ data: series[index].map(({ value }) => value) }] });
  const options = { indexAxis: "y", animation: false, responsive: false, scales: { y: { ticks: { autoSkip: false } } } };
  const chart = new Chart(canvas, { type: "bar", data: data(0), options });
  return (index) => {
    chart.data = data(index);
    chart.update("none");
  };
}
