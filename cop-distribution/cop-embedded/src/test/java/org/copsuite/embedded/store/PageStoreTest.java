/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.copsuite.embedded.MemoryComponents;
import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.embedded.store.PageStore.IndexQuery;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The embedded wiki's own view of its pages. */
class PageStoreTest
{
    private static final Predicate<PageId> ALL = page -> true;

    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId BOB = new UserId("xwiki:XWiki.bob");

    @RegisterExtension
    static final MemoryComponents COMPONENTS = new MemoryComponents();

    private final SpaceId space = SpaceId.of(new WikiId("xwiki"), "Store", "S"
        + UUID.randomUUID().toString().substring(0, 8));

    private final PageStore store = COMPONENTS.get(PageStore.class);

    private final Pages pages = COMPONENTS.get(Pages.class);

    private final Attachments attachments = COMPONENTS.get(Attachments.class);

    private Page edit(PageId id, String title, String content) throws StaleVersionException
    {
        return this.store.edit(new PageEdit(id, title, content, ALICE, null, "", false,
            this.pages.load(id).map(Page::version).orElse(null)));
    }

    private Page withObject(PageId id) throws StaleVersionException
    {
        PageObject object = new PageObject("question", UUID.randomUUID(), Map.of("tags", "x"));
        return this.pages.save(new PageDraft(id, "Title", "text", ALICE, null, object, true, "", false, null));
    }

    private List<String> names(List<PageLine> lines)
    {
        return lines.stream().map(line -> line.id().toString().substring(this.space.toString().length() + 1)).toList();
    }

    @Test
    void keepsTheObjectOfAnEditedPage() throws StaleVersionException
    {
        Page page = withObject(this.space.page("Page"));
        Page edited = edit(page.id(), "Other title", "other text");

        assertThat(edited.object()).isEqualTo(page.object());
        assertThat(edited.hidden()).isTrue();
        assertThat(edited.title()).isEqualTo("Other title");
        Page shown = this.store.edit(new PageEdit(page.id(), "T", "c", BOB, false, "", false, edited.version()));
        assertThat(shown.hidden()).isFalse();
    }

