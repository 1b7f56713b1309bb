/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Files and pictures in questions, answers and comments. Whoever may edit a post, its author included, may add files to
 * it. Authors often lack the right to edit pages, so they cannot attach files by the wiki's own means. Files that the
 * wiki's own upload adds to a post follow the same rules.
 */
@Role
public interface PostFiles
{
    /** The largest file in bytes; a wiki may set a lower limit. */
    int MAXIMUM = FormCheck.FILE_MAXIMUM;

    /** The number of files that one person can add to one post. */
    int FILES = 20;

    /** The number of files that a post can have, from all people together. */
    int ALL_FILES = 100;

    /**
     * Adds a file to a post or to a draft of one. A file of a draft belongs to that person and is deleted after a day
     * unless the person saves the post under that id before.
     *
     * @param actor the person who adds the file; must be allowed to edit the post, or be signed in for a draft
     * @param post the id of an existing question or answer, or the id that the form of a new one carries
     * @param name the original name of the file
     * @param content the bytes of the file, streamed to their storage
     * @param anonymous whether the draft is of an anonymous question: then nothing says who added the file, and whoever
     *            saves the post under that id gets it
     * @return the stored file with its new, unique name
     * @throws CopException INVALID with field {@code file} for a missing or oversized file, a wrong file type or too
     *            many files; SIGN_IN for a guest; FORBIDDEN
     */
    Added add(UserId actor, UUID post, String name, FileContent content, boolean anonymous) throws CopException;

    /**
     * Adds a file as {@link #add(UserId, UUID, String, FileContent, boolean)} does, under the name of the actor.
     *
     * @param actor the person who adds the file
     * @param post the id of a post or of a draft
     * @param name the original name of the file
     * @param content the bytes of the file
     * @return the stored file
     * @throws CopException as above
     */
    default Added add(UserId actor, UUID post, String name, FileContent content) throws CopException
    {
        return add(actor, post, name, content, false);
    }

    /**
     * @param actor the person
     * @param post the id of a question or an answer
     * @return whether the person may edit the post and hence add files to it; {@code false} where the post does not
     *         exist or the person may not view it
     */
    boolean mayAdd(UserId actor, UUID post);

    /**
     * Keeps the files that a person added to a draft until it is saved or discarded, for a day and longer.
     *
     * @param tx a transaction
     * @param wiki the wiki
     * @param actor the person
     * @param post the id that the draft has
     */
    void keep(Ledger.Transaction tx, WikiId wiki, UserId actor, UUID post);

    /**
     * Deletes the files that a person added to a draft.
     *
     * @param tx a transaction
     * @param wiki the wiki
     * @param actor the person
     * @param post the id that the draft has
     */
    void discard(Ledger.Transaction tx, WikiId wiki, UserId actor, UUID post);

    /**
     * Checks a file that the wiki's own upload is about to add to a page against the rules for posts. Does not check
     * permissions; that is up to the caller.
     *
     * @param actor the person who adds the file
     * @param page the page; on a page without a post only the file type and {@link #ALL_FILES} count
     * @param name the name of the file on the page; it replaces a file of that name
     * @param start the first bytes of the file, at least 16 unless the file is shorter
     * @throws CopException INVALID with field {@code file} for a wrong file type or for too many files
     */
    void check(UserId actor, Page page, String name, byte[] start) throws CopException;

    /**
     * A file that was added.
     *
     * @param name the name under which it is stored
     * @param type the media type, detected from the content
     * @param size the size in bytes
     * @param image whether a page can show it as a picture
     */
    record Added(String name, String type, long size, boolean image)
    {
        /** @return the xwiki/2.1 markup that shows or links the file */
        public String markup()
        {
            return this.image ? "[[image:" + this.name + "]]" : "[[attach:" + this.name + "]]";
        }
    }
}
