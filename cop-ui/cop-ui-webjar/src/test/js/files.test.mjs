/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, TEXTS, form, open, root } from './support/page.mjs';

const FILES = `<div class="cop-files"><input type="file" id="files" multiple data-cop-files="${REST}/files"
  data-cop-post="printed" data-cop-into="body"><p class="cop-files-state"></p></div>`;
const FIELDS = `<textarea name="body" id="body">Before after</textarea>${FILES}`;
const ANSWER = form(`<input type="hidden" name="id" value="printed">${FIELDS}`, 'data-cop-draft="ask"');

function file(page, name, content = 'x', type = 'image/png') {
  return new page.window.File([content], name, { type });
}

async function choose(page, ...names) {
  Object.defineProperty(page.get('#files'), 'files', { configurable: true, value: names.map(name => file(page, name)) });
  await page.fire(page.get('#files'), 'change');
}

function added(name, image = true) {
  return { json: { name, image, type: 'image/png', size: 1, markup: image ? `[[image:${name}]]` : `[[attach:${name}]]` } };
}

function state(page) {
  return page.text('.cop-files-state');
}

test('a chosen file is sent as it is, with its name, its post and the token', async t => {
  const page = await open(t, root(ANSWER));

  await choose(page, 'ä b%.png');

  const request = await page.request();
  assert.equal(request.method, 'POST');
  assert.equal(request.address, `https://wiki.example${REST}/files`);
  assert.equal(request.body.size, 1);
  assert.equal(request.headers['Cop-File-Name'], '%C3%A4%20b%25.png');
  assert.equal(request.headers['Cop-Post'], 'printed');
  assert.equal(request.headers['Cop-Form-Token'], 'old-token');
  assert.equal(request.headers['Content-Type'], 'application/octet-stream', 'never a type that the file claims');
});

test('the progress of a file is shown', async t => {
  const page = await open(t, root(ANSWER));

  await choose(page, 'a.png');
  assert.equal(state(page), 'Adding a.png');

  await page.answer(added('a-1.png'));
  assert.equal(state(page), 'Added: a-1.png');
});

test('the markup of a file stands at the caret on a line of its own, and is stored with the draft', async t => {
  const page = await open(t, root(ANSWER));
  page.get('#body').setSelectionRange(7, 7);
  await choose(page, 'a.png');

  await page.answer(added('a.png'));

  assert.equal(page.get('#body').value, 'Before \n[[image:a.png]]\nafter');
  assert.equal(page.get('#body').selectionStart, 'Before \n[[image:a.png]]\n'.length);
  assert.match(page.window.sessionStorage.getItem('cop-draft:ann:ask'), /\[\[image:a.png\]\]/);
});

test('the markup of a file replaces the selection', async t => {
  const page = await open(t, root(ANSWER));
  page.get('#body').setSelectionRange(0, 12);
  await choose(page, 'a.pdf');

  await page.answer(added('a.pdf', false));

  assert.equal(page.get('#body').value, '[[attach:a.pdf]]\n');
});

test('several files are sent one after the other, and the text names them in their order', async t => {
  const page = await open(t, root(ANSWER));
  page.get('#body').setSelectionRange(12, 12);
  await choose(page, 'a.png', 'b.png');
  assert.equal(page.requests.length, 1);

  await page.answer(added('a.png'));
  assert.equal(state(page), 'Adding b.png');
  await page.answer(added('b.png'));

  assert.equal(page.get('#body').value, 'Before after\n[[image:a.png]]\n[[image:b.png]]\n');
});

test('a form waits for its files, so that its text names them', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.png');

  await page.click('#send');
  assert.equal(page.requests.length, 1, 'only the file');

  await page.answer(added('a.png'));
  const { fields } = await page.request();
  assert.match(fields.body[0], /\[\[image:a.png\]\]/);
});

test('a form is sent although a file was refused', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.exe');
  await page.click('#send');

  await page.answer({ status: 400, json: { title: 'No.' } });

  assert.equal((await page.request()).fields.body[0], 'Before after');
});

test('files that are added while others are sent wait for these', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.png', 'b.png');

  await choose(page, 'c.png');

  assert.equal(page.requests.length, 1);
  await page.answer(added('a.png'));
  await page.answer(added('b.png'));
  await page.answer(added('c.png'));
  assert.deepEqual(page.requests.map(request => request.headers['Cop-File-Name']), ['a.png', 'b.png', 'c.png']);
  assert.match(page.get('#body').value, /a\.png[^]*b\.png[^]*c\.png/);
});

test('a file that is refused is not named in the text, says why as text, and the next one is sent', async t => {
  const page = await open(t, root(ANSWER));
  const before = page.get('#body').value;
  await choose(page, 'a.exe', 'b.png');

  await page.answer({ status: 400, problem: { detail: 'Look.', fields: { file: 'Not <b>this</b> kind.' } } });
  assert.equal(page.get('#body').value, before);
  assert.equal(state(page), 'Adding b.png');

  await page.answer({ status: 413, problem: { detail: 'Too <b>large</b>.' } });
  assert.equal(state(page), 'Too <b>large</b>.');
  assert.equal(page.get('#body').value, before);
});

test('the reason of a field is shown rather than that of the whole', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.exe');

  await page.answer({ status: 400, problem: { detail: 'Look.', fields: { file: 'Not this kind.' } } });

  assert.equal(state(page), 'Not this kind.');
});

