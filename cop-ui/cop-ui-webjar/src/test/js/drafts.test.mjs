/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { form, open, root } from './support/page.mjs';

const KEY = 'cop-draft:ann:ask';
const FIELDS = `<input type="hidden" name="id" value="printed"><input type="text" name="title" id="title">
  <textarea name="body" id="body">Printed</textarea><textarea readonly id="theirs"></textarea>
  <select name="community" id="community"><option value="">-</option><option value="c">C</option></select>`;
const ASK = form(FIELDS, 'data-cop-draft="ask"');
const DRAFT = JSON.stringify({ values: { id: 'drafted', title: 'Typed title', body: 'Typed', community: 'c' }, html: [] });

function withDraft(draft, key = KEY) {
  return page => page.window.sessionStorage.setItem(key, draft);
}

function draft(page, key = KEY) {
  return JSON.parse(page.window.sessionStorage.getItem(key));
}

test('what is typed is stored for the form and the person', async t => {
  const page = await open(t, root(ASK));

  await page.type('#title', 'How?');

  assert.deepEqual(draft(page), { values: { id: 'printed', title: 'How?', body: 'Printed', community: '' }, html: [] });
  assert.equal(page.window.sessionStorage.length, 1);
});

test('nothing is stored where nothing was typed, and the draft goes when the text is as before', async t => {
  const page = await open(t, root(ASK));
  await page.type('#body', ' Printed ');
  assert.equal(page.window.sessionStorage.length, 0);
  await page.type('#body', 'Changed');
  assert.equal(page.window.sessionStorage.length, 1);

  await page.type('#body', 'Printed');

  assert.equal(page.window.sessionStorage.length, 0);
});

for (const [who, html] of Object.entries({
  'a guest': root(ASK, { user: '' }),
  'a form without a draft': root(form(FIELDS)),
  'a form in a text by a member': root(`<div class="cop-text">${ASK}</div>`),
  'a form outside of our root': ASK
})) {
  test(`nothing is stored for ${who}`, async t => {
    const page = await open(t, html);

    await page.type('#body', 'Typed');

    assert.equal(page.window.sessionStorage.length, 0);
  });
}

test('a draft is restored with the id of its form, and the form says so', async t => {
  const page = await open(t, root(`<details>${ASK}</details>`), { before: withDraft(DRAFT) });

  assert.equal(page.get('#title').value, 'Typed title');
  assert.equal(page.get('#body').value, 'Typed');
  assert.equal(page.get('#community').value, 'c');
  assert.equal(page.get('[name=id]').value, 'drafted');
  assert.equal(page.text('.cop-restored'), 'Restored. Discard');
  assert.equal(page.get('details').open, true);
});

for (const [whose, key] of Object.entries({
  'another person': 'cop-draft:bob:ask',
  'another form': 'cop-draft:ann:answer:1',
  'the visual editor': 'cop-draft:ann:html:ask'
})) {
  test(`a draft of ${whose} is not restored, and stays`, async t => {
    const page = await open(t, root(ASK), { before: withDraft(DRAFT, key) });

    assert.equal(page.get('#body').value, 'Printed');
    assert.equal(page.get('.cop-restored'), null);
    await page.type('#body', 'Mine');
    assert.equal(draft(page, key).values.body, 'Typed');
    assert.equal(draft(page).values.body, 'Mine');
  });
}

test('a draft that is discarded goes, and what was printed stands again, with the focus in the first field', async t => {
  const page = await open(t, root(form(`<div class="cop-conflict" hidden><textarea readonly id="conflict"></textarea></div>
    ${FIELDS}`, 'data-cop-draft="ask"')), { before: withDraft(DRAFT) });

  await page.click('.cop-restored button');

  assert.equal(page.get('#title').value, '');
  assert.equal(page.get('#body').value, 'Printed');
  assert.equal(page.get('[name=id]').value, 'printed');
  assert.equal(page.window.sessionStorage.length, 0);
  assert.equal(page.get('.cop-restored'), null);
  assert.equal(page.document.activeElement.id, 'title');
});

