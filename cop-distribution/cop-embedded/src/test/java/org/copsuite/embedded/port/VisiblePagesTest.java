/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.embedded.MemoryComponents;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rules;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one reader knows of pages and of where they were moved. */
class VisiblePagesTest
{
    private static final UserId SERVICE = EmbeddedPeople.SERVICE;

    @RegisterExtension
    static final MemoryComponents COMPONENTS = new MemoryComponents();

    private final SpaceId space = SpaceId.of(new WikiId("xwiki"), "Known", "S"
        + UUID.randomUUID().toString().substring(0, 8));

    private final VisiblePages visible = COMPONENTS.get(VisiblePages.class);

    private final Pages pages = COMPONENTS.get(Pages.class);

    private PageId write(PageId page) throws StaleVersionException
    {
        return COMPONENTS.get(PageStore.class)
            .edit(new PageEdit(page, "Title", "text", SERVICE, null, "", false, null)).id();
    }

    private PageId moved(int times) throws StaleVersionException
    {
        PageId first = write(this.space.page("P0"));
        for (int i = 0; i < times; i++) {
            this.pages.move(this.space.page("P" + i), this.space.page("P" + (i + 1)), SERVICE);
        }
        return first;
    }

    @Test
    void followsSoManyRedirectsAndNoMore() throws StaleVersionException
    {
        PageId first = moved(VisiblePages.REDIRECTS + 1);
        assertThat(this.visible.moved(UserId.GUEST, first)).isEmpty();
        assertThat(this.visible.moved(UserId.GUEST, this.space.page("P1")))
            .contains(this.space.page("P" + (VisiblePages.REDIRECTS + 1)));
        assertThat(this.visible.find(UserId.GUEST, first)).isEmpty();
        assertThat(this.pages.load(first)).as("a redirect is no page").isEmpty();
        assertThat(this.pages.history(first)).isEmpty();
    }

    @Test
    void goesRoundInNoCircle() throws StaleVersionException
    {
        PageId first = moved(2);
        this.pages.move(this.space.page("P2"), first, SERVICE);
        assertThat(this.visible.find(UserId.GUEST, first)).isPresent();
        assertThat(this.visible.moved(UserId.GUEST, this.space.page("P1"))).contains(first);
        this.pages.delete(first, SERVICE);
        assertThat(this.visible.moved(UserId.GUEST, this.space.page("P1"))).isEmpty();
        assertThat(this.visible.isKnown(UserId.GUEST, this.space.page("P1"))).isFalse();
    }

    @Test
    void knowsNoRedirectToAHiddenPlaceNorAtOne() throws StaleVersionException
    {
        SpaceId closed = this.space.child("Closed");
        COMPONENTS.get(Rules.class).set(closed, List.of(new Rule(new Rule.Group(
            GroupDirectory.ADMINISTRATORS), Set.of(Right.VIEW))));
        PageId old = write(this.space.page("Old"));
        this.pages.move(old, closed.page("New"), SERVICE);
        assertThat(this.visible.isKnown(UserId.GUEST, old)).isFalse();
        assertThat(this.visible.moved(SERVICE, old)).contains(closed.page("New"));

        this.pages.move(closed.page("New"), this.space.page("Out"), SERVICE);
        assertThat(this.visible.moved(UserId.GUEST, closed.page("New"))).as("the old place is hidden").isEmpty();
        assertThat(this.visible.moved(UserId.GUEST, old)).contains(this.space.page("Out"));
    }

    @Test
    void offersAHiddenPlaceAsTheSpaceAroundIt()
    {
        SpaceId closed = this.space.child("Shut");
        COMPONENTS.get(Rules.class).set(closed, List.of());
        COMPONENTS.get(Rules.class).set(this.space, List.of(Rule.allow(new Rule.Everyone(), Right.VIEW, Right.EDIT)));
        assertThat(this.visible.isOffered(UserId.GUEST, closed.page("Any"))).isTrue();
        COMPONENTS.get(Rules.class).set(this.space, List.of(Rule.allow(new Rule.Everyone(), Right.VIEW)));
        assertThat(this.visible.isOffered(UserId.GUEST, closed.page("Any"))).isFalse();
        assertThat(this.visible.isOffered(UserId.GUEST, this.space.page("Any"))).isFalse();
    }
}
