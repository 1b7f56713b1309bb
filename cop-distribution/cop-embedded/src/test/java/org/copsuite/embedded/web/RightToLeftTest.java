/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Code and titles keep their direction in the lists, the feed and REST, and beside what stands around them. */
@ExtendWith(RunningWiki.class)
class RightToLeftTest
{
    private static final String TITLE = "\u0643\u064A\u0641 SELECT \u0641\u064A PostgreSQL\u061F";

    private static final String BODY = "\u0645\u0627 \u0627\u0644\u0641\u0631\u0642 ##{{{SELECT (a + b);}}}## "
        + "\u0648 ##f(x) = -1;##\n\n{{code language=\"sql\"}}\nSELECT (c);\n{{/code}}\n\n* \u0628\u0646\u062F {{{ls -l}}}";

    private static final List<String> CODE = List.of("SELECT (a + b);", "f(x) = -1;", "SELECT (c);", "ls -l");

    private final Site site;

    RightToLeftTest(Site site)
    {
        this.site = site;
    }

    @Test
    void codeIsLeftToRight() throws Exception
    {
        CommunityId community = new CommunityId(UUID.randomUUID());
        UserId root = Account.idOf("root");
        QuestionService questions = this.site.get(QuestionService.class);
        UUID question = this.site.get(People.class).as(root, () -> {
            this.site.get(CommunityService.class).found(root, new CommunityDraft(community, new WikiId("xwiki"),
                "Bidirectional", "Text.", List.of(), Visibility.OPEN));
            return questions.ask(root, new Ask(UUID.randomUUID(), community, TITLE, BODY, List.of())).id().value();
        });

        String list = "/rest/wikis/xwiki/cop/questions?community=" + community;
        String json = this.site.guest().exchange(HttpRequest.newBuilder(this.site.uri().resolve(list))
            .header("Accept", "application/json").build()).body();
        Document page = Jsoup.parse(this.site.guest().get("/bin/view/Communities/bidirectional/").body());
        String feed = this.site.guest().get("/rest/wikis/xwiki/cop/feeds/questions?community=" + community).body();
        for (String code : CODE) {
            String isolated = "\u2066" + code + "\u2069";
            assertThat(json.replaceAll("[ ]+", " ")).contains(isolated);
            assertThat(page.select("[dir=auto]").eachText()).anySatisfy(text -> assertThat(text).contains(isolated));
            assertThat(feed).contains(isolated);
        }

        String address = json.replaceFirst("(?s).*?\"url\":\"([^\"]+)\".*", "$1");
        assertThat(address).contains(question.toString().substring(0, 8));
        Document thread = Jsoup.parse(this.site.guest().get(address).body());
        assertThat(thread.select("h1 > bdi").text()).isEqualTo(TITLE);
        assertThat(thread.select(".breadcrumb bdi").last().text()).isEqualTo(TITLE);
        assertThat(thread.select(".cop-text .monospace, .cop-text pre").eachAttr("dir")).hasSize(3).containsOnly("ltr");
    }
}
