/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.spi.Message;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Endorsed topics as evidence. In a community only the endorsements given there count. */
@Component
@Named("endorsed")
@Singleton
public class EndorsementEvidence implements ExpertiseEvidence
{
    @Inject
    private EndorsementReader endorsements;

    /** {@inheritDoc} Our choice: as much as a declared topic, since the dumps contain no endorsements to measure by. */
    @Override
    public double weight()
    {
        return 0.5;
    }

    @Override
    public List<Evidence> find(Query query)
    {
        Map<PersonTopic, Long> numbers =
            this.endorsements.of(query.reader(), query.wiki(), query.topics(), query.limit()).stream()
                .filter(row -> query.community() == null || query.community().value().equals(row.community))
                .collect(Collectors.groupingBy(row -> new PersonTopic(new UserId(row.person), row.topic),
                    LinkedHashMap::new, Collectors.counting()));
        return numbers.entrySet().stream().map(one -> new Evidence(one.getKey().person(), one.getKey().topic(),
            Math.log1p(one.getValue()), null,
            Message.of("cop.experts.why.endorsed", one.getKey().topic(), one.getValue()))).toList();
    }

    /** {@inheritDoc} Those whose topic is confirmed. */
    @Override
    public Map<String, Set<UserId>> experts(Query query)
    {
        return this.endorsements.confirmed(query.wiki(), query.community(), query.topics(), query.limit());
    }

    private record PersonTopic(UserId person, String topic)
    {
    }
}
