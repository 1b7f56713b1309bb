/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Sends the suite's forms and swaps what they change. It acts only on elements that our templates print: inside a
 * `.cop` root and never inside `.cop-text`, where members' text stands. Without it every page can be read.
 */
import { forget, keep, restore } from './cop-drafts.js';
import { clearErrors, showError, showFieldErrors } from './cop-errors.js';
import { filesSent, watchFiles, watchVisualFiles } from './cop-files.js';
import { watchFilter, watchLive, loadLazy, loadMore, showLinked, watchPeople } from './cop-live.js';
import { explain, fieldErrors, isBusy, isOurAddress, isOurAnswer } from './cop-rest.js';
import { watchSort } from './cop-sort.js';
import { POSTS_HTML, begin, end, focusField, setEditable, setText, settle, wasSent, watchEditors } from './cop-visual.js';

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

function signInLink(form) {
  return { href: form.closest(ROOT).dataset.copSignIn, text: texts.signIn };
}

/** Shows both texts; what was typed stays where it is. */
function showConflict(form, { response, problem }) {
  const box = form.querySelector('.cop-conflict');
  if (!box || typeof problem.current?.text !== 'string') {
    showError(form, explain(response, problem, texts));
    return;
  }
  box.querySelector('.cop-conflict-name').textContent = problem.current.title ?? '';
  box.querySelector('.cop-conflict-text').value = problem.current.text;
  box.conflict = problem.current;
  box.hidden = false;
  box.focus();
  box.scrollIntoView({ block: 'start' });
}

function settleConflict(button) {
  const box = button.closest('.cop-conflict');
  const form = button.closest('form');
  form.querySelector('[name=version]').value = box.conflict.version;
  const text = form.querySelector('textarea[name=body], textarea[name=purpose], textarea[name=guidelines]');
  if (button.dataset.copConflict === 'theirs' && !text) {
    // Several fields: the page shows theirs once it is read again.
    forget(form);
    location.reload();
    return;
  }
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
  focusField(text ?? form.querySelector('button[type=submit]'));
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
  const isProblem = type.startsWith('application/problem+json');
  const problem = isProblem ? await response.json() : null;
  return { response, problem, html: isProblem ? '' : await response.text() };
}

/** Sends a form, and once more where the answer brings a fresh token. */
async function sendWithToken(form, fields) {
  const result = await send(form, fields);
  if (result.response.status !== 403 || !result.problem?.token) {
    return result;
  }
  renewToken(result.problem.token);
  fields.set('form_token', result.problem.token);
  return send(form, fields);
}

function isDone({ response }) {
  return response.ok && isOurAnswer(response);
}

/**
 * Replaces our element, unless nothing comes in its place; members' text inside what comes is inert, since nothing in it
 * is ever run.
 */
export function swap(target, html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const fresh = [...holder.content.children];
  const focused = document.activeElement?.id;
  if (fresh.length === 0) {
    return { fresh: null, focused };
  }
  end(target);
  target.replaceWith(...fresh);
  fresh.forEach(piece => {
    prepare(piece);
    begin(piece);
  });
  return { fresh: fresh[0] ?? null, focused };
}

