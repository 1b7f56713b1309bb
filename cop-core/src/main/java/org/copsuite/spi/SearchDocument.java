/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;

/**
 * What the index holds of a thing. All languages are analysed alike.
 *
 * @param id the thing
 * @param page its page, whose rights decide who finds it
 * @param community its community, {@code null} for none
 * @param title plain text
 * @param body xwiki/2.1
 * @param tags its tags
 * @param parts texts below it, such as answers, whose words find it too
 * @param deletedParts ids of parts that the index forgets
 */
public record SearchDocument(UUID id, PageId page, CommunityId community, String title, String body, List<String> tags,
    List<Part> parts, List<UUID> deletedParts)
{
    /** Copies the lists. */
    public SearchDocument
    {
        tags = List.copyOf(tags);
        parts = List.copyOf(parts);
        deletedParts = List.copyOf(deletedParts);
    }

    /**
     * Creates a document without parts.
     *
     * @param id the thing
     * @param page its page
     * @param community its community, {@code null} for none
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags its tags
     */
    public SearchDocument(UUID id, PageId page, CommunityId community, String title, String body, List<String> tags)
    {
        this(id, page, community, title, body, tags, List.of(), List.of());
    }

    /**
     * A text below a thing. It is also a document of its own, evidence of what its author knows. Its words find the
     * thing only if whoever may view the thing may view the part.
     *
     * @param id its id
     * @param page its page
     * @param author its author
     * @param created when it was written
     * @param accepted whether it was accepted as the solution
     * @param body xwiki/2.1
     */
    public record Part(UUID id, PageId page, UserId author, Instant created, boolean accepted, String body)
    {
    }
}
