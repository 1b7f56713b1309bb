/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.Revision;
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

    /** The number of pages whose titles one statement searches. */
    private static final int TITLES = 2_000;

    /** The number of characters of a page that are searched. */
    private static final int TEXT = 20_000;

    /** The maximum time of a search; it finds what it found until then. */
    private static final Duration SEARCH = Duration.ofMillis(500);

    /** The maximum time for which a search waits for others. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

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

    /** Searches read texts from the database, which uses a processor; others must have one. */
    private final Semaphore searches = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

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
        PageId after = query.after();
        int rows = 0;
        while (found.size() < query.limit() && rows < ROWS) {
            Range rest = range.behind(after);
            List<PageLine> batch = this.database.run(s -> s.list("select " + PageRows.LINE
                + " from wiki_page where place > ? and place < ? and redirect is null " + hidden
                + "order by place limit ?", PageRows::line, rest.from(), rest.to(), BATCH));
            add(batch, query.visible(), query.limit(), found);
            rows += BATCH;
            if (batch.size() < BATCH) {
                break;
            }
            after = batch.get(batch.size() - 1).id();
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
        Map<PageId, PageLine> found = new LinkedHashMap<>();
        if (!enterSearch()) {
            return List.of();
        }
        try {
            long end = System.nanoTime() + SEARCH.toNanos();
            List<Object> patterns = words.stream().<Object>map(SearchWords::pattern).toList();
            Window titles = new Window("and lower(title) like ? escape '!' ".repeat(words.size()), patterns, TITLES);
            search(wiki, titles, visible, limit, end, found);
            List<Object> both = new ArrayList<>();
            patterns.forEach(pattern -> both.addAll(List.of(pattern, pattern)));
            String text = "and (lower(title) like ? escape '!' or lower(substring(content from 1 for " + TEXT
                + ")) like ? escape '!') ";
            Window texts = new Window(text.repeat(words.size()), both, BATCH);
            search(wiki, texts, visible, limit, end, found);
        } finally {
            this.searches.release();
        }
        return found.values().stream().limit(limit).toList();
    }

    /**
     * Which pages are searched.
     *
     * @param where the condition
     * @param arguments its arguments
     * @param size the number of pages that one statement reads
     */
    private record Window(String where, List<Object> arguments, int size)
    {
    }

    /** Waits until this search may read the database. */
    private boolean enterSearch()
    {
        try {
            return this.searches.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Searches the newest pages first, some at once, until the time is over. */
    private void search(WikiId wiki, Window window, Predicate<PageId> visible, int limit, long end,
        Map<PageId, PageLine> found)
    {
        Range range = Range.below(SpaceId.of(wiki));
        long before = Long.MAX_VALUE;
        while (found.size() < limit && System.nanoTime() - end < 0) {
            Optional<Long> edge = edge(before, window.size());
            List<Object> all = new ArrayList<>(List.of(before, edge.orElse(Long.MIN_VALUE)));
            all.addAll(window.arguments());
            all.addAll(List.of(range.from(), range.to()));
            this.database.run(s -> s.list("select " + PageRows.LINE + " from wiki_page where updated_at < ? and "
                + "updated_at >= ? and redirect is null and hidden = false " + window.where()
                + "and place >= ? and place < ? order by updated_at desc, place", PageRows::line, all.toArray())).stream()
                .filter(line -> visible.test(line.id())).forEach(line -> found.putIfAbsent(line.id(), line));
            if (edge.isEmpty()) {
                return;
            }
            before = edge.get();
        }
    }

    /** @return the update time that so many pages have or are newer than, among those that are older than a time */
    private Optional<Long> edge(long before, int pages)
    {
        return this.database.run(s -> s.one("select updated_at from wiki_page where updated_at < ? "
            + "order by updated_at desc limit 1 offset ?", row -> row.getLong(1), before, pages - 1));
    }

    @Override
    public List<PageLine> recent(WikiId wiki, Predicate<PageId> visible, int limit)
    {
        List<PageLine> found = new ArrayList<>();
        Range range = Range.below(SpaceId.of(wiki));
        long before = Long.MAX_VALUE;
        String after = "";
        for (int rows = 0; found.size() < limit && rows < ROWS; rows += BATCH) {
            List<Object> all = List.of(range.from(), range.to(), before, before, after, BATCH);
            List<PageLine> batch = this.database.run(s -> s.list("select " + PageRows.LINE
                + " from wiki_page where redirect is null and hidden = false and place >= ? and place < ? "
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
    public List<Revision> history(PageId page, String before, int limit)
    {
        return this.pages.history(page, before.isEmpty() ? null : Version.parse(before), limit);
    }

    @Override
    public void onChange(Consumer<PageId> listener)
    {
        this.changes.watch(listener);
    }
}
