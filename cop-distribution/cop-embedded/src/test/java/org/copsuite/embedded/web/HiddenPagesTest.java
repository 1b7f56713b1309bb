/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.embedded.web.Vault.HIDDEN;
import static org.copsuite.embedded.web.Vault.INVENTED;
import static org.copsuite.embedded.web.Vault.VAULT;
import static org.copsuite.embedded.web.Vault.shape;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rules;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page that one may not view and a page that is not there are one and the same to strangers and to members: status,
 * headers and body, for each kind of address. The hidden name and the invented one have the same length.
 */
@ExtendWith(RunningWiki.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenPagesTest
{
    /** Addresses below {@code %s}, for every action that reads. */
    private static final List<String> READS = List.of("view", "raw", "history", "diff", "attachments", "edit", "move",
        "copy", "delete", "create", "avatar", "upload", "detach", "restore", "save", "preview");

    private static final List<String> PLACES = List.of("%s/", "%s", "%s/Plan", "%s/Plan/", "%s/Not", "%s/WebHome",
        "Communities/%s/", "Was%s/", "Was%s", "Was%s/Page");

    private final Site site;

    private final Vault vault;

    HiddenPagesTest(Site site)
    {
        this.site = site;
        this.vault = new Vault(site);
    }

    @BeforeAll
    void hide() throws Exception
    {
        this.vault.fill();
    }

    static Stream<Arguments> addresses()
    {
        List<String> addresses = new ArrayList<>();
        for (String place : PLACES) {
            READS.forEach(action -> addresses.add("/bin/" + action + '/' + place));
            addresses.add("/bin/view/" + place + "?rev=1.1");
            addresses.add("/bin/raw/" + place + "?rev=1.1");
            addresses.add("/bin/diff/" + place + "?from=1.1&to=2.1");
            addresses.add("/bin/edit/" + place + "?title=x");
        }
        addresses.addAll(List.of("/bin/download/%s/Plan/map.png", "/bin/download/%s/WebHome/map.png",
            "/bin/download/%s/Plan/none.png", "/bin/pages?space=%s", "/bin/pages?space=Communities.%s",
            "/bin/pages?after=xwiki:%s.Plan", "/bin/search?q=%s", "/bin/view/CoP/Communities?cop-q=%s",
            "/bin/view/CoP/Search?cop-q=%s", "/bin/view/CoP/Questions?cop-tag=%s", "/bin/view/CoP/Questions?cop-state=%s",
            "/bin/view/CoP/Ask?cop-about=xwiki:%s.Plan", "/bin/view/CoP/Ask?cop-title=%s&cop-about=xwiki:%s.WebHome",
            "/bin/search?q=words+%s", "/bin/view/CoP/NewCommunity?cop-template=xwiki:%s.Plan",
            "/bin/view/CoP/Charter?cop-community=%s", "/bin/view/CoP/Communities?cop-domain=%s"));
        for (String path : List.of("communities?q=%s", "about?page=xwiki:%s.Plan", "about?page=xwiki:%s.WebHome",
            "search?q=%s", "search?q=spade&tag=%s", "related?title=%s+treasure&body=spade+treasure", "experts?topic=%s",
            "experts?title=%s&body=treasure", "questions?tag=%s", "feeds/questions?tag=%s", "topics?user=xwiki:%s.Plan",
            "thanks?to=xwiki:%s.Plan", "leaderboard?period=%s", "questions?author=xwiki:%s.Plan", "notices?after=%s",
            "tags?prefix=%s", "people?prefix=%s", "communities?domain=%s")) {
            addresses.add("/rest/wikis/xwiki/cop/" + path);
        }
        return addresses.stream().flatMap(address -> Stream.of(Arguments.of("guest", address), Arguments.of("ben", address)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("addresses")
    void isTheSameAsNone(String who, String address)
    {
        compare(who, "GET", address, Map.of("Accept", "text/html"));
        if (address.startsWith("/rest/")) {
            compare(who, "GET", address, Map.of("Accept", "application/json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/view/%s/", "/bin/raw/%s/Plan", "/bin/view/Was%s/", "/bin/edit/%s/",
        "/bin/download/%s/Plan/map.png", "/rest/wikis/xwiki/cop/about?page=xwiki:%s.Plan"})
    void isTheSameAsNoneForEachKindOfRequest(String address)
    {
        for (String who : List.of("guest", "ben")) {
            for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PROPFIND")) {
                compare(who, method, address, Map.of());
            }
            compare(who, "GET", address, Map.of("Range", "bytes=0-1"));
            compare(who, "GET", address,
                Map.of("If-None-Match", "*", "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"));
        }
    }

    private void compare(String who, String method, String address, Map<String, String> headers)
    {
        String hidden = this.vault.said(who, method, address.replace("%s", HIDDEN), headers, HIDDEN);
        String none = this.vault.said(who, method, address.replace("%s", INVENTED), headers, INVENTED);
        assertThat(hidden).as(method + headers).isEqualTo(none).doesNotContainIgnoringCase("treasure")
            .doesNotContain("Title of");
    }

    static Stream<Arguments> ids()
    {
        List<String> paths = new ArrayList<>();
        for (String kind : List.of("questions", "answers")) {
            for (String more : List.of("", "/votes", "/comments", "/answers", "/closing", "/acceptance")) {
                paths.add(kind + "/%s" + more);
            }
        }
        paths.addAll(List.of("communities/%s", "communities/%s/members", "communities/%s/leaderboard",
            "communities/%s/totals", "questions?community=%s", "feeds/questions?community=%s", "tags?community=%s",
            "search?q=spade&community=%s", "related?title=treasure&body=spade&community=%s",
            "experts?topic=spade&community=%s", "people/links?person=%s", "notices/%s/reading", "related?question=%s",
            "experts?question=%s", "experts?community=%s",
            "leaderboard?community=%s", "thanks?post=%s", "communities/%s/membership", "comments/%s",
            "contributions?community=%s"));
        return paths.stream().flatMap(path -> Stream.of(Arguments.of("guest", path), Arguments.of("ben", path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ids")
    void isTheSameByItsIdAsNone(String who, String path)
    {
        for (String hidden : this.vault.ids()) {
            String none = UUID.randomUUID().toString();
            String address = "/rest/wikis/xwiki/cop/" + path;
            for (String accepted : List.of("application/json", "text/html")) {
                Map<String, String> headers = Map.of("Accept", accepted);
                assertThat(this.vault.said(who, "GET", String.format(address, hidden), headers, hidden)).as(accepted)
                    .isEqualTo(this.vault.said(who, "GET", String.format(address, none), headers, none))
                    .doesNotContainIgnoringCase("treasure");
                for (String method : List.of("POST", "PUT", "DELETE")) {
                    assertThat(written(who, method, String.format(address, hidden), accepted, hidden))
                        .as(method + ' ' + accepted)
                        .isEqualTo(written(who, method, String.format(address, none), accepted, none))
                        .doesNotContainIgnoringCase("treasure");
                }
            }
        }
    }

    private String written(String who, String method, String address, String accepted, String name)
    {
        Browser browser = this.vault.browser(who);
        String form = "title=A+longer+title&body=A+body+of+some+length&text=A+comment+of+some+length&tags=x&value=1"
            + "&reason=duplicate&duplicateOf=" + name + "&role=member&member=xwiki%3AXWiki.ben&access=open&version=1.1"
            + "&form_token=" + ("guest".equals(who) ? "" : browser.token());
        HttpRequest.Builder request = browser.request(address).header("Accept", accepted)
            .header("Content-Type", "application/x-www-form-urlencoded");
        return shape(browser.exchange(request.method(method, BodyPublishers.ofString(form)).build()), name);
    }

    @Test
    void sendsNobodyToWhereAPageWasMovedWhoMayNotViewIt()
    {
        for (String who : List.of("guest", "ben")) {
            for (String action : List.of("view", "raw", "history", "attachments")) {
                for (String place : List.of("Was" + HIDDEN + '/', "Was" + HIDDEN + "/Page")) {
                    HttpResponse<String> answer = this.vault.browser(who).get("/bin/" + action + '/' + place);
                    assertThat(answer.statusCode()).as(action).isEqualTo(404);
                    assertThat(answer.headers().firstValue("Location")).isEmpty();
                }
            }
        }
        for (String action : List.of("view", "raw", "history", "attachments", "edit", "download")) {
            String file = "download".equals(action) ? "/map.png" : "";
            HttpResponse<String> answer = this.site.as("ada").get("/bin/" + action + "/Was" + HIDDEN + "/Page" + file);
            assertThat(answer.statusCode()).as(action).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).as(action)
                .contains("/bin/" + action + '/' + HIDDEN + "/MovedPage" + file);
        }
    }

    @Test
    void writesOverTheAddressThatAHiddenPageLeft() throws StaleVersionException
    {
        SpaceId left = SpaceId.of(new WikiId("xwiki"), "Left");
        this.site.write(left.home(), "Moved away", "A treasure", "ada");
        this.site.get(Pages.class).move(left.home(), VAULT.child("Left").home(), Account.idOf("ada"));
        Browser ben = this.site.as("ben");
        assertThat(ben.get("/bin/edit/Left/").statusCode()).isEqualTo(200);
        HttpResponse<String> saved = ben.post("/bin/save/Left/",
            Map.of("title", "Mine", "content", "My words", "do", "save"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(this.site.guest().get("/bin/view/Left/").body()).contains("My words");
        assertThat(this.site.get(PageStore.class).redirect(left.home())).isEmpty();
        assertThat(this.site.as("ada").get("/bin/view/" + HIDDEN + "/Left/").body()).contains("A treasure");
    }

    @Test
    void refusesToWriteWhereOneMayNotViewAndKeepsTheText()
    {
        Browser ben = this.site.as("ben");
        Map<String, String> form = Map.of("title", "Mine", "content", "My long words", "do", "save");
        HttpResponse<String> there = ben.post("/bin/save/" + HIDDEN + "/Plan", form);
        HttpResponse<String> none = ben.post("/bin/save/" + HIDDEN + "/Nope", form);
        assertThat(there.statusCode()).isEqualTo(403);
        assertThat(there.body()).contains("My long words");
        assertThat(shape(there, "Plan")).isEqualTo(shape(none, "Nope"));
        assertThat(this.site.get(Pages.class).load(VAULT.page("Plan")).orElseThrow().title())
            .isEqualTo("Title of the plan");
        assertThat(this.site.get(Pages.class).load(VAULT.page("Nope"))).isEmpty();
    }

    @Test
    void movesAndCopiesNothingToWhereOneMayNotView()
    {
        this.site.write(SpaceId.of(new WikiId("xwiki"), "Bens").home(), "Ben's", "Words", "ben");
        Browser ben = this.site.as("ben");
        for (String action : List.of("move", "copy")) {
            HttpResponse<String> there = ben.post("/bin/" + action + "/Bens/", Map.of("to", HIDDEN + ".Depot"));
            HttpResponse<String> none = ben.post("/bin/" + action + "/Bens/", Map.of("to", HIDDEN + ".Debut"));
            HttpResponse<String> readable = ben.post("/bin/" + action + "/Bens/", Map.of("to", "CoP.Nope"));
            assertThat(there.statusCode()).isEqualTo(403);
            assertThat(shape(there, "Depot")).isEqualTo(shape(none, "Debut"));
            assertThat(readable.statusCode()).isEqualTo(403);
        }
        HttpResponse<String> hidden = ben.post("/bin/create/", Map.of("parent", HIDDEN, "name", "Plan", "title", "x"));
        HttpResponse<String> none = ben.post("/bin/create/", Map.of("parent", INVENTED, "name", "Plan", "title", "x"));
        assertThat(shape(hidden, HIDDEN)).isEqualTo(shape(none, INVENTED));
    }

    @Test
    void showsALinkToAHiddenPageAsALinkToNone()
    {
        for (String target : List.of("%s.WebHome", "%s.Plan", "%s", "%s.Never", "Was%s.Page", "Was%s.WebHome",
            "page:%s/Plan", "space:%s", "Communities.%s.WebHome", "doc:%s.Plan")) {
            for (String form : List.of("[[%s]]", "[[label>>%s]]", "[[%s||anchor=\"x\"]]", "[[image:%s@map.png]]",
                "[[attach:%s@map.png]]")) {
                String markup = String.format(form, target);
                PageId page = SpaceId.of(new WikiId("xwiki"), "Links").page("Links");
                this.site.write(page, "Links", String.format(markup, HIDDEN) + " \n\n----\n\n"
                    + String.format(markup, INVENTED), "root");
                for (String who : List.of("ada", "guest", "ben", "ada", "ben")) {
                    String[] parts = this.vault.browser(who).get("/bin/view/Links/Links").body()
                        .replaceAll("(?s).*<div class=\"wiki-content\">(.*?)</div>.*", "$1").split("<hr/?>");
                    assertThat(parts).hasSize(2);
                    if (!"ada".equals(who)) {
                        assertThat(named(parts[0], HIDDEN)).as(who + ' ' + markup).isEqualTo(named(parts[1], INVENTED));
                    }
                }
            }
        }
        this.site.write(SpaceId.of(new WikiId("xwiki"), "Links").page("Links"), "Links", "[[" + HIDDEN
            + ".Plan]]", "root");
        assertThat(this.site.as("ben").get("/bin/view/Links/Links").body()).contains("wikicreatelink");
        assertThat(this.site.as("ada").get("/bin/view/Links/Links").body()).doesNotContain("wikicreatelink");
        assertThat(this.site.guest().get("/bin/view/Links/Links").body()).contains("wikicreatelink");
    }

    /** The second reader of the same spaces gets the text from a cache, which must not answer others. */
    @Test
    void showsALinkInAQuestionAsItsReaderMayViewIt() throws Exception
    {
        SpaceId cellar = SpaceId.of(new WikiId("xwiki"), "Cellar");
        this.site.get(Rules.class).set(cellar, List.of(new Rule(new Rule.User(Account.idOf("ada")), Set.of(Right.VIEW))));
        this.site.write(cellar.page("Wine"), "Wine", "Red", "ada");
        PageId page = this.vault.ask("Who has read the list of wines?", "It is [[Cellar.Wine]], I believe.");
        String address = PageUrls.of(page, "view", Map.of());
        for (String who : List.of("ada", "ada", "guest", "ada", "ben", "guest", "ben")) {
            String body = this.vault.browser(who).get(address).body();
            assertThat(body).as(who).contains("I believe");
            assertThat(body.contains("wikicreatelink")).as(who).isEqualTo(!"ada".equals(who));
        }
    }

    /** Hidden pages push no others out of the list of what lies beside a page. */
    @Test
    void showsWhatLiesBesideAPageHoweverMuchIsHiddenThere()
    {
        SpaceId crowd = SpaceId.of(new WikiId("xwiki"), "Crowd");
        this.site.write(crowd.home(), "Crowd", "", "root");
        for (int i = 0; i < 301; i++) {
            SpaceId hidden = crowd.child("A" + i);
            this.site.get(Rules.class).set(hidden, List.of());
            this.site.write(hidden.home(), "Treasure", "", "root");
        }
        for (int i = 100; i < 135; i++) {
            this.site.write(crowd.page("Z" + i), "Known " + i, "", "root");
        }
        String page = this.site.guest().get("/bin/view/Crowd/").body();
        assertThat(page).contains("Known 100").contains("Known 129").doesNotContain("Known 130").doesNotContain("Treasure");
    }

    @Test
    void tellsNothingThroughAPreviewAtAHiddenPlace()
    {
        Browser ben = this.site.as("ben");
        for (String kind : List.of("page", "text")) {
            Map<String, String> there = Map.of("text", "[[Plan]] [[Plan.WebHome]]", "kind", kind);
            Map<String, String> none = Map.of("text", "[[Plum]] [[Plum.WebHome]]", "kind", kind);
            assertThat(shape(ben.post("/bin/preview/" + HIDDEN + '/', there), "Plan"))
                .isEqualTo(shape(ben.post("/bin/preview/" + HIDDEN + '/', none), "Plum"));
        }
    }

    private static String named(String html, String name)
    {
        return html.replace("&nbsp;", " ").replaceAll("~[A-Za-z0-9_-]+", "~CODED").strip()
            .replaceAll("(?i)" + name + "(?![a-z])", "NAME").replaceAll("^<p>|</p>$", "").strip();
    }
}
