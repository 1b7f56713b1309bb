/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Coached first questions: where a community wants it, the first question of a newcomer is seen by its author and the
 * coaches of the community only, until its author publishes it. What is held back is no page and in no projection, list or
 * index: it is a row of a table that only this package reads. Publishing is asking, so a published question is as any other.
 */
package org.copsuite.coaching;
