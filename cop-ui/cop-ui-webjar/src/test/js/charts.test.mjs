/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEBJAR, open, root } from './support/page.mjs';

const BARS = { kind: 'bars', labels: ['Yes', 'Only if the weather is warm and dry enough for everybody'],
  series: [{ name: 'Votes', values: [3, 1] }], maximum: 0 };
const LINES = { kind: 'lines', labels: ['May', 'June'],
  series: [{ name: 'Help', values: [4.2, null] }, { name: 'Trust', values: [3, 5] }], maximum: 5 };

function figure(chart) {
  const json = typeof chart === 'string' ? chart : JSON.stringify(chart);
  return `<figure class="cop-chart" data-cop-chart="${json.replaceAll('"', '&quot;')}">
    <div class="cop-chart-picture" data-cop-height="120" hidden><canvas></canvas></div>
    <details open><summary>Table</summary><table></table></details></figure>`;
}

/** What was drawn, once the module of the charts is read. */
async function drawing(page) {
  await page.idle();
  return page.get('canvas').drawn;
}

test('a chart is drawn, and its table folded', async t => {
  const page = await open(t, root(figure(BARS)));

  const drawn = await drawing(page);
  assert.equal(drawn.type, 'bar');
  assert.deepEqual([...drawn.data.datasets[0].data], [3, 1]);
  assert.deepEqual([...drawn.data.labels[0]], ['Yes']);
  assert.ok(drawn.data.labels[1].length <= 2);
  assert.equal(page.get('.cop-chart-picture').hidden, false);
  assert.equal(page.get('.cop-chart-picture').style.height, '120px');
  assert.equal(page.get('details').open, false);
});

test('each line has a colour and a shape of its own, and the axis its end', async t => {
  const page = await open(t, root(figure(LINES)));

  const { data, options } = await drawing(page);
  assert.notEqual(data.datasets[0].borderColor, data.datasets[1].borderColor);
  assert.notEqual(data.datasets[0].pointStyle, data.datasets[1].pointStyle);
  assert.deepEqual([...data.datasets[0].data], [4.2, null]);
  assert.equal(options.scales.y.max, 5);
  assert.equal(options.plugins.legend.display, true);
});

test('a chart that is none leaves its table open', async t => {
  const page = await open(t, root(figure('{')));
  await drawing(page);

  assert.equal(page.get('details').open, true);
  assert.equal(page.get('.cop-chart-picture').hidden, true);
});

test('a chart in the text of a member is not drawn', async t => {
  const page = await open(t, root(`<div class="cop-text">${figure(BARS)}</div>`));

  assert.equal(await drawing(page), undefined);
});

test('a chart that comes with an answer is drawn, too', async t => {
  const page = await open(t, root('<div id="place"></div>'));
  const { swap } = await page.run(new URL('cop.js', WEBJAR));

  swap(page.get('#place'), figure(BARS));
  await page.idle();

  assert.equal((await drawing(page)).type, 'bar');
});
