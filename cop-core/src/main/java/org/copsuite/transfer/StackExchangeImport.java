/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Imports a data dump of a Stack Exchange site into a community. The folder contains Posts.xml and optionally
 * Users.xml, Votes.xml, Comments.xml, PostLinks.xml and PostHistory.xml.
 * <p>
 * Users become imported people, and posts become pages with their author and dates, in a community of the site. Votes
 * have no voter, so the import counts them by day; if Votes.xml gives another score than the post, the post is right.
 * All ids are derived from the site and the ids in the dump, so repeating an import, also after a crash, adds only
 * missing content. The import reports and skips rows that it cannot use. Memory use does not depend on the size of the
 * dump.
 */
@Role
public interface StackExchangeImport
{
    /**
     * Runs the import on the calling thread.
     *
     * @param order the order of the import
     * @param progress the listener for progress and skipped rows
     * @return the content of the dump that is in the wiki now
     * @throws IOException if the folder contains no dump or cannot be read
     * @throws CopException if the actor may not found the community; INVALID with a message if Posts.xml is not a
     *            complete file of a dump, in which case nothing was written, or if no row of it could be used
     */
    Result run(Order order, Progress progress) throws IOException, CopException;

    /**
     * @param folder the folder of a dump
     * @param number the number of a question or answer in the dump
     * @return the id that the import gives to that post, unless the order names another site
     */
    PostId post(Path folder, long number);

    /**
     * Order of an import.
     *
     * @param wiki the wiki
     * @param actor the person who founds the community if it does not exist
     * @param folder the folder of the dump
     * @param site the name of the site, part of all ids; {@code null} for the name of the folder without its date
     * @param community the name, the name of the space or the id of the community for the posts, which is founded if
     *            there is none of this name; {@code null} for a community of the site with the name of the site
     */
    record Order(WikiId wiki, UserId actor, Path folder, String site, String community)
    {
    }

    /** Listener for the progress of an import. */
    interface Progress
    {
        /**
         * @param step the name of the file being read
         * @param done the overall progress, 0 to 1
         */
        void at(String step, double done);

        /**
         * Reports a skipped row.
         *
         * @param file the name of the file
         * @param line the line in which the row starts, from 1
         * @param reason why the row cannot be used, the end of a sentence
         */
        void skipped(String file, long line, String reason);

        /**
         * Reports that the run waits, at most 35 seconds: an earlier command for the dump did not end, and it was either
         * killed or is still running. Called at most once.
         */
        default void waiting()
        {
            // A listener that shows only rows has nothing to show.
        }
    }

    /**
     * Content of the dump that is in the wiki after an import, whether this import or an earlier one wrote it.
     *
     * @param community the name of the community
     * @param questions the number of questions
     * @param answers the number of answers
     * @param accepted the number of accepted answers
     * @param users the number of imported people
     * @param votesUp the number of up votes
     * @param votesDown the number of down votes
     * @param comments the number of comments
     * @param links the number of links between questions
     * @param skipped the number of rows that were skipped because they cannot be used
     * @param added the number of questions, answers, comments and links that this import wrote
     * @param took the duration of the import
     */
    record Result(String community, long questions, long answers, long accepted, long users, long votesUp,
        long votesDown, long comments, long links, long skipped, long added, Duration took)
    {
    }
}
