/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** What comes while one reads or types: parts that are loaded later, similar questions, names to choose from. */
import { isOurAddress, isOurAnswer } from './cop-rest.js';
import { plainText } from './cop-visual.js';

const PAUSE = 350;
const SHORTEST = 8;

async function get(address, accept, signal) {
  const response = await fetch(address, { headers: { 'Accept': accept }, credentials: 'same-origin', signal });
  return response.ok && isOurAnswer(response) ? response : null;
}

/**
 * Fills a part of the page once it is near the window; a part that is filled no longer names what it loads. What stands in
 * it stays where that fails.
 */
export function loadLazy(part, prepare = () => {}) {
  const observer = new IntersectionObserver(async entries => {
    if (!entries.some(entry => entry.isIntersecting)) {
      return;
    }
    observer.disconnect();
    try {
      const response = await get(part.dataset.copLoad, 'text/html');
      if (response) {
        part.innerHTML = await response.text();
        part.removeAttribute('data-cop-load');
        [...part.children].forEach(child => prepare(child));
      }
    } catch {
      // The link that stands there leads to the same.
    }
  }, { rootMargin: '300px' });
  observer.observe(part);
}

/** Puts the comments that come next below those that are there; where that fails, the link leads to them. */
export async function loadMore(link, prepare) {
  const box = link.closest('.cop-comments');
  const list = box?.querySelector('.cop-comment-list');
  try {
    const response = list ? await get(link.dataset.copMore, 'text/html') : null;
    if (!response) {
      location.assign(link.href);
      return;
    }
    const holder = document.createElement('template');
    holder.innerHTML = await response.text();
    // A member's text may imitate both.
    const ours = selector => [...holder.content.querySelectorAll(selector)].filter(piece => !piece.closest('.cop-text'));
    const items = ours('.cop-comment');
    const ids = items.map(item => item.id);
    [...list.children].filter(item => ids.includes(item.id)).forEach(item => item.remove());
    list.append(...items);
    link.parentElement.replaceWith(...ours('.cop-more-comments'));
    items.forEach(prepare);
    if (items.length > 0) {
      items[0].tabIndex = -1;
      items[0].focus({ preventScroll: true });
    }
  } catch {
    location.assign(link.href);
  }
}

/** A link that names an answer or a comment only by its anchor leads to the page of answers that shows it. */
export function showLinked() {
  const anchor = /^#cop-(?:post|comment)-([0-9a-f-]{36})$/.exec(location.hash);
  const url = new URL(location.href);
  if (anchor && !url.searchParams.has('cop-show') && document.querySelector('article.cop-question')
      && !document.getElementById(location.hash.slice(1))) {
    url.searchParams.set('cop-show', anchor[1]);
    location.replace(url);
  }
}

/** Shows beside a form what fits to what is being typed: after a pause, the latest text only. */
export function watchLive(form, beside) {
  const parts = [...(beside?.querySelectorAll('[data-cop-live]') ?? [])].filter(part =>
    isOurAddress(part.dataset.copLive));
  const initial = new Map(parts.map(part => [part, part.innerHTML]));
  let timer = 0;
  let running = null;
  let last = '';
  const ask = async () => {
    const value = name => form.querySelector(`[name=${name}]`)?.value.trim() ?? '';
    const title = value('title');
    const field = form.querySelector('[name=body]');
    const body = field ? plainText(field).trim().slice(0, 1500) : '';
    const query = new URLSearchParams({ title, body, tags: value('tags'), community: value('community') }).toString();
    if (query === last) {
      return;
    }
    last = query;
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    await Promise.all(parts.map(async part => {
      if (title.length < SHORTEST) {
        part.innerHTML = initial.get(part);
        return;
      }
      try {
        const response = await get(`${part.dataset.copLive}?${query}`, 'text/html', signal);
        if (response && !signal.aborted) {
          const html = await response.text();
          if (!signal.aborted) {
            part.innerHTML = html;
          }
        }
      } catch {
        // Given up for a newer text, or the wiki cannot be reached: what stood there stays.
      }
    }));
  };
  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  if (form.querySelector('[name=title]')?.value) {
    ask();
  }
}

/**
 * Filters a list without reading the page again. The address of the page follows, so that it can be kept and reloaded;
 * without the script the form does the same by itself.
 */
export function watchFilter(form, results, replace) {
  let timer = 0;
  let running = null;
  const ask = async () => {
    window.clearTimeout(timer);
    const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const query = new URLSearchParams(chosen.map(([name, value]) => [name.replace(/^cop-/, ''), value]));
    try {
      const response = await get(`${form.dataset.copFilter}?${query}`, 'text/html', signal);
      const list = document.getElementById(results);
      if (response && list) {
        const html = await response.text();
        if (!signal.aborted) {
          replace(list, html);
          history.replaceState(history.state, '', `?${new URLSearchParams(chosen)}`);
        }
      }
    } catch {
      // Given up for a newer choice, or the wiki cannot be reached: what stood there stays.
    }
  };
  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    ask();
  });
}

/** Offers names while one types who is meant. */
export function watchPeople(field) {
  const list = field.list;
  let timer = 0;
  let running = null;
  field.addEventListener('input', event => {
    window.clearTimeout(timer);
    const prefix = field.value.trim();
    if (!list || prefix.length < 1 || event.inputType === 'insertReplacementText' || !event.inputType) {
      return;
    }
    timer = window.setTimeout(async () => {
      running?.abort();
      running = new AbortController();
      try {
        const response = await get(`${field.dataset.copPeople}?prefix=${encodeURIComponent(prefix)}`,
          'application/json', running.signal);
        if (response) {
          const { items } = await response.json();
          list.replaceChildren(...items.map(person => {
            const option = document.createElement('option');
            const twice = items.filter(other => other.name === person.name).length > 1;
            option.value = twice ? person.id : person.name;
            option.textContent = person.name;
            return option;
          }));
        }
      } catch {
        // Names can be typed without being offered.
      }
    }, PAUSE);
  });
}
