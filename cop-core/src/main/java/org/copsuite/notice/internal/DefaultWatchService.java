/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.notice.WatchTarget.Type;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Watched targets in a table of the suite. */
@Component
@Singleton
public class DefaultWatchService implements WatchService
{
    private static final int LIMIT = 100;

    @Inject
    private Ledger ledger;

    @Inject
    private WatchRepository watches;

    @Inject
    private Provider<PostSource> posts;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Provider<Notices> notices;

    @Override
    public void watch(UserId actor, WatchTarget what, boolean on) throws CopException
    {
        CopException.requireAccount(actor);
        Optional<Item> item = items(actor, what.wiki(), List.of(what)).stream().findFirst();
        if (on && item.isEmpty()) {
            throw CopException.notFound();
        }
        // A choice not to watch is stored for questions only, which their writers watch by default.
        boolean kept = on || (item.isPresent() && what.type() == Type.QUESTION);
        this.ledger.record(tx -> {
            write(tx.session(), actor, what, kept ? on : null);
            return null;
        });
        PageId page = item.map(Item::page).orElse(null);
        if (on && page != null) {
            this.notices.get().unmute(actor, page);
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
                .setParameter("wiki", what.wiki()).setParameter("person", actor.value()).getSingleResult();
            if (many >= MAXIMUM) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.notice.error.many", MAXIMUM);
            }
            session.persist(new WatchRow(what, actor, watching));
        }
    }

    @Override
    public Optional<Boolean> choice(UserId person, WatchTarget what)
    {
        return person.isGuest() ? Optional.empty() : this.watches.choice(what, person);
    }

    @Override
    public Slice<Item> watched(UserId actor, String wiki, String after, int limit) throws CopException
    {
        CopException.requireAccount(actor);
        if (limit < 1 || limit > LIMIT) {
            throw CopException.invalid("limit", "cop.error.limit", LIMIT);
        }
        String list = "watched/" + wiki + '/' + actor.value();
        List<WatchTarget> found = this.watches.of(actor, wiki, after == null ? null : last(list, wiki, after), limit + 1);
        List<WatchTarget> shown = found.subList(0, Math.min(limit, found.size()));
        WatchTarget end = found.size() > limit ? shown.get(limit - 1) : null;
        return new Slice<>(items(actor, wiki, shown), end == null ? null : Cursor.write(list, end.type(), end.target()));
    }

    private static WatchTarget last(String list, String wiki, String after) throws CopException
    {
        Cursor cursor = Cursor.read(list, after, 2);
        for (Type type : Type.values()) {
            if (type.name().equals(cursor.text(0))) {
                return new WatchTarget(wiki, type, cursor.text(1));
            }
        }
        throw CopException.invalid("after", "cop.error.cursor");
    }

    /** Returns the targets that the reader may view, with at most three statements. */
    private List<Item> items(UserId reader, String wiki, List<WatchTarget> watched)
    {
        Map<UUID, PostLocation> questions = this.posts.get().locations(reader, wiki, ids(watched, Type.QUESTION));
        Map<UUID, CommunityLocation> homes = this.communities.find(reader, wiki, ids(watched, Type.COMMUNITY));
        List<Item> items = new ArrayList<>();
        for (WatchTarget what : watched) {
            switch (what.type()) {
                case TAG -> items.add(new Item(what, what.target(), null));
                case COMMUNITY -> Optional.ofNullable(homes.get(what.id()))
                    .ifPresent(home -> items.add(new Item(what, home.title(), home.page())));
                default -> Optional.ofNullable(questions.get(what.id()))
                    .filter(post -> post.id().equals(post.question()))
                    .ifPresent(post -> items.add(new Item(what, post.title(), post.page())));
            }
        }
        return items;
    }

    private static Set<UUID> ids(List<WatchTarget> watched, Type type)
    {
        return watched.stream().filter(what -> what.type() == type).map(WatchTarget::id).collect(Collectors.toSet());
    }
}
