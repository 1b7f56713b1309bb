/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The attachments of pages. Moving, copying or deleting a page moves, copies or deletes its attachments. */
@Role
public interface Attachments
{
    /** The maximum size of an attachment in bytes, if {@link Settings#ATTACHMENT_SIZE} is not set. */
    int DEFAULT_SIZE = 10 * 1024 * 1024;

    /** The upper bound of {@link Settings#ATTACHMENT_SIZE} in bytes: the limit of the column. */
    int LARGEST = 64 * 1024 * 1024;

    /** @return the maximum size of an attachment, in bytes */
    long maximum();

    /**
     * Adds an attachment, or replaces the one with the same name.
     *
     * @param page an existing page
     * @param name the file name, without slashes and control characters, 1 to 200 characters
     * @param content the content, which is streamed to the database
     * @param actor the author of the attachment
     * @return the attachment as stored; the content type is derived from the name
     * @throws RefusedException {@code embedded.attachment.large} (with the maximum in MiB),
     *            {@code embedded.attachment.name}, {@code embedded.attachment.page} if the page does not exist
     */
    Attachment add(PageId page, String name, FileContent content, UserId actor) throws RefusedException;

    /**
     * @param page a page
     * @return the attachments of the page, ordered by name
     */
    List<Attachment> list(PageId page);

    /**
     * @param page a page
     * @param name the file name
     * @return the attachment with that name
     */
    Optional<Attachment> find(PageId page, String name);

    /**
     * @param page a page
     * @param name the file name
     * @return the content of the attachment; the stream reads it from the database piece by piece
     */
    Optional<FileContent> content(PageId page, String name);

    /**
     * Deletes an attachment; does nothing if it does not exist.
     *
     * @param page the page
     * @param name the file name
     * @param actor the user who deletes it
     */
    void delete(PageId page, String name, UserId actor);

    /**
     * An attachment of a page.
     *
     * @param name the file name
     * @param contentType for example {@code image/png}; {@code application/octet-stream} if unknown. It is derived from
     *            the name and proves nothing: only images may be shown inline
     * @param size in bytes
     * @param author the user who added it
     * @param at when it was added
     */
    record Attachment(String name, String contentType, long size, UserId author, Instant at)
    {
    }
}
