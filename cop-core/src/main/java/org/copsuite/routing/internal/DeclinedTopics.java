/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.spi.ExpertiseReserve;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Ranks people a little lower for topics of questions that they declined: by a tenth each time, by half at most. */
@Component
@Named("declined")
@Singleton
public class DeclinedTopics implements ExpertiseReserve
{
    private static final double EACH = 0.9;

    private static final double LEAST = 0.5;

    @Inject
    private Ledger ledger;

    @Override
    public Map<UserId, Double> factors(WikiId wiki, Set<String> topics, Collection<UserId> people)
    {
        Map<UserId, Double> factors = new HashMap<>();
        if (topics.isEmpty()) {
            return factors;
        }
        for (List<UserId> some : Chunks.of(new HashSet<>(people))) {
            this.ledger.read(session -> session.createQuery("select person, count(distinct routed) from DeclinedTagRow "
                + "where wiki = :wiki and person in (:people) and tag in (:topics) group by person", Object[].class)
                .setParameter("wiki", wiki.value())
                .setParameterList("people", some.stream().map(UserId::value).toList())
                .setParameterList("topics", topics).getResultList())
                .forEach(row -> factors.put(new UserId((String) row[0]),
                    Math.max(LEAST, Math.pow(EACH, (Long) row[1]))));
        }
        return factors;
    }
}
