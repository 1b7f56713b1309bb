/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Files and pictures in questions, answers and comments, for everybody who may take part: who may comment on a page may
 * mostly not change it, and so could attach nothing with the wiki's own means.
 */
@Role
public interface PostFiles
{
    /** The largest file in bytes; a wiki may take less. */
    int MAXIMUM = 10 * 1024 * 1024;

    /** How many files one person can add to one post. */
    int FILES = 20;

    /**
     * Adds a file to a post, or to a draft of one. A file of a draft is kept for that person until the post is written
     * with that id, at most for a day.
     *
     * @param actor who takes part where the post is; for a draft, who has signed in
     * @param post the id of a question or an answer that stands, or the id that a form carries
     * @param name the file's name, as it was called where it came from
     * @param content its bytes
     * @return what it is called now, different from all others
     * @throws CopException field {@code file}: the name, the size, the kind of file, too many of them; FORBIDDEN
     */
    Added add(UserId actor, UUID post, String name, byte[] content) throws CopException;

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
