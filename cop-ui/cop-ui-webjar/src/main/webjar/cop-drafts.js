/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Keeps what is being typed, in this tab, for the person who typed it, until it is sent or discarded. */

const FIELDS = 'textarea, input[type=text], input[type=search], input:not([type]), select, input[type=hidden][name=id]';

function key(form) {
  const person = form.closest('.cop')?.dataset.copUser;
  return person ? `cop-draft:${person}:${form.dataset.copDraft}` : null;
}

function fields(form) {
  return [...form.querySelectorAll(FIELDS)].filter(field => field.name && !field.readOnly);
}

function isTyped(field) {
  return field.type !== 'hidden' && field.tagName !== 'SELECT' && field.value.trim() !== field.defaultValue.trim();
}

/** Keeps what stands in a form, or forgets it where nothing was typed. */
export function keep(form) {
  const name = form.dataset.copDraft ? key(form) : null;
  if (!name) {
    return;
  }
  try {
    if (fields(form).some(isTyped)) {
      const values = Object.fromEntries(fields(form).map(field => [field.name, field.value]));
      sessionStorage.setItem(name, JSON.stringify(values));
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
  let values = null;
  try {
    values = name ? JSON.parse(sessionStorage.getItem(name)) : null;
  } catch {
    forget(form);
  }
  if (!values) {
    return;
  }
  const before = fields(form).map(field => [field, field.value]);
  before.forEach(([field]) => {
    if (typeof values[field.name] === 'string') {
      field.value = values[field.name];
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
    before.forEach(([field, value]) => { field.value = value; });
    forget(form);
    note.remove();
    form.querySelector('textarea, input[type=text]')?.focus();
  });
  note.append(discard);
  form.prepend(note);
}
