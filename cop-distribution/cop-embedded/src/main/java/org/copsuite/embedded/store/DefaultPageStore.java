/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Implements the page store on {@link PageTable} and {@link PageMover}. */
@Component
@Singleton
public class DefaultPageStore implements PageStore
{
    private static final int BATCH = 100;

    /** The maximum number of rows that one query reads, however few of the pages the reader may view. */
    private static final int ROWS = 20_000;

    private static final UserId NO_AUTHOR = UserId.GUEST;

    @Inject
    private WikiDatabase database;

    @Inject
    private PageTable pages;

    @Inject
    private PageMover mover;

    @Inject
    private Accounts accounts;

    @Inject
    private PageChanges changes;

    @Override
    public boolean exists(PageId page)
    {
        return this.pages.load(page).filter(stored -> stored.redirect() == null).isPresent();
    }

    @Override
    public Page edit(PageEdit edit) throws StaleVersionException
    {
        return this.pages.write(PageWrite.of(named(edit), this.pages.load(edit.id()))).page();
    }

    /** Replaces the title of a profile page by the name of the account, whoever edits the page. */
    private PageEdit named(PageEdit edit)
    {
        String title = title(edit.id(), edit.title());
        return new PageEdit(edit.id(), title, edit.content(), edit.author(), edit.hidden(), edit.comment(), edit.minor(),
            edit.expected());
    }

    private String title(PageId page, String typed)
    {
        return page.space().equals(Account.SPACE)
            ? this.accounts.find(new UserId(page.toString())).map(Account::name).orElse(typed) : typed;
    }

    @Override
    public Page recreate(PageEdit edit) throws StaleVersionException
    {
        return this.pages.write(PageWrite.of(named(edit), Optional.empty(), Set.of(PageTable.UNKNOWN))).page();
    }

    @Override
    public List<UserId> authors(PageId page)
    {
        return this.pages.authors(page);
    }

    @Override
    public Page restore(PageId page, String version, String expected, UserId actor) throws StaleVersionException
    {
        Optional<Page> now = this.pages.load(page).map(StoredPage::page);
        Page old = this.pages.load(page, version).orElseThrow(() -> new StaleVersionException(now.orElse(null)));
        return this.pages.write(new PageWrite(page, title(page, old.title()), old.content(), actor, null, old.object(),
            old.hidden(), "Restored version " + version, false, expected, Set.of())).page();
    }

    @Override
    public void copy(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        this.mover.copy(from, to, actor);
    }

    @Override
    public Optional<PageId> redirect(PageId page)
    {
        return this.pages.load(page).map(StoredPage::redirect);
    }

    @Override
    public List<PageLine> children(SpaceId space, Predicate<PageId> visible, int limit)
    {
        Map<PageId, PageLine> children = new LinkedHashMap<>();
        Range range = Range.below(space);
        this.database.run(s -> {
            String from = range.from();
            while (from != null && children.size() < limit) {
                from = step(s, space, new Range(from, range.to()), visible, children);
            }
            return children;
        });
        List<PageLine> lines = new ArrayList<>();
        for (PageLine child : children.values()) {
            if (lines.size() < limit) {
                lines.add(child);
            }
        }
        return lines;
    }

    /**
     * Reads a batch of rows and skips inner spaces; returns the reference to continue from, or {@code null} at the end.
     */
    private String step(Statements s, SpaceId space, Range range, Predicate<PageId> visible,
        Map<PageId, PageLine> children) throws SQLException
    {
        List<PageLine> batch = s.list("select " + PageRows.LINE + " from wiki_page where place >= ? and place < ? "
            + "and redirect is null order by place limit ?", PageRows::line, range.from(), range.to(), BATCH);
        SpaceId inner = null;
        for (PageLine line : batch) {
            SpaceId at = line.id().space();
            if (at.equals(space)) {
                inner = null;
                if (!line.id().isHome() && visible.test(line.id())) {
                    children.put(line.id(), line);
                }
                continue;
            }
            SpaceId next = new SpaceId(at.wiki(), at.path().subList(0, space.path().size() + 1));
            if (!next.equals(inner)) {
                inner = next;
                addSpace(s, inner, visible, children);
            }
        }
        if (batch.size() < BATCH) {
            return null;
        }
        return inner == null ? Range.after(batch.get(batch.size() - 1).id()) : Range.after(inner);
    }

