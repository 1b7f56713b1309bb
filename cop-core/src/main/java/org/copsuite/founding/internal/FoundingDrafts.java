/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.FoundingService.Description;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.founding.FoundingService.Included;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Stores drafts of communities. Every write reads the row while the head of the ledger is locked. */
@Component(roles = FoundingDrafts.class)
@Singleton
public class FoundingDrafts
{
    private static final String OWN = "from FoundingRow where wiki = :wiki and founder = :founder and done = false";

    @Inject
    private Ledger ledger;

    @Inject
    private Persons persons;

    List<Draft> all(UserId founder, WikiId wiki)
    {
        List<FoundingRow> rows = this.ledger.read(session -> session
            .createQuery(OWN + " order by updated desc, id", FoundingRow.class)
            .setParameter("wiki", wiki.value()).setParameter("founder", founder.value())
            .setMaxResults(FoundingService.DRAFTS_MAXIMUM).getResultList());
        return rows.stream().map(this::draft).toList();
    }

    /**
     * @return the draft, also of a community that was made
     * @throws CopException NOT_FOUND if there is none, or if another person wrote it
     */
    FoundingRow row(UserId founder, WikiId wiki, CommunityId id) throws CopException
    {
        FoundingRow row = find(wiki, id);
        if (row == null || !row.founder.equals(founder.value())) {
            throw CopException.notFound();
        }
        return row;
    }

    /** @return the draft of any person, {@code null} if there is none */
    FoundingRow find(WikiId wiki, CommunityId id)
    {
        return this.ledger.read(session -> session.get(FoundingRow.class, new RowKey(wiki, id.value())));
    }

    /**
     * Creates a draft, or changes it.
     *
     * @throws CopException NOT_FOUND for a draft of another person; CONFLICT if the founder has too many
     */
    Draft describe(UserId founder, WikiId wiki, CommunityId id, Description description) throws CopException
    {
        return draft(this.ledger.decide(tx -> {
            FoundingRow row = tx.session().get(FoundingRow.class, new RowKey(wiki, id.value()));
            boolean isNew = row == null;
            if (isNew) {
                checkNumber(tx.session(), founder, wiki);
                row = new FoundingRow(wiki.value(), id.value());
                row.founder = founder.value();
                row.people = "";
            }
            checkOpen(row, founder);
            row.template = description.template() == null ? null : description.template().toString();
            row.title = description.title();
            row.purpose = description.purpose();
            row.domains = Tags.join(description.domains());
            row.welcome = description.welcome();
            row.guidelines = description.guidelines();
            row.updated = Instant.now().toEpochMilli();
            if (isNew) {
                tx.session().persist(row);
            }
            return row;
        }));
    }

    private static void checkNumber(Session session, UserId founder, WikiId wiki) throws CopException
    {
        long drafts = session.createQuery("select count(id) " + OWN, Long.class).setParameter("wiki", wiki.value())
            .setParameter("founder", founder.value()).getSingleResult();
        if (drafts >= FoundingService.DRAFTS_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.founding.error.drafts",
                FoundingService.DRAFTS_MAXIMUM);
        }
    }

    private static void checkOpen(FoundingRow row, UserId founder) throws CopException
    {
        if (row == null || !row.founder.equals(founder.value())) {
            throw CopException.notFound();
        }
        if (row.done) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.founding.error.done");
        }
    }

    /**
     * Includes a person with a role, or leaves a person out.
     *
     * @param role the role, {@code null} to leave the person out
     */
    Draft people(UserId founder, WikiId wiki, CommunityId id, UserId person, Role role) throws CopException
    {
        return draft(this.ledger.decide(tx -> {
            FoundingRow row = tx.session().get(FoundingRow.class, new RowKey(wiki, id.value()));
            checkOpen(row, founder);
            Map<UserId, Role> people = people(row);
            if (role == null) {
                people.remove(person);
            } else {
                people.put(person, role);
            }
            if (people.size() > FoundingService.PEOPLE_MAXIMUM) {
                throw CopException.invalid("member", "cop.founding.error.people", FoundingService.PEOPLE_MAXIMUM);
            }
            row.people = people.entrySet().stream().map(one -> one.getValue().name() + ' ' + one.getKey().value())
                .collect(Collectors.joining("\n"));
            row.updated = Instant.now().toEpochMilli();
            return row;
        }));
    }

    static Map<UserId, Role> people(FoundingRow row)
    {
        Map<UserId, Role> people = new LinkedHashMap<>();
        row.people.lines().forEach(line -> {
            int end = line.indexOf(' ');
            people.put(new UserId(line.substring(end + 1)), Role.valueOf(line.substring(0, end)));
        });
        return people;
    }

    /** Keeps the template of a community that was made, and forgets the rest. */
    void done(WikiId wiki, CommunityId id)
    {
        this.ledger.update(tx -> tx.session()
            .createQuery("update FoundingRow set done = true, people = '', purpose = '', welcome = '', guidelines = '', "
                + "domains = '' where wiki = :wiki and id = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id.value()).executeUpdate());
    }

    void delete(UserId founder, WikiId wiki, CommunityId id)
    {
        this.ledger.update(tx -> tx.session()
            .createQuery("delete from FoundingRow where wiki = :wiki and id = :id and founder = :founder and done = false")
            .setParameter("wiki", wiki.value()).setParameter("id", id.value())
            .setParameter("founder", founder.value()).executeUpdate());
    }

    /** Forgets the template of a community that is live. */
    void forget(WikiId wiki, CommunityId id)
    {
        this.ledger.update(tx -> tx.session()
            .createQuery("delete from FoundingRow where wiki = :wiki and id = :id and done = true")
            .setParameter("wiki", wiki.value()).setParameter("id", id.value()).executeUpdate());
    }

    /** Deletes expired drafts, and what is left of the drafts of communities that never went live. */
    void purge(Instant now)
    {
        purge(false, now.minus(Duration.ofDays(FoundingService.DRAFT_DAYS)));
        purge(true, now.minus(Duration.ofDays(FoundingService.TEMPLATE_DAYS)));
    }

    private void purge(boolean done, Instant before)
    {
        String old = "from FoundingRow where updated < :before and done = :done";
        boolean some = this.ledger.read(session -> !session.createQuery("select 1 " + old, Integer.class)
            .setParameter("before", before.toEpochMilli()).setParameter("done", done).setMaxResults(1)
            .getResultList().isEmpty());
        if (some) {
            this.ledger.update(tx -> tx.session().createQuery("delete " + old)
                .setParameter("before", before.toEpochMilli()).setParameter("done", done).executeUpdate());
        }
    }

    Draft draft(FoundingRow row)
    {
        Map<UserId, Role> people = people(row);
        Map<UserId, Person> found = this.persons.find(people.keySet());
        return new Draft(new CommunityId(row.id),
            new Description(row.template == null ? null : PageId.parse(row.template), row.title, row.purpose,
                Tags.split(row.domains), row.welcome, row.guidelines),
            people.entrySet().stream().map(one -> new Included(found.get(one.getKey()), one.getValue())).toList(),
            Instant.ofEpochMilli(row.updated));
    }
}
