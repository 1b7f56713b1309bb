/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.PageTable;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever an administrator does with a member's page, the member's HTML stays text. */
@ExtendWith(RunningWiki.class)
class TrustTest
{
    private static final String HTML = "{{html}}<i id=\"live\">x</i>{{/html}}";

    private static final SpaceId SPACE = SpaceId.of(new WikiId("xwiki"), "Trust");

    private final Site site;

    TrustTest(Site site)
    {
        this.site = site;
    }

    private boolean isLive(PageId page)
    {
        String address = page.toString().replace("xwiki:", "").replace('.', '/').replace("WebHome", "");
        return this.site.guest().get("/bin/view/" + address).body().contains("<i id=\"live\">");
    }

    private PageId written(String name, String login)
    {
        PageId page = SPACE.child(name).home();
        this.site.write(page, name, HTML, login);
        return page;
    }

    private PageId copied(PageId from, String name)
    {
        HttpResponse<String> answer = this.site.as("root").post(
            "/bin/copy/Trust/" + from.space().path().get(1) + '/', Map.of("to", "Trust." + name));
        assertThat(answer.statusCode()).isEqualTo(303);
        return SPACE.child(name).home();
    }

    @Test
    void trustsACopyAsItsSource()
    {
        assertThat(isLive(copied(written("ByRoot", "root"), "OfRoot"))).isTrue();
        PageId first = copied(written("ByBen", "ben"), "OfBen");
        assertThat(isLive(first)).isFalse();
        assertThat(isLive(copied(first, "OfBenAgain"))).isFalse();
        this.site.write(first, "Edited", HTML, "root");
        assertThat(isLive(first)).isFalse();
    }

    @Test
    void trustsNoOlderTextOfACopy()
    {
        PageId mixed = written("Mixed", "root");
        this.site.write(mixed, "Mixed", "harmless", "ben");
        this.site.write(mixed, "Mixed", HTML, "root");
        assertThat(isLive(mixed)).isFalse();
        assertThat(isLive(copied(mixed, "OfMixed"))).isFalse();
    }

    @Test
    void trustsWhatWasMovedOrRestoredAsBefore() throws Exception
    {
        PageId page = written("ToMove", "ben");
        PageId to = SPACE.child("Moved").home();
        this.site.get(Pages.class).move(page, to, Account.idOf("root"));
        assertThat(isLive(to)).isFalse();
        this.site.write(to, "Moved", "now harmless", "root");
        HttpResponse<String> restored = this.site.as("root").post("/bin/restore/Trust/Moved/",
            Map.of("rev", "1.1", "version", this.site.get(Pages.class).load(to).orElseThrow().version()));
        assertThat(restored.statusCode()).isEqualTo(303);
        assertThat(this.site.guest().get("/bin/view/Trust/Moved/").body()).contains("id=").doesNotContain("now harmless");
        assertThat(isLive(to)).isFalse();
    }

    @Test
    void trustsNoTextThatWasBegunFromAPageThatIsGone()
    {
        PageId page = written("Gone", "ben");
        Browser root = this.site.as("root");
        String version = this.site.get(Pages.class).load(page).orElseThrow().version();
        this.site.get(Pages.class).delete(page, Account.idOf("ben"));
        HttpResponse<String> gone = root.post("/bin/save/Trust/Gone/",
            Map.of("title", "Gone", "content", HTML, "version", version, "do", "save"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).contains("name=\"again\"");
        assertThat(root.post("/bin/save/Trust/Gone/",
            Map.of("title", "Gone", "content", HTML, "version", "", "again", "1", "do", "preview")).body())
            .contains("name=\"again\"");
        assertThat(root.post("/bin/save/Trust/Gone/",
            Map.of("title", "Gone", "content", HTML, "version", "", "again", "1", "do", "save")).statusCode()).isEqualTo(303);
        assertThat(isLive(page)).isFalse();
        assertThat(this.site.get(PageStore.class).authors(page)).contains(Account.idOf("root"), PageTable.UNKNOWN);
        this.site.get(Pages.class).delete(page, Account.idOf("root"));
        this.site.write(page, "Anew", HTML, "root");
        assertThat(isLive(page)).isTrue();
    }
}
