/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADDRESS, REST, form, open, root } from './support/page.mjs';

const FIELDS = `<div class="form-group"><input type="text" name="title" id="title" aria-describedby="help"></div>
  <textarea name="body" id="body"></textarea>`;
const QUESTION = form(FIELDS);
const PROBLEM = { 'Content-Type': 'application/problem+json' };

test('a form is sent as JSON with its token in a header', async t => {
  const page = await open(t, root(QUESTION));
  await page.type('#title', 'How?');

  await page.click('#send');

  const request = await page.request();
  assert.equal(request.method, 'POST');
  assert.equal(request.address, `https://wiki.example${REST}/questions`);
  assert.equal(request.headers['Content-Type'], 'application/json');
  assert.equal(request.headers['Cop-Form-Token'], 'old-token');
  assert.deepEqual(request.fields, { form_token: ['old-token'], title: ['How?'], body: [''] });
});

test('the pressed button is sent with the form, and several values of one field too', async t => {
  const page = await open(t, root(form(`<input type="checkbox" name="kind" value="a" checked>
    <input type="checkbox" name="kind" value="b" checked>
    <button type="submit" name="vote" value="up" id="up">Up</button>`)));

  await page.click('#up');

  const { fields } = await page.request();
  assert.deepEqual(fields.kind, ['a', 'b']);
  assert.deepEqual(fields.vote, ['up']);
});

test('a form that deletes is sent without a body', async t => {
  const page = await open(t, root(form('', 'data-cop-method="DELETE"')));

  await page.click('#send');

  const request = await page.request();
  assert.equal(request.method, 'DELETE');
  assert.equal(request.body, undefined);
  assert.equal(request.headers['Cop-Form-Token'], 'old-token');
});

for (const [where, html] of Object.entries({
  'outside of our root': QUESTION,
  'in a text by a member': root(`<div class="cop-text">${QUESTION}</div>`),
  'in the visual editor of the wiki': root(`<div contenteditable="true">${QUESTION}</div>`),
  'of another class in our root': root(QUESTION.replace('cop-form', 'other'))
})) {
  test(`a form ${where} is left to the browser`, async t => {
    const page = await open(t, html);

    const event = await page.fire(page.get('form'), 'submit');

    assert.equal(event.defaultPrevented, false);
    assert.equal(page.requests.length, 0);
  });
}

for (const address of ['https://evil.example/rest/wikis/main/cop/questions', '/bin/download/Page/rest', '//evil.example/x',
  'javascript:alert(1)', `/bin/view/x?${REST}/questions`]) {
  test(`a form of ours whose address is ${address} is not sent`, async t => {
    const page = await open(t, root(QUESTION.replace(`${REST}/questions`, address)));

    await page.click('#send');

    assert.equal(page.requests.length, 0);
  });
}

test('an old token is renewed in all forms of ours, and the form is sent once more', async t => {
  const imitation = '<div class="cop-text"><input name="form_token" id="theirs" value="theirs"></div>';
  const page = await open(t, root(`${QUESTION}<form>
    <input name="form_token" id="other" value="old-token"></form>${imitation}`));
  await page.click('#send');

  await page.answer({ status: 403, problem: { detail: 'Old.', token: 'fresh' } });

  const again = await page.request();
  assert.equal(again.headers['Cop-Form-Token'], 'fresh');
  assert.deepEqual(again.fields.form_token, ['fresh']);
  assert.equal(page.get('#form [name=form_token]').value, 'fresh');
  assert.equal(page.get('#other').value, 'fresh');
  assert.equal(page.get('#theirs').value, 'theirs');
  await page.answer({ html: '' });
  assert.equal(page.get('.cop-form-error'), null);
  assert.equal(page.requests.length, 2);
});

test('a form whose fresh token is refused too is not sent a third time', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');
  await page.answer({ status: 403, problem: { detail: 'Old.', token: 'fresh' } });

  await page.answer({ status: 403, problem: { detail: 'Old again.', token: 'fresher' } });

  assert.equal(page.requests.length, 2);
  assert.equal(page.text('.cop-form-error'), 'Old again.');
});

