/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Answers that are not what the wiki sends, or that carry what members wrote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, WEBJAR, form, open, root } from './support/page.mjs';

const MARKUP = '<img src=x onerror="alert(1)"><b>bold</b>';
const FIELD = '<input type="text" name="title" id="title">';
const THREAD = root(`<div id="thread">${form(FIELD, 'data-cop-target="thread"')}</div>`);

for (const [what, answer] of Object.entries({
  'of a page of the wiki': { html: `<div id="thread">${MARKUP}</div>`, headers: {} },
  'of an error': { status: 500, html: `<div id="thread">${MARKUP}</div>` },
  'of an attached file': { body: `<div id="thread">${MARKUP}</div>`, headers: { 'Content-Type': 'text/html' } }
})) {
  test(`HTML ${what} is not put into the page`, async t => {
    const page = await open(t, THREAD);
    await page.click('#send');

    await page.answer(answer);

    assert.notEqual(page.get('#form'), null);
    assert.equal(page.get('img, b'), null);
    assert.notEqual(page.get('.cop-form-error'), null);
  });
}

test('sentences of a problem are text', async t => {
  const page = await open(t, THREAD);
  await page.click('#send');

  await page.answer({ status: 400, problem: { detail: MARKUP, fields: { title: MARKUP, [`x"]${MARKUP}`]: MARKUP } } });

  assert.equal(page.get('img, b'), null);
  assert.equal(page.text('.cop-form-error'), MARKUP);
  assert.equal(page.text('#title-error'), MARKUP);
});

test('names of fields that are no names of ours break no selector', async t => {
  const page = await open(t, THREAD);
  await page.click('#send');

  await page.answer({ status: 400, problem: { fields: { '"], [name=title': 'Odd.', '': 'Empty.', '1\\': 'Digit.' } } });

  const [, ...sentences] = page.all('.cop-form-error').map(error => error.textContent);
  assert.deepEqual(sentences.sort(), ['Digit.', 'Empty.', 'Odd.']);
});

test('a fragment is made ready only where no member wrote it', async t => {
  const part = `<section data-cop-load="${REST}/related"></section>`;
  const page = await open(t, THREAD);
  await page.click('#send');

  await page.answer({ html: `<div id="thread">${part}<div class="cop-text">${part}${form('', 'id="trap"')}</div></div>` });
  const trapped = await page.fire(page.get('.cop-text form'), 'submit');

  assert.equal(page.observers.length, 1);
  assert.equal(trapped.defaultPrevented, false);
});

test('what came with a fragment works as what was printed', async t => {
  const page = await open(t, THREAD);
  await page.click('#send');
  await page.answer({ html: `<div id="thread">${form('<input type="text" name="title" id="title">')}</div>` });

  await page.click('#send');

  assert.equal(page.requests.length, 2);
});

test('a fragment that is empty leaves the target, and the form is emptied', async t => {
  const page = await open(t, THREAD);
  await page.type('#title', 'Sent');
  await page.click('#send');

  await page.answer({ html: ' \n' });

  assert.notEqual(page.get('#thread'), null);
  assert.equal(page.get('#title').value, '');
});

test('a fragment without an element leaves the target', async t => {
  const page = await open(t, THREAD);
  await page.click('#send');

  await page.answer({ html: 'words only <!-- and this -->' });

  assert.notEqual(page.get('#thread'), null);
});

for (const [address, ours] of Object.entries({
  [`${REST}/questions`]: true,
  '/xwiki/rest/wikis/other/cop/files': true,
  [`https://wiki.example${REST}/questions`]: true,
  [`http://wiki.example${REST}/questions`]: false,
  [`https://wiki.example.evil.example${REST}/questions`]: false,
  [`https://wiki.example@evil.example${REST}/questions`]: false,
  '/rest/wikis/main/copx/files': false,
  '/rest/wikis/cop/': false,
  '/bin/view/rest': false,
  [`/bin/view/X#${REST}/a`]: false,
  [`/bin/view/X?${REST}/a`]: false,
  [`${REST}/../../../../bin/download/X`]: false,
  [`${REST}/%2e%2e/%2e%2e/%2e%2e/%2e%2e/bin/download/X`]: false,
  'data:text/html,/rest/wikis/main/cop/': false,
  'javascript:/rest/wikis/main/cop/': false,
  'http://[': false,
  '': false
})) {
  test(`the address "${address}" is ${ours ? 'ours' : 'not ours'}`, async t => {
    const page = await open(t, '', { run: false });
    const { isOurAddress } = await page.run(new URL('cop-rest.js', WEBJAR));

    assert.equal(isOurAddress(address), ours);
  });
}
