/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The wiki's own script: a toolbar and a preview on editing fields, and inserting macros. Everything works without it.
 * It touches only what our templates print (.wiki-editor, .wiki-insert), never what members' texts hold.
 */

const TOOLS = [
  { name: 'bold', icon: 'fa-bold', before: '**', after: '**' },
  { name: 'italic', icon: 'fa-italic', before: '//', after: '//' },
  { name: 'heading', icon: 'fa-header', before: '== ', after: ' ==', line: true },
  { name: 'link', icon: 'fa-link', before: '[[', after: '>>https://]]' },
  { name: 'list', icon: 'fa-list-ul', before: '* ', after: '', line: true },
  { name: 'numbers', icon: 'fa-list-ol', before: '1. ', after: '', line: true },
  { name: 'quote', icon: 'fa-quote-left', before: '> ', after: '', line: true },
  { name: 'code', icon: 'fa-code', wrap: code },
  { name: 'image', icon: 'fa-picture-o', before: '[[image:', after: ']]' }
];

let count = 0;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Replaces the selection so that the browser's own undo takes it back. */
function replace(field, text, from, to) {
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Code in a line, so that the syntax reads nothing in it; where three braces would be misread, each mark is escaped. */
function inlineCode(text) {
  return /~[{}]|~$|\{\{\{|\}\}\}/.test(text)
    ? ['##', text.replace(/[!-/:-@[-`{-~]/g, '~$&'), '##']
    : ['##{{{', text, '}}}##'];
}

/** Lines of code, on lines of their own. */
function codeBlock(text, before, after) {
  const [start, end, inner] = /\{\{\/?code[\s}]/.test(text)
    ? ['{{{', '}}}', text.replaceAll('{{{', '~{~{~{').replaceAll('}}}', '~}~}~}')]
    : ['{{code}}', '{{/code}}', text];
  return [`${before.endsWith('\n') || !before ? '' : '\n'}${start}\n`, inner,
    `\n${end}${after.startsWith('\n') || !after ? '' : '\n'}`];
}

/** What stands around exactly the text that is selected; without a selection, what the place asks for. */
function code(text, before, after) {
  const emptyLine = !text && /(^|\n)$/.test(before) && /^(\n|$)/.test(after);
  return text.includes('\n') || emptyLine ? codeBlock(text, before, after) : inlineCode(text);
}

function apply(field, tool) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  let text = value.slice(from, to);
  if (tool.wrap) {
    const [opening, inner, closing] = tool.wrap(text, value.slice(0, from), value.slice(to));
    replace(field, opening + inner + closing, from, to);
    field.setSelectionRange(from + opening.length, from + opening.length + inner.length);
    return;
  }
  let start = from;
  if (tool.line) {
    start = value.lastIndexOf('\n', from - 1) + 1;
    text = value.slice(start, to);
  }
  const wrapped = tool.line && !tool.after
    ? text.split('\n').map(line => tool.before + line).join('\n')
    : tool.before + text + tool.after;
  replace(field, wrapped, start, to);
  if (!text) {
    const caret = start + tool.before.length;
    field.setSelectionRange(caret, caret);
  }
}

/** Line breaks that leave an empty line beside what is there already; none at the edge of the text. */
function gap(text, breaks) {
  return text.trim() === '' || breaks >= 2 ? '' : '\n'.repeat(2 - breaks);
}

/** Inserts a macro as a paragraph of its own: within another one it would have to be shown in a line of text. */
function insert(button) {
  const field = document.getElementById(button.dataset.wikiTarget);
  if (!field) {
    return;
  }
  // The field cannot be written into while its preview hides it.
  field.dispatchEvent(new CustomEvent('wiki-write'));
  const { selectionStart: from, selectionEnd: to, value } = field;
  const before = value.slice(0, from);
  const after = value.slice(to);
  const sample = button.dataset.wikiInsert;
  const lead = gap(before, before.match(/\n*$/)[0].length);
  replace(field, lead + sample + (gap(after, after.match(/^\n*/)[0].length) || (after ? '' : '\n')), from, to);
  // One goes on with what the macro wants: its first parameter, else its content.
  const wanted = [sample.indexOf('""'), sample.indexOf('\n\n')].find(at => at >= 0);
  if (wanted !== undefined) {
    const caret = from + lead.length + wanted + 1;
    field.setSelectionRange(caret, caret);
  }
}

async function preview(box, field, pane) {
  const labels = box.dataset;
  if (!field.value.trim()) {
    pane.textContent = labels.labelEmpty;
    return;
  }
  pane.textContent = labels.labelLoading;
  const token = field.form && field.form.elements.namedItem('form_token');
  try {
    const answer = await fetch(labels.wikiPreview, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Cop-Form-Token': token ? token.value : '' },
      body: new URLSearchParams({
        form_token: token ? token.value : '',
        kind: new URL(labels.wikiPreview, location.href).searchParams.get('kind') || 'text',
        text: field.value
      })
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    pane.replaceChildren(...parsed.body.childNodes);
  } catch (problem) {
    pane.textContent = labels.labelFailed;
  }
}

function tabs(box, field, toolbar) {
  const id = `wiki-pane-${count += 1}`;
  const pane = element('div', { 'class': 'wiki-editor-preview', id, role: 'tabpanel', tabindex: '0', hidden: '' });
  const write = element('button', { type: 'button', role: 'tab', 'aria-selected': 'true', 'class': 'active' },
    box.dataset.labelWrite);
  const show = element('button',
    { type: 'button', role: 'tab', 'aria-selected': 'false', 'aria-controls': id, tabindex: '-1' },
    box.dataset.labelPreview);
  const select = previewing => {
    write.setAttribute('aria-selected', String(!previewing));
    show.setAttribute('aria-selected', String(previewing));
    write.tabIndex = previewing ? -1 : 0;
    show.tabIndex = previewing ? 0 : -1;
    write.classList.toggle('active', !previewing);
    show.classList.toggle('active', previewing);
    pane.hidden = !previewing;
    field.hidden = previewing;
    toolbar.hidden = previewing;
    if (previewing) {
      preview(box, field, pane);
    }
  };
  write.addEventListener('click', () => select(false));
  show.addEventListener('click', () => select(true));
  const list = element('div', { 'class': 'wiki-editor-tabs', role: 'tablist' }, write, show);
  list.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const other = document.activeElement === write ? show : write;
      select(other === show);
      other.focus();
    }
  });
  field.addEventListener('invalid', () => select(false));
  field.addEventListener('wiki-write', () => select(false));
  return { list, pane };
}

function enhance(box) {
  const field = box.querySelector('textarea');
  if (!field || box.dataset.wikiReady || box.closest('.cop-text')) {
    return;
  }
  box.dataset.wikiReady = 'true';
  const toolbar = element('div', { 'class': 'wiki-editor-toolbar', role: 'toolbar', 'aria-label': box.dataset.labelToolbar });
  for (const tool of TOOLS) {
    const label = box.dataset[`label${tool.name[0].toUpperCase()}${tool.name.slice(1)}`];
    const button = element('button', { type: 'button', title: label, 'aria-label': label },
      element('span', { 'class': `fa ${tool.icon}`, 'aria-hidden': 'true' }));
    button.addEventListener('click', () => apply(field, tool));
    toolbar.append(button);
  }
  const { list, pane } = tabs(box, field, toolbar);
  box.prepend(element('div', { 'class': 'wiki-editor-head' }, list, toolbar));
  box.append(pane);
}

/** The bell says what the list of notices says that has just been swapped in; never what a member's text says. */
function ring(list) {
  const badge = document.querySelector('.wiki-bell .badge');
  const count = Number(list.dataset.copUnread);
  if (badge && Number.isInteger(count) && !list.closest('.cop-text')) {
    badge.textContent = count > 0 ? String(count) : '';
    badge.previousElementSibling.textContent = badge.previousElementSibling.textContent.replace(/[0-9]+/, count);
  }
}

function start(root) {
  root.querySelectorAll('.wiki-editor').forEach(enhance);
  root.querySelectorAll('.wiki-insert[hidden]').forEach(button => {
    if (!button.closest('.cop-text')) {
      button.hidden = false;
      button.addEventListener('click', () => insert(button));
    }
  });
}

start(document);
new MutationObserver(changes => {
  for (const change of changes) {
    for (const node of change.addedNodes) {
      if (node instanceof Element) {
        if (node.matches('.wiki-editor')) {
          enhance(node);
        }
        if (node.matches('.cop-notices')) {
          ring(node);
        }
        start(node);
      }
    }
  }
}).observe(document.body, { childList: true, subtree: true });

document.addEventListener('click', event => {
  for (const open of document.querySelectorAll('details.wiki-more[open]')) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});
document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('details.wiki-more[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});
