/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.question.PostFiles;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is done with pages, each by the right person and by the wrong one. */
@ExtendWith(RunningWiki.class)
class WikiPagesTest
{
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{/html}}}}} $x #end";

    private final Site site;

    WikiPagesTest(Site site)
    {
        this.site = site;
    }

    private static PageId page(String... names)
    {
        return SpaceId.of(new WikiId("xwiki"), names).home();
    }

    private Page load(PageId page)
    {
        return this.site.get(Pages.class).load(page).orElseThrow();
    }

    @Test
    void leadsToTheMainPage()
    {
        HttpResponse<String> answer = this.site.guest().get("/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/bin/view/Main/");
    }

    @Test
    void showsAPageInTheLookOfTheWiki()
    {
        this.site.write(page("Look"), "A title", "= Heading =\n\n[[there>>Main.WebHome]] [[not there>>Nowhere.Page]]", "ada");

        String html = this.site.guest().get("/bin/view/Look/").body();

        assertThat(html).contains("<h1><bdi>A title</bdi></h1>").contains("class=\"skip-link\"").contains("<main id=\"content\"")
            .contains("role=\"search\"").contains("<html lang=\"en\">").contains("href=\"/bin/view/Main/\"")
            .contains("wikicreatelink").contains("Heading");
        assertThat(html).doesNotContain("style=").doesNotContain("onclick").doesNotContainPattern("<script(?! type=\"module\" src)");
        this.site.write(page("Look", "Gap", "Deep"), "Deep", "", "ada");
        assertThat(this.site.guest().get("/bin/view/Look/Gap/Deep/").body()).contains("<a href=\"/bin/view/Look/\"><bdi>A title</bdi></a>")
            .doesNotContain("href=\"/bin/view/Look/Gap/\"");
        assertThat(this.site.guest().get("/bin/view/Look").statusCode()).isEqualTo(200);
        assertThat(this.site.guest().get("/bin/view/Look/WebHome").statusCode()).isEqualTo(200);
    }

    @Test
    void escapesWhateverAPageHolds()
    {
        this.site.write(page("Hostile"), HOSTILE, HOSTILE, "ada");

        for (String action : List.of("view", "edit", "history", "move", "copy", "delete", "attachments", "create")) {
            HttpResponse<String> answer = this.site.as("root").get("/bin/" + action + "/Hostile/");
            assertThat(answer.statusCode()).as(action).isEqualTo(200);
            assertThat(answer.body()).as(action).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
        assertThat(this.site.guest().get("/bin/search?q=" + "%3Cscript%3Ealert(1)%22onx").body())
            .doesNotContain("<script>alert").doesNotContain("\"onx");
        assertThat(this.site.guest().get("/bin/pages").body()).doesNotContain("<script>alert");
    }

    @Test
    void showsTheIconsOfMessages()
    {
        this.site.write(page("Messages"), "Messages",
            "{{info}}I{{/info}}\n\n{{warning}}W{{/warning}}\n\n{{error}}E{{/error}}\n\n{{success}}S{{/success}}", "ada");

        Matcher icons = Pattern.compile("<img src=\"(/resources/skin/[^\"]+)\"")
            .matcher(this.site.guest().get("/bin/view/Messages/").body());

        assertThat(icons.results().map(icon -> this.site.guest().get(icon.group(1)))).hasSize(4).allSatisfy(icon -> {
            assertThat(icon.statusCode()).isEqualTo(200);
            assertThat(icon.headers().firstValue("Content-Type")).contains("image/svg+xml");
        });
    }

    @Test
    void findsWordsInTheTextAndShowsThemEscaped()
    {
        this.site.write(page("Found"), "A title", "Look for the **zebrafinch** <script>alert(1)</script> here.", "ada");

        String html = this.site.guest().get("/bin/search?q=ZebraFinch").body();

        assertThat(html).contains("One page with").contains("Look for the <mark>zebrafinch</mark> &lt;script&gt;");
        assertThat(this.site.guest().get("/bin/search?q=zebrafinch+absent").body()).contains("No page that you may see");
    }

    @Test
    void tellsOfAMissingPage()
    {
        HttpResponse<String> guest = this.site.guest().get("/bin/view/Nowhere/At/All");
        assertThat(guest.statusCode()).isEqualTo(404);
        assertThat(guest.body()).contains("There is no such page").doesNotContain("Create this page");
        assertThat(this.site.as("ada").get("/bin/view/Nowhere/At/All").body()).contains("Create this page");
        assertThat(this.site.guest().get("/bin/unheard-of/Main/").statusCode()).isEqualTo(404);
        assertThat(this.site.guest().get("/bin/view/Main/?rev=99.9").statusCode()).isEqualTo(404);
        assertThat(this.site.guest().get("/bin/view/Main/?rev=%27%20or%201=1").statusCode()).isEqualTo(404);
        assertThat(this.site.guest().get("/bin/view/~bm9uc2Vuc2U").statusCode()).isEqualTo(404);
        assertThat(this.site.guest().get("/bin/view/%00/").statusCode()).isEqualTo(400);
        assertThat(this.site.guest().get("/bin/view/Main/?rev=%ED%A0%80").statusCode()).isEqualTo(400);
        assertThat(this.site.guest().get("/bin/pages?after=xwiki:Null%00.Page").statusCode()).isEqualTo(404);
        String coded = Base64.getUrlEncoder().withoutPadding()
            .encodeToString("xwiki:Null\u0000.Page".getBytes(StandardCharsets.UTF_8));
        assertThat(this.site.as("ada").get("/bin/edit/~" + coded).statusCode()).isEqualTo(404);
        assertThat(this.site.as("ada").get("/bin/edit/" + "Long/".repeat(150)).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsNobodyWhetherAPrivatePageExists()
    {
        String there = this.site.guest().get("/bin/view/Secret/").body();
        String not = this.site.guest().get("/bin/view/Secret/Nothing/Here").body();
        for (String action : List.of("view", "history", "raw", "attachments", "delete", "move", "copy")) {
            assertThat(this.site.as("ben").get("/bin/" + action + "/Secret/").statusCode()).as(action).isEqualTo(404);
            assertThat(this.site.as("ben").get("/bin/" + action + "/Secret/Not").statusCode()).as(action).isEqualTo(404);
        }
        assertThat(there).contains("There is no such page").doesNotContain("moon").doesNotContain("Secret plans");
        assertThat(there.replace("%2FSecret%2F", "")).isEqualTo(not.replace("%2FSecret%2FNothing%2FHere", ""));
        assertThat(this.site.as("ada").get("/bin/view/Secret/").body()).contains("moon");
        assertThat(this.site.as("ben").get("/bin/search?q=Secret+plans").body()).doesNotContain("/bin/view/Secret/");
        assertThat(this.site.as("ben").get("/bin/search?q=moon").body()).doesNotContain("/bin/view/Secret/");
        assertThat(this.site.as("ada").get("/bin/search?q=moon").body()).contains("/bin/view/Secret/")
            .contains("<mark>moon</mark>");
        assertThat(this.site.as("ben").get("/bin/pages").body()).doesNotContain("/bin/view/Secret/");
        assertThat(this.site.as("ben").get("/bin/pages?order=recent").body()).doesNotContain("/bin/view/Secret/");
    }

    @Test
    void createsAPage()
    {
        Browser ada = this.site.as("ada");
        HttpResponse<String> form = ada.post("/bin/create", Map.of("title", "My & first: page", "parent", "New.Things"));
        assertThat(form.statusCode()).isEqualTo(303);
        String edit = form.headers().firstValue("Location").orElseThrow();
        assertThat(edit).startsWith("/bin/edit/New/Things/My%20first%20page/?title=");
        assertThat(ada.get(edit).body()).contains("value=\"My &amp; first: page\"");

        HttpResponse<String> saved = ada.post("/bin/save/New/Things/My%20first%20page/",
            Map.of("title", "My first page", "content", "Some **text**", "version", "", "comment", "begun", "do", "save"));

        assertThat(saved.headers().firstValue("Location")).contains("/bin/view/New/Things/My%20first%20page/?done=created");
        assertThat(ada.get("/bin/view/New/Things/My%20first%20page/?done=created").body())
            .contains("The page was created.").contains("<strong>text</strong>");
        assertThat(load(page("New", "Things", "My first page")).author()).isEqualTo(Account.idOf("ada"));
        assertThat(this.site.guest().post("/bin/save/New/Other/", Map.of("title", "x", "content", "y")).statusCode())
            .isEqualTo(404);
        assertThat(this.site.as("ben").post("/bin/create", Map.of("title", "x", "parent", "CoP")).body())
            .contains("No page can be written at this place by you");
        assertThat(ada.post("/bin/create", Map.of("title", "My first page", "parent", "New.Things")).body())
            .contains("There is a page at this place already");
        assertThat(ada.post("/bin/create", Map.of("title", " ", "parent", "")).statusCode()).isEqualTo(400);
    }

    @Test
    void editsAPageAfterAPreview()
    {
        Page page = this.site.write(page("Editing"), "Editing", "Before", "ada");
        Browser ben = this.site.as("ben");
        Map<String, String> typed =
            Map.of("title", "Edited", "content", "**After** {{html}}<b>x</b>{{/html}}", "version", page.version());

        HttpResponse<String> preview = ben.post("/bin/save/Editing/", with(typed, "do", "preview"));
        assertThat(preview.body()).contains("<strong>After</strong>").contains("Raw HTML is shown only")
            .contains("**After** {{html}}&lt;b&gt;x&lt;/b&gt;{{/html}}</textarea>");
        assertThat(load(page.id()).content()).isEqualTo("Before");

        assertThat(ben.post("/bin/save/Editing/", with(typed, "do", "save")).statusCode()).isEqualTo(303);
        assertThat(load(page.id()).title()).isEqualTo("Edited");
        assertThat(ben.get("/bin/edit/Editing/").body()).contains("{{info").contains("Macros that you can use");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value)
    {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    @Test
    void showsBothTextsWhereSomebodyElseWasFaster()
    {
        PageId id = page("Conflict");
        String version = this.site.write(id, "Conflict", "one\ntwo\nthree", "ada").version();
        this.site.write(id, "Conflict", "one\ntwo\nTHREE", "ada");

        HttpResponse<String> answer = this.site.as("ben").post("/bin/save/Conflict/",
            Map.of("title", "Conflict", "content", "ONE\ntwo\nthree", "version", version, "do", "save"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else was faster").contains("Name of ada")
            .contains("ONE\ntwo\nTHREE</textarea>").contains("one\ntwo\nTHREE</textarea>")
            .contains("ONE\ntwo\nthree</textarea>").contains("name=\"version\" value=\"" + load(id).version() + '"');
        assertThat(load(id).content()).isEqualTo("one\ntwo\nTHREE");
    }

    @Test
    void keepsWhatWasTypedWhereThePageWasDeleted()
    {
        PageId id = page("Gone");
        String version = this.site.write(id, "Gone", "text", "ada").version();
        this.site.get(Pages.class).delete(id, Account.idOf("ada"));

        HttpResponse<String> answer = this.site.as("ada").post("/bin/save/Gone/",
            Map.of("title", "Gone", "content", "precious", "version", version, "do", "save"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("precious</textarea>").contains("was deleted while you were writing");
    }

    @Test
    void keepsWhatWasTypedWhereTheSessionHasEnded()
    {
        PageId id = page("Ended");
        String version = this.site.write(id, "Ended", "text", "ada").version();
        Map<String, String> typed = Map.of("title", "Ended", "content", "precious <b>", "version", version, "do", "save");

        HttpResponse<String> again = this.site.as("ada").postWith("of another session", "/bin/save/Ended/", typed);
        HttpResponse<String> guest = this.site.guest().postWith("of another session", "/bin/save/Ended/", typed);

        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("precious &lt;b&gt;</textarea>").contains("Your text is still below");
        assertThat(this.site.as("ada").postWith(Browser.tokenIn(again.body()), "/bin/save/Ended/", typed).statusCode())
            .isEqualTo(303);
        assertThat(guest.statusCode()).isEqualTo(403);
        assertThat(guest.body()).contains("precious &lt;b&gt;</textarea>").contains("/bin/login?to=");
    }

    @Test
    void comparesAndRestoresVersions()
    {
        PageId id = page("History");
        String first = this.site.write(id, "History", "old line", "ada").version();
        String second = this.site.write(id, "History", "new line", "ben").version();

        String history = this.site.as("ada").get("/bin/history/History/").body();
        assertThat(history).contains(first).contains(second).contains("Name of ada").contains("Name of ben");
        assertThat(this.site.guest().get("/bin/history/History/").body()).doesNotContain("/bin/restore/");
        assertThat(this.site.guest().get("/bin/diff/History/?from=" + first + "&to=" + second).body())
            .contains("<del>old line</del>").contains("<ins>new line</ins>");
        assertThat(this.site.guest().get("/bin/view/History/?rev=" + first).body()).contains("old line");
        Map<String, String> restore = Map.of("rev", first, "version", second);
        assertThat(this.site.guest().post("/bin/restore/History/", restore).statusCode()).isEqualTo(403);
        assertThat(this.site.as("ben").post("/bin/restore/History/", Map.of("rev", first, "version", first)).statusCode())
            .isEqualTo(409);
        assertThat(this.site.as("ben").post("/bin/restore/History/", restore).statusCode()).isEqualTo(303);
        assertThat(load(id).content()).isEqualTo("old line");
    }

    @Test
    void movesAPageAndLeavesARedirect()
    {
        this.site.write(page("From"), "Movable", "text", "ada");
        Browser ada = this.site.as("ada");

        assertThat(this.site.guest().post("/bin/move/From/", Map.of("to", "To.There")).statusCode()).isEqualTo(403);
        assertThat(this.site.as("ben").post("/bin/move/From/", Map.of("to", "Secret.Trap")).statusCode()).isEqualTo(403);
        assertThat(ada.post("/bin/move/From/", Map.of("to", "Main")).statusCode()).isEqualTo(409);
        assertThat(ada.post("/bin/move/From/", Map.of("to", "a..b")).statusCode()).isEqualTo(400);
        assertThat(ada.post("/bin/move/From/", Map.of("to", "To.There")).statusCode()).isEqualTo(303);

        assertThat(load(page("To", "There")).title()).isEqualTo("Movable");
        HttpResponse<String> old = ada.get("/bin/view/From/");
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(old.headers().firstValue("Location")).contains("/bin/view/To/There/");
    }

    @Test
    void movesNoSpaceToWhereNamesBelowWouldBeTooLong()
    {
        PageId below = page("Short", "x".repeat(200), "x".repeat(200));
        String place = "y".repeat(200) + '.' + "z".repeat(200);
        this.site.write(page("Short"), "Short", "text", "ada");
        this.site.write(below, "Below", "text", "ada");

        HttpResponse<String> refused = this.site.as("ada").post("/bin/move/Short/", Map.of("to", place));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("more than 700 characters", place);
        assertThat(load(below).title()).isEqualTo("Below");
    }

    @Test
    void copiesAndDeletesAPage()
    {
        this.site.write(page("Original"), "Original", "text", "ada");
        Browser ben = this.site.as("ben");

        assertThat(ben.post("/bin/copy/Original/", Map.of("to", "Duplicate")).statusCode()).isEqualTo(303);
        assertThat(load(page("Duplicate")).content()).isEqualTo("text");
        assertThat(ben.post("/bin/delete/Original/", Map.of()).statusCode()).isEqualTo(403);
        assertThat(this.site.guest().post("/bin/delete/Original/", Map.of()).statusCode()).isEqualTo(403);
        assertThat(this.site.as("ada").get("/bin/delete/Original/").body()).contains("cannot be undone");
        assertThat(this.site.as("ada").post("/bin/delete/Original/", Map.of()).statusCode()).isEqualTo(303);
        assertThat(this.site.get(PageStore.class).exists(page("Original"))).isFalse();
        assertThat(this.site.as("root").post("/bin/delete/Main/", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void keepsFilesSafely()
    {
        PageId id = page("Files");
        this.site.write(id, "Files", "[[image:dot.png]]", "ada");
        Browser ada = this.site.as("ada");
        byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(this.site.guest().upload(this.site.guest().token(), "/bin/upload/Files/", "a.html", html, Map.of())
            .statusCode()).isEqualTo(403);
        assertThat(ada.upload(null, "/bin/upload/Files/", "a.html", html, Map.of()).statusCode()).isEqualTo(403);
        assertThat(ada.upload(ada.token(), "/bin/upload/Files/", "C:\\dir\\a b.html", html, Map.of()).statusCode())
            .isEqualTo(303);
        assertThat(ada.upload(ada.token(), "/bin/upload/Files/", "dot.png",
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, Map.of())
            .statusCode()).isEqualTo(303);

        HttpResponse<byte[]> file = this.site.guest().bytes("/bin/download/Files/WebHome/a%20b.html");
        assertThat(file.body()).isEqualTo(html);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(this.site.guest().bytes("/bin/download/Files/WebHome/dot.png").headers()
            .firstValue("Content-Disposition").orElseThrow()).startsWith("inline;");
        assertThat(this.site.guest().get("/bin/view/Files/").body()).contains("src=\"/bin/download/Files/WebHome/dot.png\"")
            .contains("a b.html");
        assertThat(this.site.guest().post("/bin/detach/Files/", Map.of("file", "dot.png")).statusCode()).isEqualTo(403);
        assertThat(ada.post("/bin/detach/Files/", Map.of("file", "none.png")).statusCode()).isEqualTo(404);
        assertThat(ada.post("/bin/detach/Files/", Map.of("file", "dot.png")).statusCode()).isEqualTo(303);
        assertThat(this.site.guest().bytes("/bin/download/Files/WebHome/dot.png").statusCode()).isEqualTo(404);
        assertThat(this.site.guest().bytes("/bin/download/Secret/WebHome/plan.png").statusCode()).isEqualTo(404);
    }

    @Test
    void takesFilesOfEveryKindAndSoManyOnAPage()
    {
        this.site.write(page("Kinds"), "Kinds", "", "ada");
        Browser ada = this.site.as("ada");
        String token = ada.token();
        byte[] bytes = {'e', 'c', 'h', 'o', 0, (byte) 0xff};
        for (String name : List.of("run.sh", "a.tar.gz", "windows.csv", "Makefile", "turned\u202Egnp.exe")) {
            assertThat(ada.upload(token, "/bin/upload/Kinds/", name, bytes, Map.of()).statusCode()).as(name).isEqualTo(303);
            HttpResponse<byte[]> file = this.site.guest().bytes("/bin/download/Kinds/WebHome/" + name.replace("\u202E", ""));
            assertThat(file.headers().firstValue("Content-Type")).as(name).contains("application/octet-stream");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
            assertThat(file.body()).isEqualTo(bytes);
        }
        HttpResponse<String> no = ada.upload(token, "/bin/upload/Kinds/", "no.png", bytes, Map.of());
        assertThat(no.statusCode()).isEqualTo(400);
        assertThat(no.body()).contains("says that it is a picture");
        for (int i = 5; i < PostFiles.ALL_FILES; i++) {
            assertThat(ada.upload(token, "/bin/upload/Kinds/", i + ".txt", bytes, Map.of()).statusCode()).isEqualTo(303);
        }
        assertThat(ada.upload(token, "/bin/upload/Kinds/", "more.txt", bytes, Map.of()).statusCode()).isEqualTo(400);
        assertThat(ada.upload(token, "/bin/upload/Kinds/", "run.sh", bytes, Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void refusesAFileThatIsTooLarge()
    {
        this.site.write(page("Large"), "Large", "", "ada");
        Browser ada = this.site.as("ada");

        HttpResponse<String> answer =
            ada.upload(ada.token(), "/bin/upload/Large/", "big.bin", new byte[11 * 1024 * 1024], Map.of());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too large");
    }

    @Test
    void showsTheWikiText()
    {
        this.site.write(page("Raw"), "Raw", "**<script>**", "ada");

        HttpResponse<String> answer = this.site.guest().get("/bin/raw/Raw/");

        assertThat(answer.body()).isEqualTo("**<script>**");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void findsPagesByTheirTitles()
    {
        this.site.write(page("Needle"), "A needle in the hay", "", "ada");

        assertThat(this.site.guest().get("/bin/search?q=needle+hay").body()).contains("/bin/view/Needle/");
        assertThat(this.site.guest().get("/bin/search?q=nothinglikethis").body()).contains("No page that you may see");
    }

    @Test
    void pagesThroughTheIndex() throws Exception
    {
        for (int i = 0; i < 60; i++) {
            this.site.get(PageStore.class).edit(new PageEdit(page("Many", "P" + (100 + i)), "Entry " + i, "",
                Account.idOf("ada"), null, "", false, null));
        }

        String first = this.site.guest().get("/bin/pages?space=Many").body();
        String next = first.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1").replace("&amp;", "&");
        String second = this.site.guest().get(next).body();

        assertThat(first).contains("/bin/view/Many/P100/").doesNotContain("/bin/view/Many/P159/");
        assertThat(second).contains("/bin/view/Many/P159/").doesNotContain("/bin/view/Many/P100/");
    }

    @Test
    void givesRawHtmlToAdministratorsPagesAlone()
    {
        String html = "{{html}}<b class=\"mine\">bold</b>{{/html}}";
        this.site.write(page("Admins"), "Admins", html, "root");
        this.site.write(page("Members"), "Members", html, "ada");
        this.site.write(page("Mixed"), "Mixed", html, "ada");
        this.site.write(page("Mixed"), "Mixed", html + "\n\nfixed", "root");

        assertThat(this.site.guest().get("/bin/view/Admins/").body()).contains("<b class=\"mine\">bold</b>");
        assertThat(this.site.guest().get("/bin/view/Members/").body()).doesNotContain("<b class");
        assertThat(this.site.guest().get("/bin/view/Mixed/").body()).doesNotContain("<b class").contains("fixed");
    }

    @Test
    void servesPagesWhoseNamesNoPathCanCarry()
    {
        PageId hard = SpaceId.of(new WikiId("xwiki"), "A/B", "..", "100%").page("~\u00dc;#?&");
        this.site.write(hard, "Hard to name", "text", "ada");
        String url = this.site.get(Links.class).view(hard);

        assertThat(this.site.guest().get(url).body()).contains("<h1><bdi>Hard to name</bdi></h1>");
        Browser ada = this.site.as("ada");
        assertThat(ada.upload(ada.token(), this.site.get(Links.class).action(hard, "upload", Map.of()),
            "\u00e4 %;.txt", "hi".getBytes(StandardCharsets.UTF_8), Map.of()).statusCode()).isEqualTo(303);
        String list = ada.get(this.site.get(Links.class).action(hard, "attachments", Map.of())).body();
        String file = list.replaceAll("(?s).*href=\"(/bin/download/[^\"]+)\".*", "$1");
        assertThat(new String(ada.bytes(file).body(), StandardCharsets.UTF_8)).isEqualTo("hi");
    }
}
