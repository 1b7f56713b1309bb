/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Tags;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.NeedService;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.PostId;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads who has the same question. */
@Component(roles = NeedReader.class)
@Singleton
public class NeedReader
{
    private static final String WIKI = "wiki";

    private static final String QUESTION = "question";

    private static final String OF = "from NeedRow n where n.wiki = :wiki and n.question = :question ";

    @Inject
    private Ledger ledger;

    @Inject
    private PostRights rights;

    @Inject
    private Persons persons;

    @Inject
    private Provider<Access> access;

    /**
     * What a reader is shown.
     *
     * @param question the question
     * @param page its page
     * @param count how many people have it
     * @param open whether more people may say that they have it
     * @param named whether others see who does
     * @param own whether the reader asked it
     */
    record Shown(PostId question, PageId page, int count, boolean open, boolean named, boolean own)
    {
    }

    Need read(UserId reader, Shown shown)
    {
        WikiId wiki = shown.page().wiki();
        List<Object[]> rows = shown.count() == 0 || reader.isGuest() ? List.of()
            : this.ledger.read(session -> session.createQuery("select n.person, n.named " + OF
                + "and (n.named = true or n.person = :reader) order by case when n.person = :reader then 0 else 1 end, "
                + "n.sequence", Object[].class)
                .setParameter(WIKI, wiki.value()).setParameter(QUESTION, shown.question().value())
                .setParameter("reader", reader.value()).setMaxResults(NeedService.NAMED + 1).getResultList());
        boolean has = !rows.isEmpty() && rows.get(0)[0].equals(reader.value());
        Set<UserId> ids = new LinkedHashSet<>();
        rows.stream().filter(row -> (Boolean) row[1]).limit(NeedService.NAMED).forEach(row -> ids.add(new UserId((String) row[0])));
        Map<UserId, Person> people = ids.isEmpty() ? Map.of() : this.persons.find(ids);
        return new Need(shown.question(), shown.count(), has,
            !has && shown.open() && !shown.own() && this.rights.mayTakePart(reader, shown.page()), shown.named(),
            ids.stream().map(people::get).toList());
    }

    boolean has(UserId person, WikiId wiki, PostId question)
    {
        return !person.isGuest() && this.ledger.read(session -> session.createQuery("select n.sequence " + OF
            + "and n.person = :person", Long.class).setParameter(WIKI, wiki.value())
            .setParameter(QUESTION, question.value()).setParameter("person", person.value()).uniqueResultOptional())
            .isPresent();
    }

    List<UserId> people(WikiId wiki, PostId question, String after, int limit)
    {
        return this.ledger.read(session -> session.createQuery("select n.person " + OF
            + "and n.person > :after order by n.person", String.class).setParameter(WIKI, wiki.value())
            .setParameter(QUESTION, question.value()).setParameter("after", after).setMaxResults(limit).getResultStream()
            .map(UserId::new).toList());
    }

    Map<String, Integer> people(UserId reader, CommunityView community, Collection<String> topics)
    {
        List<String> tags = topics.stream().flatMap(topic -> Tags.normalise(topic).stream()).distinct().toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (tags.isEmpty()) {
            return counts;
        }
        PageId home = community.page();
        this.ledger.read(session -> session.createQuery("select t.tag, count(distinct n.person) from QuestionTagRow t, "
            + "QuestionRow q, NeedRow n where t.wiki = :wiki and t.tag in (:tags) and q.wiki = t.wiki "
            + "and q.id = t.question and q.needed > 0 and q.deleted = false and q.closed = false and q.accepted = 0 "
            + "and q.ownRights = false and q.space in (:spaces) and q.community = :community "
            + "and n.wiki = q.wiki and n.question = q.id group by t.tag order by 2 desc, t.tag", Object[].class)
            .setParameter(WIKI, home.wiki().value()).setParameterList("tags", tags)
            .setParameterList("spaces", VisibleSpaces.near(this.access.get(), home.space(), reader))
            .setParameter("community", community.id().value()).getResultList())
            .forEach(row -> counts.put((String) row[0], ((Number) row[1]).intValue()));
        return counts;
    }
}
