/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
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
     * A declared topic.
     *
     * @param topic the topic
     * @param note what the person offers, may be empty
     */
    public record TopicDetail(String topic, String note)
    {
        private static String write(TopicDetail detail)
        {
            return detail.topic + '\n' + detail.note;
        }

        private static TopicDetail read(String text)
        {
            int end = text.indexOf('\n');
            return new TopicDetail(text.substring(0, end), text.substring(end + 1));
        }
    }
}
