/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.Rules;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Profiles and the administration. */
@ExtendWith(RunningWiki.class)
class WikiPeopleTest
{
    private static final String HOSTILE = "<script>alert(1)</script>\"' {{html}}<b>x</b>{{/html}}";

    private static final byte[] PNG =
        {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1};

    private final Site site;

    WikiPeopleTest(Site site)
    {
        this.site = site;
    }

    private HttpResponse<String> admin(Map<String, String> fields)
    {
        return this.site.as("root").post("/bin/admin", fields);
    }

    private static Map<String, String> profile(String version, String name, String about)
    {
        return Map.of("do", "profile", "version", version, "name", name, "email", "eva@example.org", "locale", "en", "zone",
            "Europe/Berlin", "about", about);
    }

    private static String version(String html)
    {
        return html.replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }

    /** A name or a title cannot turn round what stands beside it, wherever it is shown. */
    @Test
    void namesAndTitlesTurnNothingRound()
    {
        this.site.account("fay");
        Browser fay = this.site.as("fay");
        assertThat(fay.post("/bin/profile", profile(version(fay.get("/bin/profile").body()), "Fay\u202Egro.live", "Hello"))
            .statusCode()).isEqualTo(303);
        Map<String, String> page = Map.of("title", "A \u2066title\u202Etxt.exe", "content", "Words", "do", "save");
        assertThat(fay.post("/bin/save/Turned/Page", page).statusCode()).isEqualTo(303);
        assertThat(fay.post("/bin/save/Turned/Na%E2%80%AEme", Map.of("title", "", "content", "Words", "do", "save"))
            .statusCode()).isEqualTo(303);
        String name = "Faygro.live";
        String title = "A titletxt.exe";
        for (String address : List.of("view/XWiki/fay", "history/XWiki/fay", "edit/XWiki/fay", "pages?space=XWiki",
            "pages?order=recent", "search?q=gro", "profile"))
        {
            assertThat(fay.get("/bin/" + address).body()).as(address).contains(name)
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
        }
        for (String address : List.of("view/Turned/Page", "view/Turned/Page?rev=1.1", "history/Turned/Page",
            "pages?space=Turned"))
        {
            assertThat(fay.get("/bin/" + address).body()).as(address).contains(title)
                .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
        }
        assertThat(fay.get("/bin/view/Turned/Na%E2%80%AEme").body()).contains("Name")
            .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
        assertThat(fay.post("/bin/profile", profile(version(fay.get("/bin/profile").body()), "\u202E", "Hello")).statusCode())
            .as("a name of nothing else").isEqualTo(400);
    }

    @Test
    void changesOnesOwnProfile()
    {
        this.site.account("eva");
        Browser eva = this.site.as("eva");

        HttpResponse<String> saved =
            eva.post("/bin/profile", profile(version(eva.get("/bin/profile").body()), "Eva \"<b>", HOSTILE));

        assertThat(saved.headers().firstValue("Location")).contains("/bin/view/XWiki/eva?done=profile");
        String page = this.site.as("ben").get("/bin/view/XWiki/eva").body();
        assertThat(page).contains("Eva &quot;&lt;b&gt;").contains("&lt;script&gt;").doesNotContain("<script>alert")
            .doesNotContain("<b>x</b>").doesNotContain("eva@example.org").doesNotContain("Edit your profile");
        assertThat(eva.get("/bin/view/XWiki/eva").body()).contains("eva@example.org").contains("Edit your profile");
        assertThat(eva.post("/bin/profile", profile("1.1", "Eva", "lost update")).statusCode()).isEqualTo(409);
        assertThat(eva.post("/bin/profile", profile("1.1", " ", "kept")).body()).contains("A name has 1 to 100 characters")
            .contains("kept</textarea>");
        assertThat(this.site.guest().get("/bin/profile").statusCode()).isEqualTo(403);
    }

