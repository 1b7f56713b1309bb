/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Sends the suite's forms and swaps what they change. It acts only on elements that our templates print: inside a
 * `.cop` root and never inside `.cop-text`, where members' text stands. Without it every page can be read.
 */
import { forget, keep, restore } from './cop-drafts.js';
import { watchFiles, watchVisualFiles } from './cop-files.js';
import { watchLive, loadLazy, loadMore, showLinked, watchPeople } from './cop-live.js';
import { isOurAddress, isOurAnswer } from './cop-rest.js';
import { POSTS_HTML, begin, end, focusField, setText, settle, wasSent, watchEditors } from './cop-visual.js';

const ROOT = '.cop';
const MEMBERS = '.cop-text';
const EDITED = '[contenteditable="true"]';
let texts = {};

/** Whether an element is one of ours, not one that a member's text imitates, nor one that the wiki's editor shows. */
export function isOurs(element) {
  return element instanceof Element && element.closest(ROOT) !== null && element.closest(MEMBERS) === null
    && element.closest(EDITED) === null;
}

/** Our element with an id: a member's text may hold one with the same. */
function ourById(id) {
  return id ? [...document.querySelectorAll(`[id="${CSS.escape(id)}"]`)].find(isOurs) ?? null : null;
}

/** Says something to who cannot see it, and for a moment to everybody. */
export function announce(message) {
  let status = document.getElementById('cop-status');
  if (!status) {
    status = document.createElement('div');
    status.id = 'cop-status';
    status.className = 'cop-status';
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.textContent = '';
  window.setTimeout(() => { status.textContent = message; }, 50);
  window.clearTimeout(status.hide);
  status.hide = window.setTimeout(() => { status.textContent = ''; }, 6000);
}

function clearErrors(form) {
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
function showError(form, message, link) {
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
  const buttons = form.querySelector('.cop-buttons') ?? form.querySelector('button[type=submit]');
  if (buttons && buttons.parentElement && form.contains(buttons) && !form.classList.contains('cop-vote')) {
    buttons.before(error);
  } else {
    form.append(error);
  }
}

function showFieldErrors(form, fields) {
  let first = null;
  for (const [name, message] of Object.entries(fields)) {
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

function signInLink(form) {
  return { href: form.closest(ROOT).dataset.copSignIn, text: texts.signIn };
}

/** Shows both texts; what was typed stays where it is. */
function showConflict(form, problem) {
  const box = form.querySelector('.cop-conflict');
  if (!box || !problem.current) {
    showError(form, problem.detail);
    return;
  }
  box.querySelector('.cop-conflict-name').textContent = problem.current.title ?? '';
  box.querySelector('.cop-conflict-text').value = problem.current.text ?? '';
  box.conflict = problem.current;
  box.hidden = false;
  box.focus();
  box.scrollIntoView({ block: 'start' });
}

function settleConflict(button) {
  const box = button.closest('.cop-conflict');
  const form = button.closest('form');
  form.querySelector('[name=version]').value = box.conflict.version;
  const text = form.querySelector('textarea[name=body], textarea[name=purpose]');
  if (button.dataset.copConflict === 'theirs') {
    setText(text, box.conflict.text);
    const title = form.querySelector('[name=title]');
    if (title && box.conflict.title) {
      title.value = box.conflict.title;
    }
  }
  box.hidden = true;
  clearErrors(form);
  keep(form);
  focusField(text);
}

/** Puts a fresh form token into every form of ours. */
function renewToken(token) {
  document.querySelectorAll(`${ROOT} input[name=form_token]`).forEach(field => {
    if (isOurs(field)) {
      field.value = token;
    }
  });
}

/**
 * What a form holds, as JSON: XWiki's filters read what comes as a form before its REST does, want a token of their own
 * for it, also where the session has ended, and its REST leaves a warning in the log each time.
 */
function json(fields) {
  const values = name => fields.getAll(name).filter(value => typeof value === 'string');
  return JSON.stringify(Object.fromEntries([...fields.keys()].map(name => [name, values(name)])));
}

async function send(form, fields) {
  const method = form.dataset.copMethod || 'POST';
  const options = {
    method,
    credentials: 'same-origin',
    headers: { 'Accept': 'text/html', 'Cop-Form-Token': fields.get('form_token') ?? '' }
  };
  if (method !== 'DELETE') {
    options.body = json(fields);
    options.headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(form.getAttribute('action'), options);
  const type = response.headers.get('Content-Type') ?? '';
  const problem = type.startsWith('application/problem+json') ? await response.json() : null;
  return { response, problem, html: problem ? '' : await response.text() };
}

function isDone({ response }) {
  return response.ok && isOurAnswer(response);
}

/** Replaces our element; members' text inside what comes is inert, since nothing in it is ever run. */
export function swap(target, html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const fresh = [...holder.content.children];
  const focused = document.activeElement?.id;
  end(target);
  target.replaceWith(...fresh);
  fresh.forEach(piece => {
    prepare(piece);
    begin(piece);
  });
  return { fresh: fresh[0] ?? null, focused };
}

function focusAfter(form, fresh, focused, createdId) {
  const created = createdId && form.dataset.copCreated ? ourById(form.dataset.copCreated + createdId) : null;
  const wanted = created ?? ourById(form.dataset.copFocus) ?? ourById(focused);
  if (created) {
    created.scrollIntoView({ block: 'nearest' });
  }
  const element = wanted ?? fresh;
  if (element) {
    if (!element.matches('a, button, input, select, textarea, summary, [tabindex]')) {
      element.tabIndex = -1;
    }
    element.focus({ preventScroll: wanted === null });
  }
}

function succeed(form, result) {
  forget(form);
  wasSent(form);
  const go = result.response.headers.get('Cop-Go');
  if (go && new URL(go, location.href).origin === location.origin) {
    form.dataset.copLeaving = 'true';
    if (new URL(go, location.href).href === location.href) {
      location.reload();
    } else {
      location.assign(go);
    }
    return true;
  }
  announce(form.dataset.copDone);
  if (form.dataset.copPlain && new URLSearchParams(location.search).has('cop-edit')) {
    const url = new URL(location.href);
    url.searchParams.delete('cop-edit');
    history.replaceState(history.state, '', url);
  }
  const target = ourById(form.dataset.copTarget);
  if (target && result.html.trim()) {
    const { fresh, focused } = swap(target, result.html);
    focusAfter(form, fresh, focused, result.response.headers.get('Cop-Created'));
  } else {
    form.reset();
    const id = form.querySelector('input[type=hidden][name=id]');
    if (id) {
      id.value = crypto.randomUUID();
    }
    const details = form.closest('details');
    if (details) {
      details.open = false;
      details.querySelector('summary')?.focus();
    }
  }
  return false;
}

function fail(form, { response, problem }) {
  // What answers well and is not us stands in front of the wiki, as a page to sign in again.
  if (response.status === 401 || response.ok) {
    showError(form, texts.session, signInLink(form));
  } else if (problem?.fields && Object.keys(problem.fields).length > 0) {
    showError(form, problem.detail ?? texts.invalid);
    showFieldErrors(form, problem.fields);
  } else if (response.status === 409 && problem) {
    showConflict(form, problem);
  } else {
    showError(form, problem?.detail ?? texts.failed);
  }
}

function setBusy(form, busy) {
  form.toggleAttribute('aria-busy', busy);
  if (busy) {
    form.setAttribute('aria-busy', 'true');
  }
  form.dataset.copBusy = busy ? 'true' : '';
}

async function submit(form, button) {
  if (form.dataset.copBusy || form.dataset.copLeaving || !isOurAddress(form.action)) {
    return;
  }
  settle(form);
  const fields = new FormData(form);
  if (button?.name) {
    fields.set(button.name, button.value);
  }
  clearErrors(form);
  setBusy(form, true);
  try {
    let result = await send(form, fields);
    if (result.response.status === 403 && result.problem?.token) {
      renewToken(result.problem.token);
      fields.set('form_token', result.problem.token);
      result = await send(form, fields);
    }
    if (isDone(result)) {
      succeed(form, result);
    } else {
      keep(form);
      fail(form, result);
    }
  } catch (error) {
    keep(form);
    showError(form, error instanceof TypeError ? texts.network : texts.failed);
  } finally {
    setBusy(form, false);
  }
}

async function preview(button) {
  const form = button.closest('form');
  const field = form.querySelector(`[name="${CSS.escape(button.dataset.copField)}"]`);
  const box = button.parentElement.querySelector('.cop-preview');
  const fields = new FormData();
  settle(form);
  const named = name => name === field.name ? 'text' : name;
  new FormData(form).forEach((value, name) => fields.set(named(name), name === POSTS_HTML ? named(value) : value));
  if (!field.value.trim()) {
    announce(texts.empty);
    return;
  }
  const act = document.createElement('form');
  act.setAttribute('action', button.dataset.copPreview);
  button.disabled = true;
  try {
    let result = await send(act, fields);
    if (result.response.status === 403 && result.problem?.token) {
      renewToken(result.problem.token);
      fields.set('form_token', result.problem.token);
      result = await send(act, fields);
    }
    if (isDone(result)) {
      box.innerHTML = result.html;
      box.hidden = false;
    } else {
      announce(result.problem?.detail ?? texts.failed);
    }
  } catch {
    announce(texts.network);
  } finally {
    button.disabled = false;
  }
}

/** Makes a piece of the page ready: drafts, lazy parts, people to choose from, what goes on by itself. */
function prepare(piece) {
  const all = selector => [...(piece.matches?.(selector) ? [piece] : []), ...piece.querySelectorAll(selector)]
    .filter(isOurs);
  all('form.cop-form[data-cop-draft]').forEach(form => restore(form, texts));
  all('[data-cop-load]').filter(part => isOurAddress(part.dataset.copLoad)).forEach(loadLazy);
  all('form[data-cop-beside]').forEach(form => watchLive(form, ourById(form.dataset.copBeside)));
  all('input[data-cop-people]').filter(field => isOurAddress(field.dataset.copPeople)).forEach(watchPeople);
  all('input[data-cop-files]').filter(field => isOurAddress(field.dataset.copFiles))
    .forEach(field => watchFiles(field, texts, renewToken));
  all('form.cop-seen').filter(form => isOurAddress(form.action)).forEach(see);
  all('[data-cop-poll]').filter(part => isOurAddress(part.dataset.copPoll)).forEach(poll);
}

/** Says that its posts are read: not for a page that is only fetched ahead, or stands in a tab that nobody looks at. */
async function see(form) {
  if (document.visibilityState !== 'visible') {
    document.addEventListener('visibilitychange', () => see(form), { once: true });
    return;
  }
  try {
    const fields = new FormData(form);
    const result = await send(form, fields);
    if (result.response.status === 403 && result.problem?.token) {
      renewToken(result.problem.token);
      fields.set('form_token', result.problem.token);
      await send(form, fields);
    }
  } catch {
    // The notices stay unread: the list of notices marks them too.
  }
}

function poll(part) {
  window.setTimeout(async () => {
    try {
      const response = await fetch(part.dataset.copPoll, { headers: { 'Accept': 'text/html' } });
      if (response.ok && isOurAnswer(response) && part.isConnected) {
        const { focused } = swap(part, await response.text());
        ourById(focused)?.focus({ preventScroll: true });
      }
    } catch {
      poll(part);
    }
  }, 1500);
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (isOurs(form) && form.matches('form.cop-form')) {
    event.preventDefault();
    submit(form, event.submitter);
  }
});

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('button[data-cop-preview], button[data-cop-conflict]')
    : null;
  if (!button || !isOurs(button)) {
    return;
  }
  if (button.dataset.copConflict) {
    settleConflict(button);
  } else if (isOurAddress(button.dataset.copPreview)) {
    preview(button);
  }
});

document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[data-cop-more]') : null;
  if (link && isOurs(link) && isOurAddress(link.dataset.copMore) && event.button === 0 && !event.metaKey
      && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    loadMore(link, prepare);
  }
});

