/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Tells our REST resources from all else that a wiki serves. An address alone does not: a page, and the files that its
 * members attach to it, may lie at one that looks like ours.
 */

/** Whether an address looks like that of one of our resources on this host. */
export function isOurAddress(address) {
  try {
    const url = new URL(address, document.baseURI);
    return url.origin === location.origin && /\/rest\/wikis\/[^/]+\/cop\//.test(url.pathname);
  } catch {
    // It is no address at all.
    return false;
  }
}

/** Whether one of our resources answered: they say so in a header, which nobody can give to a file or a page. */
export function isOurAnswer(response) {
  return response.headers.has('Cop-Answer');
}

/** Whether the wiki could not answer now and asks to try again: too slow, too much at once, overloaded. */
export function isBusy(response) {
  return [408, 429, 503].includes(response.status);
}

/** What a translated sentence says about a value. */
export function say(sentence, value) {
  return sentence.split('{0}').join(value);
}

/** The sentences of a problem by the names of their fields; anything else that stands there is left out. */
export function fieldErrors(problem) {
  return typeof problem?.fields === 'object' ? Object.entries(problem.fields ?? {}).filter(([, message]) =>
    typeof message === 'string') : [];
}

/** The sentence, as plain text, that says why an answer is not the one that was asked for. */
export function explain(response, problem, texts) {
  // What answers well and is not us stands in front of the wiki, as a page to sign in again.
  if (response.status === 401 || response.ok) {
    return texts.session;
  }
  const reason = typeof problem?.detail === 'string' ? problem.detail : texts.failed;
  // A date is a form of the header that we never send.
  const seconds = /^[1-9][0-9]{0,4}$/.exec(response.headers.get('Retry-After') ?? '');
  return isBusy(response) && seconds ? `${reason} ${say(texts.again, seconds[0])}` : reason;
}