/** Replaces a list by the one in what a filter found. */
function swapPart(target, html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const part = holder.content.querySelector(`#${CSS.escape(target.id)}`);
  if (part) {
    swap(target, part.outerHTML);
  }
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

/** The page of this wiki to which an answer leads, or null. */
function nextPage(response) {
  try {
    const url = new URL(response.headers.get('Cop-Go') ?? 'none:', location.href);
    return url.origin === location.origin ? url : null;
  } catch {
    // It is no address at all.
    return null;
  }
}

function leaveFor(url) {
  const here = new URL(location.href);
  if (url.pathname === here.pathname && url.search === here.search) {
    // A browser only scrolls to another anchor of the page that it shows.
    history.replaceState(history.state, '', url);
    location.reload();
  } else {
    location.assign(url);
  }
}

function succeed(form, result) {
  forget(form);
  wasSent(form);
  const next = nextPage(result.response);
  if (next) {
    form.dataset.copLeaving = 'true';
    leaveFor(next);
    return;
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
}

function fail(form, result) {
  const { response, problem } = result;
  const fields = fieldErrors(problem);
  if (response.status === 401 || response.ok) {
    showError(form, explain(response, problem, texts), signInLink(form));
  } else if (fields.length > 0) {
    showError(form, problem.detail ? explain(response, problem, texts) : texts.invalid);
    showFieldErrors(form, fields);
  } else if (response.status === 409 && problem) {
    showConflict(form, result);
  } else {
    showError(form, explain(response, problem, texts));
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
  clearErrors(form);
  setBusy(form, true);
  const files = filesSent(form);
  if (files) {
    // The text names them once they are there.
    await files;
  }
  settle(form);
  const fields = new FormData(form);
  if (button?.name) {
    fields.set(button.name, button.value);
  }
  setEditable(form, false);
  let result = null;
  let problem = '';
  try {
    result = await sendWithToken(form, fields);
  } catch (error) {
    problem = error instanceof TypeError ? texts.network : texts.failed;
  } finally {
    setEditable(form, true);
    setBusy(form, false);
  }
  if (problem) {
    keep(form);
    showError(form, problem);
  } else if (isDone(result)) {
    succeed(form, result);
  } else {
    keep(form);
    fail(form, result);
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
    const result = await sendWithToken(act, fields);
    if (isDone(result)) {
      box.innerHTML = result.html;
      box.hidden = false;
    } else {
      announce(explain(result.response, result.problem, texts));
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
  all('[data-cop-load]').filter(part => isOurAddress(part.dataset.copLoad))
    .forEach(part => loadLazy(part, prepare));
  all('input[data-cop-people]').filter(field => isOurAddress(field.dataset.copPeople)).forEach(watchPeople);
  all('input[data-cop-files]').filter(field => isOurAddress(field.dataset.copFiles))
    .forEach(field => watchFiles(field, texts, renewToken));
  all('form.cop-form[data-cop-draft]').forEach(form => restore(form, texts));
  all('form[data-cop-beside]').forEach(form => watchLive(form, ourById(form.dataset.copBeside)));
  all('form[data-cop-filter]').filter(form => isOurAddress(form.dataset.copFilter))
    .forEach(form => watchFilter(form, form.dataset.copResults, swapPart));
  all('[data-cop-sort]').forEach(group => watchSort(group, announce));
  all('form.cop-seen').filter(form => isOurAddress(form.action)).forEach(see);
  all('.cop-chart[data-cop-chart]').forEach(drawChart);
  all('[data-cop-poll]').filter(part => isOurAddress(part.dataset.copPoll)).forEach(poll);
}

/** Draws a chart; the library is fetched where there is one. */
async function drawChart(figure) {
  try {
    const { draw } = await import('./cop-chart.js');
    draw(figure);
  } catch {
    // The table says the same.
  }
}

/** Says that its posts are read: not for a page that is only fetched ahead, or stands in a tab that nobody looks at. */
async function see(form) {
  if (document.visibilityState !== 'visible') {
    document.addEventListener('visibilitychange', () => see(form), { once: true });
    return;
  }
  try {
    await sendWithToken(form, new FormData(form));
  } catch {
    // The notices stay unread: the list of notices marks them too.
  }
}

/** Replaces a part of the page by what it has become, as long as it is shown and the wiki gives it. */
function poll(part) {
  window.setTimeout(async () => {
    if (!part.isConnected) {
      return;
    }
    try {
      const response = await fetch(part.dataset.copPoll, { headers: { 'Accept': 'text/html' } });
      if (response.ok && isOurAnswer(response) && part.isConnected) {
        const { focused } = swap(part, await response.text());
        ourById(focused)?.focus({ preventScroll: true });
      } else if (isBusy(response)) {
        poll(part);
      }
    } catch {
      poll(part);
    }
  }, 1500);
}

function onSubmit(event) {
  const form = event.target;
  if (isOurs(form) && form.matches('form.cop-form')) {
    event.preventDefault();
    submit(form, event.submitter);
  }
}

function onClick(event) {
  const button = event.target instanceof Element
    ? event.target.closest('button[data-cop-preview], button[data-cop-conflict]') : null;
  if (!button || !isOurs(button)) {
    return;
  }
  if (button.dataset.copConflict) {
    settleConflict(button);
  } else if (isOurAddress(button.dataset.copPreview)) {
    preview(button);
  }
}

function onLink(event) {
  const link = event.target instanceof Element ? event.target.closest('a[data-cop-more]') : null;
  if (link && isOurs(link) && isOurAddress(link.dataset.copMore) && event.button === 0 && !event.metaKey
      && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    loadMore(link, prepare);
  }
}

function onInput(event) {
  const form = event.target.form;
  if (form && isOurs(form) && form.matches('form.cop-form[data-cop-draft]')) {
    keep(form);
  }
}

/** A page that the browser took out of its history shows a form whose text was sent: the wiki knows how it goes on. */
function onShow(event) {
  if (event.persisted && document.querySelector('form[data-cop-leaving]')) {
    location.reload();
  }
}

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

function listen() {
  document.addEventListener('submit', onSubmit);
  document.addEventListener('click', onClick);
  document.addEventListener('click', onLink);
  document.addEventListener('input', onInput);
  window.addEventListener('pageshow', onShow);
}

function start() {
  listen();
  showLinked();
  meet(rootsIn(document.body));
  watchPieces();
}

// A page may load this module by two addresses: each would send every form.
if (!document.copStarted) {
  document.copStarted = true;
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', start);
  } else {
    start();
  }
}