test('a draft stays whole while its form is being sent', async t => {
  const page = await open(t, root(ASK));
  await page.type('#title', 'How?');
  await page.click('#send');

  await page.fire(page.get('#community'), 'input');

  assert.equal(draft(page).values.title, 'How?');
});

test('a draft goes when its form was sent', async t => {
  const page = await open(t, root(ASK), { before: withDraft(DRAFT) });
  await page.click('#send');
  assert.notEqual(draft(page), null, 'not before the answer');

  await page.answer({ status: 204 });

  assert.equal(page.window.sessionStorage.length, 0);
});

for (const broken of ['{', 'null', '5', '"text"', '[]', '{}', '{"values":5}', '{"values":null}', '{"values":"text"}',
  '{"values":{"body":5,"title":null}}', '{"values":{"body":{"a":1}}}', '{"values":[]}']) {
  test(`a stored draft that is ${broken} changes nothing, and the page works`, async t => {
    const page = await open(t, root(ASK), { before: withDraft(broken) });

    assert.equal(page.get('#body').value, 'Printed');
    assert.equal(page.get('#title').value, '');
    assert.equal(page.get('.cop-restored'), null);
    await page.click('#send');
    assert.equal(page.requests.length, 1);
  });
}

for (const html of ['5', 'true', '{}', '"body"', '[[]]']) {
  test(`a stored draft whose html is ${html} is restored as text`, async t => {
    const page = await open(t, root(ASK), { before: withDraft(`{"values":{"body":"Typed"},"html":${html}}`) });

    assert.equal(page.get('#body').value, 'Typed');
    await page.click('#send');
    assert.equal(page.requests.length, 1);
  });
}

test('markup in a stored draft is text', async t => {
  const markup = JSON.stringify({ values: { body: '</textarea><b>bold</b>' } });
  const page = await open(t, root(ASK), { before: withDraft(markup) });

  assert.equal(page.get('#body').value, '</textarea><b>bold</b>');
  assert.equal(page.get('b'), null);
});

test('a draft never sets a token, nor a field that can only be read', async t => {
  const page = await open(t, root(form('<input type="text" readonly name="fixed" id="fixed" value="fixed">',
    'data-cop-draft="ask"')), { before: withDraft(JSON.stringify({ values: { form_token: 'theirs', fixed: 'theirs' } })) });

  assert.equal(page.get('[name=form_token]').value, 'old-token');
  assert.equal(page.get('#fixed').value, 'fixed');
});

test('a text that is too large for the storage is not stored, and can be sent', async t => {
  const page = await open(t, root(ASK));
  await page.type('#body', 'short');

  await page.type('#body', 'x'.repeat(30000));

  assert.equal(draft(page).values.body, 'short', 'the last draft that had room stays');
  await page.click('#send');
  assert.equal((await page.request()).fields.body[0].length, 30000);
});

test('where the browser forbids the storage, forms work', async t => {
  const page = await open(t, root(ASK), { before: ({ window }) => Object.defineProperty(window, 'sessionStorage',
    { get: () => { throw new window.DOMException('No.', 'SecurityError'); } }) });

  await page.type('#body', 'Typed');
  await page.click('#send');
  await page.answer({ status: 204 });

  assert.equal(page.get('#body').value, 'Printed');
  assert.equal(page.get('.cop-form-error'), null);
});

test('whoever ticked a box finds it ticked again, so that nobody asks by name after a reload', async t => {
  const html = root(form(`${FIELDS}<input type="checkbox" name="anonymous" value="true" id="anonymous">`, 'data-cop-draft="ask"'));
  const page = await open(t, html);
  page.get('#anonymous').checked = true;
  await page.type('#title', 'How?');
  assert.deepEqual(draft(page).ticked, ['anonymous']);

  const again = await open(t, html, { before: withDraft(JSON.stringify(draft(page))) });

  assert.equal(again.get('#anonymous').checked, true);
  again.get('.cop-restored button').click();
  assert.equal(again.get('#anonymous').checked, false);
});
