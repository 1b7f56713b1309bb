/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.copsuite.CopException;

/** Reads a dump before anything is written, and collects the facts about a post that are needed to write it. */
final class FactCollector
{
    static final String POSTS = "Posts.xml";

    static final String VOTES = "Votes.xml";

    static final String LINKS = "PostLinks.xml";

    static final String HISTORY = "PostHistory.xml";

    private static final String POST_ID = "PostId";

    private static final String CREATED = "CreationDate";

    private static final int ACCEPTED = 1;

    private static final int UP = 2;

    private static final int DOWN = 3;

    private static final int DUPLICATE = 3;

    private static final int CLOSED = 10;

    private final DumpReader reader;

    private final Facts facts;

    private final PostNames names;

    private final RowNumbers posts = new RowNumbers();

    FactCollector(DumpReader reader, Facts facts, PostNames names)
    {
        this.reader = reader;
        this.facts = facts;
        this.names = names;
    }

    void collect() throws IOException, CopException
    {
        this.reader.read(VOTES, this::vote);
        this.reader.readAgain(LINKS, this::link);
        this.reader.read(HISTORY, this::history);
        this.reader.read(POSTS, this::post);
        this.facts.sort();
    }

    private void vote(DumpRow row) throws BadRowException, IOException
    {
        long post = row.number(POST_ID);
        long type = row.number("VoteTypeId");
        Instant at = row.time(CREATED);
        long day = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
        if (type == UP || type == DOWN) {
            this.facts.add(post, Facts.Kind.VOTES, day, type == UP ? 1 : 0, type == DOWN ? 1 : 0);
        } else if (type == ACCEPTED) {
            this.facts.add(post, Facts.Kind.ACCEPTED, at.toEpochMilli());
        }
    }

    private void link(DumpRow row) throws BadRowException, IOException
    {
        if (row.number("LinkTypeId") == DUPLICATE) {
            this.facts.add(row.number(POST_ID), Facts.Kind.DUPLICATE, row.number("RelatedPostId"));
        }
    }

    private void history(DumpRow row) throws BadRowException, IOException
    {
        if (row.number("PostHistoryTypeId") == CLOSED && row.text("Comment").matches("\\d{1,4}")) {
            this.facts.add(row.number(POST_ID), Facts.Kind.CLOSED, row.number("Comment"));
        }
    }

    private void post(DumpRow row) throws BadRowException, IOException
    {
        DumpPost post = DumpPost.of(row);
        if (post == null) {
            return;
        }
        this.posts.add(post.number());
        if (post.question()) {
            this.facts.add(post.number(), Facts.Kind.QUESTION, 0);
            this.facts.add(post.number(), Facts.Kind.TITLE, this.names.add(row.text("Title")));
            if (post.chosen() > 0) {
                this.facts.add(post.chosen(), Facts.Kind.CHOSEN, post.number());
            }
        } else {
            this.facts.add(post.number(), Facts.Kind.ANSWER, post.parent());
        }
    }
}
