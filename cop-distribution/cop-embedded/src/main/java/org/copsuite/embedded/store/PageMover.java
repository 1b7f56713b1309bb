/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageEvent.Kind;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Moves and copies pages. */
@Component(roles = PageMover.class)
@Singleton
public class PageMover
{
    @Inject
    private WikiDatabase database;

    @Inject
    private PageTable pages;

    @Inject
    private PageChanges changes;

    @Inject
    private RuleCache rules;

    /** The maximum number of pages that move at once: the transaction writes two rows for each. */
    static final int PAGES_MAXIMUM = 10_000;

    /** The maximum sum of characters of these pages: HSQLDB keeps each row that a transaction changes in memory. */
    static final int CHARACTERS_MAXIMUM = 20_000_000;

    /** One page of a move, without its text. */
    private record Step(long key, PageId from, Optional<PageObject> object, long characters, PageId to)
    {
    }

    /**
     * Moves a page. Moving a home page to a home page also moves all pages in its space, at any depth, and the rules of
     * that space.
     *
     * @param from the page
     * @param to the target; it must not exist, except as a redirect
     * @param actor the user who moves the page
     * @throws StaleVersionException if the page does not exist, if the target exists, or if spaces at the target have
     *            rules: a move must not bring pages under other rules
     * @throws IllegalArgumentException if a space would move into itself
     * @throws LargeMoveException if the space has more than {@link #PAGES_MAXIMUM} pages or {@link #CHARACTERS_MAXIMUM} characters
     */
    public void move(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        if (from.equals(to)) {
            return;
        }
        if (from.isHome() && to.isHome() && from.space().contains(to.space())) {
            throw new IllegalArgumentException("A space cannot be moved into itself.");
        }
        Instant at = PageTable.now();
        boolean deep = from.isHome() && to.isHome();
        if (deep && this.rules.all().keySet().stream()
            .anyMatch(space -> to.space().contains(space) && !from.space().contains(space))) {
            throw new StaleVersionException(this.pages.load(to).map(StoredPage::page).orElse(null));
        }
        // The rules apply at the target before the first page is there: no page is visible to the wrong readers.
        RuleCache.Move moved = deep ? this.rules.move(from.space(), to.space()) : RuleCache.Move.NOTHING;
        List<Step> steps;
        boolean done = false;
        try {
            steps = this.database.transaction(s -> {
                List<Step> found = steps(s, from, to, deep);
                relocate(s, found, actor, at);
                this.rules.write(s, moved);
                return found;
            });
            done = true;
        } finally {
            this.rules.end(moved, done);
        }
        notifyListeners(steps, actor, at);
    }

    private List<Step> steps(Statements s, PageId from, PageId to, boolean deep)
        throws SQLException, StaleVersionException
    {
        Optional<StoredPage> first = this.pages.find(s, from);
        if (first.isEmpty()) {
            throw new StaleVersionException(null);
        }
        List<Step> steps = new ArrayList<>();
        if (deep) {
            steps.addAll(below(s, from.space(), to.space()));
        } else {
            StoredPage page = first.get();
            steps.add(new Step(page.key(), from, page.page().object(), page.page().content().length(), to));
        }
        for (Step step : steps) {
            PageWrite.checkPlace(step.to());
            removeRedirect(s, step.to());
        }
        steps.sort(Comparator.comparing(step -> !step.from().equals(from)));
        return steps;
    }

    private static List<Step> below(Statements s, SpaceId from, SpaceId to) throws SQLException
    {
        Range range = Range.below(from);
        List<Step> steps = s.list("select id, place, object_type, object_id, object_properties, "
            + "char_length(content) as characters from wiki_page where place >= ? and place < ? and redirect is null "
            + "order by place limit ?", row -> {
                PageId old = PageId.parse(row.getString("place"));
                return new Step(row.getLong("id"), old, PageRows.object(row), row.getLong("characters"),
                    rebase(old.space(), from, to).page(old.name()));
            }, range.from(), range.to(), PAGES_MAXIMUM + 1);
        if (steps.size() > PAGES_MAXIMUM || steps.stream().mapToLong(Step::characters).sum() > CHARACTERS_MAXIMUM) {
            throw new LargeMoveException();
        }
        return steps;
    }

