/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of Posts.xml that is a question or an answer.
 *
 * @param row the row
 * @param number the post's number
 * @param question whether it is a question
 * @param created when it was written
 * @param parent an answer's question, 0 for a question
 * @param chosen a question's accepted answer, 0 for none
 * @param score votes up less votes down
 * @param views how often a question was looked at
 * @param edited when it was last edited, {@code null} if never
 * @param closed when a question was closed, {@code null} for an open one
 */
record DumpPost(DumpRow row, long number, boolean question, Instant created, long parent, long chosen, int score,
    int views, Instant edited, Instant closed)
{
    /** The longest text, in characters of HTML: more is no post. */
    static final int BODY_MAXIMUM = 1_000_000;

    /** The attribute with the number of who wrote it. */
    static final String OWNER = "OwnerUserId";

    /** The attribute with the number of who edited it last. */
    static final String EDITOR = "LastEditorUserId";

    private static final Pattern TAG = Pattern.compile("[^<>|\\s]+");

    /**
     * @param row a row of Posts.xml
     * @return the post, {@code null} where it is neither a question nor an answer
     * @throws BadRowException if it lacks what a post needs
     */
    static DumpPost of(DumpRow row) throws BadRowException
    {
        long number = row.number("Id");
        long type = row.number("PostTypeId");
        if (type != 1 && type != 2) {
            return null;
        }
        if (number <= 0) {
            throw new BadRowException("Id is not a positive number");
        }
        if (row.text("Body").length() > BODY_MAXIMUM) {
            throw new BadRowException("Body is longer than " + BODY_MAXIMUM + " characters");
        }
        // People are looked for later, when what is wrong with a row is no longer told.
        row.number(OWNER, 0);
        row.number(EDITOR, 0);
        boolean question = type == 1;
        row.needText("Body");
        if (question) {
            row.needText("Title");
        }
        return new DumpPost(row, number, question, row.time("CreationDate"), question ? 0 : row.number("ParentId"),
            question ? row.number("AcceptedAnswerId", 0) : 0, row.count("Score"), Math.max(0, row.count("ViewCount")),
            row.has("LastEditDate") ? row.time("LastEditDate") : null,
            question && row.has("ClosedDate") ? row.time("ClosedDate") : null);
    }

    /** @return the tags, which dumps write as {@code <a><b>} or {@code |a|b|} */
    List<String> tags()
    {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(this.row.text("Tags"));
        while (matcher.find()) {
            tags.add(matcher.group());
        }
        return tags;
    }
}
