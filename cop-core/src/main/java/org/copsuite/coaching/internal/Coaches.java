/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Knows who coaches: the facilitators of a community, and the members who said that they help. NOT permission-filtered. */
@Component(roles = Coaches.class)
@Singleton
public class Coaches
{
    /** Completes a condition on a membership {@code m}; parameter {@code facilitator}. */
    private static final String COACHES = "(m.role = :facilitator or exists (select 1 from CoachRow c "
        + "where c.wiki = m.wiki and c.community = m.community and c.person = m.person and c.sequence > m.sequence))";

    /** A condition on a held question {@code h}: the reader coaches it. Set it with {@link #set}. */
    static final String COACHED = "h.author <> :reader and exists (select 1 from MembershipRow m where m.wiki = h.wiki "
        + "and m.community = h.community and m.person = :reader and " + COACHES + ")";

    private static final String IN_COMMUNITY = "from MembershipRow m where m.wiki = :wiki and m.community = :community and ";

    private static final String WIKI = "wiki";

    private static final String COMMUNITY = "community";

    private static final String FACILITATOR = "facilitator";

    @Inject
    private Ledger ledger;

    /** Sets the parameters of {@link #COACHED}. */
    static <T> Query<T> set(Query<T> query, UserId reader)
    {
        return query.setParameter("reader", reader.value()).setParameter(FACILITATOR, Role.FACILITATOR.name());
    }

    /** @return people after a person, ordered by id */
    List<UserId> of(WikiId wiki, CommunityId community, String after, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("select m.person " + IN_COMMUNITY + COACHES + " and m.person > :after order by m.person",
                String.class)
            .setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, community.value())
            .setParameter(FACILITATOR, Role.FACILITATOR.name()).setParameter("after", after).setMaxResults(limit)
            .getResultStream().map(UserId::new).toList());
    }

    boolean isCoach(WikiId wiki, CommunityId community, UserId person)
    {
        return this.ledger.read(session -> !session
            .createQuery("select 1 " + IN_COMMUNITY + COACHES + " and m.person = :person", Integer.class)
            .setParameter(WIKI, wiki.value()).setParameter(COMMUNITY, community.value())
            .setParameter(FACILITATOR, Role.FACILITATOR.name()).setParameter("person", person.value()).getResultList()
            .isEmpty());
    }

    /** @return the person's coachings in a community that count: at most one, unless two nodes began it at once */
    static List<UUID> begun(Session session, WikiId wiki, CommunityId community, UserId person)
    {
        return session.createQuery("select c.id from CoachRow c, MembershipRow m where c.wiki = :wiki "
            + "and c.community = :community and c.person = :person and m.wiki = c.wiki and m.community = c.community "
            + "and m.person = c.person and c.sequence > m.sequence", UUID.class).setParameter(WIKI, wiki.value())
            .setParameter(COMMUNITY, community.value()).setParameter("person", person.value()).getResultList();
    }
}
