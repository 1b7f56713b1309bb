/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.spi.WatchableType.Watchable;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Watched targets in a table of the suite. */
@Component
@Singleton
public class DefaultWatchService implements WatchService
{
    @Inject
    private Ledger ledger;

    @Inject
    private WatchRepository watches;

    @Inject
    private WatchableTypes types;

    @Inject
    private Provider<Notices> notices;

    @Override
    public WatchTarget target(WikiId wiki, String type, String target) throws CopException
    {
        return this.types.read(wiki, type, target);
    }

    @Override
    public void watch(UserId actor, WatchTarget what, boolean on) throws CopException
    {
        CopException.requireAccount(actor);
        Watchable thing = this.types.find(actor, what.wiki(), List.of(what)).get(what);
        if (on && thing == null) {
            throw CopException.notFound();
        }
        if (on) {
            this.types.of(what).orElseThrow().checkWatch(actor, what.wiki(), what.target());
        }
        boolean kept = on || thing != null && this.types.of(what).orElseThrow().hasImplicitWatchers();
        this.ledger.record(tx -> {
            write(tx.session(), actor, what, kept ? on : null);
            return null;
        });
        if (on && thing.hasOwnPage()) {
            this.notices.get().unmute(actor, thing.page());
        }
    }

    private static void write(Session session, UserId actor, WatchTarget what, Boolean watching) throws CopException
    {
        WatchRow row = session.get(WatchRow.class, new WatchRow.Key(what, actor));
        if (watching == null) {
            if (row != null) {
                session.delete(row);
            }
        } else if (row != null) {
            row.watching = watching;
        } else {
            long many = session
                .createQuery("select count(target) from WatchRow where wiki = :wiki and person = :person", Long.class)
                .setParameter("wiki", what.wiki().value()).setParameter("person", actor.value()).getSingleResult();
            if (many >= MAXIMUM) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.notice.error.many", MAXIMUM);
            }
            session.persist(new WatchRow(what, actor, watching));
        }
    }

    @Override
    public void allow(Ledger.Transaction tx, UserId person, WatchTarget what)
    {
        WatchRepository.lift(tx.session(), what, person);
    }

    @Override
    public Optional<Boolean> choice(UserId person, WatchTarget what)
    {
        return person.isGuest() ? Optional.empty() : this.watches.choice(what, person);
    }

    @Override
    public Slice<Item> watched(UserId actor, WikiId wiki, String after, int limit) throws CopException
    {
        CopException.requireAccount(actor);
        Slice<WatchTarget> targets = this.watches.of(actor, wiki, after, limit);
        List<Item> items = new ArrayList<>();
        this.types.find(actor, wiki, targets.items()).forEach((target, thing) -> items.add(new Item(target, thing)));
        return new Slice<>(items, targets.next());
    }
}
