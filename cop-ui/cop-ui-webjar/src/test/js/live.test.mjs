/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADDRESS, REST, form, open, root } from './support/page.mjs';

const ASK = root(`${form(`<input name="title" id="title"><textarea name="body" id="body"></textarea><input name="tags">
  <input name="community" value="c">`, 'data-cop-beside="beside"')}
  <aside id="beside"><section data-cop-live="${REST}/related" id="related"><p>Type a title.</p></section></aside>`);
const COMMENTS = root(`<div class="cop-comments"><ul class="cop-comment-list"><li class="cop-comment" id="c1">One</li></ul>
  <p class="cop-more-comments"><a id="more" href="/bin/view/Page?all"
  data-cop-more="${REST}/questions/1/comments?after=1">More</a></p></div>`);

const FILTER = root(`<form id="filter" method="get" data-cop-filter="${REST}/communities" data-cop-results="list">
  <input name="cop-q" id="q"><select name="cop-joining" id="joining"><option value="">All</option>
  <option value="request">On request</option></select></form><div id="list"><p>All of them</p></div>`);
const FOUND = '<section><form id="filter"></form><div id="list"><p>One of them</p></div></section>';

test('a filter replaces the list, and the address follows', async t => {
  const page = await open(t, FILTER);
  await page.type('#q', 'data & more');
  await page.pass(350);

  const request = await page.answer({ html: FOUND });

  assert.equal(new URL(request.address).searchParams.get('q'), 'data & more');
  assert.equal(new URL(request.address).searchParams.has('joining'), false);
  assert.equal(page.text('#list'), 'One of them');
  assert.equal(page.window.location.search, '?cop-q=data+%26+more');
  assert.equal(page.get('#q').value, 'data & more');
});

test('a refused filter leaves the list to the page', async t => {
  const page = await open(t, FILTER);
  await page.type('#q', 'data');
  await page.pass(350);
  await page.answer({ status: 503, html: '' });

  assert.equal(page.text('#list'), 'All of them');
});

test('what fits to a title is shown after a pause, for the latest text only', async t => {
  const page = await open(t, ASK);
  await page.type('#title', 'How to t');
  await page.pass(349);
  await page.type('#title', 'How to tune');
  await page.pass(349);
  assert.equal(page.requests.length, 0);

  await page.pass(1);

  const request = await page.answer({ html: '<p>Similar</p>' });
  const query = new URL(request.address).searchParams;
  assert.deepEqual([query.get('title'), query.get('body'), query.get('community')], ['How to tune', '', 'c']);
  assert.equal(page.text('#related'), 'Similar');
});

test('an older answer never replaces a newer one', async t => {
  const page = await open(t, ASK);
  await page.type('#title', 'How to tune');
  await page.pass(350);
  const [older] = page.requests;
  await page.type('#title', 'How to tune a query');
  await page.pass(350);
  assert.equal(older.aborted, true);

  page.requests[1].answer({ html: '<p>Newer</p>' });
  await page.idle();
  older.answer({ html: '<p>Older</p>' });
  await page.idle();

  assert.equal(page.text('#related'), 'Newer');
});

test('a short title shows the hint again, and asks for nothing', async t => {
  const page = await open(t, ASK);
  await page.type('#title', 'How to tune');
  await page.pass(350);
  await page.answer({ html: '<p>Similar</p>' });

  await page.type('#title', 'How');
  await page.pass(350);

  assert.equal(page.text('#related'), 'Type a title.');
  assert.equal(page.requests.length, 1);
});

test('at most 1,500 characters of the text are sent to find what fits', async t => {
  const page = await open(t, ASK);
  await page.type('#title', 'How to tune');
  await page.type('#body', 'x'.repeat(5000));

  await page.pass(350);

  assert.equal(new URL((await page.request()).address).searchParams.get('body').length, 1500);
});

for (const [what, answer] of Object.entries({
  'that is not ours': { html: '<p>Theirs</p>', headers: {} }, 'that failed': { status: 503, html: '<p>Busy</p>' }
})) {
  test(`an answer ${what} leaves what stands beside the form`, async t => {
    const page = await open(t, ASK);
    await page.type('#title', 'How to tune');
    await page.pass(350);

    await page.answer(answer);

    assert.equal(page.text('#related'), 'Type a title.');
  });
}

