/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.PageId;
import org.xwiki.component.annotation.Component;

/** The act types of expertise. */
@Component
@Named("expertise")
@Singleton
public class ExpertiseActs implements Acts
{
    /**
     * Declared a topic, or changed its level or note. Subject: the topic's id (see
     * {@link ExpertiseService#topicSubject}); beneficiary: the actor; weight: the level.
     */
    public static final ActType<TopicDetail> DECLARED =
        ActType.named("declared").withDetail(DetailCodec.of(TopicDetail::write, TopicDetail::read)).updating();

    /** Retracted a declared topic. */
    public static final ActType<Void> RETRACTED = ActType.named("retracted").ending();

    /**
     * Hid a topic. Subject: the id of the hidden topic (see {@link ExpertiseService#hiddenSubject}); beneficiary: the actor;
     * detail: the topic.
     */
    public static final ActType<String> HIDDEN = ActType.named("topic-hidden").withDetail(DetailCodec.TEXT).updating();

    /** Showed a hidden topic again. */
    public static final ActType<Void> SHOWN = ActType.named("topic-shown").updating();

    /**
     * A declared topic.
     *
     * @param topic the topic
     * @param note what the person says about it, may be empty
     * @param offers what the person offers
     * @param evidence the pages that show it
     */
    public record TopicDetail(String topic, String note, Set<Offer> offers, List<PageId> evidence)
    {
        private static final String SEPARATOR = "\n";

        private static String write(TopicDetail detail)
        {
            String offered = detail.offers.stream().sorted().map(Offer::name).collect(Collectors.joining(" "));
            String said = detail.topic + SEPARATOR + detail.note;
            return detail.offers.isEmpty() && detail.evidence.isEmpty() ? said
                : Stream.concat(Stream.of(said, offered), detail.evidence.stream().map(PageId::toString))
                    .collect(Collectors.joining(SEPARATOR));
        }

        /** Topic and note alone are written where there is nothing else, as the first versions did. */
        private static TopicDetail read(String text)
        {
            String[] lines = text.split(SEPARATOR, -1);
            Set<Offer> offers = lines.length < 3 || lines[2].isEmpty() ? Set.of()
                : Arrays.stream(lines[2].split(" ")).map(Offer::valueOf).collect(Collectors.toSet());
            return new TopicDetail(lines[0], lines.length < 2 ? "" : lines[1], offers,
                Arrays.stream(lines).skip(3).map(PageId::parse).toList());
        }
    }
}
