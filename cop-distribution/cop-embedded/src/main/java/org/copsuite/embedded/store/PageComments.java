/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageEvent.Kind;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The comments of pages. */
@Component(roles = PageComments.class)
@Singleton
public class PageComments
{
    private static final String SELECT = "select id, author, written_at, content from wiki_comment ";

    @Inject
    private WikiDatabase database;

    @Inject
    private PageTable pages;

    @Inject
    private PageChanges changes;

    /**
     * Adds a comment; does nothing if the page already has a comment with that id.
     *
     * @param page the page, which must exist
     * @param comment the comment
     */
    public void add(PageId page, PageComment comment)
    {
        try {
            if (this.database.transaction(s -> insert(s, page, comment))) {
                notifyListeners(page, comment.author(), comment.at());
            }
        } catch (StoreException e) {
            // The same comment was added concurrently, which is enough.
            if (!(e.getCause() instanceof SQLException cause && WikiDatabase.isDuplicate(cause))) {
                throw e;
            }
        }
    }

    private boolean insert(Statements s, PageId page, PageComment comment) throws SQLException
    {
        long key = this.pages.find(s, page)
            .orElseThrow(() -> new IllegalArgumentException("Unknown page [" + page + "].")).key();
        String id = comment.id().toString();
        if (s.one("select id from wiki_comment where page = ? and id = ?", row -> row.getString(1), key, id)
            .isPresent()) {
            return false;
        }
        s.update("insert into wiki_comment (page, id, author, written_at, content) values (?, ?, ?, ?, ?)", key, id,
            comment.author().value(), comment.at().toEpochMilli(), Clean.text(comment.text()));
        return true;
    }

    /**
     * @param page the page
     * @return its comments, oldest first
     */
    public List<PageComment> list(PageId page)
    {
        return this.pages.load(page).map(stored -> this.database.run(s -> s.list(
            SELECT + "where page = ? order by written_at, id", PageComments::comment, stored.key()))).orElse(List.of());
    }

    /**
     * @param pages pages
     * @return the number of comments of each page that has some, in one statement for 128 pages
     */
    public Map<PageId, Integer> counts(Collection<PageId> pages)
    {
        return this.database.run(s -> {
            Map<PageId, Integer> counts = new HashMap<>();
            for (List<PageId> some : Chunks.of(pages)) {
                s.list("select p.place, count(*) from wiki_page p join wiki_comment c on c.page = p.id where p.place in ("
                    + Statements.places(some) + ") group by p.place",
                    row -> counts.put(PageId.parse(row.getString(1)), row.getInt(2)) == null, Statements.values(some));
            }
            return counts;
        });
    }

    /**
     * @param page the page
     * @param id the id of a comment
     * @return the comment, if the page has it
     */
    public Optional<PageComment> find(PageId page, UUID id)
    {
        return this.pages.load(page).flatMap(stored -> this.database.run(
            s -> s.one(SELECT + "where page = ? and id = ?", PageComments::comment, stored.key(), id.toString())));
    }

    private static PageComment comment(ResultSet row) throws SQLException
    {
        return new PageComment(UUID.fromString(row.getString("id")), new UserId(row.getString("author")),
            PageRows.instant(row, "written_at"), row.getString("content"));
    }

    /**
     * Deletes a comment; does nothing if it does not exist.
     *
     * @param page the page
     * @param comment the id of the comment
     * @param actor the user who deletes it
     */
    public void delete(PageId page, UUID comment, UserId actor)
    {
        Optional<StoredPage> stored = this.pages.load(page);
        if (stored.isPresent() && this.database.run(s -> s.update(
            "delete from wiki_comment where page = ? and id = ?", stored.get().key(), comment.toString())) > 0) {
            notifyListeners(page, actor, PageTable.now());
        }
    }

    private void notifyListeners(PageId page, UserId actor, Instant at)
    {
        this.changes.changed(page);
        this.pages.load(page).flatMap(stored -> stored.page().object()).ifPresent(
            object -> this.changes.tell(new PageEvent(Kind.UPDATED, page, object, actor, at)));
    }
}
