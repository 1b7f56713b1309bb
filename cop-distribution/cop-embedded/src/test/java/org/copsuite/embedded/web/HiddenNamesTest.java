/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.embedded.web.Vault.HIDDEN;
import static org.copsuite.embedded.web.Vault.INVENTED;
import static org.copsuite.embedded.web.Vault.OPEN;
import static org.copsuite.embedded.web.Vault.shape;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a form, an address or a macro names and one may not view is answered as what is not there: forms of REST and of
 * the wiki, pages of the suite with ids in their address, and macros on a page of one's own.
 */
@ExtendWith(RunningWiki.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenNamesTest
{
    private final Site site;

    private final Vault vault;

    HiddenNamesTest(Site site)
    {
        this.site = site;
        this.vault = new Vault(site);
    }

    @BeforeAll
    void hide() throws Exception
    {
        this.vault.fill();
    }

    static Stream<Arguments> forms()
    {
        List<String> forms = new ArrayList<>();
        for (String type : List.of("question", "community", "person")) {
            for (String on : List.of("true", "false")) {
                forms.add("watched type=" + type + "&target=%s&watching=" + on + "&shown=list");
            }
        }
        forms.addAll(List.of("questions id=NEW&community=%s&title=A+longer+title&body=A+body+of+some+length&tags=x",
            "questions id=NEW&community=" + OPEN + "&title=A+longer+title&body=A+body+of+some+length&about=xwiki:PAGE",
            "thanks id=NEW&to=xwiki:XWiki.ada&message=Many+thanks+to+you&community=%s",
            "thanks id=NEW&to=xwiki:XWiki.ada&message=Many+thanks+to+you&post=%s", "notices/reading post=%s",
            "notices/seen post=%s", "notices/%s/reading x=y", "people/links person=%s&account=xwiki:XWiki.ben",
            "administration/communities id=%s&space=Vaulted&title=x", "topics topic=%s", "preview text=[[%s]]"));
        return forms.stream().flatMap(form -> Stream.of(Arguments.of("guest", form), Arguments.of("ben", form)));
    }

    /** What a form names is answered as if it were not there. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("forms")
    void isTheSameInAFormAsNone(String who, String form)
    {
        String path = "/rest/wikis/xwiki/cop/" + form.substring(0, form.indexOf(' '));
        for (String hidden : this.vault.ids()) {
            String none = UUID.randomUUID().toString();
            for (String accepted : List.of("application/json", "text/html")) {
                assertThat(sent(who, path.replace("%s", hidden), form, accepted, hidden)).as(accepted)
                    .isEqualTo(sent(who, path.replace("%s", none), form, accepted, none))
                    .doesNotContainIgnoringCase("treasure");
            }
        }
    }

    private String sent(String who, String address, String form, String accepted, String name)
    {
        Browser browser = this.vault.browser(who);
        String body = form.substring(form.indexOf(' ') + 1).replace("%s", name)
            .replace("NEW", UUID.randomUUID().toString())
            .replace("PAGE", (this.vault.ids().contains(name) ? HIDDEN : INVENTED) + ".Plan");
        HttpRequest.Builder request = browser.request(address).header("Accept", accepted)
            .header("Content-Type", "application/x-www-form-urlencoded");
        return shape(browser.exchange(request.POST(BodyPublishers.ofString(body + "&form_token="
            + ("guest".equals(who) ? "" : browser.token()))).build()), name).replaceAll("[0-9a-f-]{36}", "ID");
    }

    static Stream<Arguments> pagesWithIds()
    {
        return Stream.of("Ask?cop-community=%s", "Questions?cop-community=%s", "Questions?cop-show=%s",
            "Search?cop-q=spade&cop-community=%s",
            "Ask?cop-edit=%s", "Questions?cop-comments=%s",
            "Tags?cop-community=%s", "People?cop-topic=spade&cop-community=%s",
            "Leaderboard?cop-community=%s", "Communities?cop-after=%s",
            "Thanks?cop-community=%s", "Notices?cop-watched=%s")
            .flatMap(page -> Stream.of(Arguments.of("guest", page), Arguments.of("ben", page)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pagesWithIds")
    void isTheSameOnAPageThatNamesIt(String who, String page)
    {
        for (String hidden : this.vault.ids()) {
            String none = UUID.randomUUID().toString();
            String address = "/bin/view/CoP/" + page;
            assertThat(this.vault.said(who, "GET", address.replace("%s", hidden), Map.of(), hidden))
                .isEqualTo(this.vault.said(who, "GET", address.replace("%s", none), Map.of(), none))
                .doesNotContainIgnoringCase("treasure");
        }
    }

    /** Each action that is sent, with a valid form token; where one may write there and where not differs by design. */
    @ParameterizedTest
    @ValueSource(strings = {"delete", "move", "copy", "restore", "detach", "upload", "create", "preview", "view", "raw",
        "history", "diff", "attachments", "edit", "avatar"})
    void isTheSameForEachActionThatIsSent(String action)
    {
        Browser ben = this.site.as("ben");
        for (String place : List.of("%s/", "%s/Plan", "%s/MovedPage", "Was%s/", "Was%s/Page")) {
            Map<String, String> form = Map.of("title", "x", "content", "y", "version", "1.1", "to", "Elsewhere.Place",
                "file", "map.png", "name", "map.png", "rev", "1.1", "parent", "", "confirm", "true", "from", "1.1");
            String address = "/bin/" + action + '/' + place;
            String there = shape(ben.post(address.replace("%s", HIDDEN), form), HIDDEN);
            String none = shape(ben.post(address.replace("%s", INVENTED), form), INVENTED);
            assertThat(there).as(place).isEqualTo(none).doesNotContainIgnoringCase("treasure").doesNotContain("Title of");
        }
    }

    /** What somebody writes on a page of one's own, with every macro that takes a community, a post or a person. */
    @ParameterizedTest
    @ValueSource(strings = {"questions community=", "tags community=", "experts community=", "leaderboard community=",
        "ask community=", "community community=", "thanks community=", "contributions community=", "question id=",
        "about page=", "answer id=", "person user=", "expertise user=", "communities community=", "questions tag=",
        "search community=", "experts topic="})
    void isTheSameForEachMacroThatNamesIt(String macro)
    {
        List<String> names = new ArrayList<>(this.vault.ids());
        names.add(HIDDEN);
        names.addAll(List.of("xwiki:" + HIDDEN + ".Plan", HIDDEN + ".Plan"));
        PageId page = SpaceId.of(new WikiId("xwiki"), "Bens").page("Macros");
        for (String name : names) {
            String none = name.contains(HIDDEN) ? name.replace(HIDDEN, INVENTED) : UUID.randomUUID().toString();
            String there = macro(page, macro, name);
            assertThat(there).as(name).isEqualTo(macro(page, macro, none)).doesNotContainIgnoringCase("treasure");
        }
        this.site.write(page, "Macros", "", "ben");
    }

    private String macro(PageId page, String macro, String name)
    {
        this.site.write(page, "Macros", "{{cop-" + macro + '"' + name + "\"/}}", "ben");
        return this.site.as("ben").get("/bin/view/Bens/Macros").body()
            .replaceAll("(?s).*<div class=\"wiki-content\">(.*)", "$1").replaceAll("[0-9a-f-]{36}", "ID")
            .replaceAll("(?i)" + HIDDEN + '|' + INVENTED, "NAME")
            .replaceAll("(value=\"|token\":\")[A-Za-z0-9_=-]{20,}\"", "TOKEN")
            .replaceAll("(?s)<footer.*", "");
    }
}
