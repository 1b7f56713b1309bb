/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** The files on pages. They move, are copied and go with their page. */
@Role
public interface Attachments
{
    /** The largest attachment in bytes, unless {@link Settings#ATTACHMENT_SIZE} says otherwise. */
    int DEFAULT_SIZE = 10 * 1024 * 1024;

    /** The most bytes that {@link Settings#ATTACHMENT_SIZE} may say: the column takes no more. */
    int LARGEST = 64 * 1024 * 1024;

    /** @return the largest attachment in bytes */
    long maximum();

    /**
     * Adds a file, or replaces the one of that name.
     *
     * @param page an existing page
     * @param name the file's name, without slashes and control characters, 1 to 200 characters
     * @param content its bytes, streamed to the database
     * @param actor who
     * @return what was stored, its content type told by its name
     * @throws RefusedException {@code embedded.attachment.large} (with the maximum in MiB),
     *             {@code embedded.attachment.name}, {@code embedded.attachment.page} if the page is not there
     */
    Attachment add(PageId page, String name, FileContent content, UserId actor) throws RefusedException;

    /**
     * @param page which
     * @return its files, by name
     */
    List<Attachment> list(PageId page);

    /**
     * @param page which
     * @param name the file's name
     * @return the file
     */
    Optional<Attachment> find(PageId page, String name);

    /**
     * @param page which
     * @param name the file's name
     * @return the file's bytes, which are read from the database as the stream is read
     */
    Optional<FileContent> content(PageId page, String name);

    /**
     * Deletes a file; does nothing if there is none.
     *
     * @param page which
     * @param name the file's name
     * @param actor who
     */
    void delete(PageId page, String name, UserId actor);

    /**
     * A file on a page.
     *
     * @param name its name
     * @param contentType for example {@code image/png}; {@code application/octet-stream} if unknown. It is what the name
     *            says and proves nothing: only images may be shown inline
     * @param size in bytes
     * @param author who added it
     * @param at when
     */
    record Attachment(String name, String contentType, long size, UserId author, Instant at)
    {
    }
}