test('a part of the page is loaded when it comes near, once', async t => {
  const page = await open(t, root(`<section data-cop-load="${REST}/related?question=1" id="part"><a href="x">Search</a>
    </section>`));
  assert.equal(page.requests.length, 0);
  const [observer] = page.observers;

  observer.show();
  await page.answer({ html: '<p>Similar</p>' });

  assert.equal(page.text('#part'), 'Similar');
  assert.equal(page.get('#part').dataset.copLoad, undefined);
  assert.equal(observer.element, null);
});

for (const [what, answer] of Object.entries({
  'is not ours': { html: '<p>Theirs</p>', headers: {} }, 'is an error': { status: 500, html: '<p>Error</p>' }
})) {
  test(`a part whose answer ${what} keeps its link`, async t => {
    const page = await open(t, root(`<section data-cop-load="${REST}/related" id="part"><a href="x">Search</a></section>`));
    page.observers[0].show();

    await page.answer(answer);

    assert.equal(page.text('#part'), 'Search');
  });
}

test('parts with a foreign address, or in a text by a member, are never loaded', async t => {
  const page = await open(t, root(`<p data-cop-load="https://evil.example/rest/wikis/x/cop/a"></p>
    <p data-cop-load="/bin/download/Page/file.html"></p>
    <div class="cop-text"><p data-cop-load="${REST}/related"></p></div>`));

  assert.equal(page.observers.length, 0);
});

test('more comments stand below the others with the focus, and the link makes room for the next one', async t => {
  const page = await open(t, COMMENTS);
  await page.click('#more');

  await page.answer({ html: `<ul><li class="cop-comment" id="c1">One, again</li><li class="cop-comment" id="c2">Two</li></ul>
    <p class="cop-more-comments"><a data-cop-more="${REST}/questions/1/comments?after=2">Still more</a></p>` });

  assert.deepEqual(page.all('.cop-comment-list > li').map(each => each.textContent), ['One, again', 'Two']);
  assert.equal(page.document.activeElement.id, 'c1');
  assert.equal(page.text('.cop-more-comments'), 'Still more');
  assert.equal(page.visited.length, 0);
});

test('an imitation of a comment inside a member\'s text stays there', async t => {
  const page = await open(t, COMMENTS);
  await page.click('#more');

  await page.answer({ html: `<ul><li class="cop-comment" id="c2"><div class="cop-text"><div class="cop-comment" id="c1">
    <form class="cop-form" id="trap" action="${REST}/questions"></form></div>
    <p class="cop-more-comments" id="false">x</p></div></li></ul>` });

  assert.deepEqual(page.all('.cop-comment-list > *').map(each => each.id), ['c1', 'c2'], 'what it imitates is not removed');
  assert.notEqual(page.get('#trap').closest('.cop-text'), null);
  assert.notEqual(page.get('#false').closest('.cop-text'), null);
});

for (const [what, answer] of Object.entries({
  'is not ours': { html: '<li class="cop-comment">Theirs</li>', headers: {} }, 'is an error': { status: 500 }
})) {
  test(`where the answer with more comments ${what}, the link leads to them`, async t => {
    const page = await open(t, COMMENTS);
    await page.click('#more');

    await page.answer(answer);

    assert.deepEqual(page.visited, ['https://wiki.example/bin/view/Page?all']);
    assert.equal(page.all('.cop-comment').length, 1);
  });
}

test('where more comments cannot be reached, the link leads to them', async t => {
  const page = await open(t, COMMENTS);
  await page.click('#more');

  await page.disconnect();

  assert.deepEqual(page.visited, ['https://wiki.example/bin/view/Page?all']);
});

