/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.anonymity.AnonymityActs;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.anonymity.SealService;
import org.copsuite.anonymity.SealService.Sealed;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.spi.UnreadSource;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads the seals for their askers, and opens them. */
@Component(roles = {AnonymityService.class, UnreadSource.class, DefaultAnonymityService.class})
@Singleton
public class DefaultAnonymityService implements AnonymityService, UnreadSource
{
    /** The number of posts and comments that get their name while the ledger is locked. */
    static final int UNSEALED_AT_ONCE = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private SealService seals;

    @Inject
    private Provider<QuestionQueries> questions;

    @Inject
    private Provider<PostSource> posts;

    @Inject
    private Provider<Access> access;

    @Inject
    private Persons persons;

    @Override
    public Anonymity of(UserId reader, PostId question) throws CopException
    {
        WikiId wiki = find(reader, question).page().wiki();
        boolean own = this.seals.isAsker(wiki, question.value(), reader);
        boolean reveals = Administrators.include(this.access.get(), wiki, reader);
        return new Anonymity(question, own, reveals, own || reveals ? reveals(wiki, question) : List.of());
    }

    private List<Reveal> reveals(WikiId wiki, PostId question)
    {
        List<LedgerEntry> told = this.ledger.about(wiki, question.value(), AnonymityActs.REVEALED);
        Map<UserId, Person> people = told.isEmpty() ? Map.of()
            : this.persons.find(told.stream().map(LedgerEntry::getActor).collect(Collectors.toSet()));
        return told.stream().map(entry -> new Reveal(people.get(entry.getActor()),
            entry.detail(AnonymityActs.REVEALED), entry.getAt())).toList();
    }

    /** Finds a question that the reader may view and that somebody asked anonymously. */
    private QuestionFacts find(UserId reader, PostId question) throws CopException
    {
        return find(reader, question, UserId::isAnonymous);
    }

    private QuestionFacts find(UserId reader, PostId question, Predicate<UserId> author) throws CopException
    {
        PostRef ref = this.questions.get().find(reader, question);
        return this.posts.get().question(ref.wiki(), question).filter(facts -> author.test(facts.author()))
            .orElseThrow(CopException::notFound);
    }

    /** The second of two clicks finds what the first one did. */
    private boolean hasUnsealed(WikiId wiki, PostId question, UserId actor)
    {
        return this.ledger.about(wiki, question.value(), QuestionActs.UNSEALED).stream()
            .anyMatch(entry -> entry.getActor().equals(actor));
    }

    @Override
    public void unseal(UserId actor, PostId question) throws CopException
    {
        QuestionFacts facts = find(actor, question, author -> author.isAnonymous() || author.equals(actor));
        CopException.requireAccount(actor);
        WikiId wiki = facts.page().wiki();
        boolean more;
        do {
            more = this.ledger.decide(tx -> unsealSome(tx, actor, facts));
        } while (more);
    }