    private void addSpace(Statements s, SpaceId inner, Predicate<PageId> visible, Map<PageId, PageLine> children)
        throws SQLException
    {
        PageId home = inner.home();
        if (!children.containsKey(home) && visible.test(home)) {
            Optional<PageLine> line = s.one("select " + PageRows.LINE
                + " from wiki_page where place = ? and redirect is null", PageRows::line, home.toString());
            children.put(home, line.orElse(new PageLine(home, "", null, NO_AUTHOR, Instant.EPOCH, false)));
        }
    }

    @Override
    public List<PageLine> index(IndexQuery query)
    {
        Range range = Range.below(query.space());
        String hidden = query.hidden() ? "" : "and hidden = false ";
        List<PageLine> found = new ArrayList<>();
        String after = query.after() == null ? "" : query.after().toString();
        int rows = 0;
        while (found.size() < query.limit() && rows < ROWS) {
            String last = after;
            List<PageLine> batch = this.database.run(s -> s.list("select " + PageRows.LINE
                + " from wiki_page where place >= ? and place < ? and place > ? and redirect is null " + hidden
                + "order by place limit ?", PageRows::line, range.from(), range.to(), last, BATCH));
            add(batch, query.visible(), query.limit(), found);
            rows += BATCH;
            if (batch.size() < BATCH) {
                break;
            }
            after = batch.get(batch.size() - 1).id().toString();
        }
        return found;
    }

    private static void add(List<PageLine> batch, Predicate<PageId> visible, int limit, List<PageLine> found)
    {
        for (PageLine line : batch) {
            if (found.size() < limit && visible.test(line.id())) {
                found.add(line);
            }
        }
    }

    @Override
    public List<PageLine> search(WikiId wiki, String typed, Predicate<PageId> visible, int limit)
    {
        List<String> words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Object> patterns = words.stream().<Object>map(SearchWords::pattern).toList();
        Map<PageId, PageLine> found = new LinkedHashMap<>();
        newest(wiki, "and lower(title) like ? escape '!' ".repeat(words.size()), patterns, visible, limit)
            .forEach(line -> found.put(line.id(), line));
        if (found.size() < limit) {
            List<Object> arguments = new ArrayList<>(List.of(newestTexts()));
            patterns.forEach(pattern -> arguments.addAll(List.of(pattern, pattern)));
            String where = "and updated_at >= ? "
                + "and (lower(title) like ? escape '!' or lower(content) like ? escape '!') ".repeat(words.size());
            // The second query finds the title matches again, so it must return that many more.
            newest(wiki, where, arguments, visible, limit + found.size())
                .forEach(line -> found.putIfAbsent(line.id(), line));
        }
        return found.values().stream().limit(limit).toList();
    }

    /**
     * The oldest update time of the pages whose texts are searched, so that a search does not read all of a large wiki.
     */
    private long newestTexts()
    {
        return this.database.run(s -> s.one("select updated_at from wiki_page where hidden = false "
            + "and redirect is null order by updated_at desc limit 1 offset ?", row -> row.getLong(1), ROWS))
            .orElse(Long.MIN_VALUE);
    }

    @Override
    public List<PageLine> recent(WikiId wiki, Predicate<PageId> visible, int limit)
    {
        return newest(wiki, "", List.of(), visible, limit);
    }

    private List<PageLine> newest(WikiId wiki, String where, List<Object> arguments, Predicate<PageId> visible,
        int limit)
    {
        List<PageLine> found = new ArrayList<>();
        Range range = Range.below(SpaceId.of(wiki));
        long before = Long.MAX_VALUE;
        String after = "";
        for (int rows = 0; found.size() < limit && rows < ROWS; rows += BATCH) {
            List<Object> all = new ArrayList<>(arguments);
            all.addAll(List.of(range.from(), range.to(), before, before, after, BATCH));
            List<PageLine> batch = this.database.run(s -> s.list("select " + PageRows.LINE
                + " from wiki_page where redirect is null and hidden = false " + where + "and place >= ? and place < ? "
                + "and (updated_at < ? or (updated_at = ? and place > ?)) order by updated_at desc, place limit ?",
                PageRows::line, all.toArray()));
            add(batch, visible, limit, found);
            if (batch.size() < BATCH) {
                break;
            }
            PageLine last = batch.get(batch.size() - 1);
            before = last.updated().toEpochMilli();
            after = last.id().toString();
        }
        return found;
    }

    @Override
    public void onChange(Consumer<PageId> listener)
    {
        this.changes.watch(listener);
    }
}
