/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.anonymity.SealService;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.routing.RoutingActs;
import org.copsuite.routing.RoutingActs.DeclinedDetail;
import org.copsuite.routing.RoutingService;
import org.copsuite.routing.StoredMessage;
import org.copsuite.setting.Settings;
import org.copsuite.spi.Message;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Checks permissions, validates, and records. */
@Component
@Singleton
public class DefaultRoutingService implements RoutingService
{
    private static final String PERSON = "person";

    @Inject
    private Ledger ledger;

    @Inject
    private QuestionQueries questions;

    @Inject
    private PostSource posts;

    @Inject
    private RoutedPeople routed;

    @Inject
    private Persons persons;

    @Inject
    private Provider<SealService> seals;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private Settings settings;

    @Inject
    private Provider<Access> access;

    @Override
    public int weekly(WikiId wiki, UserId person)
    {
        return this.settings.get(RoutingSettings.WEEKLY, wiki, person);
    }

    @Override
    public Asked asked(UserId reader, PostId question) throws CopException
    {
        PostRef ref = find(reader, question);
        return asked(reader, Optional.ofNullable(this.questions.summaries(reader, ref.wiki(), List.of(question))
            .get(question)).orElseThrow(CopException::notFound));
    }

    @Override
    public Asked asked(UserId reader, QuestionSummary question)
    {
        WikiId wiki = question.page().wiki();
        List<RoutedRow> rows = this.routed.of(wiki, question.id().value());
        Set<UserId> named = new HashSet<>();
        rows.forEach(row -> {
            named.add(new UserId(row.person));
            if (row.namedBy != null) {
                named.add(new UserId(row.namedBy));
            }
        });
        Map<UserId, Person> people = named.isEmpty() ? Map.of() : this.persons.find(named);
        int left = left(rows);
        boolean open = !question.closed() && !question.accepted() && left > 0;
        return new Asked(question.id(),
            rows.stream().map(row -> new AskedPerson(people.get(new UserId(row.person)), row.namedBy != null,
                Instant.ofEpochMilli(row.at))).toList(),
            own(reader, wiki, rows, people), open && mayAsk(reader, question), left);
    }

    private boolean mayAsk(UserId reader, QuestionSummary question)
    {
        return !reader.isGuest() && !reader.isImported() && (asked(reader, question.page().wiki(), question.id(), question.author().id())
            || facilitates(reader, question.page(), question.community()));
    }

    private boolean asked(UserId reader, WikiId wiki, PostId question, UserId author)
    {
        return author.equals(reader) || author.isAnonymous() && this.seals.get().isAsker(wiki, question.value(), reader);
    }

    /** Whoever facilitates a community moderates its pages, too, which takes no statement to know. */
    private boolean facilitates(UserId actor, PageId question, CommunityId community)
    {
        return this.permissions.moderates(actor, question) && this.permissions.of(actor, question.wiki(), community)
            .contains(CommunityPermission.MANAGE_COMMUNITY);
    }

    private Own own(UserId reader, WikiId wiki, List<RoutedRow> rows, Map<UserId, Person> people)
    {
        RoutedRow row = rows.stream().filter(one -> one.person.equals(reader.value())).findFirst().orElse(null);
        if (row == null) {
            return null;
        }
        if (row.namedBy != null) {
            Person by = people.get(new UserId(row.namedBy));
            return new Own(by, Message.of("cop.routing.why.named", by.name()), null, row.declined);
        }
        Similar similar = row.similar == null ? null
            : this.posts.question(wiki, new PostId(row.similar))
                .filter(other -> this.access.get().has(reader, Right.VIEW, other.page()))
                .map(other -> new Similar(other.id(), other.title(), other.page())).orElse(null);
        return new Own(null, StoredMessage.read(row.reason), similar, row.declined);
    }

    @Override
    public void checkAsk(UserId actor, PostId question) throws CopException
    {
        asking(actor, question);
    }

    private QuestionFacts asking(UserId actor, PostId question) throws CopException
    {
        PostRef ref = find(actor, question);
        CopException.requireAccount(actor);
        QuestionFacts facts =
            this.posts.question(ref.wiki(), question).orElseThrow(CopException::notFound);
        if (!this.persons.idsOf(ref.wiki(), actor).contains(facts.author())
            && !asked(actor, ref.wiki(), question, facts.author())
            && !facilitates(actor, facts.page(), facts.community())) {
            throw CopException.forbidden();
        }
        if (facts.closed()) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.routing.error.closed");
        }
        return facts;
    }

    private static int left(List<RoutedRow> rows)
    {
        return (int) Math.max(0, BY_NAME - rows.stream().filter(row -> row.namedBy != null).count());
    }

    @Override
    public void ask(UserId actor, PostId question, UserId person) throws CopException
    {
        QuestionFacts facts = asking(actor, question);
        WikiId wiki = facts.page().wiki();
        Person asked = check(actor, facts, person);
        UserId self = facts.author().isAnonymous() && asked(actor, wiki, question, facts.author()) ? UserId.ANONYMOUS
            : actor;
        this.ledger.decide(tx -> {
            List<RoutedRow> rows = RoutedPeople.of(tx.session(), wiki, question.value());
            if (rows.stream().anyMatch(row -> row.person.equals(person.value()))) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.routing.error.twice", asked.name());
            }
            if (left(rows) == 0) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.routing.error.three", BY_NAME);
            }
            if (!this.routed.busy(wiki, List.of(person)).isEmpty()) {
                throw CopException.invalid(PERSON, "cop.routing.error.week", asked.name());
            }
            tx.append(RoutingActs.named(wiki, self, person, facts.community(), question));
            return null;
        });
    }

    private Person check(UserId actor, QuestionFacts question, UserId person) throws CopException
    {
        Person found = person == null || person.isGuest() || person.isImported() ? null : this.persons.find(person);
        if (found == null || !found.active()) {
            throw CopException.invalid(PERSON, "cop.routing.error.person");
        }
        if (person.equals(actor)) {
            throw CopException.invalid(PERSON, "cop.routing.error.self");
        }
        WikiId wiki = question.page().wiki();
        if (this.persons.idsOf(wiki, person).contains(question.author())) {
            throw CopException.invalid(PERSON, "cop.routing.error.asker", found.name());
        }
        if (!this.access.get().has(person, Right.VIEW, question.page())) {
            throw CopException.invalid(PERSON, "cop.routing.error.view", found.name());
        }
        if (!this.routed.away(wiki, List.of(person)).isEmpty()) {
            throw CopException.invalid(PERSON, "cop.routing.error.away", found.name());
        }
        return found;
    }

    @Override
    public void decline(UserId actor, PostId question) throws CopException
    {
        PostRef ref = find(actor, question);
        CopException.requireAccount(actor);
        QuestionFacts facts = this.posts.question(ref.wiki(), question).orElseThrow(CopException::notFound);
        this.ledger.decide(tx -> {
            RoutedRow own = RoutedPeople.of(tx.session(), ref.wiki(), question.value()).stream()
                .filter(row -> row.person.equals(actor.value())).findFirst().orElseThrow(CopException::notFound);
            if (!own.declined) {
                tx.append(RoutingActs.declined(ref.wiki(), actor, facts.community(),
                    new DeclinedDetail(question.value(), facts.tags())));
            }
            return null;
        });
    }

    private PostRef find(UserId reader, PostId question) throws CopException
    {
        PostRef ref = this.questions.find(reader, question);
        if (!ref.isQuestion()) {
            throw CopException.notFound();
        }
        return ref;
    }
}
