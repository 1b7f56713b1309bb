/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeService;
import org.copsuite.spi.UnreadSource;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Notices in the table of the suite. */
@Component
@Singleton
public class DefaultNoticeService implements NoticeService
{
    private static final Keyset<NoticeRow> NEWEST =
        new Keyset<NoticeRow>().descending("sequence", Cursor::number, row -> row.sequence)
            .ofIndex("wiki", "person");

    /** Maximum number of posts of one page for which notices are marked as read. */
    private static final int POSTS = 500;

    private static final String OWN = " where wiki = :wiki and person = :person";

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private NoticeRepository repository;

    @Inject
    private NoticeViews views;

    @Inject
    private UnreadCounts counts;

    @Inject
    private Provider<List<UnreadSource>> sources;

    @Inject
    private MailPreferences preferences;

    @Override
    public Slice<NoticeView> list(UserId actor, WikiId wiki, String after, int limit) throws CopException
    {
        CopException.requireAccount(actor);
        KeysetPage<NoticeRow> page = NEWEST.page("notices/" + wiki + '/' + actor.value(), after, limit);
        if (this.notices.get().handles()) {
            return new Slice<>(List.of(), null);
        }
        Slice<NoticeRow> rows = this.ledger.read(
            session -> page.slice(own(page.query(session, "from NoticeRow" + OWN, NoticeRow.class), actor, wiki)));
        return new Slice<>(this.views.of(actor, wiki, rows.items()), rows.next());
    }

    @Override
    public int unread(UserId person, WikiId wiki)
    {
        return hasNone(person) ? 0 : this.counts.get(wiki, person);
    }

    @Override
    public int knownUnread(UserId person, WikiId wiki)
    {
        return hasNone(person) ? 0 : this.counts.known(wiki, person);
    }

    private boolean hasNone(UserId person)
    {
        return person.isGuest() || this.notices.get().handles();
    }

    private static <T> Query<T> own(Query<T> query, UserId person, WikiId wiki)
    {
        return query.setParameter("wiki", wiki.value()).setParameter("person", person.value());
    }

    @Override
    public void read(UserId actor, WikiId wiki, long id) throws CopException
    {
        CopException.requireAccount(actor);
        int found = this.ledger.record(tx -> own(tx.session()
            .createQuery("update NoticeRow set seen = true" + OWN + " and sequence = :sequence"), actor, wiki)
            .setParameter("sequence", id).executeUpdate());
        this.counts.changed(wiki, actor);
        if (found == 0) {
            throw CopException.notFound();
        }
    }

    @Override
    public void readAll(UserId actor, WikiId wiki, long last) throws CopException
    {
        CopException.requireAccount(actor);
        this.repository.readAll(actor, wiki, last);
        this.counts.changed(wiki, actor);
    }

    @Override
    public void seen(UserId reader, WikiId wiki, Collection<UUID> posts)
    {
        List<UUID> some = posts.stream().limit(POSTS).toList();
        if (hasNone(reader) || some.isEmpty() || this.counts.known(wiki, reader) == 0) {
            return;
        }
        this.counts.later(() -> {
            this.ledger.write(tx -> own(tx.session().createQuery("update NoticeRow set seen = true" + OWN
                + " and seen = false and about in (:posts)"), reader, wiki).setParameterList("posts", some)
                .executeUpdate());
            this.sources.get().forEach(source -> source.seen(reader, wiki, some));
            this.counts.changed(wiki, reader);
        });
    }

    @Override
    public MailFrequency mailFrequency(UserId person, WikiId wiki)
    {
        return this.preferences.of(wiki, person);
    }

    @Override
    public void setMailFrequency(UserId actor, WikiId wiki, MailFrequency wish) throws CopException
    {
        CopException.requireAccount(actor);
        this.preferences.set(wiki, actor, wish);
    }
}
