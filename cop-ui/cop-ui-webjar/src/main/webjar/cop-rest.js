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
