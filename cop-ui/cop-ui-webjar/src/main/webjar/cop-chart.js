/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Draws the charts that our templates print (`#chart`) and folds their tables. Nothing else knows the library. The colours
 * differ in lightness too, and each line has a shape of its own at its points.
 */
import library from './chart.js';

const COLOURS = ['#1d5c9e', '#b3541e', '#17713a', '#7a3e9d', '#566270'];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star'];
const LETTERS = 26;
const NARROW = 340;

/** A label in at most two lines of some letters, so that it leaves room for the bars. */
export function lines(label, letters = LETTERS) {
  const all = [''];
  for (const word of String(label).split(' ')) {
    const last = all[all.length - 1];
    if (last && last.length + word.length >= letters) {
      all.push(word);
    } else {
      all[all.length - 1] = last ? `${last} ${word}` : word;
    }
  }
  const short = all.map(line => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  return short.length > 2 ? [short[0], `${short[1].slice(0, letters - 1)}…`] : short;
}

function dataset(series, index, isBars) {
  const colour = COLOURS[index % COLOURS.length];
  return {
    label: series.name, data: series.values, backgroundColor: colour, borderColor: colour, borderWidth: isBars ? 0 : 2,
    pointStyle: POINTS[index % POINTS.length], pointRadius: 4, maxBarThickness: 22, spanGaps: true
  };
}

/** What the library draws for a chart, in a picture of a width. */
export function configuration(chart, width) {
  const isBars = chart.kind === 'bars';
  const letters = width < NARROW ? LETTERS / 2 : LETTERS;
  const isAlone = chart.series.length === 1;
  const values = {
    beginAtZero: true, ...(chart.maximum > 0 ? { max: chart.maximum } : {}), ticks: { precision: 0 },
    title: { display: isAlone, text: chart.series[0]?.name ?? '' }
  };
  const labels = { ticks: { autoSkip: !isBars } };
  return {
    type: isBars ? 'bar' : 'line',
    data: {
      labels: isBars ? chart.labels.map(label => lines(label, letters)) : chart.labels,
      datasets: chart.series.map((series, index) => dataset(series, index, isBars))
    },
    options: {
      indexAxis: isBars ? 'y' : 'x',
      scales: isBars ? { x: values, y: labels } : { y: values, x: labels },
      plugins: { legend: { display: !isAlone, position: 'bottom', labels: { usePointStyle: !isBars } } },
      animation: false, responsive: true, maintainAspectRatio: false
    }
  };
}

/** Draws a chart of ours. Without what it needs, the table stays as it is. */
export function draw(figure) {
  const picture = figure.querySelector('.cop-chart-picture');
  const chart = JSON.parse(figure.dataset.copChart);
  picture.style.height = `${Number(picture.dataset.copHeight)}px`;
  picture.hidden = false;
  new library.Chart(picture.querySelector('canvas'), configuration(chart, picture.clientWidth));
  figure.querySelector('details').open = false;
}
