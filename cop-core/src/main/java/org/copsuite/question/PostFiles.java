/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Files and pictures in questions, answers and comments. Who may edit a post, as its author may, adds files to it; the
 * author often may not edit pages, and so could attach nothing with the wiki's own means. What the wiki's own upload adds
 * to a post goes by the same rules.
 */
@Role
public interface PostFiles
{
    /** The largest file in bytes; a wiki may take less. */
    int MAXIMUM = 10 * 1024 * 1024;

    /** How many files one person can add to one post. */
    int FILES = 20;

    /** How many files a post can have, whoever added them. */
    int ALL_FILES = 100;

    /**
     * Adds a file to a post, or to a draft of one. A file of a draft is kept for that person until the post is written
     * with that id, at most for a day.
     *
     * @param actor who takes part where the post is; for a draft, who has signed in
     * @param post the id of a question or an answer that stands, or the id that a form carries
     * @param name the file's name, as it was called where it came from
     * @param content its bytes, which are streamed to where they are kept
     * @return what it is called now, different from all others
     * @throws CopException field {@code file}: the name, the size, the kind of file, too many of them; FORBIDDEN
     */
    Added add(UserId actor, UUID post, String name, FileContent content) throws CopException;

    /**
     * @param actor who asks
     * @param post a question or an answer
     * @return whether the person may add files to it: who may edit it; no for a post that is not there or may not be viewed
     */
    boolean mayAdd(UserId actor, UUID post);

    /**
     * Checks a file that the wiki's own upload is about to add to a page, by the rules for posts. Rights are the caller's.
     *
     * @param actor who adds it
     * @param page where; it carries a post, or is any other page, where only the kind and {@link #ALL_FILES} count
     * @param name what it is called there; a file of that name is replaced
     * @param start its first bytes, at least 16 of them where it has so many
     * @throws CopException field {@code file}: the kind of file, too many of them
     */
    void check(UserId actor, Page page, String name, byte[] start) throws CopException;

    /**
     * A file that was added.
     *
     * @param name what it is called now
     * @param type its media type, by its content
     * @param size in bytes
     * @param image whether it can be shown as a picture
     */
    record Added(String name, String type, long size, boolean image)
    {
        /** @return what shows it in a text, xwiki/2.1 */
        public String markup()
        {
            return this.image ? "[[image:" + this.name + "]]" : "[[attach:" + this.name + "]]";
        }
    }
}
