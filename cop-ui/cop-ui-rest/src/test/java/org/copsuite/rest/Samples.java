/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Views from which the documents of the tests are written. */
public final class Samples
{
    /** Somebody with a profile. */
    public static final Person ANNA = person("anna", "Anna", "/bin/view/XWiki/anna");

    /** An imported person has no profile. */
    public static final Person OTTO = person("otto", "Otto", null);

    /** A time without seconds and one with fractions are written differently. */
    public static final Instant THEN = Instant.parse("2026-03-04T05:06:00Z");

    /** A later time. */
    public static final Instant LATER = Instant.parse("2026-03-05T05:06:07.008Z");

    /** A community. */
    public static final UUID COMMUNITY = new UUID(2, 2);

    /** A question. */
    public static final PostId QUESTION = new PostId(new UUID(1, 1));

    /** A page. */
    public static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions", "why").home();

    private Samples()
    {
    }

    private static Person person(String id, String name, String profile)
    {
        return new Person(new UserId("xwiki:XWiki." + id), name, "/avatar", profile, Locale.ENGLISH, ZoneOffset.UTC,
            true);
    }

    /** @return a question in a list */
    public static QuestionSummary summary()
    {
        return new QuestionSummary(QUESTION, PAGE, new CommunityId(COMMUNITY), "Care", "Why \"so\"?", "Because <b>",
            List.of("care", "why"), ANNA, THEN, LATER, 3, 2, true, false, 9, 4);
    }
}