    static SpaceId rebase(SpaceId space, SpaceId from, SpaceId to)
    {
        List<String> path = new ArrayList<>(to.path());
        path.addAll(space.path().subList(from.path().size(), space.path().size()));
        return new SpaceId(to.wiki(), path);
    }

    private void removeRedirect(Statements s, PageId to) throws SQLException, StaleVersionException
    {
        Optional<StoredPage> there = this.pages.find(s, to);
        if (there.isPresent()) {
            if (there.get().redirect() == null) {
                throw new StaleVersionException(there.get().page());
            }
            this.pages.remove(s, there.get().key());
        }
    }

    private void relocate(Statements s, List<Step> steps, UserId actor, Instant at)
        throws SQLException, StaleVersionException
    {
        for (Step step : steps) {
            try {
                relocate(s, step, actor, at);
            } catch (SQLException e) {
                if (WikiDatabase.isDuplicate(e)) {
                    throw new StaleVersionException(null);
                }
                throw e;
            }
        }
    }

    private void relocate(Statements s, Step step, UserId actor, Instant at) throws SQLException
    {
        s.update("update wiki_page set place = ? where id = ?", step.to().toString(), step.key());
        Page redirect = new Page(step.from(), "", "", actor, actor, at, at, Version.FIRST.toString(), true,
            Optional.empty());
        this.pages.insert(s, redirect, "", false, step.to());
    }

    private void notifyListeners(List<Step> steps, UserId actor, Instant at)
    {
        for (Step step : steps) {
            this.pages.forget(List.of(step.from(), step.to()));
        }
        for (Step step : steps) {
            this.changes.changed(step.from());
            this.changes.changed(step.to());
            step.object().ifPresent(object -> {
                this.changes.tell(new PageEvent(Kind.DELETED, step.from(), object, actor, at));
                this.changes.tell(new PageEvent(Kind.CREATED, step.to(), object, actor, at));
                this.changes.tell(new PageEvent(Kind.CREATED, step.from(), null, actor, at));
            });
            this.changes.moved(step.from(), step.to(), actor);
        }
    }

    /**
     * Copies a page with its object, comments and attachments.
     *
     * @param from the page
     * @param to the target; it must not exist, except as a redirect
     * @param actor the user who copies the page
     * @throws StaleVersionException if the page does not exist or the target exists
     */
    public void copy(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        PageWrite.checkPlace(to);
        Instant at = PageTable.now();
        Page copy = this.database.transaction(s -> {
            StoredPage source = this.pages.find(s, from).filter(p -> p.redirect() == null)
                .orElseThrow(() -> new StaleVersionException(null));
            removeRedirect(s, to);
            Page old = source.page();
            Page made = new Page(to, old.title(), old.content(), actor, actor, at, at, Version.FIRST.toString(),
                old.hidden(), old.object());
            long key = this.pages.insert(s, made, "", false, null);
            // A copy must not be trusted more than its source.
            PageVersions.addSources(s, key, PageVersions.authors(s, source.key()));
            s.update("insert into wiki_comment (page, id, author, written_at, content) "
                + "select ?, id, author, written_at, content from wiki_comment where page = ?", key, source.key());
            s.update("insert into wiki_attachment (page, name, content_type, size, author, added_at, content) "
                + "select ?, name, content_type, size, author, added_at, content from wiki_attachment "
                + "where page = ?", key, source.key());
            return made;
        });
        this.pages.forget(List.of(to));
        this.changes.changed(to);
        copy.object().ifPresent(
            object -> this.changes.tell(new PageEvent(Kind.CREATED, to, object, actor, at)));
    }
}