test('a link that is opened in another tab is left to the browser', async t => {
  const page = await open(t, COMMENTS);
  page.get('#more').removeAttribute('href');

  page.get('#more').dispatchEvent(new page.window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
  await page.idle();

  assert.equal(page.requests.length, 0);
});

test('a question is loaded again with the post that the address names, unless it is shown', async t => {
  const id = '0123456789abcdef0123456789abcdef0123';
  const url = `${ADDRESS}#cop-post-${id}`;
  const away = await open(t, '<article class="cop-question"></article>', { url });
  assert.deepEqual(away.visited, [`replace ${ADDRESS}?cop-show=${id}#cop-post-${id}`]);

  const here = await open(t, `<article class="cop-question"><p id="cop-post-${id}"></p></article>`, { url });
  assert.deepEqual(here.visited, []);

  const asked = await open(t, '<article class="cop-question"></article>', { url: url.replace('#', '?cop-show=x#') });
  assert.deepEqual(asked.visited, [], 'never twice');

  const other = await open(t, '<p></p>', { url });
  assert.deepEqual(other.visited, [], 'another page');
});

const PEOPLE = root(`<form><input id="who" list="names" data-cop-people="${REST}/people">
  <datalist id="names"></datalist></form>`);

test('names are offered as text while one types who is meant, with ids where two have the same', async t => {
  const page = await open(t, PEOPLE);
  await page.type('#who', 'An');
  await page.pass(350);

  const request = await page.answer({ json: { items: [{ id: 'u1', name: '<b>Ann</b>' }, { id: 'u2', name: 'Ann' },
    { id: 'u3', name: 'Ann' }] } });

  assert.equal(request.address, `https://wiki.example${REST}/people?prefix=An`);
  assert.deepEqual(page.all('option').map(option => [option.value, option.textContent]),
    [['<b>Ann</b>', '<b>Ann</b>'], ['u2', 'Ann'], ['u3', 'Ann']]);
});

test('a name that was chosen asks for no names, nor does an answer that is broken break the field', async t => {
  const page = await open(t, PEOPLE);
  await page.type('#who', 'Ann', 'insertReplacementText');
  await page.pass(350);
  assert.equal(page.requests.length, 0);

  await page.type('#who', 'Ann');
  await page.pass(350);
  await page.answer({ json: { items: null } });

  assert.equal(page.get('#who').value, 'Ann');
  assert.equal(page.all('option').length, 0);
});

const POLL = `<section id="progress" data-cop-poll="${REST}/rebuild">1 of 3</section>`;

test('a part that goes on by itself is asked for until it is done', async t => {
  const page = await open(t, root(POLL));
  assert.equal(page.requests.length, 0);
  await page.pass(1500);
  await page.answer({ html: POLL.replace('1 of', '2 of') });
  assert.equal(page.text('#progress'), '2 of 3');
  await page.pass(1500);

  await page.answer({ html: '<section id="progress">Done</section>' });
  await page.pass(60000);

  assert.equal(page.text('#progress'), 'Done');
  assert.equal(page.requests.length, 2);
});

for (const [what, answer] of Object.entries({
  'a busy wiki': { status: 503, problem: {} }, 'too many requests': { status: 429, problem: {} }
})) {
  test(`a part that goes on by itself is asked for again after ${what}`, async t => {
    const page = await open(t, root(POLL));
    await page.pass(1500);
    await page.answer(answer);

    await page.pass(1500);

    assert.equal(page.requests.length, 2);
    assert.equal(page.text('#progress'), '1 of 3');
  });
}

test('a part that goes on by itself is asked for again without a connection, as long as it is shown', async t => {
  const page = await open(t, root(POLL));
  await page.pass(1500);
  await page.disconnect();
  await page.pass(1500);
  assert.equal(page.requests.length, 2);

  page.get('#progress').remove();
  await page.disconnect();
  await page.pass(1500);

  assert.equal(page.requests.length, 2);
});

for (const [what, answer] of Object.entries({
  'an answer that is not ours': { html: '<p>Theirs</p>', headers: {} }, 'an ended session': { status: 401, problem: {} }
})) {
  test(`a part that goes on by itself stays as it is after ${what}`, async t => {
    const page = await open(t, root(POLL));
    await page.pass(1500);
    await page.answer(answer);

    await page.pass(60000);

    assert.equal(page.requests.length, 1);
    assert.equal(page.text('#progress'), '1 of 3');
  });
}