document.addEventListener('input', event => {
  const form = event.target.form;
  if (form && isOurs(form) && form.matches('form.cop-form[data-cop-draft]')) {
    keep(form);
  }
});

/** The sentences that a root of ours carries; another page of the wiki may hold elements that only look like one. */
function textsOf(root) {
  try {
    return JSON.parse(root.dataset.copTexts);
  } catch {
    return null;
  }
}

/** Makes our roots ready, each once: the wiki may move them. */
function meet(roots) {
  const met = roots.filter(root => !root.copMet);
  if (met.length > 0) {
    texts = met.map(textsOf).find(found => found !== null) ?? texts;
    met.forEach(root => {
      root.copMet = true;
      prepare(root);
    });
    watchEditors(isOurs, editor => watchVisualFiles(editor, texts, renewToken));
    document.documentElement.dataset.copReady = 'true';
  }
}

function rootsIn(piece) {
  return [...(piece.matches(ROOT) ? [piece] : []), ...piece.querySelectorAll(ROOT)].filter(isOurs);
}

/** The wiki brings pieces too: a page that was edited in place, a tab. */
function watchPieces() {
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
    if (node instanceof Element && node.isConnected) {
      meet(rootsIn(node));
    }
  }))).observe(document.body, { childList: true, subtree: true });
}

function start() {
  showLinked();
  meet(rootsIn(document.body));
  watchPieces();
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
