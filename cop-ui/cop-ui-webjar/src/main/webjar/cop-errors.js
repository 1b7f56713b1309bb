/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** Shows in a form what is wrong with it and with its fields. Sentences are plain text. */
import { focusField } from './cop-visual.js';

/** Removes what an earlier answer said about a form. */
export function clearErrors(form) {
  form.querySelectorAll('.cop-field-error, .cop-form-error').forEach(error => error.remove());
  form.querySelectorAll('[aria-invalid]').forEach(field => {
    field.removeAttribute('aria-invalid');
    const described = field.dataset.copDescribed;
    if (described !== undefined) {
      field.toggleAttribute('aria-describedby', described !== '');
      if (described) {
        field.setAttribute('aria-describedby', described);
      }
      delete field.dataset.copDescribed;
    }
    field.closest('.form-group')?.classList.remove('has-error');
  });
}

/** Shows what is wrong with a form, in front of its buttons. */
export function showError(form, message, link) {
  const error = document.createElement('div');
  error.className = 'cop-form-error alert alert-danger';
  error.setAttribute('role', 'alert');
  error.textContent = message;
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link.href;
    anchor.textContent = link.text;
    anchor.className = 'alert-link';
    error.append(' ', anchor);
  }
  // A conflict that is not shown has buttons too.
  const buttons = form.querySelector('.cop-buttons:not(.cop-conflict *)') ?? form.querySelector('button[type=submit]');
  if (buttons && buttons.parentElement && form.contains(buttons) && !form.classList.contains('cop-vote')) {
    buttons.before(error);
  } else {
    form.append(error);
  }
}

/** Shows what is wrong with fields of a form beside them, and goes to the first. */
export function showFieldErrors(form, fields) {
  let first = null;
  for (const [name, message] of fields) {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]:not([type=hidden])`);
    if (!field) {
      showError(form, message);
      continue;
    }
    const error = document.createElement('p');
    error.className = 'cop-field-error';
    // A field named id hides the id of the form.
    error.id = `${field.id || `${form.getAttribute('id')}-${name}`}-error`;
    error.textContent = message;
    field.setAttribute('aria-invalid', 'true');
    field.dataset.copDescribed = field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', `${field.dataset.copDescribed} ${error.id}`.trim());
    const group = field.closest('.form-group, fieldset');
    group?.classList.add('has-error');
    if (group) {
      group.append(error);
    } else {
      field.after(error);
    }
    first ??= field;
  }
  if (first) {
    focusField(first);
  }
}
