/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.browser.BrowserTest;
import org.copsuite.acceptance.site.EmbeddedHost;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.wiki.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The profile of somebody who wrote elsewhere, and an administrator who links it to an account. */
@BrowserTest
@DisabledIfSystemProperty(named = "cop.url", matches = ".+",
    disabledReason = "People are imported only into the wiki started here")
class ImportedPersonTest
{
    private static final String USERS = """
        <users>
          <row Id="1" CreationDate="2016-08-02T15:36:45.333" DisplayName="Berta &lt;b&gt; Elsewhere" AboutMe="&lt;p&gt;I ask.&lt;/p&gt;"/>
          <row Id="2" CreationDate="2016-08-02T15:36:45.333" DisplayName="Carl Elsewhere"/>
        </users>""";

    private static final String POSTS = """
        <posts>
          <row Id="1" PostTypeId="1" CreationDate="2016-08-03T15:39:14.947" Score="5" Body="&lt;p&gt;Which one?&lt;/p&gt;"
            OwnerUserId="1" Title="Which bridge carries the heaviest train?" Tags="&lt;bridges&gt;" AnswerCount="1"/>
          <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2016-08-04T15:39:14.947" Score="3"
            Body="&lt;p&gt;The one of steel.&lt;/p&gt;" OwnerUserId="2"/>
        </posts>""";

    private static final String BERTA = "/bin/view/CoP/Person?cop-person=imported:bridges/1";

    private static final String CARL = "imported:bridges/2";

    @BeforeAll
    static void bringIn(Site site, @TempDir Path folder) throws Exception
    {
        CopServer server = ((EmbeddedHost) site.host()).server();
        server.get(StackExchangeImport.class).run(new StackExchangeImport.Order(WikiOptions.WIKI,
            server.get(People.class).service(), dump(folder), null, null), new Silence());
    }

    private static Path dump(Path folder) throws IOException
    {
        Path dump = Files.createDirectories(folder.resolve("bridges"));
        Files.writeString(dump.resolve("Users.xml"), USERS);
        Files.writeString(dump.resolve("Posts.xml"), POSTS);
        return dump;
    }

    @Test
    void anAdministratorLinksAPersonAndTakesTheLinkBack(Browser browser, Site site)
    {
        Member account = site.member("bridger");
        browser.as(site.admin()).open(BERTA);
        assertThat(browser.text(".cop-person-name")).isEqualTo("Berta <b> Elsewhere");
        assertThat(browser.text(".cop-person-about")).isEqualTo("I ask.");
        assertThat(browser.text(".cop-questions .cop-list")).contains("Which bridge carries the heaviest train?")
            .contains("Berta <b> Elsewhere");

        browser.fill("#cop-person-account", "No Such Name");
        browser.clickInside("#cop-person-link input[type=checkbox]");
        browser.click("#cop-person-link button[type=submit]");
        browser.see("#cop-person-link .cop-field-error");
        browser.fill("#cop-person-account", site.userId(account));
        browser.click("#cop-person-link button[type=submit]");
        browser.waitForText("#cop-person-link", account.credentials().name());

        browser.click(".cop-questions .cop-item-title a");
        browser.waitForText(".cop-byline", account.credentials().name());
        browser.open(site.profile(account));
        browser.click(".cop-earlier a");
        browser.waitForText(".cop-person-name", "Berta <b> Elsewhere");
        browser.waitForText(".cop-list", account.credentials().name());

        browser.click("#cop-person-unlink");
        browser.click("#cop-person-link .cop-sure button");
        browser.see("#cop-person-link-open");
        browser.open(BERTA);
        browser.waitForText(".cop-list", "Berta <b> Elsewhere");
    }

    @Test
    void nobodyElseLinks(Browser browser, Site site)
    {
        for (Member reader : java.util.List.of(site.stranger(), site.member("helper"), site.member("facilitator"))) {
            browser.as(reader).open(BERTA);
            assertThat(browser.text(".cop-person-name")).isEqualTo("Berta <b> Elsewhere");
            assertThat(browser.driver().getPageSource()).doesNotContain("people/links");
        }
        Map<String, String> link = Map.of("person", CARL, "account", site.userId(site.member("helper")));
        assertThat(site.member("helper").post("/people/links", link).status()).isEqualTo(403);
        assertThat(site.member("facilitator").post("/people/links", link).status()).isEqualTo(403);
        assertThat(site.member("helper").ask("/people/links?person=" + CARL).status()).isEqualTo(403);
        assertThat(site.stranger().ask("/people/links?person=" + CARL).status()).isEqualTo(401);
    }

    @Test
    void pointsAndContributionsCountForTheAccount(Site site)
    {
        Member account = site.member("steelworker");
        assertThat(site.again(account).ask("/contributions").ok().json().path("answers").asInt()).isZero();

        site.admin().post("/people/links", Map.of("person", CARL, "account", site.userId(account))).ok();

        assertThat(account.ask("/contributions").json().path("answers").asInt()).isEqualTo(1);
        assertThat(account.ask("/contributions").json().path("points").asInt()).isPositive();
        assertThat(site.admin().post("/people/links",
            Map.of("person", CARL, "account", site.userId(site.member("helper")))).status()).isEqualTo(400);
    }

    @Test
    void nobodyIsFoundUnderAnUnknownName(Browser browser, Site site)
    {
        browser.as(site.stranger()).open("/bin/view/CoP/Person?cop-person=imported:bridges/77");
        browser.see(".cop-refusal");
        browser.open("/bin/view/CoP/Person");
        browser.see(".cop-refusal");
    }

    /** Nobody listens. */
    private static final class Silence implements StackExchangeImport.Progress
    {
        @Override
        public void at(String step, double done)
        {
            // What counts is the end.
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            throw new IllegalStateException(file + ", line " + line + ": " + reason);
        }
    }
}
