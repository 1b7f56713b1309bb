/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.UserId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * The old versions of pages. There may be any number of them, each with a text of its own, and HSQLDB keeps every row
 * that a transaction has changed in memory: no transaction deletes more than {@link #STEP}, and nothing reads all of
 * them to learn who wrote them.
 */
@Component(roles = PageVersions.class)
@Singleton
public class PageVersions implements Initializable
{
    /** The maximum number of versions that one transaction deletes; each has up to a million characters. */
    static final int STEP = 16;

    private static final String ARCHIVE = "insert into wiki_version (page, major, minor, title, content, author, "
        + "updated_at, summary, minor_edit, hidden, object_type, object_id, object_properties) "
        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private WikiDatabase database;

    @Inject
    private Logger logger;

    /** Deletes what a process that ended has left. */
    @Override
    public void initialize()
    {
        this.database.run(s -> s.list("select page from wiki_removed", row -> row.getLong(1))).forEach(this::delete);
    }

    /** Stores the version of a page that is replaced, and its author. */
    static void archive(Statements s, StoredPage old) throws SQLException
    {
        Page page = old.page();
        s.update(ARCHIVE, old.key(), old.version().major(), old.version().minor(), page.title(), page.content(),
            page.author().value(), page.updated().toEpochMilli(), old.summary(), old.minor(), page.hidden(),
            PageRows.type(page.object()), PageRows.id(page.object()), PageRows.properties(page.object()));
        addSources(s, old.key(), List.of(page.author()));
    }

    /** Stores authors of old versions of a page, or of the text that it was created from. */
    static void addSources(Statements s, long key, Iterable<UserId> authors) throws SQLException
    {
        for (UserId author : authors) {
            if (s.one("select page from wiki_source where page = ? and author = ?", row -> row.getLong(1), key,
                author.value()).isEmpty()) {
                s.update("insert into wiki_source (page, author) values (?, ?)", key, author.value());
            }
        }
    }

    /** Reads the authors of all versions of a page and of the text that it was created from. */
    static List<UserId> authors(Statements s, long key) throws SQLException
    {
        return s.list("select author from wiki_page where id = ? union select author from wiki_source where page = ?",
            row -> new UserId(row.getString("author")), key, key);
    }

    /** Reads old versions of a page before a version, newest first. HSQLDB reads each with its text, so only these. */
    List<Revision> list(long key, Version before, int limit)
    {
        String order = " order by page desc, major desc, minor desc limit ?"
            + (this.database.dialect() == Dialect.HSQLDB ? OrderedHsqlDialect.USING_INDEX : "");
        return this.database.run(s -> s.list(
            "select major, minor, author, updated_at, summary, minor_edit from wiki_version where page = ? "
                + "and major <= ? and (major < ? or minor < ?)" + order,
            row -> new Revision(PageRows.version(row), new UserId(row.getString("author")),
                PageRows.instant(row, "updated_at"), row.getString("summary"), row.getBoolean("minor_edit")),
            key, before.major(), before.major(), before.minor(), limit));
    }

    /** Reads an old version of a page. */
    Optional<Page> load(StoredPage now, Version wanted)
    {
        return this.database.run(s -> s.one(
            "select * from wiki_version where page = ? and major = ? and minor = ?",
            row -> PageRows.version(row, now.page()), now.key(), wanted.major(), wanted.minor()));
    }

    /** Notes, in the transaction that deletes a page, that {@link #delete} has to follow. */
    static void release(Statements s, long key) throws SQLException
    {
        s.update("insert into wiki_removed (page) values (?)", key);
    }

    /** Deletes the versions of a page that was deleted. If that fails, the next start deletes them: nobody can read them. */
    void delete(long key)
    {
        try {
            int deleted;
            do {
                deleted = this.database.transaction(s -> deleteSome(s, key));
            } while (deleted == STEP);
            this.database.run(s -> s.update("delete from wiki_removed where page = ?", key));
        } catch (StoreException e) {
            this.logger.warn("Failed to delete the versions of a deleted page; the next start tries again.", e);
        }
    }

    /** @return the number of versions deleted, {@link #STEP} if there may be more */
    static int deleteSome(Statements s, long key) throws SQLException
    {
        List<Version> some = s.list("select major, minor from wiki_version where page = ? limit ?",
            row -> new Version(row.getInt("major"), row.getInt("minor")), key, STEP);
        for (Version version : some) {
            s.update("delete from wiki_version where page = ? and major = ? and minor = ?", key, version.major(),
                version.minor());
        }
        return some.size();
    }
}
