/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.expertise;

import java.time.Instant;
import java.util.List;

import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.EvidencePage;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.expertise.ExpertiseService.Trend;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;

/** A topic of a person. */
record TopicJson(String topic, @Nullable Level level, String note, List<Offer> offers, List<TopicEvidenceJson> evidence,
    int answers, int accepted, int votes, List<TopicEvidenceJson> answered, @Nullable Trend trend, @Nullable Instant declared,
    long version)
{
    static TopicJson of(Topic topic)
    {
        Declared said = topic.said();
        return new TopicJson(topic.name(), topic.level(), topic.note(), said == null ? List.of() : said.offers(),
            said == null ? List.of() : said.evidence().stream().map(TopicEvidenceJson::of).toList(), topic.answers(),
            topic.accepted(), topic.activity().votes(),
            topic.activity().best().stream().map(TopicEvidenceJson::of).toList(), topic.activity().trend(),
            topic.declared(), said == null ? 0 : said.version());
    }

    /** A page that shows a topic; without a title it is gone, which only the person is told. */
    record TopicEvidenceJson(@Nullable String title, PageId url)
    {
        static TopicEvidenceJson of(EvidencePage page)
        {
            return new TopicEvidenceJson(page.title(), page.page());
        }
    }
}
