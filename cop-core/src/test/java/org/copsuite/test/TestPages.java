/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Keeps pages in a map. {@link #edit}, {@link #create} and {@link #copy} simulate changes that people make with the
 * wiki's editor.
 */
public class TestPages implements Pages
{
    private final Map<PageId, List<Page>> versions = new ConcurrentHashMap<>();

    private volatile Instant date;

    private final Map<PageId, List<PageComment>> comments = new ConcurrentHashMap<>();

    private final List<PageListener> listeners = new CopyOnWriteArrayList<>();

    private final Map<PageId, Map<String, Map.Entry<PageFile, byte[]>>> files =
        new ConcurrentHashMap<>();

    private final List<MoveListener> moveListeners = new CopyOnWriteArrayList<>();

    private boolean silent;

    /**
     * Suppresses the events of changes, as if the wiki had crashed before it could notify listeners.
     *
     * @param silent whether events are suppressed
     */
    public void setSilent(boolean silent)
    {
        this.silent = silent;
    }

    @Override
    public Optional<Page> load(PageId page)
    {
        List<Page> all = this.versions.get(page);
        return all == null ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public List<PageId> holding(WikiId wiki, UUID id)
    {
        return this.versions.keySet().stream().filter(p -> p.wiki().equals(wiki))
            .filter(p -> load(p).flatMap(Page::object).map(o -> o.id().equals(id)).orElse(false)).toList();
    }

    /**
     * Stops the clock of the pages, so that several changes have the same time, as wikis store whole seconds.
     *
     * @param at the time of all further saves
     */
    public void stopClock(Instant at)
    {
        this.date = at;
    }

    @Override
    public Page save(PageDraft draft) throws StaleVersionException
    {
        Instant clock = this.date == null ? Instant.now() : this.date;
        Instant at = draft.at() == null ? clock : draft.at();
        Page saved;
        boolean created;
        synchronized (this) {
            Page now = load(draft.id()).orElse(null);
            if (now == null ? draft.expected() != null : !now.version().equals(draft.expected())) {
                throw new StaleVersionException(now);
            }
            created = now == null;
            saved = new Page(draft.id(), draft.title(), draft.content(), draft.author(),
                created ? draft.author() : now.firstAuthor(), created ? at : now.created(), at,
                nextVersion(now, draft.minor()), draft.hidden(), Optional.ofNullable(draft.object()));
            this.versions.computeIfAbsent(draft.id(), i -> new CopyOnWriteArrayList<>()).add(saved);
        }
        tell(created ? PageEvent.Kind.CREATED : PageEvent.Kind.UPDATED, saved, draft.author(), at);
        return saved;
    }

    /**
     * Changes title and text as the wiki's editor does.
     *
     * @param page the page, which has an object
     * @param title the new title
     * @param content the new text
     * @param author the author of the change
     * @return the page as saved
     */
    public Page edit(PageId page, String title, String content, UserId author)
    {
        Page now = load(page).orElseThrow();
        return write(new PageDraft(page, title, content, author, null, now.object().orElseThrow(), now.hidden(), "", false,
            now.version()));
    }

    /**
     * Creates a page, or replaces the object of one, as the wiki's object editor does.
     *
     * @param page the page
     * @param title the title
     * @param content the text
     * @param object the object, {@code null} for a plain page
     * @param author the author of the change
     * @return the page as saved
     */
    public Page create(PageId page, String title, String content, PageObject object, UserId author)
    {
        return write(new PageDraft(page, title, content, author, null, object, false, "", false,
            load(page).map(Page::version).orElse(null)));
    }

    /**
     * Removes the object from a page, as the wiki's object editor does.
     *
     * @param page the page
     * @param author the author of the change
     */
    public void strip(PageId page, UserId author)
    {
        Page now = load(page).orElseThrow();
        Page plain = new Page(page, now.title(), now.content(), author, now.firstAuthor(), now.created(), Instant.now(),
            nextVersion(now, false), now.hidden(), Optional.empty());
        this.versions.get(page).add(plain);
        this.listeners
            .forEach(l -> l.on(new PageEvent(PageEvent.Kind.UPDATED, page, null, author, plain.updated())));
    }

    private Page write(PageDraft draft)
    {
        try {
            return save(draft);
        } catch (StaleVersionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void move(PageId from, PageId to, UserId actor) throws StaleVersionException
    {
        List<PageId> moved = new ArrayList<>(List.of(from));
        if (from.isHome()) {
            this.versions.keySet().stream().filter(p -> !p.equals(from) && from.space().contains(p.space()))
                .forEach(moved::add);
        }
        for (PageId page : moved) {
            PageId target = page.equals(from) ? to : below(page, from, to);
            Page old = load(page).orElseThrow(() -> new StaleVersionException(null));
            if (load(target).isPresent()) {
                throw new StaleVersionException(load(target).orElseThrow());
            }
            List<Page> pages = this.versions.remove(page);
            this.versions.put(target, new CopyOnWriteArrayList<>(pages.stream().map(p -> at(p, target)).toList()));
            Optional.ofNullable(this.comments.remove(page)).ifPresent(c -> this.comments.put(target, c));
            tell(PageEvent.Kind.DELETED, old, actor, Instant.now());
            tell(PageEvent.Kind.CREATED, load(target).orElseThrow(), actor, Instant.now());
            this.moveListeners.forEach(listener -> listener.moved(page, target, actor));
        }
    }

    private static PageId below(PageId page, PageId from, PageId to)
    {
        SpaceId space = to.space();
        for (String name : page.space().path().subList(from.space().path().size(), page.space().path().size())) {
            space = space.child(name);
        }
        return space.page(page.name());
    }

    private static Page at(Page page, PageId place)
    {
        return new Page(place, page.title(), page.content(), page.author(), page.firstAuthor(), page.created(),
            page.updated(), page.version(), page.hidden(), page.object());
    }

    /**
     * Copies a page with its object, including the UUID.
     *
     * @param from the page to copy
     * @param to the id of the copy
     * @param actor the person who copies
     */
    public void copy(PageId from, PageId to, UserId actor)
    {
        Page old = load(from).orElseThrow();
        Page copy = new Page(to, old.title(), old.content(), actor, actor, Instant.now(), Instant.now(), "1.1",
            old.hidden(), old.object());
        this.versions.put(to, new CopyOnWriteArrayList<>(List.of(copy)));
        // As in XWiki, the copies of comments have new ids and keep their dates.
        comments(from).forEach(c -> this.comments.computeIfAbsent(to, key -> new CopyOnWriteArrayList<>())
            .add(new PageComment(UUID.randomUUID(), c.author(), c.at(), c.text())));
        tell(PageEvent.Kind.CREATED, copy, actor, copy.updated());
    }

    @Override
    public void delete(PageId page, UserId actor)
    {
        Optional<Page> old = load(page);
        this.versions.remove(page);
        this.comments.remove(page);
        old.ifPresent(p -> tell(PageEvent.Kind.DELETED, p, actor, Instant.now()));
    }

    /**
     * Restores a deleted page with its authors, as from the wiki's recycle bin.
     *
     * @param page the page as it was
     * @param actor the person who restores it
     */
    public void restore(Page page, UserId actor)
    {
        this.versions.put(page.id(), new CopyOnWriteArrayList<>(List.of(page)));
        tell(PageEvent.Kind.CREATED, page, actor, Instant.now());
    }

    @Override
    public List<Revision> history(PageId page)
    {
        List<Revision> history = new ArrayList<>();
        this.versions.getOrDefault(page, List.of())
            .forEach(p -> history.add(0, new Revision(p.version(), p.author(), p.updated(), "", false)));
        return history;
    }

    @Override
    public Optional<Page> load(PageId page, String version)
    {
        return this.versions.getOrDefault(page, List.of()).stream().filter(p -> p.version().equals(version)).findAny();
    }

    @Override
    public List<Page> list(WikiId wiki, String type, PageId after, int limit)
    {
        return this.versions.keySet().stream().filter(p -> p.wiki().equals(wiki))
            .filter(p -> after == null || p.toString().compareTo(after.toString()) > 0)
            .sorted(Comparator.comparing(PageId::toString)).map(p -> load(p).orElseThrow())
            .filter(p -> p.object().map(o -> o.type().equals(type)).orElse(false)).limit(limit).toList();
    }

    @Override
    public void comment(PageId page, PageComment comment)
    {
        List<PageComment> all = this.comments.computeIfAbsent(page, p -> new CopyOnWriteArrayList<>());
        if (all.stream().noneMatch(c -> c.id().equals(comment.id()))) {
            all.add(comment);
            load(page).ifPresent(p -> tell(PageEvent.Kind.UPDATED, p, comment.author(), comment.at()));
        }
    }

    @Override
    public List<PageComment> comments(PageId page)
    {
        return List.copyOf(this.comments.getOrDefault(page, List.of()));
    }

    @Override
    public void deleteComment(PageId page, UUID comment, UserId actor)
    {
        if (this.comments.getOrDefault(page, List.of()).removeIf(c -> c.id().equals(comment))) {
            load(page).ifPresent(p -> tell(PageEvent.Kind.UPDATED, p, actor, Instant.now()));
        }
    }

    @Override
    public void attach(PageId page, PageFile file, FileContent content)
    {
        try (InputStream stream = content.open()) {
            this.files.computeIfAbsent(page, p -> new ConcurrentSkipListMap<>()).put(file.name(),
                Map.entry(file, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<PageFile> files(PageId page)
    {
        return this.files.getOrDefault(page, Map.of()).values().stream().map(Map.Entry::getKey).toList();
    }

    @Override
    public Optional<FileContent> content(PageId page, String name)
    {
        return Optional.ofNullable(this.files.getOrDefault(page, Map.of()).get(name)).map(Map.Entry::getValue)
            .map(FileContent::of);
    }

    @Override
    public long largestFile()
    {
        return Long.MAX_VALUE;
    }

    @Override
    public void listenToMoves(MoveListener listener)
    {
        this.moveListeners.add(listener);
    }

    @Override
    public void listen(PageListener listener)
    {
        this.listeners.add(listener);
    }

    void forgetListeners()
    {
        this.listeners.clear();
        this.moveListeners.clear();
    }

    private void tell(PageEvent.Kind kind, Page page, UserId actor, Instant at)
    {
        if (!this.silent) {
            page.object().ifPresent(
                o -> this.listeners.forEach(l -> l.on(new PageEvent(kind, page.id(), o, actor, at))));
        }
    }

    private static String nextVersion(Page now, boolean minor)
    {
        if (now == null) {
            return "1.1";
        }
        String[] parts = now.version().split("\\.");
        return minor ? parts[0] + '.' + (Integer.parseInt(parts[1]) + 1) : (Integer.parseInt(parts[0]) + 1) + ".1";
    }
}
