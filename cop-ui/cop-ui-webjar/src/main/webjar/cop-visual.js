/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * The wiki's visual editor over our text fields, where the wiki has one (XWiki's CKEditor): what stands in it reaches
 * the field that the form sends, and what comes from us is shown in it. Elsewhere the field itself is meant.
 */

/** The field by which XWiki's editor says that it posts HTML; its value is the name of the text field. */
export const POSTS_HTML = 'RequiresHTMLConversion';
const PAUSE = 400;

function all() {
  return Object.values(window.CKEDITOR?.instances ?? {}).filter(editor => editor.element?.$);
}

function inside(piece) {
  return all().filter(editor => piece.contains(editor.element.$));
}

/** The editor over a field, or null. */
export function editorOf(field) {
  return all().find(editor => editor.element.$ === field) ?? null;
}

/** Whether a piece of the page has a field for the visual editor, already started or not. */
export function isVisual(piece) {
  return piece.querySelector(`input[name=${POSTS_HTML}]`) !== null;
}

/** What says that a field posts HTML, or null; disabled while it does not: a source mode posts wiki text. */
function mark(field) {
  return [...field.form.querySelectorAll(`input[name=${POSTS_HTML}]`)].find(input => input.value === field.name) ?? null;
}

/** Whether HTML stands in a field. */
export function isHtml(field) {
  return mark(field)?.disabled === false;
}

function setHtml(field, html) {
  const input = mark(field);
  if (input) {
    input.disabled = !html;
  }
}

/** Brings what the editors of a form show into its fields. */
export function settle(form) {
  inside(form).forEach(editor => {
    editor.updateElement();
    setHtml(editor.element.$, editor.mode !== 'source');
  });
}

/** Whether somebody changed what stands in a field. */
export function isChanged(field) {
  const editor = editorOf(field);
  return editor ? editor.checkDirty() || field.dataset.copRestored !== undefined
    : field.value.trim() !== field.defaultValue.trim();
}

/** What a field says in words, without the markup of an editor. */
export function plainText(field) {
  const editor = editorOf(field);
  return editor ? editor.editable()?.getText() ?? '' : field.value;
}

/** Puts wiki text in place of what stands in a field; an editor takes it in its source mode and shows it as before. */
export function setText(field, text) {
  const editor = editorOf(field);
  if (!editor) {
    field.value = text;
  } else if (editor.mode === 'source') {
    editor.setData(text);
  } else {
    editor.once('modeReady', () => editor.setData(text, { callback: () => editor.setMode('wysiwyg') }));
    editor.setMode('source');
  }
}

/** Shows in a field what {@link settle} once took from it. An editor that starts later takes it from the field. */
export function setValue(field, value, html) {
  field.dataset.copRestored = 'true';
  setHtml(field, html);
  if (html) {
    field.value = value;
    editorOf(field)?.setData(value);
  } else {
    setText(field, value);
  }
}

/** Goes to a field, or to the editor that hides it. */
export function focusField(field) {
  (editorOf(field) ?? field)?.focus();
}

/** Locks the fields of a form while it is sent, or unlocks them: the answer replaces what would be typed meanwhile. */
export function setEditable(form, editable) {
  form.querySelectorAll('input, textarea').forEach(field => {
    if (!editable && !field.readOnly) {
      field.readOnly = true;
      field.dataset.copLocked = 'true';
    } else if (editable && field.dataset.copLocked) {
      field.readOnly = false;
      delete field.dataset.copLocked;
    }
  });
  inside(form).forEach(editor => editor.setReadOnly(!editable));
}

/** What was sent is not asked for again when one leaves the page. */
export function wasSent(form) {
  inside(form).forEach(editor => {
    delete editor.element.$.dataset.copRestored;
    editor.resetDirty();
  });
}

/** Ends the editors in a piece of the page that goes. */
export function end(piece) {
  inside(piece).forEach(editor => editor.destroy(true));
}

/** Has the wiki start its editor over the fields that came with a piece of the page. */
export function begin(piece) {
  if (isVisual(piece) && window.require) {
    window.require(['jquery'], $ => $(document).trigger('xwiki:dom:updated', { elements: [piece] }));
  }
}

/** Files pasted or dropped into an editor go the way that files of ours go, not into the page that shows the form. */
export function takeFiles(editor, add) {
  editor.on('paste', event => {
    const transfer = event.data.dataTransfer;
    const files = Array.from({ length: transfer.getFilesCount() }, (ignored, index) => transfer.getFile(index));
    if (files.length > 0 && !transfer.getData('text/plain')) {
      event.cancel();
      add(files);
    }
  }, null, null, 1);
}

/** Calls back for each editor of ours, once it can be used. */
function whenReady(isOurs, ready) {
  const once = editor => {
    if (isOurs(editor.element.$) && !editor.copReady) {
      editor.copReady = true;
      ready(editor);
    }
  };
  window.require(['xwiki-ckeditor'], promise => promise.done(ckeditor => {
    ckeditor.on('instanceReady', event => once(event.editor));
    all().filter(editor => editor.status === 'ready').forEach(once);
  }));
}

/** Watches the editors that the wiki starts over our fields; what is typed there is an input of the field. */
export function watchEditors(isOurs, started) {
  const watch = () => {
    if (![...document.querySelectorAll(`input[name=${POSTS_HTML}]`)].some(isOurs) || !window.require) {
      return;
    }
    whenReady(isOurs, editor => {
      let timer = 0;
      editor.on('change', () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => editor.element.$.dispatchEvent(new Event('input', { bubbles: true })), PAUSE);
      });
      started(editor);
    });
  };
  // The scripts of the wiki that bring the editor have run by then.
  if (document.readyState === 'complete') {
    watch();
  } else {
    window.addEventListener('load', watch);
  }
}
