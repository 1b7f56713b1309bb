/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * A page in jsdom that runs our ES modules as a browser does: in the realm of its window, with nothing of Node's.
 * The test answers each request by hand, and time passes only when the test says so.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { browserParts } from './browser.mjs';

const MODULE = new URL('../../../../', import.meta.url);
const { JSDOM, VirtualConsole } = createRequire(new URL('target/js/package.json', MODULE))('jsdom');

export const ADDRESS = 'https://wiki.example/bin/view/Page';
export const REST = '/rest/wikis/main/cop';
export const WEBJAR = new URL('src/main/webjar/', MODULE);
export const TEXTS = {
  adding: 'Adding {0}', added: 'Added: {0}', network: 'No network.', session: 'Signed out.', failed: 'Failed.',
  restored: 'Restored.', discard: 'Discard', invalid: 'Look at the fields.', empty: 'Empty.', signIn: 'Sign in',
  again: 'Try again in {0} seconds.'
};

function attribute(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A root of the suite around HTML, as part/root.vm prints it. */
export function root(html, { user = 'ann', texts = TEXTS } = {}) {
  return `<div class="cop" data-cop-user="${user}" data-cop-sign-in="/bin/login"
    data-cop-texts="${attribute(JSON.stringify(texts))}">${html}</div>`;
}

/** A form of the suite around fields. */
export function form(fields, attributes = '') {
  return `<form class="cop-form" id="form" method="post" action="${REST}/questions" ${attributes}>
    <input type="hidden" name="form_token" value="old-token">${fields}
    <div class="cop-buttons"><button type="submit" id="send">Send</button></div></form>`;
}

/** The library of the charts is made by the build, and draws on a canvas, which jsdom does not have. */
const STANDIN = new URL('chart.mjs', import.meta.url);

/** Lets what is due run. */
async function turns() {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise(resolve => { setImmediate(resolve); });
  }
}

/** Loads the modules of one page. Each address is one instance, as in a browser. */
class Modules {
  #loaded = new Map();

  #context;

  constructor(context) {
    this.#context = context;
  }

  async run(address) {
    const module = await this.#load(address);
    if (module.status === 'unlinked') {
      await module.link((specifier, from) => this.#load(new URL(specifier, from.identifier)));
    }
    if (module.status === 'linked') {
      await module.evaluate();
    }
    return module.namespace;
  }

  /** Waits until every module that was asked for is read, those that they ask for included. */
  async read() {
    let count;
    do {
      count = this.#loaded.size;
      await Promise.allSettled(this.#loaded.values());
      await turns();
    } while (this.#loaded.size > count);
  }

  #load(address) {
    if (!this.#loaded.has(address.href)) {
      const file = address.pathname.endsWith('/chart.js') ? STANDIN : new URL(address.pathname, 'file:');
      this.#loaded.set(address.href, readFile(fileURLToPath(file), 'utf8').then(source =>
        new vm.SourceTextModule(source, {
          context: this.#context, identifier: address.href,
          importModuleDynamically: async specifier => {
            await this.run(new URL(specifier, address));
            return this.#load(new URL(specifier, address));
          }
        })));
    }
    return this.#loaded.get(address.href);
  }
}

/** A page of the wiki in a browser. */
class Page {
  #modules;

  #parts;

  constructor(dom) {
    this.dom = dom;
    this.window = dom.window;
    this.document = dom.window.document;
    this.#parts = browserParts(dom.window);
    this.visited = this.#parts.visited;
    this.requests = this.#parts.requests;
    this.observers = this.#parts.observers;
    this.scrolled = this.#parts.scrolled;
    this.#modules = new Modules(dom.getInternalVMContext());
  }

  /** Runs a module of the page, cop.js where none is named. */
  async run(address = new URL('cop.js', WEBJAR)) {
    const namespace = await this.#modules.run(address);
    await this.idle();
    return namespace;
  }

  /** The element that a selector finds, or null. */
  get(selector) {
    return this.document.querySelector(selector);
  }

  all(selector) {
    return [...this.document.querySelectorAll(selector)];
  }

  text(selector) {
    return this.get(selector)?.textContent.trim() ?? null;
  }

  click(selector) {
    this.get(selector).click();
    return this.idle();
  }

  /** Types a text into a field in place of what stands there. */
  async type(selector, value, inputType = 'insertText') {
    const field = this.get(selector);
    field.value = value;
    field.dispatchEvent(new this.window.InputEvent('input', { bubbles: true, inputType }));
    await this.idle();
  }

  /** Sends a page's event, which may carry what jsdom knows no constructor for. */
  async fire(target, type, properties = {}) {
    const event = new this.window.Event(type, { bubbles: true, cancelable: true });
    for (const [name, value] of Object.entries(properties)) {
      Object.defineProperty(event, name, { value });
    }
    target.dispatchEvent(event);
    await this.idle();
    return event;
  }

  /** The oldest request that nobody has answered. */
  async request() {
    await this.idle();
    const request = this.requests.find(each => !each.done);
    if (!request) {
      throw new Error('The page asked for nothing.');
    }
    return request;
  }

  /** Answers the oldest open request, and waits until the page has taken the answer. */
  async answer(answer) {
    const request = await this.request();
    request.answer(answer);
    await this.idle();
    return request;
  }

  /** Lets the oldest open request fail as it does without a connection. */
  async disconnect() {
    const request = await this.request();
    request.fail();
    await this.idle();
    return request;
  }

  /** Lets time pass for the page's timers. */
  async pass(milliseconds) {
    this.#parts.pass(milliseconds);
    await this.idle();
  }

  /** Waits until all that is due has run, however long the disk takes for a module. */
  async idle() {
    await this.#modules.read();
  }
}

/**
 * Opens a page that closes with its test. An error that nothing in the page catches fails the test.
 *
 * @param t the context of the test
 * @param html the page's body
 * @param options url: the page's address; before: called with the page before a module runs; run: whether cop.js runs
 */
export async function open(t, html, { url = ADDRESS, before = () => {}, run = true } = {}) {
  const errors = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', error => errors.push(error));
  const dom = new JSDOM(`<!DOCTYPE html><html><body>${html}</body></html>`,
    { url, runScripts: 'outside-only', pretendToBeVisual: false, virtualConsole, storageQuota: 20000 });
  const page = new Page(dom);
  page.errors = errors;
  t.after(() => {
    dom.window.close();
    if (errors.length > 0) {
      throw new Error(`The page failed: ${errors.map(error => error.detail?.stack ?? error.message).join('\n')}`);
    }
  });
  await page.idle();
  await before(page);
  if (run) {
    await page.run();
  }
  return page;
}
