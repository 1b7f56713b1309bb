/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Pages.PageEvent;
import org.copsuite.wiki.Pages.PageFile;
import org.copsuite.wiki.Pages.PageEvent.Kind;
import org.copsuite.wiki.Pages.Revision;
import org.junit.jupiter.api.Test;

/** The contract of {@link Pages}, tested on every binding. */
public abstract class PagesContract
{
    private static final WikiId WIKI = new WikiId("xwiki");

    /** A space that only this test uses, since all tests may share one wiki. */
    private final SpaceId space = SpaceId.of(WIKI, "Contract", "S" + UUID.randomUUID().toString().substring(0, 8));

    private final List<PageEvent> events = new CopyOnWriteArrayList<>();

    /** @return the binding under test */
    protected abstract Pages pages();

    /** @return an account */
    protected abstract UserId alice();

    /** @return another account */
    protected abstract UserId bob();

    private PageDraft draft(PageId id, String content, String expected)
    {
        return draft(id, content, expected, new PageObject("question", UUID.randomUUID(), Map.of("tags", "a b")));
    }

    private PageDraft draft(PageId id, String content, String expected, PageObject object)
    {
        return new PageDraft(id, "Title", content, alice(), null, object, false, "why", false, expected);
    }

    private Page save(String name, String content) throws StaleVersionException
    {
        return pages().save(draft(this.space.page(name), content, null));
    }

    private void listen()
    {
        pages().listen(event -> {
            if (this.space.contains(event.page().space())) {
                this.events.add(event);
            }
        });
    }

    /**
     * @param from the former name of the page
     * @param to its new name
     * @return what the wiki tells of a move after the deletion and the creation
     */
    protected abstract List<String> heardAfterMove(String from, String to);

    private List<String> heard()
    {
        return this.events.stream().map(event -> event.kind() + " " + event.page().name()).toList();
    }

    @Test
    void givesBackWhatWasSaved() throws StaleVersionException
    {
        PageObject object = new PageObject("question", UUID.randomUUID(), Map.of("tags", "one two", "empty", ""));
        Instant past = Instant.parse("2017-03-01T12:30:45Z");
        Page saved = pages().save(new PageDraft(this.space.page("Page"), "A <b>title</b>", "**text**", alice(), past,
            object, true, "first", false, null));

        assertThat(saved.author()).isEqualTo(alice());
        assertThat(saved.firstAuthor()).isEqualTo(alice());
        assertThat(saved.created()).isEqualTo(past);
        assertThat(saved.updated()).isEqualTo(past);
        assertThat(saved.hidden()).isTrue();
        PageObject read = saved.object().orElseThrow();
        assertThat(read.type()).isEqualTo(object.type());
        assertThat(read.id()).isEqualTo(object.id());
        assertThat(read.properties()).as("a wiki may add what its type has, empty")
            .containsAllEntriesOf(object.properties());
        assertThat(saved.title()).isEqualTo("A <b>title</b>");
        assertThat(pages().load(this.space.page("Page"))).contains(saved);
        assertThat(pages().load(this.space.page("Other"))).isEmpty();
    }

    @Test
    void keepsTheFirstAuthorAndCountsVersions() throws StaleVersionException
    {
        Page first = save("Page", "one");
        Page second = pages().save(new PageDraft(first.id(), "Title", "two", bob(), null, first.object().get(), false,
            "second", false, first.version()));
        Page third = pages().save(new PageDraft(first.id(), "Title", "three", alice(), null, first.object().get(),
            false, "", true, second.version()));

        assertThat(second.author()).isEqualTo(bob());
        assertThat(second.firstAuthor()).isEqualTo(alice());
        assertThat(second.created()).isEqualTo(first.created());
        assertThat(List.of(first.version(), second.version(), third.version())).doesNotHaveDuplicates();
        List<Revision> history = pages().history(first.id());
        assertThat(history).extracting(Revision::version).containsExactly(third.version(), second.version(),
            first.version());
        assertThat(history).extracting(Revision::comment).containsExactly("", "second", "why");
        assertThat(history).extracting(Revision::minor).containsExactly(true, false, false);
        assertThat(history).extracting(Revision::author).containsExactly(alice(), bob(), alice());
        assertThat(pages().load(first.id(), first.version())).map(Page::content).contains("one");
        assertThat(pages().load(first.id(), second.version())).map(Page::content).contains("two");
        assertThat(pages().load(first.id(), third.version())).map(Page::content).contains("three");
        assertThat(pages().load(first.id(), "99.7")).isEmpty();
        assertThat(pages().load(first.id(), "no version")).isEmpty();
    }

