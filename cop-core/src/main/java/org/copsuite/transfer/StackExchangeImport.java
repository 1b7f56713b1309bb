/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Brings a data dump of a Stack Exchange site into a community: the folder holds Posts.xml and, where they are there,
 * Users.xml, Votes.xml, Comments.xml, PostLinks.xml and PostHistory.xml.
 * <p>
 * Users become imported people, posts pages with their author and dates, in a community made for the site. Votes name no
 * voter: they are counted by day, and where Votes.xml gives another score than the post says, the post is believed. The
 * ids of all that is written follow from the site and the ids there, so doing it again, also after a crash, adds only
 * what is missing. Rows that cannot be used are reported and passed over. Memory stays the same however large the dump
 * is.
 */
@Role
public interface StackExchangeImport
{
    /**
     * Runs it, in this thread.
     *
     * @param order what to bring in
     * @param progress hears how it goes
     * @return what stands in the wiki now
     * @throws IOException if the folder is no dump or cannot be read
     * @throws CopException if the actor may not found the community; INVALID, with a sentence, if Posts.xml is no whole file
     *             of a dump (then nothing was written) or if no row of it could be used
     */
    Result run(Order order, Progress progress) throws IOException, CopException;

    /**
     * @param folder a dump's folder
     * @param number the number of a question or answer in it
     * @return the id that the import gives to that post, unless its order names another site
     */
    PostId post(Path folder, long number);

    /**
     * What to bring in.
     *
     * @param wiki the wiki
     * @param actor who founds the community, if it is not there
     * @param folder the dump's folder
     * @param site the name of the site, part of all ids; {@code null} for the folder's name without its date
     * @param community the name, the space's name or the id of the community that the posts go to, made if there is none
     *            of this name; {@code null} for one that is made for the site and has its name
     */
    record Order(String wiki, UserId actor, Path folder, String site, String community)
    {
    }

    /** Hears how an import goes. */
    interface Progress
    {
        /**
         * @param step what is being read, a file's name
         * @param done how far it is in all, 0 to 1
         */
        void at(String step, double done);

        /**
         * A row was passed over.
         *
         * @param file the file's name
         * @param line the line in which the row starts, from 1
         * @param reason what is wrong with it, the end of a sentence
         */
        void skipped(String file, long line, String reason);
    }

    /**
     * What of the dump stands in the wiki after an import, whether this one or one before has written it.
     *
     * @param community the community's name
     * @param questions questions
     * @param answers answers
     * @param accepted of them accepted
     * @param users imported people
     * @param votesUp votes up
     * @param votesDown votes down
     * @param comments comments
     * @param links links between questions
     * @param skipped rows that were passed over because they cannot be used
     * @param added how many questions, answers, comments and links this import has written
     * @param took how long it took
     */
    record Result(String community, long questions, long answers, long accepted, long users, long votesUp,
        long votesDown, long comments, long links, long skipped, long added, Duration took)
    {
    }
}
