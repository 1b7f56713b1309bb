/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.copsuite.embedded.MemoryComponents;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.Revision;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one transaction may change of many versions and many pages: HSQLDB keeps all of it in memory. */
class PageVersionsTest
{
    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final UserId BOB = new UserId("xwiki:XWiki.bob");

    @RegisterExtension
    static final MemoryComponents COMPONENTS = new MemoryComponents();

    private final SpaceId space = SpaceId.of(new WikiId("xwiki"), "Versions", "S"
        + UUID.randomUUID().toString().substring(0, 8));

    private final PageStore store = COMPONENTS.get(PageStore.class);

    private final Pages pages = COMPONENTS.get(Pages.class);

    private final WikiDatabase database = COMPONENTS.get(WikiDatabase.class);

    private Page edit(PageId id, String content, UserId author) throws StaleVersionException
    {
        return this.store.edit(new PageEdit(id, "Title", content, author, null, "", false,
            this.pages.load(id).map(Page::version).orElse(null)));
    }

    private long key(PageId id)
    {
        return this.database.run(s -> s.one("select id from wiki_page where place = ?", row -> row.getLong(1),
            id.toString())).orElseThrow();
    }

    private int versions(long key)
    {
        return count("wiki_version", key);
    }

    private int count(String table, long key)
    {
        return this.database.run(s -> s.one("select count(*) from " + table + " where page = ?", row -> row.getInt(1),
            key)).orElseThrow();
    }

    private long withVersions(PageId id, int versions) throws StaleVersionException
    {
        for (int i = 0; i <= versions; i++) {
            edit(id, "text " + i, ALICE);
        }
        return key(id);
    }

    @Test
    void deletesTheVersionsOfAPageInSteps() throws StaleVersionException
    {
        PageId id = this.space.page("Often");
        long key = withVersions(id, 2 * PageVersions.STEP + 3);

        int deleted = this.database.transaction(s -> PageVersions.deleteSome(s, key));
        assertThat(deleted).isEqualTo(PageVersions.STEP);
        assertThat(versions(key)).isEqualTo(PageVersions.STEP + 3);

        this.pages.delete(id, ALICE);

        assertThat(this.pages.load(id)).isEmpty();
        assertThat(versions(key)).isZero();
        assertThat(count("wiki_removed", key)).isZero();
        assertThat(count("wiki_source", key)).isZero();
    }

    @Test
    void deletesAtTheStartWhatAnEndedProcessHasLeft() throws StaleVersionException
    {
        long key = withVersions(this.space.page("Left"), PageVersions.STEP);
        this.database.run(s -> {
            PageVersions.release(s, key);
            return s.update("delete from wiki_page where id = ?", key);
        });

        COMPONENTS.get(PageVersions.class).initialize();

        assertThat(versions(key)).isZero();
        assertThat(count("wiki_removed", key)).isZero();
    }

    @Test
    void knowsAllAuthorsWithoutReadingTheVersions() throws StaleVersionException
    {
        PageId id = this.space.page("Authors");
        edit(id, "one", BOB);
        edit(id, "two", ALICE);
        edit(id, "three", BOB);
        edit(id, "four", ALICE);
        long key = key(id);
        this.database.run(s -> s.update("delete from wiki_version where page = ?", key));

        assertThat(this.store.authors(id)).containsExactlyInAnyOrder(ALICE, BOB);
    }

    @Test
    void listsVersionsPageByPage() throws StaleVersionException
    {
        PageId id = this.space.page("Listed");
        edit(id, "one", ALICE);
        edit(id, "two", BOB);
        this.store.edit(new PageEdit(id, "Title", "three", ALICE, null, "why", true, "2.1"));
        edit(id, "four", BOB);

        assertThat(versions(id, "", 2)).containsExactly("3.1", "2.2");
        assertThat(versions(id, "2.2", 2)).containsExactly("2.1", "1.1");
        assertThat(versions(id, "1.1", 2)).isEmpty();
        assertThat(versions(id, "", 1)).containsExactly("3.1");
        assertThat(this.pages.history(id)).extracting(Revision::version).containsExactly("3.1", "2.2", "2.1", "1.1");
        assertThat(this.store.history(id, "3.1", 1)).singleElement().satisfies(revision -> {
            assertThat(revision.comment()).isEqualTo("why");
            assertThat(revision.author()).isEqualTo(ALICE);
        });
    }

    private List<String> versions(PageId id, String before, int limit)
    {
        return this.store.history(id, before, limit).stream().map(Revision::version).toList();
    }

    /** HSQLDB reads each version with its text. */
    @Test
    void readsTheVersionsOfAPageInTheOrderOfTheKey()
    {
        String plan = this.database.run(s -> s.list("explain plan for select major, minor from wiki_version where page = 1 "
            + "and major <= 9 and (major < 9 or minor < 2) order by page desc, major desc, minor desc limit 5 using index",
            row -> row.getString(1))).toString();

        assertThat(plan).contains("uses index");
    }

    @Test
    void movesNoSpaceWithMoreTextThanFitsIntoMemory() throws StaleVersionException
    {
        SpaceId large = this.space.child("Large");
        SpaceId there = this.space.child("There");
        edit(large.home(), "home", ALICE);
        String text = "a".repeat(1_000_000);
        for (int i = 0; i < PageMover.CHARACTERS_MAXIMUM / text.length(); i++) {
            edit(large.page("Page" + i), text, ALICE);
        }

        assertThatThrownBy(() -> this.pages.move(large.home(), there.home(), BOB)).isInstanceOf(LargeMoveException.class)
            .hasMessageContaining(String.valueOf(PageMover.CHARACTERS_MAXIMUM));
        assertThat(this.pages.load(there.home())).isEmpty();
        assertThat(this.pages.load(large.page("Page0"))).isPresent();

        this.pages.delete(large.page("Page0"), ALICE);
        this.pages.move(large.home(), there.home(), BOB);
        assertThat(this.pages.load(there.page("Page1"))).map(Page::content).contains(text);
        assertThat(this.pages.load(large.home())).isEmpty();
        assertThat(this.store.redirect(large.page("Page1"))).contains(there.page("Page1"));
    }
}