test('a refusal without a fresh token is not sent again', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ status: 403, problem: { detail: 'You may not.' } });

  assert.equal(page.requests.length, 1);
  assert.equal(page.text('.cop-form-error'), 'You may not.');
});

for (const [what, answer, sentence] of [
  ['an error of the wiki', { status: 500, problem: { detail: 'Failed with id 7.' } }, 'Failed with id 7.'],
  ['an error without a sentence', { status: 502, html: '<h1>Bad gateway</h1>', headers: {} }, 'Failed.'],
  ['an ended session', { status: 401, problem: { detail: 'Unauthorized' } }, 'Signed out. Sign in'],
  ['a page to sign in', { status: 200, html: '<form>Login</form>', headers: {} }, 'Signed out. Sign in'],
  ['a problem that is broken', { status: 500, body: '{', headers: PROBLEM }, 'Failed.'],
  ['a problem that is null', { status: 500, body: 'null', headers: PROBLEM }, 'Failed.'],
  ['a problem whose sentence is none', { status: 400, problem: { detail: { a: 1 }, fields: 'title' } }, 'Failed.']
]) {
  test(`after ${what} the text stays, is stored as a draft, and the form says so`, async t => {
    const page = await open(t, root(form(FIELDS, 'data-cop-draft="ask"')));
    await page.type('#body', 'A long text');
    page.window.sessionStorage.clear();
    await page.click('#send');

    await page.answer(answer);

    assert.equal(page.get('#body').value, 'A long text');
    assert.equal(page.text('.cop-form-error'), sentence);
    assert.equal(page.get('.cop-form-error').getAttribute('role'), 'alert');
    assert.match(page.window.sessionStorage.getItem('cop-draft:ann:ask'), /A long text/);
    assert.equal(page.all('.cop-form-error').length, 1);
  });
}

test('without a connection the text stays, and can be sent again', async t => {
  const page = await open(t, root(form(FIELDS, 'data-cop-draft="ask"')));
  await page.type('#body', 'A long text');
  page.window.sessionStorage.clear();
  await page.click('#send');

  await page.disconnect();

  assert.equal(page.get('#body').value, 'A long text');
  assert.equal(page.text('.cop-form-error'), 'No network.');
  assert.match(page.window.sessionStorage.getItem('cop-draft:ann:ask'), /A long text/);
  await page.click('#send');
  assert.equal(page.get('.cop-form-error'), null, 'the old sentence goes');
  assert.deepEqual((await page.request()).fields.body, ['A long text']);
});

test('an ended session shows a link to sign in', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ status: 401 });

  assert.equal(page.get('.cop-form-error a').getAttribute('href'), '/bin/login');
});

test('a double click sends once', async t => {
  const page = await open(t, root(QUESTION));

  page.get('#send').click();
  page.get('#send').click();
  await page.idle();
  await page.click('#send');

  assert.equal(page.requests.length, 1);
  await page.answer({ status: 500 });
  await page.click('#send');
  assert.equal(page.requests.length, 2, 'after the answer it can be sent again');
});

test('nothing can be typed into a form from sending until the answer, which would replace it', async t => {
  const page = await open(t, root(form(`${FIELDS}<textarea id="theirs" readonly></textarea>`)));
  await page.click('#send');

  assert.equal(page.get('#title').readOnly, true);
  assert.equal(page.get('#body').readOnly, true);

  await page.answer({ status: 500 });
  assert.equal(page.get('#title').readOnly, false);
  assert.equal(page.get('#body').readOnly, false);
  assert.equal(page.get('#theirs').readOnly, true, 'it was before');
});

test('a form can be edited again when the connection is lost', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.disconnect();

  assert.equal(page.get('#body').readOnly, false);
});

test('a form is busy from sending until the answer', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');
  assert.equal(page.get('#form').getAttribute('aria-busy'), 'true');

  await page.answer({ status: 500 });

  assert.equal(page.get('#form').hasAttribute('aria-busy'), false);
});

