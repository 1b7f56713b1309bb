/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageEvent.Kind;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pages and their versions: reads them through a cache, and detects conflicting writes by comparing the version in the
 * database.
 */
@Component(roles = PageTable.class)
@Singleton
public class PageTable
{
    /** Stands for an author who is no longer known. */
    public static final UserId UNKNOWN = new UserId("unknown:");

    /** About 24 MiB of text: the weight counts characters. */
    private static final long CACHE_WEIGHT = 12L * 1024 * 1024;

    private static final int ENTRY_WEIGHT = 400;

    private static final String SELECT = "select " + PageRows.COLUMNS + " from wiki_page where ";

    private static final String CREATE = "insert into wiki_page (place, title, content, author, first_author, "
        + "created_at, updated_at, major, minor, summary, minor_edit, hidden, object_type, object_id, "
        + "object_properties, redirect) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = "update wiki_page set title = ?, content = ?, author = ?, updated_at = ?, "
        + "major = ?, minor = ?, summary = ?, minor_edit = ?, hidden = ?, object_type = ?, object_id = ?, "
        + "object_properties = ?, redirect = null where id = ? and place = ? and major = ? and minor = ?";

    @Inject
    private WikiDatabase database;

    @Inject
    private PageVersions versions;

    @Inject
    private PageChanges changes;

    private final Cache<PageId, Optional<StoredPage>> cache = Caffeine.newBuilder().maximumWeight(CACHE_WEIGHT)
        .<PageId, Optional<StoredPage>>weigher((id, page) -> ENTRY_WEIGHT + id.toString().length()
            + page.map(p -> p.page().content().length()).orElse(0))
        .build();

    /** A concurrent write won. */
    private static final class ConflictException extends Exception
    {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param page the page
     * @return the current version of the page or the redirect, if there is one
     */
    public Optional<StoredPage> load(PageId page)
    {
        Optional<StoredPage> known = this.cache.getIfPresent(page);
        // A thread takes a connection first and then the lock of the cache entry: with the opposite order, threads that
        // hold a connection and wait for the lock could block this one.
        return known != null ? known
            : this.database.run(s -> this.cache.get(page, id -> this.database.run(inner -> find(inner, id))));
    }

    Optional<StoredPage> find(Statements statements, PageId page) throws SQLException
    {
        return statements.one(SELECT + "place = ?", PageRows::page, page.toString());
    }

    /** @param pages pages that a committed transaction changed */
    void forget(Iterable<PageId> pages)
    {
        // Caffeine waits for a load in progress and then removes its value: no outdated page stays in the cache.
        this.cache.invalidateAll(pages);
    }

    /**
     * Writes a version that the suite has drafted.
     *
     * @param draft the draft; without an object, the page keeps its current one
     * @return the page as saved
     * @throws StaleVersionException if the page is not at the version that the draft expects
     */
    public Page save(PageDraft draft) throws StaleVersionException
    {
        Optional<PageObject> object = draft.object() == null
            ? load(draft.id()).flatMap(stored -> stored.page().object()) : Optional.of(draft.object());
        return write(PageWrite.of(draft, object)).page();
    }

    StoredPage write(PageWrite write) throws StaleVersionException
    {
        Optional<StoredPage> stored = load(write.id());
        Optional<StoredPage> before = stored.filter(page -> page.redirect() == null);
        StoredPage written;
        try {
            written = write.expected() == null ? create(write, stored) : update(write, before);
        } catch (ConflictException e) {
            forget(List.of(write.id()));
            throw new StaleVersionException(load(write.id()).filter(page -> page.redirect() == null)
                .map(StoredPage::page).orElse(null));
        }
        forget(List.of(write.id()));
        this.changes.changed(write.id());
        notifyListeners(before, written.page());
        return written;
    }