    @Test
    void restoresAnOldVersion() throws StaleVersionException
    {
        PageId id = this.space.page("Page");
        Page first = edit(id, "First", "one");
        Page second = edit(id, "Second", "two");
        Page restored = this.store.restore(id, first.version(), second.version(), BOB);

        assertThat(restored.title()).isEqualTo("First");
        assertThat(restored.content()).isEqualTo("one");
        assertThat(restored.author()).isEqualTo(BOB);
        assertThat(this.pages.history(id)).hasSize(3);
        assertThatThrownBy(() -> this.store.restore(id, first.version(), second.version(), BOB))
            .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> this.store.restore(id, "9.9", restored.version(), BOB))
            .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void copiesAPageWithAllThatIsOnIt() throws Exception
    {
        Page page = withObject(this.space.page("Page"));
        this.pages.comment(page.id(), new PageComment(UUID.randomUUID(), BOB, Instant.now(), "Well"));
        add(page.id(), "a.txt", "hello");
        PageId copy = this.space.child("Deep").page("Copy");
        this.store.copy(page.id(), copy, BOB);

        Page copied = this.pages.load(copy).orElseThrow();
        assertThat(copied.object()).isEqualTo(page.object());
        assertThat(copied.content()).isEqualTo(page.content());
        assertThat(copied.author()).isEqualTo(BOB);
        assertThat(copied.version()).isEqualTo("1.1");
        assertThat(this.pages.comments(copy)).hasSize(1);
        assertThat(bytes(copy, "a.txt")).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(this.pages.holding(new WikiId("xwiki"), page.object().orElseThrow().id()))
            .containsExactlyInAnyOrder(page.id(), copy);
        assertThatThrownBy(() -> this.store.copy(page.id(), copy, BOB)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> this.store.copy(this.space.page("None"), this.space.page("Other"), BOB))
            .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void movesNoSpaceOverTheRulesOfOthers() throws StaleVersionException
    {
        SpaceId here = this.space.child("Here");
        SpaceId there = this.space.child("There");
        edit(here.home(), "Here", "");
        edit(there.child("Private").page("Secret"), "Secret", "");
        Rules rules = COMPONENTS.get(Rules.class);
        rules.set(there.child("Private"), List.of());

        assertThatThrownBy(() -> this.pages.move(here.home(), there.home(), BOB))
            .isInstanceOf(StaleVersionException.class);

        assertThat(rules.own(there.child("Private"))).contains(List.of());
        assertThat(this.pages.load(here.home())).isPresent();
        rules.remove(there.child("Private"));
        this.pages.move(here.home(), there.home(), BOB);
        assertThat(this.pages.load(there.home())).isPresent();
    }

    @Test
    void trustsWhatAdministratorsWroteAsLongAsTheyAre() throws Exception
    {
        GroupDirectory groups = COMPONENTS.get(GroupDirectory.class);
        UserId root = COMPONENTS.get(Accounts.class).create("rooted", null, AccountDraft.of("Rooted")).id();
        groups.add(GroupDirectory.ADMINISTRATORS, root);
        Page page = this.store.edit(new PageEdit(this.space.page("Raw"), "", "{{html}}<hr class=\"raw\">{{/html}}", root,
            null, "", false, null));
        PageRenderer renderer = COMPONENTS.get(PageRenderer.class);
        assertThat(renderer.content(page).value()).contains("class=\"raw\"");

        groups.remove(GroupDirectory.ADMINISTRATORS, root);

        assertThat(renderer.content(page).value()).doesNotContain("class=\"raw\"");
    }

    private Attachments.Attachment add(PageId page, String name, String content) throws RefusedException
    {
        return this.attachments.add(page, name, FileContent.of(content.getBytes(StandardCharsets.UTF_8)),
            ALICE);
    }

    private byte[] bytes(PageId page, String name)
    {
        try (InputStream stream = this.attachments.content(page, name).orElseThrow().open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesARedirectBehind() throws StaleVersionException
    {
        PageId old = this.space.page("Old");
        PageId fresh = this.space.page("New");
        edit(old, "Title", "text");
        this.pages.move(old, fresh, ALICE);

        assertThat(this.store.redirect(old)).contains(fresh);
        assertThat(this.store.redirect(fresh)).isEmpty();
        assertThat(this.store.exists(fresh)).isTrue();
        assertThat(names(this.store.children(this.space, ALL, 10))).containsExactly("New");
        edit(old, "Anew", "text");
        assertThat(this.store.redirect(old)).isEmpty();
    }

    @Test
    void movesTheRightsOfASpaceWithIt() throws StaleVersionException
    {
        Access access = COMPONENTS.get(Access.class);
        SpaceId old = this.space.child("Secret");
        SpaceId fresh = this.space.child("Moved");
        edit(old.home(), "Home", "text");
        access.protect(old, new Protection(null, null, null, null));
        access.protect(old.child("Inner"), new Protection(Right.VIEW, null, null, null));
        this.pages.move(old.home(), fresh.home(), ALICE);

        assertThat(access.decidingSpace(fresh.home())).isEqualTo(fresh);
        assertThat(access.has(UserId.GUEST, Right.VIEW, fresh.home())).isFalse();
        assertThat(access.has(UserId.GUEST, Right.VIEW, fresh.child("Inner").home())).isTrue();
        assertThat(access.decidingSpace(old.home())).isEqualTo(SpaceId.of(new WikiId("xwiki")));
        assertThatThrownBy(() -> this.pages.move(fresh.home(), fresh.child("Inner").home(), ALICE))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheRightsOfASpaceThatCouldNotMove() throws StaleVersionException
    {
        Access access = COMPONENTS.get(Access.class);
        SpaceId old = this.space.child("Stays");
        SpaceId taken = this.space.child("Taken");
        edit(old.home(), "Home", "text");
        edit(taken.home(), "Home", "text");
        access.protect(old, new Protection(null, null, null, null));
        access.protect(taken, new Protection(Right.VIEW, null, null, null));

        assertThatThrownBy(() -> this.pages.move(old.home(), taken.home(), ALICE))
            .isInstanceOf(StaleVersionException.class);
        assertThat(access.has(UserId.GUEST, Right.VIEW, old.home())).isFalse();
        assertThat(access.has(UserId.GUEST, Right.VIEW, taken.home())).isTrue();
    }

    @Test
    void listsTheChildrenOfASpace() throws StaleVersionException
    {
        edit(this.space.home(), "Home", "");
        edit(this.space.page("b"), "B", "");
        edit(this.space.child("a").home(), "A", "");
        edit(this.space.child("c").child("deep").page("page"), "Deep", "");
        for (int i = 0; i < 230; i++) {
            edit(this.space.child("many").page("p" + i), "P", "");
        }
        edit(this.space.child("z").home(), "Z", "");

        assertThat(names(this.store.children(this.space, ALL, 10))).containsExactly("a.WebHome", "b", "c.WebHome",
            "many.WebHome", "z.WebHome");
        assertThat(this.store.children(this.space, ALL, 10)).extracting(PageLine::title).containsExactly("A", "B", "",
            "", "Z");
        assertThat(names(this.store.children(this.space, page -> !page.name().equals("b"), 2)))
            .containsExactly("a.WebHome", "c.WebHome");
        assertThat(this.store.children(this.space.child("many"), ALL, 1000)).hasSize(230);
        assertThat(this.store.children(this.space.child("none"), ALL, 10)).isEmpty();
        assertThat(this.store.children(SpaceId.of(new WikiId("xwiki")), ALL, 100)).extracting(PageLine::id)
            .contains(SpaceId.of(new WikiId("xwiki"), "Store").home());
    }

    @Test
    void listsTheIndexPartByPart() throws StaleVersionException
    {
        List<PageId> expected = new ArrayList<>();
        for (int i = 100; i < 350; i++) {
            expected.add(edit(this.space.page("p" + i), "P", "").id());
        }
        withObject(this.space.page("hidden"));
        List<PageId> listed = new ArrayList<>();
        List<PageLine> part = this.store.index(new IndexQuery(this.space, null, false, ALL, 60));
        while (!part.isEmpty()) {
            part.forEach(line -> listed.add(line.id()));
            part = this.store.index(new IndexQuery(this.space, listed.get(listed.size() - 1), false, ALL, 60));
        }
        assertThat(listed).containsExactlyElementsOf(expected);
        assertThat(this.store.index(new IndexQuery(this.space, null, true, ALL, 1000))).hasSize(251);
        PageId before = new SpaceId(this.space.wiki(), List.of("0")).page("P");
        assertThat(this.store.index(new IndexQuery(this.space, before, true, ALL, 1000))).as("of no other space").hasSize(251);
        PageId behind = new SpaceId(this.space.wiki(), List.of("\uFFEE")).page("P");
        assertThat(this.store.index(new IndexQuery(this.space, behind, true, ALL, 1000))).isEmpty();
        assertThat(this.store.index(new IndexQuery(this.space, null, false, page -> page.name().endsWith("49"), 2)))
            .extracting(line -> line.id().name()).containsExactly("p149", "p249");
    }

    @Test
    void searchesTitles() throws StaleVersionException
    {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        edit(this.space.page("One"), "Growing 100% " + word.toUpperCase() + "s", "");
        edit(this.space.page("Two"), "Cutting " + word, "");

        assertThat(names(this.store.search(new WikiId("xwiki"), word, ALL, 10))).containsExactlyInAnyOrder("One",
            "Two");
        assertThat(names(this.store.search(new WikiId("xwiki"), "growing " + word, ALL, 10))).containsExactly("One");
        assertThat(names(this.store.search(new WikiId("xwiki"), word + " 0%", ALL, 10))).containsExactly("One");
        assertThat(this.store.search(new WikiId("xwiki"), word + " _", ALL, 10)).isEmpty();
        assertThat(this.store.search(new WikiId("xwiki"), "   ", ALL, 10)).isEmpty();
        assertThat(this.store.search(new WikiId("xwiki"), word, page -> false, 10)).isEmpty();
        assertThat(names(this.store.recent(new WikiId("xwiki"), page -> this.space.contains(page.space()), 10)))
            .containsExactlyInAnyOrder("One", "Two");
    }

    /** A word that almost matches at each position is compared at each: ten million times a hundred characters. */
    @Test
    void searchesTheBeginningOfTextsHoweverLongTheyAre() throws StaleVersionException
    {
        String text = "a".repeat(900_000);
        for (int i = 0; i < 12; i++) {
            edit(this.space.page("Long" + i), "Long", text);
        }
        edit(this.space.page("Begins"), "Begins", "a".repeat(100) + "b" + text);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        List<PageLine> found = this.store.search(new WikiId("xwiki"), "a".repeat(100) + "b", ALL, 10);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofMillis(1500));
        assertThat(names(found)).containsExactly("Begins");
    }

    @Test
    void searchesAllPagesInTheirOrder() throws StaleVersionException
    {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        edit(this.space.page("Oldest"), "Oldest", word);
        for (int i = 0; i < 250; i++) {
            edit(this.space.page("Other" + i), "Other", "nothing");
        }
        edit(this.space.page("Newest"), "Newest", word);

        assertThat(names(this.store.search(new WikiId("xwiki"), word, ALL, 10))).containsExactly("Newest", "Oldest");
    }

    @Test
    void searchesTextsAfterTitles() throws Exception
    {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        edit(this.space.page("Title"), "All about " + word, "Nothing else.");
        edit(this.space.page("Text"), "Something", "Here the **" + word.toUpperCase() + "** grows 100%.");
        edit(this.space.page("Both"), "Growing", "More of " + word);
        edit(this.space.page("Neither"), "Growing", "100 flowers");
        this.pages.save(new PageDraft(this.space.page("Hidden"), word, word, ALICE, null,
            new PageObject("answer", UUID.randomUUID(), Map.of()), true, "", false, null));

        assertThat(names(this.store.search(new WikiId("xwiki"), word, ALL, 10))).startsWith("Title")
            .containsExactlyInAnyOrder("Title", "Both", "Text");
        assertThat(names(this.store.search(new WikiId("xwiki"), word + " grow", ALL, 10)))
            .containsExactlyInAnyOrder("Both", "Text");
        assertThat(names(this.store.search(new WikiId("xwiki"), word + " 0%", ALL, 10))).containsExactly("Text");
        assertThat(names(this.store.search(new WikiId("xwiki"), word, ALL, 1))).containsExactly("Title");
        assertThat(names(this.store.search(new WikiId("xwiki"), word, ALL, 2))).hasSize(2).startsWith("Title")
            .doesNotHaveDuplicates();
        assertThat(names(this.store.search(new WikiId("xwiki"), word, page -> !page.name().equals("Both"), 10)))
            .containsExactly("Title", "Text");
    }

    @Test
    void keepsAttachments() throws Exception
    {
        PageId page = edit(this.space.page("Page"), "P", "").id();
        Attachments.Attachment picture = add(page, "b \u00FC.png", "not really");
        add(page, "a.unknown", "one");
        add(page, "a.unknown", "two");

        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(picture.size()).isEqualTo(10);
        assertThat(this.attachments.list(page)).extracting(Attachments.Attachment::name)
            .containsExactly("a.unknown", "b \u00FC.png");
        assertThat(this.attachments.find(page, "a.unknown")).map(Attachments.Attachment::contentType)
            .contains("application/octet-stream");
        assertThat(bytes(page, "a.unknown")).asString(StandardCharsets.UTF_8).isEqualTo("two");
        this.pages.move(page, this.space.page("Moved"), ALICE);
        assertThat(this.attachments.list(this.space.page("Moved"))).hasSize(2);
        this.attachments.delete(this.space.page("Moved"), "a.unknown", ALICE);
        assertThat(this.attachments.list(this.space.page("Moved"))).hasSize(1);
    }

    @Test
    void refusesAttachments() throws Exception
    {
        PageId page = edit(this.space.page("Page"), "P", "").id();
        for (String name : List.of("", " ", "a/b", "..", "a\\b", "a\nb", "x".repeat(201))) {
            assertThatThrownBy(() -> add(page, name, "x")).as(name).isInstanceOf(RefusedException.class)
                .hasMessage("embedded.attachment.name");
        }
        assertThatThrownBy(() -> add(this.space.page("None"), "a", "x")).hasMessage("embedded.attachment.page");
        COMPONENTS.get(Settings.class).set(Settings.ATTACHMENT_SIZE, "5");
        assertThatThrownBy(() -> add(page, "a", "123456")).hasMessage("embedded.attachment.large");
        COMPONENTS.get(Settings.class).set(Settings.ATTACHMENT_SIZE, null);
        add(page, "a", "123456");
        assertThat(this.attachments.maximum()).isEqualTo(Attachments.DEFAULT_SIZE);
    }
}
