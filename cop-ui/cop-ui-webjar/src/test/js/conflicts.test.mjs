/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { form, open, root } from './support/page.mjs';

const BOX = `<div class="cop-conflict" tabindex="-1" hidden><p class="cop-conflict-name"></p>
  <textarea class="cop-conflict-text" readonly></textarea>
  <div class="cop-buttons"><button type="button" data-cop-conflict="theirs" id="take">Take</button>
  <button type="button" data-cop-conflict="mine" id="keep">Keep</button></div></div>`;
const EDIT = form(`<input type="hidden" name="version" value="1.1">${BOX}
  <input type="text" name="title" id="title" value="Title"><textarea name="body" id="body">Text</textarea>`,
  'data-cop-draft="edit:1:1.1"');
const CONFLICT = { status: 409, problem: { detail: 'Somebody saved.',
  current: { title: 'Their <b>title</b>', text: 'Their <i>text</i>', version: '2.1' } } };

async function conflict(t, answer = CONFLICT, html = root(EDIT)) {
  const page = await open(t, html);
  await page.type('#title', 'My title');
  await page.type('#body', 'My text');
  await page.click('#send');
  await page.answer(answer);
  return page;
}

test('a conflict shows both texts and has the focus, and what was typed stays', async t => {
  const page = await conflict(t);

  assert.equal(page.get('.cop-conflict').hidden, false);
  assert.equal(page.document.activeElement, page.get('.cop-conflict'));
  assert.equal(page.text('.cop-conflict-name'), 'Their <b>title</b>');
  assert.equal(page.get('.cop-conflict-text').value, 'Their <i>text</i>');
  assert.equal(page.get('#title').value, 'My title');
  assert.equal(page.get('#body').value, 'My text');
  assert.equal(page.get('[name=version]').value, '1.1', 'no version is chosen for the person');
  assert.match(page.window.sessionStorage.getItem('cop-draft:ann:edit:1:1.1'), /My text/);
});

test('who keeps the own text sends it over the version that was shown', async t => {
  const page = await conflict(t);

  await page.click('#keep');
  await page.click('#send');

  const { fields } = await page.request();
  assert.deepEqual([fields.version, fields.title, fields.body], [['2.1'], ['My title'], ['My text']]);
  assert.equal(page.get('.cop-conflict').hidden, true);
});

test('who takes the other text has it in the form with the focus', async t => {
  const page = await conflict(t);

  await page.click('#take');

  assert.equal(page.get('#body').value, 'Their <i>text</i>');
  assert.equal(page.get('#title').value, 'Their <b>title</b>');
  assert.equal(page.get('[name=version]').value, '2.1');
  assert.equal(page.document.activeElement.id, 'body');
  assert.match(page.window.sessionStorage.getItem('cop-draft:ann:edit:1:1.1'), /Their <i>text<\/i>/);
});

test('a choice sends nothing by itself', async t => {
  const page = await conflict(t);

  await page.click('#take');

  assert.equal(page.requests.length, 1);
});

test('a second conflict shows the text that is newest then', async t => {
  const page = await conflict(t);
  await page.click('#keep');
  await page.click('#send');

  await page.answer({ status: 409, problem: { current: { text: 'Third text', version: '3.1' } } });

  assert.equal(page.get('.cop-conflict-text').value, 'Third text');
  assert.equal(page.text('.cop-conflict-name'), '');
  assert.equal(page.get('#body').value, 'My text');
  await page.click('#take');
  assert.equal(page.get('#title').value, 'My title', 'an empty title replaces none');
  assert.equal(page.get('[name=version]').value, '3.1');
});

test('a conflict without a text, or in a form without room for it, is a sentence', async t => {
  const bare = await conflict(t, { status: 409, problem: { detail: 'Somebody saved.' } });
  assert.equal(bare.text('.cop-form-error'), 'Somebody saved.');
  assert.equal(bare.get('.cop-conflict').hidden, true);

  const small = await conflict(t, CONFLICT, root(EDIT.replace(BOX, '')));
  assert.equal(small.text('.cop-form-error'), 'Somebody saved.');
  assert.equal(small.get('#body').value, 'My text');
});

test('the sentence of another error stands outside of the hidden conflict, in front of the buttons of the form', async t => {
  const page = await conflict(t, { status: 500, problem: { detail: 'Failed with id 7.' } });

  assert.equal(page.get('.cop-form-error').closest('[hidden]'), null);
  assert.equal(page.get('.cop-form-error').nextElementSibling.querySelector('#send') !== null, true);
});

test('a button of a conflict in a text by a member does nothing', async t => {
  const page = await open(t, root(`<div class="cop-text">${EDIT}</div>`));

  await page.click('#take');

  assert.equal(page.get('#body').value, 'Text');
});