    /** Creates a page; replaces a redirect. */
    private StoredPage create(PageWrite write, Optional<StoredPage> stored) throws ConflictException
    {
        if (stored.isPresent() && stored.get().redirect() == null) {
            throw new ConflictException();
        }
        Page page = page(write, Version.FIRST, write.author(), write.at());
        long key = this.database.transaction(s -> {
            if (stored.isPresent()) {
                remove(s, stored.get().key());
            }
            try {
                long created = insert(s, page, write.summary(), write.minor(), null);
                PageVersions.addSources(s, created, write.sources());
                return created;
            } catch (SQLException e) {
                if (WikiDatabase.isDuplicate(e)) {
                    throw new ConflictException();
                }
                throw e;
            }
        });
        return new StoredPage(key, page, write.summary(), write.minor(), null);
    }

    private StoredPage update(PageWrite write, Optional<StoredPage> before) throws ConflictException
    {
        if (before.isEmpty() || !before.get().page().version().equals(write.expected())) {
            throw new ConflictException();
        }
        StoredPage old = before.get();
        Page page = page(write, old.version().next(write.minor()), old.page().firstAuthor(), old.page().created());
        this.database.transaction(s -> {
            if (replace(s, old, page, write) == 0) {
                throw new ConflictException();
            }
            PageVersions.archive(s, old);
            return old.key();
        });
        return new StoredPage(old.key(), page, write.summary(), write.minor(), null);
    }

    private static Page page(PageWrite write, Version version, UserId firstAuthor, Instant created)
    {
        return new Page(write.id(), write.title(), write.content(), write.author(), firstAuthor, created, write.at(),
            version.toString(), write.hidden(), write.object());
    }

    private static int replace(Statements s, StoredPage old, Page page, PageWrite write) throws SQLException
    {
        Version next = Version.parse(page.version());
        return s.update(UPDATE, page.title(), page.content(), page.author().value(), page.updated().toEpochMilli(),
            next.major(), next.minor(), write.summary(), write.minor(), page.hidden(), PageRows.type(page.object()),
            PageRows.id(page.object()), PageRows.properties(page.object()), old.key(), page.id().toString(),
            old.version().major(), old.version().minor());
    }

    /** Inserts a page with the version that it has and returns the key of its row. */
    long insert(Statements s, Page page, String summary, boolean minor, PageId redirect) throws SQLException
    {
        Version version = Version.parse(page.version());
        return s.insert(CREATE, page.id().toString(), page.title(), page.content(), page.author().value(),
            page.firstAuthor().value(), page.created().toEpochMilli(), page.updated().toEpochMilli(),
            version.major(), version.minor(), summary, minor, page.hidden(), PageRows.type(page.object()),
            PageRows.id(page.object()), PageRows.properties(page.object()),
            redirect == null ? null : redirect.toString());
    }

    private void notifyListeners(Optional<StoredPage> before, Page now)
    {
        Optional<PageObject> object = now.object();
        if (object.isPresent()) {
            Kind kind = before.isPresent() ? Kind.UPDATED : Kind.CREATED;
            this.changes.tell(new PageEvent(kind, now.id(), object.get(), now.author(), now.updated()));
        }
    }

    /**
     * Deletes a page with its versions, comments and attachments; does nothing if it does not exist.
     *
     * @param page the page
     * @param actor the user who deletes it
     */
    public void delete(PageId page, UserId actor)
    {
        Optional<StoredPage> gone = this.database.transaction(s -> {
            Optional<StoredPage> found = find(s, page);
            if (found.isPresent()) {
                PageVersions.release(s, found.get().key());
                remove(s, found.get().key());
            }
            return found;
        });
        if (gone.isPresent()) {
            forget(List.of(page));
            this.versions.delete(gone.get().key());
            this.changes.changed(page);
            gone.get().page().object().ifPresent(
                object -> this.changes.tell(new PageEvent(Kind.DELETED, page, object, actor, now())));
        }
    }

