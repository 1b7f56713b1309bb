/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Adds files and pictures to a post: chosen, pasted into its text, or dropped there. Each is sent at once, and the text
 * names it where one was writing.
 */

import { editorOf, takeFiles } from './cop-visual.js';

/** What a translated sentence says about a file. */
function say(sentence, name) {
  return sentence.split('{0}').join(name);
}

/** Puts wiki text where somebody writes: in a plain field, or in the wiki's own editor over it. */
function insert(field, added) {
  const editor = editorOf(field);
  if (editor && editor.mode !== 'source') {
    const type = added.image ? 'image' : 'wikilink';
    const reference = `false|-|attach|-|${added.name}`;
    editor.insertHtml(`<!--start${type}:${reference}-->${added.image
      ? `<img src="${encodeURIComponent(added.name)}" alt="${added.name}">`
      : `<span class="wikiattachmentlink"><a href="${encodeURIComponent(added.name)}">${added.name}</a></span>`}`
      + `<!--stop${type}-->`);
    return;
  }
  const area = editor ? editor.editable().$ : field;
  const from = area.selectionStart ?? area.value.length;
  const before = area.value.slice(0, from);
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  area.setRangeText(`${gap}${added.markup}\n`, from, area.selectionEnd ?? from, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

async function post(address, file, id, token) {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Accept': 'application/json',
      'Content-Type': 'application/octet-stream',
      'Cop-Form-Token': token,
      'Cop-File-Name': encodeURIComponent(file.name || 'image.png'),
      'Cop-Post': id
    },
    body: file
  });
  return { response, body: await response.json() };
}

/** Sends one file after the other, so that the text names them in their order. */
async function add(field, files, texts, renewToken) {
  const form = field.form;
  const state = field.closest('.cop-files').querySelector('.cop-files-state');
  const text = form.querySelector(`textarea[name="${CSS.escape(field.dataset.copInto)}"]`);
  const token = () => form.querySelector('input[name=form_token]').value;
  // The files of a draft belong to the id that its form carries now, which a kept draft may have brought back.
  const draft = form.querySelector('input[type=hidden][name=id]');
  const id = draft && draft.defaultValue === field.dataset.copPost ? draft.value : field.dataset.copPost;
  for (const file of files) {
    state.textContent = say(texts.adding, file.name);
    try {
      let result = await post(field.dataset.copFiles, file, id, token());
      if (result.response.status === 403 && result.body.token) {
        renewToken(result.body.token);
        result = await post(field.dataset.copFiles, file, id, token());
      }
      if (result.response.ok) {
        insert(text, result.body);
        state.textContent = say(texts.added, result.body.name);
      } else {
        state.textContent = result.response.status === 401 ? texts.session
          : Object.values(result.body.fields ?? {})[0] ?? result.body.detail ?? texts.failed;
      }
    } catch (error) {
      state.textContent = error instanceof TypeError ? texts.network : texts.failed;
    }
  }
  field.value = '';
}

/** Takes files that are pasted or dropped into the visual editor over a text field. */
export function watchVisualFiles(editor, texts, renewToken) {
  const text = editor.element.$;
  const field = text.form.querySelector(`input[data-cop-into="${CSS.escape(text.name)}"]`);
  if (field) {
    takeFiles(editor, files => add(field, files, texts, renewToken));
  }
}

/** Watches a field for files, and the text field of the same form. */
export function watchFiles(field, texts, renewToken) {
  const form = field.form;
  const text = form?.querySelector(`textarea[name="${CSS.escape(field.dataset.copInto)}"]`);
  if (!text) {
    return;
  }
  field.addEventListener('change', () => add(field, [...field.files], texts, renewToken));
  text.addEventListener('paste', event => {
    const files = [...event.clipboardData?.files ?? []];
    // A table pasted from an office comes as text and as a picture of it: the text is meant.
    if (files.length > 0 && !event.clipboardData.types.includes('text/plain')) {
      event.preventDefault();
      add(field, files, texts, renewToken);
    }
  });
  text.addEventListener('dragover', event => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
    }
  });
  text.addEventListener('drop', event => {
    const files = [...event.dataTransfer?.files ?? []];
    if (files.length > 0) {
      event.preventDefault();
      add(field, files, texts, renewToken);
    }
  });
}
