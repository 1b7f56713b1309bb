/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, TEXTS, WEBJAR, form, open, root } from './support/page.mjs';

const PREVIEW = form(`<textarea name="body" id="body"></textarea><div><button type="button" id="preview"
  data-cop-preview="${REST}/preview" data-cop-field="body">Preview</button>
  <div class="cop-text cop-preview" hidden></div></div>`);

test('a module that the page loads by two addresses acts once', async t => {
  const page = await open(t, root(`<div class="cop-comments"><ul class="cop-comment-list"></ul><p><a id="more" href="x"
    data-cop-more="${REST}/questions/1/comments">More</a></p></div>${PREVIEW}`));
  await page.run(new URL('cop.js?v=2', WEBJAR));
  await page.type('#body', 'Text');

  await page.click('#send');
  assert.equal(page.requests.length, 1);
  await page.click('#preview');
  assert.equal(page.requests.length, 2);
  await page.click('#more');
  assert.equal(page.requests.length, 3);
  page.requests[0].fail();
  await page.idle();
  assert.equal(page.text('.cop-form-error'), TEXTS.network);
  assert.equal(page.all('.cop-form-error').length, 1);
});

test('a module that runs again at the same address acts once', async t => {
  const page = await open(t, root(PREVIEW));
  await page.run();
  await page.type('#body', 'Text');

  await page.click('#preview');

  assert.equal(page.requests.length, 1);
});

test('a module says that it has loaded only where a root of ours stands', async t => {
  const ours = await open(t, root(''));
  assert.equal(ours.document.documentElement.dataset.copReady, 'true');

  const other = await open(t, `<div class="cop-text">${root('')}</div>`);
  assert.equal(other.document.documentElement.dataset.copReady, undefined);
});

test('a root that the wiki brings later works, with its sentences', async t => {
  const page = await open(t, '<div id="place"></div>');
  page.get('#place').innerHTML = root(PREVIEW);
  await page.idle();
  await page.click('#send');

  await page.disconnect();

  assert.equal(page.text('.cop-form-error'), TEXTS.network);
});

test('a root that the wiki moves is made ready once', async t => {
  const page = await open(t, `<div id="place"></div>${root(`<section data-cop-load="${REST}/related"></section>`)}`);

  page.get('#place').append(page.get('.cop'));
  await page.idle();

  assert.equal(page.observers.length, 1);
});

for (const texts of ['', '{', '<b>']) {
  test(`a root whose sentences are "${texts}" does not stop the others`, async t => {
    const page = await open(t, `<div class="cop" data-cop-texts="${texts}"></div>${root(PREVIEW)}`);
    await page.click('#send');

    await page.disconnect();

    assert.equal(page.text('.cop-form-error'), TEXTS.network);
  });
}

test('a preview is shown as the wiki made it', async t => {
  const page = await open(t, root(PREVIEW));
  await page.type('#body', '**Text**');
  await page.click('#preview');

  const request = await page.answer({ html: '<p><strong>Text</strong></p>' });

  assert.equal(request.address, `https://wiki.example${REST}/preview`);
  assert.deepEqual(request.fields, { form_token: ['old-token'], text: ['**Text**'] });
  assert.equal(page.get('.cop-preview').innerHTML, '<p><strong>Text</strong></p>');
  assert.equal(page.get('.cop-preview').hidden, false);
});

test('a preview of nothing asks for nothing, and says so', async t => {
  const page = await open(t, root(PREVIEW));
  await page.type('#body', ' ');

  await page.click('#preview');
  await page.pass(50);

  assert.equal(page.requests.length, 0);
  assert.equal(page.text('[role=status]'), TEXTS.empty);
});

test('a preview is asked for once at a time, and its button works again afterwards', async t => {
  const page = await open(t, root(PREVIEW));
  await page.type('#body', 'Text');
  await page.click('#preview');
  await page.click('#preview');
  assert.equal(page.requests.length, 1);

  await page.disconnect();
  await page.pass(50);

  assert.equal(page.text('[role=status]'), TEXTS.network);
  await page.click('#preview');
  assert.equal(page.requests.length, 2);
});

test('an old token is renewed for a preview', async t => {
  const page = await open(t, root(PREVIEW));
  await page.type('#body', 'Text');
  await page.click('#preview');

  await page.answer({ status: 403, problem: { token: 'fresh' } });

  assert.equal((await page.request()).headers['Cop-Form-Token'], 'fresh');
  assert.equal(page.get('[name=form_token]').value, 'fresh');
});

for (const [what, answer, sentence] of [
  ['is a page to sign in', { html: '<form>Login</form>', headers: {} }, TEXTS.session],
  ['is an ended session', { status: 401, problem: { detail: 'Unauthorized' } }, TEXTS.session],
  ['is a problem', { status: 400, problem: { detail: 'Too <b>long</b>.' } }, 'Too <b>long</b>.'],
  ['is too much at once', { status: 429, problem: { detail: 'Busy.' }, headers: { 'Retry-After': '5' } },
    'Busy. Try again in 5 seconds.'],
  ['is an error without a sentence', { status: 500, html: '<p>Error</p>' }, TEXTS.failed]
]) {
  test(`a preview whose answer ${what} shows nothing but a sentence`, async t => {
    const page = await open(t, root(PREVIEW));
    await page.type('#body', 'Text');
    await page.click('#preview');

    await page.answer(answer);
    await page.pass(50);

    assert.equal(page.get('.cop-preview').hidden, true);
    assert.equal(page.get('.cop-preview').innerHTML, '');
    assert.equal(page.text('[role=status]'), sentence);
  });
}

test('a button for a preview in a text by a member, or with a foreign address, asks for nothing', async t => {
  const page = await open(t, root(`<div class="cop-text">${PREVIEW}</div>`));
  await page.type('#body', 'Text');
  await page.click('#preview');
  assert.equal(page.requests.length, 0);

  const foreign = await open(t, root(PREVIEW.replace(`"${REST}/preview`, '"//evil.example/rest/wikis/x/cop/preview')));
  await foreign.type('#body', 'Text');
  await foreign.click('#preview');
  assert.equal(foreign.requests.length, 0);
});
