/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.anonymity.SealService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads and writes the table of seals. Caches nothing and logs nothing. */
@Component(roles = {SealService.class, DefaultSealService.class})
@Singleton
public class DefaultSealService implements SealService
{
    private static final String WIKI = "wiki";

    private static final String ONE = " where wiki = :wiki and id = :id";

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Override
    public boolean isOffered(WikiId wiki, CommunityId community)
    {
        return this.settings.get(AnonymitySettings.QUESTIONS, SettingTarget.community(wiki, community));
    }

    @Override
    public void seal(WikiId wiki, UUID question, UserId asker) throws CopException
    {
        this.ledger.record(tx -> {
            SealRow row = row(tx.session(), wiki, question);
            if (row != null && !row.person.equals(asker.value())) {
                throw CopException.notFound();
            }
            if (row == null) {
                tx.session().persist(new SealRow(wiki.value(), question, asker.value()));
            }
            return null;
        });
    }

    private static SealRow row(Session session, WikiId wiki, UUID question)
    {
        return session.get(SealRow.class, new RowKey(wiki, question));
    }

    @Override
    public boolean isAsker(WikiId wiki, UUID question, UserId person)
    {
        return !person.isGuest() && asker(wiki, question).filter(person::equals).isPresent();
    }

    @Override
    public Optional<UserId> asker(WikiId wiki, UUID question)
    {
        return this.ledger.read(session -> session.createQuery("select person from SealRow" + ONE, String.class)
            .setParameter(WIKI, wiki.value()).setParameter("id", question).uniqueResultOptional()).map(UserId::new);
    }

    @Override
    public List<Sealed> of(WikiId wiki, UserId person)
    {
        return this.ledger.read(session -> session
            .createQuery("from SealRow where wiki = :wiki and person = :person order by id", SealRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("person", person.value()).setMaxResults(LISTED)
            .getResultStream().map(DefaultSealService::sealed).toList());
    }

    static Sealed sealed(SealRow row)
    {
        return new Sealed(row.id, new UserId(row.person), row.seen, row.mailed);
    }

    /** Returns seals of a wiki by the ids of their questions, for the nightly task. */
    List<Sealed> all(WikiId wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> session
            .createQuery("from SealRow where wiki = :wiki and id > :after order by id", SealRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("after", after).setMaxResults(limit)
            .getResultStream().map(DefaultSealService::sealed).toList());
    }

    @Override
    public void seen(WikiId wiki, UUID question, UserId person, long sequence)
    {
        this.ledger.write(tx -> tx.session()
            .createQuery("update SealRow set seen = :sequence" + ONE + " and person = :person and seen < :sequence")
            .setParameter("sequence", sequence).setParameter(WIKI, wiki.value()).setParameter("id", question)
            .setParameter("person", person.value()).executeUpdate());
    }

    /** Returns whether the caller is the one who has to send the mail. */
    boolean mailed(WikiId wiki, UUID question, long before, long sequence) throws CopException
    {
        return this.ledger.record(tx -> tx.session()
            .createQuery("update SealRow set mailed = :sequence" + ONE + " and mailed = :before")
            .setParameter("sequence", sequence).setParameter("before", before).setParameter(WIKI, wiki.value())
            .setParameter("id", question).executeUpdate()) > 0;
    }

    @Override
    public void unseal(Ledger.Transaction tx, WikiId wiki, UUID question)
    {
        delete(tx.session(), wiki, question);
    }

    /** Removes the seal of a question that was never asked. */
    void forget(WikiId wiki, UUID question)
    {
        this.ledger.write(tx -> delete(tx.session(), wiki, question));
    }

    private static void delete(Session session, WikiId wiki, UUID question)
    {
        session.createQuery("delete from SealRow" + ONE).setParameter(WIKI, wiki.value()).setParameter("id", question)
            .executeUpdate();
    }
}
