/* SPDX-License-Identifier: LGPL-2.1-or-later */
/** What jsdom lacks and our modules use: requests, a clock, leaving the page, CSS.escape and what needs a layout. */

const OURS = { 'Cop-Answer': 'true' };

/** The serialisation of an identifier that CSSOM describes, for names without control characters. */
function escapeIdentifier(value) {
  return String(value).replace(/[^\w\u0080-\uffff-]/g, '\\$&').replace(/^(-?)(\d)/, (all, dash, digit) =>
    `${dash}\\3${digit} `);
}

/** An answer with the errors of the page's own realm, as a browser has them. */
function answerOf(window, { status = 200, html, problem, json, body, headers = OURS }) {
  const type = problem !== undefined ? 'application/problem+json' : json !== undefined ? 'application/json' : 'text/html';
  const content = body ?? html ?? JSON.stringify(problem ?? json) ?? '';
  const response = new Response([204, 304].includes(status) ? null : content,
    { status, headers: { 'Content-Type': type, ...headers } });
  const read = how => async () => {
    try {
      return await response[how]();
    } catch (error) {
      throw error instanceof SyntaxError ? new window.SyntaxError(error.message) : new window.TypeError(error.message);
    }
  };
  return { status: response.status, ok: response.ok, headers: response.headers, text: read('text'), json: read('json') };
}

/** One request of the page, which the test answers. */
class Exchange {
  #window;

  #settle;

  done = false;

  constructor(window, address, options, settle) {
    this.#window = window;
    this.#settle = settle;
    this.address = new window.URL(address, window.document.baseURI).href;
    this.method = options.method ?? 'GET';
    this.headers = options.headers ?? {};
    this.body = options.body;
    options.signal?.addEventListener('abort', () => {
      this.aborted = true;
      this.#end('reject', new window.DOMException('The request was given up.', 'AbortError'));
    });
  }

  /** What a form sent: the values of each field. */
  get fields() {
    return JSON.parse(this.body);
  }

  /** Answers with html, a problem, json or a body; headers say that it is ours unless others are given. */
  answer(answer = {}) {
    this.#end('resolve', answerOf(this.#window, answer));
  }

  fail() {
    this.#end('reject', new this.#window.TypeError('fetch failed'));
  }

  #end(how, value) {
    this.done = true;
    this.#settle[how](value);
  }
}

/** A clock that stands still until somebody moves it. */
class Clock {
  #now = 0;

  #next = 1;

  #timers = new Map();

  set(action, delay = 0) {
    const id = this.#next;
    this.#next += 1;
    this.#timers.set(id, { action, due: this.#now + Number(delay) });
    return id;
  }

  clear(id) {
    this.#timers.delete(id);
  }

  pass(milliseconds) {
    this.#now += milliseconds;
    const due = [...this.#timers].filter(([, timer]) => timer.due <= this.#now).sort((a, b) => a[1].due - b[1].due);
    for (const [id, timer] of due) {
      if (this.#timers.delete(id)) {
        timer.action();
      }
    }
  }
}

/** The object behind an interface object of jsdom, which alone decides where the page goes. */
function implementation(wrapper) {
  return wrapper[Object.getOwnPropertySymbols(wrapper).find(symbol => symbol.description === 'impl')];
}

/** Gives a window what it lacks; says what the page does with it. */
export function browserParts(window) {
  const parts = { requests: [], visited: [], observers: [], scrolled: [] };
  const clock = new Clock();
  parts.pass = milliseconds => clock.pass(milliseconds);
  window.setTimeout = (action, delay) => clock.set(action, delay);
  window.clearTimeout = id => clock.clear(id);
  window.fetch = (address, options = {}) => new window.Promise((resolve, reject) => {
    parts.requests.push(new Exchange(window, address, options, { resolve, reject }));
  });
  window.CSS = { escape: escapeIdentifier };
  window.Element.prototype.scrollIntoView = function scrollIntoView() { parts.scrolled.push(this); };
  window.document.execCommand = () => false;
  window.IntersectionObserver = class {
    constructor(callback) {
      this.callback = callback;
      parts.observers.push(this);
    }

    observe(element) { this.element = element; }

    disconnect() { this.element = null; }

    show() { this.callback([{ isIntersecting: true, target: this.element }]); }
  };
  const location = implementation(window.location);
  location.assign = address => parts.visited.push(new URL(address, window.document.baseURI).href);
  location.replace = address => parts.visited.push(`replace ${new URL(address, window.document.baseURI).href}`);
  location.reload = () => parts.visited.push('reload');
  return parts;
}
