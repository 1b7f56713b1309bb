/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** The button for code of the embedded wiki's toolbar, whose script stands in its own module. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEBJAR, open } from './support/page.mjs';

const SKIN = new URL('../../../../../cop-distribution/cop-embedded/src/main/resources/org/copsuite/embedded/skin/', WEBJAR);
const SCRIPT = new URL('wiki.js', SKIN);

async function press(page, text, selector = '.fa-code') {
  const field = page.get('textarea');
  const from = text.indexOf('|');
  const to = text.lastIndexOf('|') - 1;
  field.value = text.replaceAll('|', '');
  field.setSelectionRange(from, to);
  page.get(selector).parentElement.click();
  await page.idle();
  return `${field.value.slice(0, field.selectionStart)}|${field.value.slice(field.selectionStart, field.selectionEnd)}|${
    field.value.slice(field.selectionEnd)}`;
}

for (const [before, after] of Object.entries({
  'Use |ls --all| here': 'Use ##{{{|ls --all|}}}## here',
  'Use| __init__ |here': 'Use##{{{| __init__ |}}}##here',
  '|whole|': '##{{{|whole|}}}##',
  'a |f{x}| b': 'a ##{{{|f{x}|}}}## b',
  'a |x}}}~| b': 'a ##|x~}~}~}~~|## b',
  'a || b': 'a ##{{{||}}}## b',
  'one |two\nthree| four': 'one \n{{code}}\n|two\nthree|\n{{/code}}\n four',
  '|a\nb|': '{{code}}\n|a\nb|\n{{/code}}',
  'x\n|a\nb|\ny': 'x\n{{code}}\n|a\nb|\n{{/code}}\ny',
  '|{{code}}a{{/code}}\n}}}|': '{{{\n|{{code}}a{{/code}}\n~}~}~}|\n}}}',
  'a\n||\nb': 'a\n{{code}}\n||\n{{/code}}\nb'
})) {
  test(`the code button makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, async t => {
    const page = await open(t, '<div class="wiki-editor"><textarea></textarea></div>', { run: false });
    await page.run(SCRIPT);

    assert.equal(await press(page, before), after);
  });
}

test('another button wraps what is selected, and a field in a text by a member has no buttons', async t => {
  const page = await open(t, `<div class="wiki-editor"><textarea></textarea></div>
    <div class="cop-text"><div class="wiki-editor" id="theirs"><textarea></textarea></div></div>`, { run: false });
  await page.run(SCRIPT);

  assert.equal((await press(page, 'a |word| b', '.fa-bold')).replaceAll('|', ''), 'a **word** b');
  assert.equal(page.get('#theirs button'), null);
});
