/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
import org.xwiki.component.annotation.Component;

/**
 * The act types of coaching. The subject of the first five is the held question, which has an id of its own: entries about
 * the id of the question begin when it is published. No entry has a text of it.
 */
@Component
@Named("coaching")
@Singleton
public class CoachingActs implements Acts
{
    /** Wrote a first question that is held back for coaching. */
    public static final ActType<Void> HELD = ActType.named("first-question-held").creating();

    /** Commented on a held question. Beneficiary: its author; detail: the comment. */
    public static final ActType<UUID> COMMENTED =
        ActType.named("first-question-commented").withDetail(DetailCodec.ID);

    /** The suite told the author of a held question that there is nothing to wait for. Beneficiary: the author. */
    public static final ActType<Void> DUE = ActType.named("first-question-due");

    /** Published a held question. Detail: the question, and whether a coach had commented. */
    public static final ActType<PublishedDetail> PUBLISHED = ActType.named("first-question-published")
        .withDetail(DetailCodec.of(PublishedDetail::write, PublishedDetail::read)).ending();

    /** Withdrew a held question. */
    public static final ActType<Void> WITHDRAWN = ActType.named("first-question-withdrawn").ending();

    /** Began to coach in a community. The subject is this person's coaching there, from now until it ends. */
    public static final ActType<Void> VOLUNTEERED = ActType.named("coaching-begun").creating();

    /** Coaches no longer. Subject: as for {@link #VOLUNTEERED}. */
    public static final ActType<Void> STOPPED = ActType.named("coaching-stopped").ending();

    /**
     * What became of a held question.
     *
     * @param question the id of the question
     * @param coached whether a coach had commented on it
     */
    public record PublishedDetail(UUID question, boolean coached)
    {
        private static String write(PublishedDetail detail)
        {
            return detail.question + " " + detail.coached;
        }

        private static PublishedDetail read(String text)
        {
            String[] words = text.split(" ");
            return new PublishedDetail(UUID.fromString(words[0]), Boolean.parseBoolean(words[1]));
        }
    }
}
