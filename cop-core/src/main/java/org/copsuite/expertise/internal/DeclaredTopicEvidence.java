/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.Message;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Declared topics as evidence; everybody may view them. In a community only those of its members count. */
@Component
@Named("declared")
@Singleton
public class DeclaredTopicEvidence implements ExpertiseEvidence
{
    @Inject
    private TopicRepository topics;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Access access;

    /** {@inheritDoc} Our choice: the dumps by which the other weights were measured contain no declared topics. */
    @Override
    public double weight()
    {
        return 0.5;
    }

    @Override
    public List<Evidence> find(Query query)
    {
        List<TopicRow> rows = this.topics.declaring(query.wiki(), query.topics(), query.limit());
        Set<UserId> people = rows.stream().map(row -> new UserId(row.person)).collect(Collectors.toSet());
        Set<UserId> members = query.community() == null ? people
            : this.communities.members(query.wiki(), query.community(), people);
        return rows.stream().filter(row -> members.contains(new UserId(row.person)))
            .map(DeclaredTopicEvidence::evidence).toList();
    }

    /** {@inheritDoc} Who learns a topic is no expert, and whoever declares more shows it by a page that the reader may view. */
    @Override
    public Map<String, Set<UserId>> experts(Query query)
    {
        Map<String, Set<UserId>> experts = new HashMap<>();
        for (TopicRow row : this.topics.shown(query.wiki(), query.community(), query.topics(), query.limit())) {
            if (TopicRepository.level(row) != Level.LEARNING && TopicRepository.evidence(row).stream()
                .anyMatch(page -> this.access.has(query.reader(), Right.VIEW, page))) {
                experts.computeIfAbsent(row.topic, topic -> new HashSet<>()).add(new UserId(row.person));
            }
        }
        return experts;
    }

    private static Evidence evidence(TopicRow row)
    {
        Level level = TopicRepository.level(row);
        Message known = Message.of("cop.expertise.level." + level.name().toLowerCase(Locale.ROOT));
        Object[] offers = TopicRepository.offers(row).stream()
            .map(offer -> Message.of("cop.expertise.offer." + offer.name().toLowerCase(Locale.ROOT))).toArray();
        return new Evidence(new UserId(row.person), row.topic, level.ordinal() + 1.0, level,
            offers.length == 0 ? Message.of("cop.experts.why.declared", row.topic, known)
                : Message.of("cop.experts.why.offers", row.topic, known, Message.of("cop.expertise.offers." + offers.length, offers)));
    }
}