    @Test
    void changesOnesOwnPassword()
    {
        this.site.account("pat");
        Browser pat = this.site.as("pat");
        Map<String, String> typed = Map.of("do", "password", "current", RunningWiki.PASSWORD, "password", "another one",
            "again", "another one");
        Map<String, String> wrong = new HashMap<>(typed);
        wrong.put("current", "not it");
        Map<String, String> differ = new HashMap<>(typed);
        differ.put("again", "a third");

        assertThat(pat.post("/bin/profile", wrong).body()).contains("The current password is not right")
            .doesNotContain("not it").doesNotContain("another one");
        assertThat(pat.post("/bin/profile", differ).body()).contains("The two new passwords differ");
        assertThat(pat.post("/bin/profile", typed).statusCode()).isEqualTo(303);
        assertThat(pat.get("/bin/profile").statusCode()).isEqualTo(200);
        assertThat(this.site.get(Accounts.class).authenticate("pat", "another one")).isPresent();
    }

    @Test
    void setsAPicture()
    {
        this.site.account("pic");
        Browser pic = this.site.as("pic");
        byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        assertThat(pic.upload(pic.token(), "/bin/profile", "x.png", html, Map.of("do", "avatar")).statusCode()).isEqualTo(400);
        assertThat(pic.upload(pic.token(), "/bin/profile", "x.png", PNG, Map.of("do", "avatar")).statusCode()).isEqualTo(303);
        HttpResponse<byte[]> avatar = this.site.guest().bytes("/bin/avatar/XWiki/pic");
        assertThat(avatar.body()).isEqualTo(PNG);
        assertThat(avatar.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(this.site.guest().bytes("/bin/avatar/XWiki/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheAdministrationToAdministrators()
    {
        for (String section : List.of("accounts", "groups", "rights", "settings", "suite")) {
            assertThat(this.site.as("root").get("/bin/admin?section=" + section).statusCode()).as(section).isEqualTo(200);
            assertThat(this.site.as("ada").get("/bin/admin?section=" + section).statusCode()).as(section).isEqualTo(403);
            assertThat(this.site.guest().get("/bin/admin?section=" + section).statusCode()).as(section).isEqualTo(403);
            assertThat(this.site.as("ada").post("/bin/admin", Map.of("section", section, "do", "save")).statusCode())
                .as(section).isEqualTo(403);
        }
    }

    @Test
    void managesAccounts()
    {
        Map<String, String> create = new HashMap<>(Map.of("section", "accounts", "do", "create", "login", "newbie", "name",
            HOSTILE, "email", "", "password", "first password", "locale", "en", "zone", "UTC"));
        assertThat(admin(create).statusCode()).isEqualTo(303);
        assertThat(admin(create).body()).contains("There is an account with this login already")
            .doesNotContain("<script>alert").doesNotContain("first password");
        create.put("login", "bad login/");
        assertThat(admin(create).body()).contains("A login has 1 to 60 letters");
        assertThat(this.site.as("root").get("/bin/admin").body()).contains("newbie").doesNotContain("<script>alert");

        Map<String, String> reset = Map.of("section", "accounts", "do", "password", "login", "newbie", "password", "second one");
        assertThat(admin(reset).statusCode()).isEqualTo(303);
        assertThat(this.site.get(Accounts.class).authenticate("newbie", "second one")).isPresent();
        assertThat(admin(Map.of("section", "accounts", "do", "password", "login", "newbie", "password", "x")).body())
            .contains("The password is too short");
        assertThat(admin(Map.of("section", "accounts", "do", "disable", "login", "root")).body())
            .contains("You cannot disable your own account");
        assertThat(admin(Map.of("section", "accounts", "do", "disable", "login", "nobody")).statusCode()).isEqualTo(404);
    }

    @Test
    void managesGroups()
    {
        assertThat(admin(Map.of("section", "groups", "do", "create", "name", "Gardeners")).statusCode()).isEqualTo(303);
        assertThat(admin(Map.of("section", "groups", "do", "create", "name", "<b>")).body()).contains("A name has 1 to 100");
        GroupId group = this.site.get(Groups.class).create(new WikiId("xwiki"), "Gardeners");
        assertThat(admin(Map.of("section", "groups", "do", "add", "group", group.value(), "login", "ada")).statusCode())
            .isEqualTo(303);
        assertThat(this.site.get(Groups.class).members(group)).containsExactly(Account.idOf("ada"));
        assertThat(this.site.as("root").get("/bin/admin?section=groups&group=" + group.value()).body()).contains("Name of ada");
        assertThat(admin(Map.of("section", "groups", "do", "add", "group", group.value(), "login", "nobody")).body())
            .contains("There is no such account");
        assertThat(admin(Map.of("section", "groups", "do", "remove", "group", group.value(), "member", "xwiki:XWiki.ada"))
            .statusCode()).isEqualTo(303);
        assertThat(this.site.get(Groups.class).members(group)).isEmpty();
        assertThat(admin(Map.of("section", "groups", "do", "delete", "group", group.value())).statusCode()).isEqualTo(303);
        assertThat(this.site.get(GroupDirectory.class).exists(group)).isFalse();
        assertThat(admin(Map.of("section", "groups", "do", "remove", "group", GroupDirectory.ADMINISTRATORS.value(),
            "member", "xwiki:XWiki.root")).body()).contains("You cannot remove yourself");
    }

    @Test
    void theProfileOfWhoIsRenamedCarriesTheNewName()
    {
        this.site.account("mary");
        assertThat(admin(Map.of("section", "accounts", "do", "update", "login", "mary", "name", "Mary Newname", "email", "",
            "locale", "en", "zone", "UTC")).statusCode()).isEqualTo(303);
        Browser mary = this.site.as("mary");
        for (String address : List.of("/bin/view/XWiki/mary", "/bin/pages?space=XWiki", "/bin/pages?order=recent",
            "/bin/search?q=Newname")) {
            assertThat(mary.get(address).body()).as(address).contains("Mary Newname").doesNotContain("Name of mary");
        }
        String version = this.site.get(Pages.class).load(Account.SPACE.page("mary")).orElseThrow().version();
        assertThat(mary.post("/bin/save/XWiki/mary", Map.of("title", "Name of root", "content", "About me", "version",
            version, "do", "save")).statusCode()).isEqualTo(303);
        assertThat(this.site.get(Pages.class).load(Account.SPACE.page("mary")).orElseThrow().title())
            .isEqualTo("Mary Newname");
    }

    @Test
    void managesRights()
    {
        SpaceId space = SpaceId.of(new WikiId("xwiki"), "Garden", "Shed");
        this.site.write(space.home(), "Shed", "tools", "root");
        assertThat(this.site.guest().get("/bin/view/Garden/Shed/").statusCode()).isEqualTo(200);

        assertThat(admin(Map.of("section", "rights", "do", "save", "space", "Garden.Shed", "subject-0", "", "login-0", "ben",
            "VIEW-0", "1", "subject-1", "group:xwiki:XWiki.XWikiAdminGroup", "EDIT-1", "1")).statusCode()).isEqualTo(303);

        assertThat(this.site.get(Rules.class).own(space).orElseThrow()).hasSize(2);
        assertThat(this.site.guest().get("/bin/view/Garden/Shed/").statusCode()).isEqualTo(404);
        assertThat(this.site.as("ada").get("/bin/view/Garden/Shed/").statusCode()).isEqualTo(404);
        assertThat(this.site.as("ben").get("/bin/view/Garden/Shed/").statusCode()).isEqualTo(200);
        assertThat(this.site.as("ben").get("/bin/edit/Garden/Shed/").statusCode()).isEqualTo(403);
        assertThat(this.site.as("root").get("/bin/admin?section=rights&space=Garden.Shed").body()).contains("Name of ben");
        assertThat(admin(Map.of("section", "rights", "do", "save", "space", "Garden.Shed", "subject-0", "group:none",
            "VIEW-0", "1")).body()).contains("Choose whom the rights are for");
        assertThat(admin(Map.of("section", "rights", "do", "remove", "space", "Garden.Shed")).statusCode()).isEqualTo(303);
        assertThat(this.site.guest().get("/bin/view/Garden/Shed/").statusCode()).isEqualTo(200);
    }

    @Test
    void changesSettings()
    {
        Map<String, String> typed = new HashMap<>(Map.of("section", "settings", "do", "save", "name", "Our <wiki>", "address",
            "https://wiki.example.org/", "locale", "", "size", "10"));
        try {
            assertThat(admin(typed).statusCode()).isEqualTo(303);
            assertThat(this.site.guest().get("/bin/view/Main/").body()).contains("Our &lt;wiki&gt;");
            typed.put("address", "javascript:alert(1)");
            assertThat(admin(typed).body()).contains("The address is written as");
            typed.put("address", "");
            typed.put("size", "0");
            assertThat(admin(typed).body()).contains("The largest attachment is");
        } finally {
            typed.put("name", "");
            typed.put("size", "10");
            typed.put("address", "");
            admin(typed);
        }
    }
}
