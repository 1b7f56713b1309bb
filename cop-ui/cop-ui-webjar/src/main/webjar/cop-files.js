/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Adds files and pictures to a post: chosen, pasted into its text, or dropped there. Each is sent at once, and the text
 * names it where one was writing.
 */
import { explain, fieldErrors, isOurAnswer, say } from './cop-rest.js';
import { editorOf, takeFiles } from './cop-visual.js';

/** The hidden field with the id of a draft, for each field whose files belong to that draft. */
const drafts = new WeakMap();

/** For each field, what ends when all files that were added so far are sent. */
const queues = new WeakMap();

function escapeHtml(text) {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}

/** Text in a comment that XWiki reads; it removes the backslashes. */
function escapeComment(text) {
  return text.replace(/\\/g, '\\\\').replace(/-(?=-)/g, '-\\').replace(/-$/, '-\\');
}

/** Puts wiki text where somebody writes: in a plain field, or in the wiki's own editor over it. */
function insert(field, added) {
  const editor = editorOf(field);
  if (editor && editor.mode !== 'source') {
    const type = added.image ? 'image' : 'wikilink';
    const reference = escapeComment(`false|-|attach|-|${added.name}`);
    const name = escapeHtml(added.name);
    editor.insertHtml(`<!--start${type}:${reference}-->${added.image
      ? `<img src="${encodeURIComponent(added.name)}" alt="${name}">`
      : `<span class="wikiattachmentlink"><a href="${encodeURIComponent(added.name)}">${name}</a></span>`}`
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

async function post(address, file, id, token, anonymous) {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Accept': 'application/json',
      'Content-Type': 'application/octet-stream',
      'Cop-Form-Token': token,
      'Cop-File-Name': encodeURIComponent(file.name || 'image.png'),
      'Cop-Post': id,
      ...(anonymous ? { 'Cop-Anonymous': 'true' } : {})
    },
    body: file
  });
  const text = await response.text();
  try {
    return { response, body: JSON.parse(text) };
  } catch {
    // Something in front of the wiki answered.
    return { response, body: null };
  }
}

/** Sends one file after the other, so that the text names them in their order. */
async function send(field, files, texts, renewToken) {
  const form = field.form;
  const state = field.closest('.cop-files').querySelector('.cop-files-state');
  const text = form.querySelector(`textarea[name="${CSS.escape(field.dataset.copInto)}"]`);
  // Whoever asks anonymously adds files anonymously.
  const anonymous = form.querySelector('input[type=checkbox][name=anonymous]')?.checked === true;
  const token = () => form.querySelector('input[name=form_token]').value;
  // A restored draft brings its id back, and a form that was sent gets a fresh one.
  const id = drafts.get(field)?.value ?? field.dataset.copPost;
  for (const file of files) {
    state.textContent = say(texts.adding, file.name);
    try {
      let result = await post(field.dataset.copFiles, file, id, token(), anonymous);
      if (result.response.status === 403 && result.body?.token) {
        renewToken(result.body.token);
        result = await post(field.dataset.copFiles, file, id, token(), anonymous);
      }
      const { response, body } = result;
      if (response.ok && isOurAnswer(response)) {
        insert(text, body);
        state.textContent = say(texts.added, body.name);
      } else {
        state.textContent = fieldErrors(body)[0]?.[1] ?? explain(response, body, texts);
      }
    } catch (error) {
      state.textContent = error instanceof TypeError ? texts.network : texts.failed;
    }
  }
  field.value = '';
}

/** Sends files after those that are being sent. */
function add(field, files, texts, renewToken) {
  const next = () => send(field, files, texts, renewToken);
  const sent = (queues.get(field) ?? Promise.resolve()).then(next, next);
  queues.set(field, sent);
}

/** Waits until the files that were added to a form are sent; null where there are none. */
export function filesSent(form) {
  const pending = [...form.querySelectorAll('input[data-cop-files]')].map(field => queues.get(field)).filter(Boolean);
  return pending.length > 0 ? Promise.all(pending) : null;
}

/** Takes files that are pasted or dropped into the visual editor over a text field. */
export function watchVisualFiles(editor, texts, renewToken) {
  const text = editor.element.$;
  const field = text.form.querySelector(`input[data-cop-into="${CSS.escape(text.name)}"]`);
  if (field) {
    takeFiles(editor, files => add(field, files, texts, renewToken));
  }
}

/** Watches a field for files, and the text field of the same form, before a draft is restored. */
export function watchFiles(field, texts, renewToken) {
  const form = field.form;
  const text = form?.querySelector(`textarea[name="${CSS.escape(field.dataset.copInto)}"]`);
  if (!text) {
    return;
  }
  // A form that comments carries an id too, and its files belong to the post. The value tells them apart only now: what
  // is written into a hidden field is its default value as well.
  const id = form.querySelector('input[type=hidden][name=id]');
  if (id?.value === field.dataset.copPost) {
    drafts.set(field, id);
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
