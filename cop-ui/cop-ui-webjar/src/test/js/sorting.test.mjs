/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { form, open, root } from './support/page.mjs';

const TOPICS = ['Contracts', 'Tests', 'Plans'];

function places(values, attributes = '') {
  const rows = values.map((value, index) => `<div class="cop-rank"><label for="p${index}">${index + 1}.</label>
    <select id="p${index}" name="choices"><option value=""></option>${TOPICS.map((topic, at) =>
    `<option value="${at + 1}"${value === at + 1 ? ' selected' : ''}>${topic}</option>`).join('')}</select></div>`);
  return root(form(`<fieldset data-cop-sort data-cop-sort-up="{0}: up" data-cop-sort-down="{0}: down"
    data-cop-sort-place="{0}: place {1}" ${attributes}>${rows.join('')}</fieldset>`));
}

function order(page) {
  return page.all('select').map(select => select.value).join('');
}

function buttons(page) {
  return page.all('button.cop-sort');
}

function drag(page, type, element) {
  const event = new page.window.Event(type, { bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event.defaultPrevented;
}

test('buttons move a choice, keep the focus on it and say where it is', async t => {
  const page = await open(t, places([1, 2, 3]));

  assert.equal(buttons(page)[0].disabled, true);
  assert.equal(buttons(page)[1].getAttribute('aria-label'), 'Contracts: down');
  buttons(page)[1].click();
  assert.equal(order(page), '213');
  assert.equal(page.document.activeElement.getAttribute('aria-label'), 'Contracts: down');
  page.document.activeElement.click();
  assert.equal(order(page), '231');
  assert.equal(page.document.activeElement.getAttribute('aria-label'), 'Contracts: up');
  assert.equal(buttons(page)[5].disabled, true);
});

test('a choice is dragged to another place of the same form only', async t => {
  const page = await open(t, places([1, 2, 3]));
  const rows = page.all('.cop-rank');

  assert.equal(drag(page, 'dragover', rows[2]), false);
  drag(page, 'dragstart', rows[0].querySelector('.cop-sort-handle'));
  assert.equal(drag(page, 'dragover', rows[2]), true);
  drag(page, 'drop', rows[2]);
  assert.equal(order(page), '231');
  drag(page, 'drop', rows[0]);
  assert.equal(order(page), '231');
});

test('what is chosen twice changes places', async t => {
  const page = await open(t, places([1, 2, 3]));
  const [first] = page.all('select');

  first.value = '3';
  first.dispatchEvent(new page.window.Event('change', { bubbles: true }));
  assert.equal(order(page), '321');
  assert.equal(buttons(page)[1].getAttribute('aria-label'), 'Plans: down');
});

test('empty places are filled only where the form says so', async t => {
  assert.equal(order(await open(t, places([3, 0, 0], 'data-cop-sort-fill'))), '312');
  assert.equal(order(await open(t, places([3, 0, 0]))), '3');
});

test('what a member imitates is not sorted', async t => {
  const page = await open(t, `<div class="cop"><div class="cop-text">${places([1, 2, 3])}</div></div>`);

  assert.equal(buttons(page).length, 0);
});
