/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Row of Posts.xml that is a question or an answer.
 *
 * @param row the row
 * @param number the number of the post
 * @param question whether it is a question
 * @param created the time of its creation
 * @param parent the question of an answer, 0 for a question
 * @param chosen the accepted answer of a question, 0 for none
 * @param score the up votes minus the down votes
 * @param views the view count of a question
 * @param edited the time of the last edit, {@code null} for none
 * @param closed the time when a question was closed, {@code null} for an open one
 */
record DumpPost(DumpRow row, long number, boolean question, Instant created, long parent, long chosen, int score,
    int views, Instant edited, Instant closed)
{
    /** Maximum length of a text, in characters of HTML. A longer one is not a post. */
    static final int BODY_MAXIMUM = 1_000_000;

    /** Name of the attribute with the number of the author. */
    static final String OWNER = "OwnerUserId";

    /** Name of the attribute with the number of the last editor. */
    static final String EDITOR = "LastEditorUserId";

    private static final Pattern TAG = Pattern.compile("[^<>|\\s]+");

    /**
     * @param row a row of Posts.xml
     * @return the post, {@code null} if it is neither a question nor an answer
     * @throws BadRowException if it lacks a required value or contains an invalid one
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
        // Checked now, because the people are looked up in a later pass, which reports no problems of rows.
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