for (const [status, seconds, sentence] of [
  [429, '5', 'Too many. Try again in 5 seconds.'], [408, '5', 'Too many. Try again in 5 seconds.'],
  [503, '5', 'Too many. Try again in 5 seconds.'], [429, undefined, 'Too many.'], [429, '<b>', 'Too many.'],
  [429, '-1', 'Too many.'], [429, 'Wed, 21 Oct 2015 07:28:00 GMT', 'Too many.'], [400, '5', 'Too many.']
]) {
  test(`the answer ${status} with Retry-After ${seconds} keeps the text and says "${sentence}"`, async t => {
    const page = await open(t, root(QUESTION));
    await page.type('#body', 'A long text');
    await page.click('#send');

    await page.answer({ status, problem: { detail: 'Too many.' },
      headers: { 'Cop-Answer': 'true', ...seconds === undefined ? {} : { 'Retry-After': seconds } } });

    assert.equal(page.text('.cop-form-error'), sentence);
    assert.equal(page.get('#body').value, 'A long text');
    assert.equal(page.requests.length, 1, 'nothing is sent by itself');
  });
}

test('errors of fields stand with their fields, and the first field has the focus', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ status: 400, problem: { detail: 'Look.', fields: { title: 'Too short.', unknown: 'Of no field.' } } });

  const title = page.get('#title');
  assert.equal(page.document.activeElement, title);
  assert.equal(title.getAttribute('aria-invalid'), 'true');
  assert.equal(title.getAttribute('aria-describedby'), 'help title-error');
  assert.equal(page.text('#title-error'), 'Too short.');
  assert.deepEqual(page.all('.cop-form-error').map(error => error.textContent), ['Look.', 'Of no field.']);
});

test('errors of fields go when the form is sent again', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');
  await page.answer({ status: 400, problem: { fields: { title: 'Too short.', body: 'Too short too.' } } });

  await page.click('#send');

  assert.equal(page.all('.cop-field-error, .cop-form-error, [aria-invalid], .has-error').length, 0);
  assert.equal(page.get('#title').getAttribute('aria-describedby'), 'help');
  assert.equal(page.get('#body').hasAttribute('aria-describedby'), false);
});

test('the answer replaces the target, has the focus, and is announced', async t => {
  const thread = form(FIELDS, 'data-cop-target="thread" data-cop-done="Sent."');
  const page = await open(t, root(`<div id="thread">${thread}</div>`));
  await page.click('#send');

  await page.answer({ html: '<div id="thread"><p>An answer</p></div>' });
  await page.pass(50);

  assert.equal(page.text('#thread'), 'An answer');
  assert.equal(page.document.activeElement.id, 'thread');
  assert.equal(page.text('[role=status]'), 'Sent.');
  await page.pass(6000);
  assert.equal(page.text('[role=status]'), '');
});

test('what was created has the focus and is scrolled to', async t => {
  const thread = form('', 'data-cop-target="thread" data-cop-created="cop-post-"');
  const page = await open(t, root(`<div id="thread">${thread}</div>`));
  await page.click('#send');

  await page.answer({ html: '<div id="thread"><article id="cop-post-7">New</article></div>',
    headers: { 'Cop-Answer': 'true', 'Cop-Created': '7' } });

  assert.equal(page.document.activeElement.id, 'cop-post-7');
  assert.deepEqual(page.scrolled.map(element => element.id), ['cop-post-7']);
});

test('the button that had the focus has it again in the fragment that replaces it', async t => {
  const vote = `<form class="cop-form" action="${REST}/votes" data-cop-target="box"><button id="vote">1</button></form>`;
  const page = await open(t, root(`<div id="box">${vote}</div>`));
  page.get('#vote').focus();
  await page.click('#vote');

  await page.answer({ html: `<div id="box">${vote.replace('>1<', '>2<')}</div>` });

  assert.equal(page.text('#vote'), '2');
  assert.equal(page.document.activeElement, page.get('#vote'));
});

test('a target with the same id in a text by a member is not replaced', async t => {
  const page = await open(t, root(`<div class="cop-text"><p id="thread">Theirs</p></div>
    <div id="thread">${form('', 'data-cop-target="thread"')}</div>`));
  await page.click('#send');

  await page.answer({ html: '<div id="thread">Ours</div>' });

  assert.deepEqual(page.all('[id=thread]').map(each => each.textContent), ['Theirs', 'Ours']);
});