for (const [what, answer, sentence] of [
  ['an ended session', { status: 401, problem: {} }, TEXTS.session],
  ['a page to sign in', { html: '<form>Login</form>', headers: {} }, TEXTS.session],
  ['JSON that is not ours', { json: { markup: 'theirs', name: 'x' }, headers: {} }, TEXTS.session],
  ['a proxy that takes no such file', { status: 413, html: 'Too large', headers: {} }, TEXTS.failed],
  ['an answer that is null', { status: 500, body: 'null', headers: {} }, TEXTS.failed],
  ['sentences that are none', { status: 400, problem: { detail: 5, fields: { file: {} } } }, TEXTS.failed],
  ['too much at once', { status: 429, problem: { detail: 'Busy.' }, headers: { 'Cop-Answer': 'true', 'Retry-After': '5' } },
    'Busy. Try again in 5 seconds.']
]) {
  test(`after ${what} the file is not named in the text`, async t => {
    const page = await open(t, root(ANSWER));
    const before = page.get('#body').value;
    await choose(page, 'a.png');

    await page.answer(answer);

    assert.equal(state(page), sentence);
    assert.equal(page.get('#body').value, before);
  });
}

test('without a connection the file is not named in the text, and can be chosen again', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.png');

  await page.disconnect();

  assert.equal(state(page), TEXTS.network);
  assert.equal(page.get('#files').value, '');
  await choose(page, 'a.png');
  await page.answer(added('a.png'));
  assert.equal(state(page), 'Added: a.png');
});

test('an old token is renewed once for a file', async t => {
  const page = await open(t, root(ANSWER));
  await choose(page, 'a.png');

  await page.answer({ status: 403, problem: { token: 'fresh' } });
  assert.equal((await page.request()).headers['Cop-Form-Token'], 'fresh');
  await page.answer({ status: 403, problem: { token: 'fresher', detail: 'Refused.' } });

  assert.equal(page.requests.length, 2);
  assert.equal(state(page), 'Refused.');
  assert.equal(page.get('[name=form_token]').value, 'fresh');
});

test('a pasted picture without a name is sent', async t => {
  const page = await open(t, root(ANSWER));

  const event = await page.fire(page.get('#body'), 'paste',
    { clipboardData: { files: [file(page, '')], types: ['Files'] } });

  assert.equal(event.defaultPrevented, true);
  assert.equal((await page.request()).headers['Cop-File-Name'], 'image.png');
});

test('text that is pasted with a picture of it is pasted as text', async t => {
  const page = await open(t, root(ANSWER));

  const event = await page.fire(page.get('#body'), 'paste',
    { clipboardData: { files: [file(page, 'table.png')], types: ['text/plain', 'Files'] } });

  assert.equal(event.defaultPrevented, false);
  assert.equal(page.requests.length, 0);
});

test('files that are dropped on the text are sent, a dragged text is not', async t => {
  const page = await open(t, root(ANSWER));
  const over = await page.fire(page.get('#body'), 'dragover', { dataTransfer: { types: ['Files'], files: [] } });
  assert.equal(over.defaultPrevented, true);
  const text = await page.fire(page.get('#body'), 'drop', { dataTransfer: { types: ['text/plain'], files: [] } });
  assert.equal(text.defaultPrevented, false);

  const drop = await page.fire(page.get('#body'), 'drop',
    { dataTransfer: { types: ['Files'], files: [file(page, 'a.png')] } });

  assert.equal(drop.defaultPrevented, true);
  assert.equal(page.requests.length, 1);
});

test('files belong to the id that a restored draft brings back', async t => {
  const page = await open(t, root(ANSWER), { before: ({ window }) =>
    window.sessionStorage.setItem('cop-draft:ann:ask', '{"values":{"id":"drafted","body":"Typed"}}') });
  assert.equal(page.get('[name=id]').value, 'drafted');

  await choose(page, 'a.png');

  assert.equal((await page.request()).headers['Cop-Post'], 'drafted');
});

test('files belong to the fresh id of a form that was sent and emptied', async t => {
  const page = await open(t, root(ANSWER));
  await page.click('#send');
  await page.answer({ status: 204 });

  await choose(page, 'a.png');

  assert.notEqual(page.get('[name=id]').value, 'printed');
  assert.equal((await page.request()).headers['Cop-Post'], page.get('[name=id]').value);
});

test('files of a comment belong to the post, not to the id of the comment', async t => {
  const page = await open(t, root(form(`<input type="hidden" name="id" value="comment">${FIELDS}`)));

  await choose(page, 'a.png');

  assert.equal((await page.request()).headers['Cop-Post'], 'printed');
});

for (const [where, html] of Object.entries({
  'in a text by a member': root(`<div class="cop-text">${ANSWER}</div>`),
  'with a foreign address': root(ANSWER.replace(`data-cop-files="${REST}`,
    'data-cop-files="https://evil.example/rest/wikis/x/cop')),
  'without its text': root(form(FILES)),
  'outside of a form': root(FILES)
})) {
  test(`a field for files ${where} sends nothing`, async t => {
    const page = await open(t, html);

    await choose(page, 'a.png');

    assert.equal(page.requests.length, 0);
  });
}