    @Test
    void refusesAStaleVersionAndTellsTheCurrentOne() throws StaleVersionException
    {
        Page first = save("Page", "one");
        Page second = pages().save(draft(first.id(), "two", first.version(), first.object().get()));

        assertThatThrownBy(() -> pages().save(draft(first.id(), "mine", first.version())))
            .isInstanceOfSatisfying(StaleVersionException.class, e -> assertThat(e.getCurrent()).contains(second));
        assertThatThrownBy(() -> pages().save(draft(first.id(), "mine", null)))
            .isInstanceOfSatisfying(StaleVersionException.class, e -> assertThat(e.getCurrent()).contains(second));
        assertThatThrownBy(() -> pages().save(draft(this.space.page("None"), "mine", "1.1")))
            .isInstanceOfSatisfying(StaleVersionException.class, e -> assertThat(e.getCurrent()).isEmpty());
        assertThat(pages().load(first.id())).contains(second);
        assertThat(pages().history(first.id())).hasSize(2);
    }

    @Test
    void losesNoEditOfMany() throws Exception
    {
        PageId id = save("Page", "start").id();
        PageObject object = pages().load(id).orElseThrow().object().orElseThrow();
        inThreads(8, thread -> {
            for (int edit = 0; edit < 10; edit++) {
                append(id, object, thread + "-" + edit);
            }
        });

        String[] lines = pages().load(id).orElseThrow().content().split("\n");
        assertThat(lines).hasSize(81).doesNotHaveDuplicates();
        assertThat(pages().history(id)).hasSize(81);
    }

    private void append(PageId id, PageObject object, String line)
    {
        while (true) {
            Page now = pages().load(id).orElseThrow();
            try {
                pages().save(draft(id, now.content() + "\n" + line, now.version(), object));
                return;
            } catch (StaleVersionException e) {
                assertThat(e.getCurrent()).isPresent();
            }
        }
    }

    @Test
    void letsOneOfManyCreateAPage() throws Exception
    {
        List<Integer> winners = new CopyOnWriteArrayList<>();
        inThreads(8, thread -> {
            try {
                save("Page", "of " + thread);
                winners.add(thread);
            } catch (StaleVersionException e) {
                assertThat(e.getCurrent()).isPresent();
            }
        });

        assertThat(winners).hasSize(1);
        assertThat(pages().load(this.space.page("Page"))).map(Page::content).contains("of " + winners.get(0));
    }

    /** The work of one thread. */
    private interface Job
    {
        void run(int thread) throws Exception;
    }