test('a form without a target is emptied, gets a fresh id, and its details close', async t => {
  const page = await open(t, root(`<details open><summary id="summary">Thank</summary>
    ${form(`<input type="hidden" name="id" value="1">${FIELDS}`)}</details>`));
  await page.type('#body', 'Thanks');
  await page.click('#send');

  await page.answer({ status: 204 });

  assert.equal(page.get('#body').value, '');
  assert.match(page.get('[name=id]').value, /^[0-9a-f-]{36}$/);
  assert.equal(page.get('details').open, false);
  assert.equal(page.document.activeElement.id, 'summary');
});

test('the answer leads to a page of this wiki, and nothing is sent while the page goes', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ headers: { 'Cop-Answer': 'true', 'Cop-Go': '/bin/view/Question' } });
  await page.click('#send');

  assert.deepEqual(page.visited, ['https://wiki.example/bin/view/Question']);
  assert.equal(page.requests.length, 1);
});

test('the answer that leads to the same page loads it again', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ headers: { 'Cop-Answer': 'true', 'Cop-Go': ADDRESS } });

  assert.deepEqual(page.visited, ['reload']);
});

test('the answer that leads to another anchor of the same page loads it again', async t => {
  const page = await open(t, root(QUESTION));
  await page.click('#send');

  await page.answer({ headers: { 'Cop-Answer': 'true', 'Cop-Go': `${ADDRESS}#cop-post-7` } });

  assert.deepEqual(page.visited, ['reload']);
  assert.equal(page.window.location.href, `${ADDRESS}#cop-post-7`);
});

for (const address of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)', 'http://']) {
  test(`an answer that leads to ${address} leads nowhere, and counts as done`, async t => {
    const page = await open(t, root(form(FIELDS, 'data-cop-done="Sent."')));
    await page.type('#body', 'Text');
    await page.click('#send');

    await page.answer({ headers: { 'Cop-Answer': 'true', 'Cop-Go': address } });
    await page.pass(50);

    assert.deepEqual(page.visited, []);
    assert.equal(page.get('.cop-form-error'), null);
    assert.equal(page.text('[role=status]'), 'Sent.');
    assert.equal(page.get('#body').value, '');
  });
}

test('a page that the browser shows again after its form was sent is loaded again', async t => {
  const page = await open(t, root(QUESTION));
  await page.fire(page.window, 'pageshow', { persisted: true });
  assert.deepEqual(page.visited, [], 'nothing was sent from it');
  await page.click('#send');
  await page.answer({ headers: { 'Cop-Answer': 'true', 'Cop-Go': '/bin/view/Question' } });
  await page.fire(page.window, 'pageshow', { persisted: false });
  assert.equal(page.visited.length, 1);

  await page.fire(page.window, 'pageshow', { persisted: true });

  assert.deepEqual(page.visited, ['https://wiki.example/bin/view/Question', 'reload']);
});

test('the mark of editing goes from the address after saving', async t => {
  const page = await open(t, root(form(FIELDS, 'data-cop-plain="true"')), { url: `${ADDRESS}?cop-edit=7&x=1` });
  await page.click('#send');

  await page.answer({ status: 204 });

  assert.equal(page.window.location.href, `${ADDRESS}?x=1`);
});

test('posts are marked as read once the page is seen', async t => {
  const seen = `<form class="cop-form cop-seen" hidden action="${REST}/notices/seen"><input name="form_token" value="old">
    <input name="posts" value="7"></form>`;
  let visible = 'hidden';
  const page = await open(t, root(seen), { before: ({ document }) => Object.defineProperty(document, 'visibilityState',
    { get: () => visible }) });
  assert.equal(page.requests.length, 0);

  visible = 'visible';
  await page.fire(page.document, 'visibilitychange');

  assert.deepEqual((await page.request()).fields.posts, ['7']);
  await page.answer({ status: 403, problem: { token: 'fresh' } });
  assert.equal((await page.request()).headers['Cop-Form-Token'], 'fresh');
});
