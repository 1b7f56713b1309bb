/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.LocalDate;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * The act types of the pulse survey. The subject of each entry is a round; the actor is a facilitator, in whose name the
 * suite opens and closes it. An answer is no act: an entry has an actor, a time and a sequence.
 */
@Component
@Named("pulse")
@Singleton
public class PulseActs implements Acts
{
    /** Opened a round. */
    public static final ActType<Days> OPENED =
        ActType.named("pulse-opened").withDetail(DetailCodec.of(Days::write, Days::read)).creating();

    /** Closed a round. */
    public static final ActType<Void> CLOSED = ActType.named("pulse-closed").updating();

    /**
     * @param wiki the wiki
     * @param actor a facilitator
     * @param community the community
     * @param round the id of the round
     * @param days its days
     * @return a draft of {@link #OPENED}
     */
    public static EntryDraft opened(WikiId wiki, UserId actor, CommunityId community, UUID round, Days days)
    {
        return EntryDraft.of(wiki, actor, OPENED, round, days).in(community);
    }

    /**
     * The days of a round, in UTC.
     *
     * @param first the first day on which one can answer
     * @param last the last one
     */
    public record Days(LocalDate first, LocalDate last)
    {
        private static String write(Days days)
        {
            return days.first + " " + days.last;
        }

        private static Days read(String text)
        {
            int end = text.indexOf(' ');
            return new Days(LocalDate.parse(text.substring(0, end)), LocalDate.parse(text.substring(end + 1)));
        }
    }
}