    private static void inThreads(int count, Job job) throws Exception
    {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int thread = i;
                Callable<Void> call = () -> {
                    job.run(thread);
                    return null;
                };
                running.add(threads.submit(call));
            }
            for (Future<Void> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellsOfEachChangeAfterIt() throws StaleVersionException
    {
        List<String> seen = new ArrayList<>();
        pages().listen(event -> {
            if (this.space.contains(event.page().space())) {
                seen.add(event.kind() + " " + pages().load(event.page()).map(Page::content).orElse("nothing"));
            }
        });
        listen();
        Page page = save("Page", "one");
        pages().save(draft(page.id(), "two", page.version(), page.object().get()));
        pages().delete(page.id(), bob());
        pages().delete(page.id(), bob());

        assertThat(seen).containsExactly("CREATED one", "UPDATED two", "DELETED nothing");
        assertThat(this.events).extracting(PageEvent::kind).containsExactly(Kind.CREATED, Kind.UPDATED, Kind.DELETED);
        assertThat(this.events).extracting(PageEvent::actor).containsExactly(alice(), alice(), bob());
        assertThat(this.events).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo(page.object().get());
            assertThat(event.at()).isNotNull();
        });
    }

    @Test
    void changesAPageEvenIfAListenerFails() throws StaleVersionException
    {
        pages().listen(event -> {
            if (this.space.contains(event.page().space())) {
                throw new IllegalStateException("Listener that fails on purpose in a test.");
            }
        });
        listen();
        save("Page", "one");

        assertThat(pages().load(this.space.page("Page"))).isPresent();
        assertThat(heard()).containsExactly("CREATED Page");
    }

    @Test
    void movesAPageWithItsPast() throws StaleVersionException
    {
        Page first = save("Old", "one");
        pages().save(draft(first.id(), "two", first.version(), first.object().get()));
        PageComment comment = new PageComment(UUID.randomUUID(), bob(), Instant.now(), "Well said");
        pages().comment(first.id(), comment);
        List<Revision> past = pages().history(first.id());
        listen();
        PageId target = this.space.page("New");
        pages().move(first.id(), target, bob());

        assertThat(heard().subList(0, 2)).containsExactly("DELETED Old", "CREATED New");
        assertThat(heard().subList(2, heard().size())).isEqualTo(heardAfterMove("Old", "New"));
        assertThat(this.events.get(1).object()).isEqualTo(first.object().get());
        assertThat(this.events.get(1).actor()).isEqualTo(bob());
        assertThat(pages().holding(WIKI, first.object().get().id())).containsExactly(target);
        assertThat(pages().load(target)).map(Page::content).contains("two");
        assertThat(pages().history(target)).as("a wiki may save the moved page once more").endsWith(
            past.toArray(Revision[]::new));
        assertThat(pages().comments(target)).extracting(PageComment::id).containsExactly(comment.id());
        assertThat(pages().load(first.id()).flatMap(Page::object)).isEmpty();
        assertThat(this.events.subList(2, this.events.size())).allSatisfy(event -> {
            assertThat(event.object()).isEqualTo(event.page().equals(first.id()) ? null : first.object().get());
        });
        pages().move(target, first.id(), bob());
        assertThat(pages().holding(WIKI, first.object().get().id())).containsExactly(first.id());
    }

    @Test
    void movesASpaceWithItsHome() throws StaleVersionException
    {
        SpaceId old = this.space.child("Old");
        SpaceId fresh = this.space.child("New");
        PageObject home = pages().save(draft(old.home(), "home", null)).object().orElseThrow();
        PageObject below = pages().save(draft(old.page("Below"), "below", null)).object().orElseThrow();
        PageObject deep = pages().save(draft(old.child("Inner").home(), "deep", null)).object().orElseThrow();
        PageObject beside = pages().save(draft(this.space.child("Older").home(), "beside", null)).object()
            .orElseThrow();
        pages().move(old.home(), fresh.home(), alice());

        assertThat(pages().holding(WIKI, home.id())).containsExactly(fresh.home());
        assertThat(pages().holding(WIKI, below.id())).containsExactly(fresh.page("Below"));
        assertThat(pages().holding(WIKI, deep.id())).containsExactly(fresh.child("Inner").home());
        assertThat(pages().holding(WIKI, beside.id())).containsExactly(this.space.child("Older").home());
    }

    private byte[] content(Page page, String name)
    {
        FileContent content = pages().content(page.id(), name).orElseThrow();
        try (InputStream stream = content.open()) {
            byte[] bytes = stream.readAllBytes();
            assertThat(content.size()).isEqualTo(bytes.length);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keepsALargeFileByteByByte() throws StaleVersionException
    {
        Page page = save("Page", "one");
        byte[] bytes = new byte[700_001];
        new Random(7).nextBytes(bytes);
        pages().attach(page.id(), new PageFile("large.bin", "application/octet-stream", bytes.length, bob(), Instant.now()),
            FileContent.of(bytes));

        assertThat(content(page, "large.bin")).isEqualTo(bytes);
    }

    @Test
    void keepsFilesWithTheirAuthorAndLeavesTheVersionAlone() throws StaleVersionException
    {
        Page page = save("Page", "one");
        Instant at = Instant.parse("2026-03-04T05:06:07Z");
        byte[] first = {1, 2, 3, 0, -1};
        pages().attach(page.id(), new PageFile("b \u00e4-1.png", "image/png", first.length, bob(), at), FileContent.of(first));
        pages().attach(page.id(), new PageFile("a-2.txt", "text/plain", 1, alice(), at),
            FileContent.of(new byte[] {65}));
        byte[] second = {9, 9};
        pages().attach(page.id(), new PageFile("a-2.txt", "text/plain", 2, bob(), at), FileContent.of(second));

        assertThat(pages().files(page.id())).extracting(PageFile::name, PageFile::size, PageFile::author)
            .containsExactly(tuple("a-2.txt", 2L, bob()), tuple("b \u00e4-1.png", 5L, bob()));
        assertThat(content(page, "b \u00e4-1.png")).containsExactly(first);
        assertThat(content(page, "a-2.txt")).containsExactly(second);
        assertThat(pages().content(page.id(), "none.txt")).isEmpty();
        assertThat(pages().files(this.space.page("None"))).isEmpty();
        assertThat(pages().load(page.id()).orElseThrow().version()).isEqualTo(page.version());
        assertThat(pages().history(page.id())).hasSize(1);
        assertThat(pages().largestFile()).isPositive();
    }

    @Test
    void tellsOfEachPageThatMovesWithOrWithoutAnObject() throws StaleVersionException
    {
        List<String> moves = new CopyOnWriteArrayList<>();
        pages().listenToMoves((from, to, actor) -> {
            if (this.space.contains(from.space())) {
                moves.add(from + " " + to);
            }
        });
        SpaceId old = this.space.child("Old");
        SpaceId fresh = this.space.child("New");
        pages().save(draft(old.home(), "one", null));
        pages().save(draft(old.page("Inner"), "two", null));

        pages().move(old.home(), fresh.home(), alice());

        assertThat(moves).containsExactlyInAnyOrder(old.home() + " " + fresh.home(),
            old.page("Inner") + " " + fresh.page("Inner"));
    }

    @Test
    void refusesToMoveOntoAPage() throws StaleVersionException
    {
        Page one = save("One", "one");
        Page two = save("Two", "two");

        assertThatThrownBy(() -> pages().move(one.id(), two.id(), alice()))
            .isInstanceOfSatisfying(StaleVersionException.class, e -> assertThat(e.getCurrent()).contains(two));
        assertThatThrownBy(() -> pages().move(this.space.page("None"), this.space.page("Other"), alice()))
            .isInstanceOf(StaleVersionException.class);
        assertThat(pages().load(one.id())).contains(one);
        assertThat(pages().load(two.id())).contains(two);
    }

    @Test
    void forgetsADeletedPage() throws StaleVersionException
    {
        Page page = save("Page", "one");
        pages().comment(page.id(), new PageComment(UUID.randomUUID(), bob(), Instant.now(), "Gone soon"));
        UUID id = page.object().get().id();
        UUID kept = save("Kept", "stays").object().get().id();
        List<UUID> ids = List.of(UUID.randomUUID(), id, kept);
        assertThat(pages().held(WIKI, ids)).containsExactlyInAnyOrder(id, kept);
        assertThat(pages().held(WIKI, List.of())).isEmpty();
        pages().delete(page.id(), alice());

        assertThat(pages().held(WIKI, ids)).containsExactly(kept);
        assertThat(pages().load(page.id())).isEmpty();
        assertThat(pages().holding(WIKI, page.object().get().id())).isEmpty();
        assertThat(pages().history(page.id())).isEmpty();
        Page again = save("Page", "again");
        assertThat(again.version()).isEqualTo(page.version());
        assertThat(pages().history(page.id())).hasSize(1);
        assertThat(pages().comments(page.id())).isEmpty();
    }

    @Test
    void listsPagesOfATypePartByPart() throws StaleVersionException
    {
        String type = "t" + UUID.randomUUID().toString().substring(0, 8);
        List<PageId> saved = new ArrayList<>();
        for (String name : List.of("C", "a", "B", "d", "E.f")) {
            saved.add(pages().save(draft(this.space.page(name), name, null,
                new PageObject(type, UUID.randomUUID(), Map.of()))).id());
        }
        save("Other", "of another type");
        List<PageId> listed = new ArrayList<>();
        List<Page> part = pages().list(WIKI, type, null, 2);
        while (!part.isEmpty()) {
            assertThat(part).hasSizeLessThanOrEqualTo(2);
            part.forEach(page -> listed.add(page.id()));
            part = pages().list(WIKI, type, listed.get(listed.size() - 1), 2);
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(saved);
        pages().delete(listed.get(1), alice());
        assertThat(pages().list(WIKI, type, listed.get(1), 10)).extracting(Page::id)
            .containsExactlyElementsOf(listed.subList(2, 5));
    }

    @Test
    void keepsEachCommentOnce() throws StaleVersionException
    {
        PageId page = save("Page", "one").id();
        Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        PageComment late = new PageComment(UUID.randomUUID(), alice(), now, "late");
        PageComment early = new PageComment(UUID.randomUUID(), bob(), now.minusSeconds(60), "early **bold**");
        pages().comment(page, late);
        pages().comment(page, early);
        pages().comment(page, new PageComment(late.id(), bob(), now, "again"));

        assertThat(pages().comments(page)).containsExactly(early, late);
        PageId other = save("Silent", "nothing said").id();
        assertThat(pages().commentCounts(List.of(other, page)).getOrDefault(page, 0)).isEqualTo(2);
        assertThat(pages().commentCounts(List.of(other, page)).getOrDefault(other, 0)).isZero();
        assertThat(pages().commentCounts(List.of())).isEmpty();
        pages().deleteComment(page, early.id(), alice());
        pages().deleteComment(page, early.id(), alice());
        assertThat(pages().comments(page)).containsExactly(late);
        assertThat(pages().comments(this.space.page("None"))).isEmpty();
    }

    @Test
    void takesAnyText() throws StaleVersionException
    {
        String hostile = "'; drop table x; -- \u202Eright to left \uD83D\uDE00 <script> }}} {{/html}} % _ \\ \u00DF";
        Page page = pages().save(new PageDraft(this.space.page("a.b:c\\d \u00DC"), hostile, hostile.repeat(10), alice(),
            null, new PageObject("question", UUID.randomUUID(), Map.of("p", hostile)), false, hostile, false, null));
        Page loaded = pages().load(page.id()).orElseThrow();
        assertThat(loaded).isEqualTo(page);
        assertThat(loaded.title()).isEqualTo(hostile);
        assertThat(loaded.content()).isEqualTo(hostile.repeat(10));
        assertThat(loaded.object().orElseThrow().get("p")).isEqualTo(hostile);
        assertThat(pages().holding(WIKI, page.object().orElseThrow().id())).containsExactly(page.id());

        Page broken = save("Broken", "a\0b\uD83Dc");
        assertThat(broken.content()).doesNotContain("\0").startsWith("ab");
        assertThat(pages().load(broken.id())).contains(broken);
        Page large = save("Large", "x".repeat(1024 * 1024));
        assertThat(pages().load(large.id()).orElseThrow().content()).hasSize(1024 * 1024);
    }
}
