/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * A question or an answer of the samples that was written.
 *
 * @param id its id
 * @param question its question's id; its own for a question
 * @param community its community
 * @param page where it stands
 * @param author who wrote it
 * @param asker who asked its question
 * @param at when it was written
 */
record SamplePost(UUID id, UUID question, UUID community, PageId page, UserId author, UserId asker, Instant at)
{
}
