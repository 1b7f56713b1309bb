/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** The wiki's visual editor over a field: an editor that behaves as CKEditor's interface says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, form, open, root } from './support/page.mjs';

const FIELDS = `<input type="hidden" name="RequiresHTMLConversion" value="body" disabled>
  <textarea name="body" id="body">printed</textarea>
  <div class="cop-files"><input type="file" id="files" data-cop-files="${REST}/files" data-cop-post="1" data-cop-into="body">
  <p class="cop-files-state"></p></div>`;

/** An editor over a field, with what our modules ask of CKEditor. */
class Editor {
  mode = 'wysiwyg';

  status = 'ready';

  handlers = {};

  inserted = [];

  focused = 0;

  constructor(field, html) {
    this.element = { $: field };
    this.html = html;
    this.saved = html;
  }

  on(name, handler) { this.handlers[name] = handler; }

  once(name, handler) { this.on(name, handler); }

  checkDirty() { return this.html !== this.saved; }

  resetDirty() { this.saved = this.html; }

  updateElement() { this.element.$.value = this.html; }

  setData(html, { callback = () => {} } = {}) {
    this.html = html;
    callback();
  }

  setMode(mode) {
    this.mode = mode;
    if (mode === 'source') {
      this.handlers.modeReady?.();
    }
  }

  editable() { return { $: this.element.$, getText: () => this.html.replace(/<[^>]*>/g, '') }; }

  insertHtml(html) { this.inserted.push(html); }

  focus() { this.focused += 1; }

  setReadOnly(readOnly) { this.readOnly = readOnly; }

  destroy() { this.destroyed = true; }
}

async function visual(t, attributes = 'data-cop-draft="ask"') {
  let editor = null;
  const page = await open(t, root(form(FIELDS, attributes)), { before: ({ window, document }) => {
    editor = new Editor(document.getElementById('body'), '<p>printed</p>');
    window.CKEDITOR = { instances: { body: editor }, on: () => {} };
    window.require = (names, callback) => callback(names[0] === 'jquery' ? () => ({ trigger: () => {} })
      : { done: ready => ready(window.CKEDITOR) });
  } });
  return { page, editor };
}

test('what stands in the editor is sent, and that it is HTML', async t => {
  const { page, editor } = await visual(t);
  editor.html = '<p>Typed</p>';

  await page.click('#send');

  const { fields } = await page.request();
  assert.deepEqual(fields.body, ['<p>Typed</p>']);
  assert.deepEqual(fields.RequiresHTMLConversion, ['body']);
});

test('what stands in the source mode is sent as wiki text', async t => {
  const { page, editor } = await visual(t);
  editor.mode = 'source';
  editor.html = '**Typed**';

  await page.click('#send');

  const { fields } = await page.request();
  assert.deepEqual(fields.body, ['**Typed**']);
  assert.equal(fields.RequiresHTMLConversion, undefined);
});

test('what is typed in the editor is stored as a draft of its own kind after a pause', async t => {
  const { page, editor } = await visual(t);
  editor.html = '<p>Typed</p>';
  editor.handlers.change();
  await page.pass(399);
  assert.equal(page.window.sessionStorage.length, 0);

  await page.pass(1);

  const draft = JSON.parse(page.window.sessionStorage.getItem('cop-draft:ann:html:ask'));
  assert.equal(draft.values.body, '<p>Typed</p>');
  assert.deepEqual(draft.html, ['body']);
});

test('a picture stands in the editor as XWiki marks one', async t => {
  const { page, editor } = await visual(t);
  Object.defineProperty(page.get('#files'), 'files', { value: [new page.window.File(['x'], 'a.png')] });
  await page.fire(page.get('#files'), 'change');

  await page.answer({ json: { name: 'a b.png', image: true, markup: '[[image:a b.png]]' } });

  assert.deepEqual(editor.inserted, ['<!--startimage:false|-|attach|-|a b.png-->'
    + '<img src="a%20b.png" alt="a b.png"><!--stopimage-->']);
});

test('the name of a file brings no markup into the editor', async t => {
  const { page, editor } = await visual(t);
  const holder = page.document.createElement('div');
  const insert = async (name, image) => {
    Object.defineProperty(page.get('#files'), 'files', { configurable: true, value: [new page.window.File(['x'], name)] });
    await page.fire(page.get('#files'), 'change');
    await page.answer({ json: { name, image, markup: '' } });
    holder.innerHTML = editor.inserted.at(-1);
    return [...holder.querySelectorAll('*')].map(element => element.localName).join(' ');
  };

  for (const name of ['a"><script>x</script>.png', '--><b>x</b>', '--!><b>x</b>', '" onerror="alert(1)', '&lt;b&gt;', '<b>',
    '-->', '->x']) {
    assert.equal(await insert(name, true), 'img', name);
    assert.deepEqual(holder.querySelector('img').getAttributeNames(), ['src', 'alt'], name);
    assert.equal(holder.querySelector('img').alt, name);
    assert.equal(await insert(name, false), 'span a', name);
    assert.equal(holder.textContent, name);
  }
});

test('files pasted into the editor are sent, text with a picture of it is not', async t => {
  const { page, editor } = await visual(t);
  let cancelled = 0;
  const paste = text => editor.handlers.paste({ cancel: () => { cancelled += 1; }, data: { dataTransfer: {
    getFilesCount: () => 1, getFile: () => new page.window.File(['x'], 'a.png'), getData: () => text } } });
  paste('a table');
  await page.idle();
  assert.deepEqual([cancelled, page.requests.length], [0, 0]);

  paste('');
  await page.idle();

  assert.deepEqual([cancelled, page.requests.length], [1, 1]);
});

test('the editor of a fragment that is replaced is ended', async t => {
  const { page, editor } = await visual(t, 'data-cop-target="form"');
  await page.click('#send');

  await page.answer({ html: '<p id="form">Sent</p>' });

  assert.equal(editor.destroyed, true);
});

test('the editor is read-only from sending until the answer', async t => {
  const { page, editor } = await visual(t);
  await page.click('#send');
  assert.equal(editor.readOnly, true);

  await page.answer({ status: 500 });

  assert.equal(editor.readOnly, false);
});

test('an editor over a field in a text by a member is not watched', async t => {
  let editor = null;
  await open(t, root(`<div class="cop-text">${form(FIELDS)}</div>${form(FIELDS)}`), { before: ({ window, document }) => {
    editor = new Editor(document.querySelector('.cop-text textarea'), '');
    window.CKEDITOR = { instances: { body: editor }, on: () => {} };
    window.require = (names, callback) => callback({ done: ready => ready(window.CKEDITOR) });
  } });

  assert.deepEqual(Object.keys(editor.handlers), []);
});