    /**
     * Gives the name of the asker to some posts, since whoever else writes waits meanwhile. The seal goes with the last
     * of them: after a crash in between, a second click names the others.
     *
     * @return whether there are more
     */
    private boolean unsealSome(Ledger.Transaction tx, UserId actor, QuestionFacts facts) throws CopException
    {
        PostId question = facts.id();
        WikiId wiki = facts.page().wiki();
        boolean isAsker = this.seals.isAsker(wiki, question.value(), actor);
        boolean hasBegun = hasUnsealed(wiki, question, actor);
        if (hasBegun && !isAsker) {
            return false;
        }
        if (!hasBegun && !facts.author().isAnonymous()) {
            throw CopException.notFound();
        }
        if (!isAsker) {
            throw CopException.forbidden();
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        List<UUID> some = this.posts.get().anonymous(tx, wiki, question.value(), UNSEALED_AT_ONCE);
        for (UUID post : some) {
            tx.append(EntryDraft.of(wiki, actor, QuestionActs.UNSEALED, post, question.value())
                .in(facts.community()).at(now).repeatable());
        }
        boolean more = some.size() == UNSEALED_AT_ONCE;
        if (!more) {
            this.seals.unseal(tx, wiki, question.value());
        }
        return more;
    }

    @Override
    public Person reveal(UserId actor, PostId question, String reason) throws CopException
    {
        QuestionFacts facts = revealing(actor, question);
        FormCheck check = new FormCheck();
        String why = check.text("reason", reason, 1, REASON_MAXIMUM, "cop.anonymity.error.reason");
        check.end();
        WikiId wiki = facts.page().wiki();
        UserId asker = this.ledger.decide(tx -> {
            UserId sealed = this.seals.asker(wiki, question.value()).orElseThrow(CopException::notFound);
            tx.append(EntryDraft.of(wiki, actor, AnonymityActs.REVEALED, question.value(), why).in(facts.community())
                .at(Instant.ofEpochMilli(System.currentTimeMillis())).repeatable());
            return sealed;
        });
        return this.persons.find(asker);
    }

    @Override
    public void checkReveal(UserId actor, PostId question) throws CopException
    {
        revealing(actor, question);
    }

    private QuestionFacts revealing(UserId actor, PostId question) throws CopException
    {
        QuestionFacts facts = find(actor, question);
        CopException.requireAccount(actor);
        if (!Administrators.include(this.access.get(), facts.page().wiki(), actor)) {
            throw CopException.forbidden();
        }
        return facts;
    }

    @Override
    public List<Own> own(UserId actor, WikiId wiki) throws CopException
    {
        CopException.requireAccount(actor);
        List<Sealed> sealed = this.seals.of(wiki, actor);
        if (sealed.isEmpty()) {
            return List.of();
        }
        Map<PostId, QuestionSummary> found = this.questions.get().summaries(actor, wiki,
            sealed.stream().map(seal -> new PostId(seal.question())).toList());
        Map<UUID, Long> last = last(wiki, sealed);
        return sealed.stream().filter(seal -> found.containsKey(new PostId(seal.question())))
            .map(seal -> own(found.get(new PostId(seal.question())), isNews(seal, last)))
            .sorted(Comparator.comparing(Own::created).reversed()).toList();
    }

    private static Own own(QuestionSummary question, boolean news)
    {
        return new Own(question.id(), question.title(), question.page(), question.created(), news);
    }

    private static boolean isNews(Sealed seal, Map<UUID, Long> last)
    {
        return last.getOrDefault(seal.question(), 0L) > seal.seen();
    }

    /** Returns the last entries of which the askers of some questions want to know. */
    Map<UUID, Long> last(WikiId wiki, List<Sealed> sealed)
    {
        Set<UUID> ids = sealed.stream().map(Sealed::question).collect(Collectors.toSet());
        Map<UUID, Long> last = new HashMap<>(this.posts.get().lastByOthers(wiki, ids));
        for (List<UUID> some : Chunks.of(ids)) {
            this.ledger.read(session -> session.createQuery("select subject, max(sequence) from LedgerEntry "
                + "where wiki = :wiki and act = :act and subject in (:ids) group by subject", Object[].class)
                .setParameter("wiki", wiki.value()).setParameter("act", AnonymityActs.REVEALED.name())
                .setParameterList("ids", some).getResultList())
                .forEach(row -> last.merge((UUID) row[0], (Long) row[1], Math::max));
        }
        return last;
    }

    @Override
    public int unread(UserId person, WikiId wiki)
    {
        try {
            return person.isImported() || person.isAnonymous() ? 0
                : (int) own(person, wiki).stream().filter(Own::news).count();
        } catch (CopException e) {
            // A guest has none.
            return 0;
        }
    }

    @Override
    public void seen(UserId person, WikiId wiki, Collection<UUID> posts)
    {
        List<Sealed> own = person.isGuest() ? List.of()
            : this.seals.of(wiki, person).stream().filter(seal -> posts.contains(seal.question())).toList();
        if (!own.isEmpty()) {
            Map<UUID, Long> last = last(wiki, own);
            own.stream().filter(seal -> isNews(seal, last))
                .forEach(seal -> this.seals.seen(wiki, seal.question(), person, last.get(seal.question())));
        }
    }

    @Override
    public void seen(UserId actor, PostId question) throws CopException
    {
        WikiId wiki = find(actor, question).page().wiki();
        CopException.requireAccount(actor);
        if (!this.seals.isAsker(wiki, question.value(), actor)) {
            throw CopException.forbidden();
        }
        seen(actor, wiki, Set.of(question.value()));
    }
}