    static Instant now()
    {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    /** Deletes a page without its versions; a redirect has none. */
    void remove(Statements s, long key) throws SQLException
    {
        s.update("delete from wiki_page where id = ?", key);
        s.update("delete from wiki_comment where page = ?", key);
        s.update("delete from wiki_attachment where page = ?", key);
        s.update("delete from wiki_source where page = ?", key);
    }

    /**
     * @param page the page
     * @return everyone whose text the page may contain, including the authors of the pages that it was copied from;
     *         contains {@link #UNKNOWN} if an author is unknown; empty if the page does not exist
     */
    public List<UserId> authors(PageId page)
    {
        return load(page).map(stored -> this.database.run(s -> PageVersions.authors(s, stored.key()))).orElse(List.of());
    }

    /**
     * @param page the page
     * @return its versions, newest first
     */
    public List<Revision> history(PageId page)
    {
        return history(page, null, Integer.MAX_VALUE);
    }

    /**
     * @param page the page
     * @param before a version, {@code null} for the newest ones
     * @param limit the maximum number of versions
     * @return its versions before that version, newest first
     */
    List<Revision> history(PageId page, Version before, int limit)
    {
        Optional<StoredPage> now = load(page);
        if (now.isEmpty()) {
            return List.of();
        }
        Page newest = now.get().page();
        List<Revision> revisions = new ArrayList<>();
        if (before == null) {
            revisions.add(new Revision(newest.version(), newest.author(), newest.updated(), now.get().summary(),
                now.get().minor()));
        }
        // HSQLDB reads a limit of zero as none.
        if (limit > revisions.size()) {
            revisions.addAll(this.versions.list(now.get().key(), before == null ? now.get().version() : before,
                limit - revisions.size()));
        }
        return revisions;
    }

    /**
     * @param page the page
     * @param version one of its versions
     * @return the page at that version
     */
    public Optional<Page> load(PageId page, String version)
    {
        Optional<StoredPage> now = load(page);
        if (now.isEmpty() || now.get().page().version().equals(version)) {
            return now.map(StoredPage::page);
        }
        return this.versions.load(now.get(), Version.parse(version));
    }

    /**
     * @param wiki the wiki
     * @param id the UUID of an object
     * @return the pages that carry the object
     */
    public List<PageId> holding(WikiId wiki, UUID id)
    {
        Range range = Range.below(SpaceId.of(wiki));
        return this.database.run(s -> s.list(
            "select place from wiki_page where object_id = ? and place >= ? and place < ? order by place",
            row -> PageId.parse(row.getString("place")), id.toString(), range.from(), range.to()));
    }

    /**
     * @param wiki the wiki
     * @param ids ids of objects
     * @return those of them that pages of the wiki carry, in one statement for 128 ids
     */
    public Set<UUID> held(WikiId wiki, Collection<UUID> ids)
    {
        return this.database.run(s -> {
            Set<UUID> held = new HashSet<>();
            for (List<UUID> some : Chunks.of(ids)) {
                s.list("select place, object_id from wiki_page where object_id in (" + Statements.places(some) + ')', row -> {
                    if (PageId.parse(row.getString("place")).wiki().equals(wiki)) {
                        held.add(UUID.fromString(row.getString("object_id")));
                    }
                    return true;
                }, Statements.values(some));
            }
            return held;
        });
    }

    /**
     * @param wiki the wiki
     * @param type the type of an object
     * @param after the last page of the previous part, {@code null} for the first part
     * @param limit the maximum number of pages
     * @return the pages that carry an object of that type, ordered by reference
     */
    public List<Page> list(WikiId wiki, String type, PageId after, int limit)
    {
        Range range = Range.below(SpaceId.of(wiki)).behind(after);
        return this.database.run(s -> s.list(SELECT + "object_type = ? and place > ? and place < ? order by place limit ?",
            row -> PageRows.page(row).page(), type, range.from(), range.to(), limit));
    }
}
