/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Keeps what is being typed, in this tab, for the person who typed it, until it is sent or discarded. */
import { focusField, isChanged, isHtml, isVisual, setValue, settle } from './cop-visual.js';

const FIELDS = 'textarea, input[type=text], input[type=search], input[type=date], input:not([type]), select, input[type=hidden][name=id]';

function key(form) {
  const person = form.closest('.cop')?.dataset.copUser;
  // What a visual editor posts is of no use in a text area, nor the other way round.
  const kind = isVisual(form) ? 'html:' : '';
  return person ? `cop-draft:${person}:${kind}${form.dataset.copDraft}` : null;
}

function fields(form) {
  // Fields of a form that is being sent are locked for a moment only.
  return [...form.querySelectorAll(FIELDS)].filter(field => field.name && (!field.readOnly || field.dataset.copLocked));
}

/** Boxes to tick: whoever ticked that they ask anonymously must not ask by name after a reload. */
function boxes(form) {
  return [...form.querySelectorAll('input[type=checkbox]')].filter(box => box.name);
}

function isText(field) {
  return field.type !== 'hidden' && field.tagName !== 'SELECT';
}

function isTyped(field) {
  return isText(field) && isChanged(field);
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
      const ticked = boxes(form).filter(box => box.checked).map(box => box.name);
      sessionStorage.setItem(name, JSON.stringify(ticked.length > 0 ? { values, html, ticked } : { values, html }));
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
  // Other scripts of the wiki write into the same storage.
  const drafted = fields(form).filter(field => typeof draft?.values?.[field.name] === 'string');
  if (drafted.length === 0) {
    return;
  }
  const html = Array.isArray(draft.html) ? draft.html : [];
  const before = fields(form).map(field => [field, field.value, isHtml(field)]);
  drafted.forEach(field => setValue(field, draft.values[field.name], html.includes(field.name)));
  if (Array.isArray(draft.ticked)) {
    boxes(form).forEach(box => { box.checked = draft.ticked.includes(box.name); });
  }
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
    before.forEach(([field, value, wasHtml]) => {
      setValue(field, value, wasHtml);
      delete field.dataset.copRestored;
    });
    boxes(form).forEach(box => { box.checked = box.defaultChecked; });
    forget(form);
    note.remove();
    focusField(fields(form).find(isText));
  });
  note.append(discard);
  form.prepend(note);
}
