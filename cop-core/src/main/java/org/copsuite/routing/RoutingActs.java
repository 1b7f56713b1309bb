/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.question.PostId;
import org.copsuite.routing.RoutingService.Step;
import org.copsuite.spi.Acts;
import org.copsuite.spi.Message;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The act types of routing, and drafts of their entries. */
@Component
@Named("routing")
@Singleton
public class RoutingActs implements Acts
{
    /**
     * The suite brought a question to a person. Actor: the asker; subject: {@link RoutingService#subject}; beneficiary:
     * the person.
     */
    public static final ActType<RoutedDetail> ROUTED =
        ActType.named("routed").withDetail(DetailCodec.of(RoutedDetail::write, RoutedDetail::read)).creating();

    /** Asked a person by name. Subject and beneficiary as for {@link #ROUTED}; detail: the question. */
    public static final ActType<UUID> NAMED = ActType.named("asked-person").withDetail(DetailCodec.ID).creating();

    /** Said that a question is not for oneself. Subject as for {@link #ROUTED}; actor: the person. */
    public static final ActType<DeclinedDetail> DECLINED = ActType.named("declined-question")
        .withDetail(DetailCodec.of(DeclinedDetail::write, DeclinedDetail::read)).updating();

    /** The suite told others that nobody has answered a question. Subject: the question; detail: whom it told. */
    public static final ActType<Step> ESCALATED = ActType.named("escalated").withDetail(DetailCodec.name(Step.class));

    /**
     * @param wiki the wiki
     * @param asker who asked the question
     * @param person who is told
     * @param community the community of the question
     * @param detail the question and the reason
     * @return the draft of {@link #ROUTED}
     */
    public static EntryDraft routed(WikiId wiki, UserId asker, UserId person, CommunityId community,
        RoutedDetail detail)
    {
        return EntryDraft.of(wiki, asker, ROUTED, RoutingService.subject(new PostId(detail.question()), person), detail)
            .in(community).benefiting(person);
    }

    /**
     * @param wiki the wiki
     * @param actor who asks
     * @param person who is asked
     * @param community the community of the question
     * @param question the question
     * @return the draft of {@link #NAMED}
     */
    public static EntryDraft named(WikiId wiki, UserId actor, UserId person, CommunityId community, PostId question)
    {
        return EntryDraft.of(wiki, actor, NAMED, RoutingService.subject(question, person), question.value())
            .in(community).benefiting(person);
    }

    /**
     * @param wiki the wiki
     * @param actor who declines
     * @param community the community of the question
     * @param detail the question and its tags
     * @return the draft of {@link #DECLINED}
     */
    public static EntryDraft declined(WikiId wiki, UserId actor, CommunityId community, DeclinedDetail detail)
    {
        return EntryDraft.of(wiki, actor, DECLINED,
            RoutingService.subject(new PostId(detail.question()), actor), detail).in(community);
    }

    /**
     * @param wiki the wiki
     * @param service the account of the suite
     * @param community the community of the question
     * @param question the question
     * @param step whom the suite tells
     * @return the draft of {@link #ESCALATED}, once for each step of a question
     */
    public static EntryDraft escalated(WikiId wiki, UserId service, CommunityId community, PostId question, Step step)
    {
        return EntryDraft.of(wiki, service, ESCALATED, question.value(), step).in(community)
            .withOccurrence(step.name());
    }

    /**
     * Why a question was brought to a person.
     *
     * @param question the question
     * @param similar the answered question that the reason names, {@code null} for none
     * @param reason the reason
     */
    public record RoutedDetail(UUID question, UUID similar, Message reason)
    {
        private static final int QUESTION = 36;

        private static String write(RoutedDetail detail)
        {
            return detail.question.toString() + (detail.similar == null ? "" : detail.similar) + '\n'
                + StoredMessage.write(detail.reason);
        }

        private static RoutedDetail read(String text)
        {
            int end = text.indexOf('\n');
            return new RoutedDetail(UUID.fromString(text.substring(0, QUESTION)),
                end > QUESTION ? UUID.fromString(text.substring(QUESTION, end)) : null,
                StoredMessage.read(text.substring(end + 1)));
        }
    }

    /**
     * What a person declined.
     *
     * @param question the question
     * @param tags its tags at that time
     */
    public record DeclinedDetail(UUID question, List<String> tags)
    {
        /** Copies the list. */
        public DeclinedDetail
        {
            tags = List.copyOf(tags);
        }

        private static String write(DeclinedDetail detail)
        {
            return detail.question + " " + String.join(" ", detail.tags);
        }

        private static DeclinedDetail read(String text)
        {
            String[] words = text.strip().split(" ");
            return new DeclinedDetail(UUID.fromString(words[0]), Arrays.asList(words).subList(1, words.length));
        }
    }
}
