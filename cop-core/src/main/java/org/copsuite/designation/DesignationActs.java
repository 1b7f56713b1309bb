/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation;

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

/** The act types of designated experts. The subject is the designation, the beneficiary the person. */
@Component
@Named("designation")
@Singleton
public class DesignationActs implements Acts
{
    /** Nominated somebody as an expert of a topic: oneself, or whom a facilitator designates with the next entry. */
    public static final ActType<Nomination> NOMINATED = ActType.named("expert-nominated")
        .withDetail(DetailCodec.of(Nomination::write, Nomination::read)).creating();

    /** Designated the nominated person. Detail: a text for the person, may be empty. */
    public static final ActType<String> DESIGNATED =
        ActType.named("expert-designated").withDetail(DetailCodec.TEXT).updating();

    /** Declined a nomination. Detail: a text for the person, may be empty. */
    public static final ActType<String> DECLINED =
        ActType.named("expert-declined").withDetail(DetailCodec.TEXT).updating();

    /** Ended a designation, or withdrew a nomination. */
    public static final ActType<Void> ENDED = ActType.named("expert-ended").ending();

    /**
     * @param wiki the wiki
     * @param actor who nominates
     * @param draft the nomination; topic and note are checked
     * @return the draft of the entry
     */
    public static EntryDraft nominated(WikiId wiki, UserId actor, DesignationService.Draft draft)
    {
        return EntryDraft.of(wiki, actor, NOMINATED, draft.id(), new Nomination(draft.topic(), draft.note()))
            .in(draft.community()).benefiting(draft.person());
    }

    /**
     * @param wiki the wiki
     * @param actor who decides
     * @param act {@link #DESIGNATED} or {@link #DECLINED}
     * @param draft the nomination
     * @param text a text for the person
     * @return the draft of the entry
     */
    public static EntryDraft decided(WikiId wiki, UserId actor, ActType<String> act, DesignationService.Draft draft, String text)
    {
        return EntryDraft.of(wiki, actor, act, draft.id(), text).in(draft.community()).benefiting(draft.person());
    }

    /**
     * @param wiki the wiki
     * @param actor who ends it
     * @param draft the designation
     * @return the draft of the entry
     */
    public static EntryDraft ended(WikiId wiki, UserId actor, DesignationService.Draft draft)
    {
        CommunityId community = draft.community();
        return EntryDraft.of(wiki, actor, ENDED, draft.id()).in(community).benefiting(draft.person());
    }

    /**
     * A nomination.
     *
     * @param topic the normalised topic
     * @param note why, one line, may be empty
     */
    public record Nomination(String topic, String note)
    {
        private static String write(Nomination detail)
        {
            return detail.topic + '\n' + detail.note;
        }

        private static Nomination read(String text)
        {
            int end = text.indexOf('\n');
            return new Nomination(text.substring(0, end), text.substring(end + 1));
        }
    }
}
