/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Keeps what is being typed, in this tab, for the person who typed it, until it is sent or discarded. */
import { focusField, isChanged, isHtml, isVisual, setValue, settle } from './cop-visual.js';

const FIELDS = 'textarea, input[type=text], input[type=search], input:not([type]), select, input[type=hidden][name=id]';

function key(form) {
  const person = form.closest('.cop')?.dataset.copUser;
  // What a visual editor posts is of no use in a text area, nor the other way round.
  const kind = isVisual(form) ? 'html:' : '';
  return person ? `cop-draft:${person}:${kind}${form.dataset.copDraft}` : null;
}

function fields(form) {
  return [...form.querySelectorAll(FIELDS)].filter(field => field.name && !field.readOnly);
}

function isTyped(field) {
  return field.type !== 'hidden' && field.tagName !== 'SELECT' && isChanged(field);
}

/** Keeps what stands in a form, or forgets it where nothing was typed. */
export function keep(form) {
  const name = form.dataset.copDraft ? key(form) : null;
  if (!name) {
    return;
  }
  try {
    settle(form);
    if (fields(form).some(isTyped)) {
      const values = Object.fromEntries(fields(form).map(field => [field.name, field.value]));
      const html = fields(form).filter(isHtml).map(field => field.name);
      sessionStorage.setItem(name, JSON.stringify({ values, html }));
    } else {
      sessionStorage.removeItem(name);
    }
  } catch {
    // A full or forbidden storage: then nothing is kept, and everything else works.
  }
}

/** Forgets what was typed in a form. */
export function forget(form) {
  const name = form.dataset.copDraft ? key(form) : null;
  if (name) {
    try {
      sessionStorage.removeItem(name);
    } catch {
      // As above.
    }
  }
}

/** Brings back what was typed in a form before, and says so. */
export function restore(form, texts) {
  const name = key(form);
  let draft = null;
  try {
    draft = name ? JSON.parse(sessionStorage.getItem(name)) : null;
  } catch {
    forget(form);
  }
  if (!draft?.values) {
    return;
  }
  const before = fields(form).map(field => [field, field.value, isHtml(field)]);
  before.forEach(([field]) => {
    const value = draft.values[field.name];
    if (typeof value === 'string') {
      setValue(field, value, draft.html?.includes(field.name));
    }
  });
  const details = form.closest('details');
  if (details) {
    details.open = true;
  }
  const note = document.createElement('p');
  note.className = 'cop-restored';
  note.textContent = texts.restored + ' ';
  const discard = document.createElement('button');
  discard.type = 'button';
  discard.className = 'btn btn-link btn-xs';
  discard.textContent = texts.discard;
  discard.addEventListener('click', () => {
    before.forEach(([field, value, html]) => {
      setValue(field, value, html);
      delete field.dataset.copRestored;
    });
    forget(form);
    note.remove();
    focusField(form.querySelector('textarea, input[type=text]'));
  });
  note.append(discard);
  form.prepend(note);
}
