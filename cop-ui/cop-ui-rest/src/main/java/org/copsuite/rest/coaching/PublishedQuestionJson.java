/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import java.util.UUID;

import org.copsuite.wiki.PageId;

/** A question that was held back and is published. */
record PublishedQuestionJson(UUID question, PageId url)
{
}
