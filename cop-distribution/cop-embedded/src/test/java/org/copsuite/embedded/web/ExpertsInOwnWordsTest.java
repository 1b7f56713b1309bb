/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.wiki.People;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A text in the reader's own words finds people on the page, in the macro and through REST, with the reason. */
@ExtendWith(RunningWiki.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpertsInOwnWordsTest
{
    private static final String TITLE = "Why is a PostgreSQL query slow with a parameter but fast without?";

    private static final UUID COMMUNITY = UUID.randomUUID();

    private final Site site;

    ExpertsInOwnWordsTest(Site site)
    {
        this.site = site;
    }

    @BeforeAll
    void answer() throws Exception
    {
        UserId asker = Account.idOf("ben");
        UserId expert = this.site.account("tuner").id();
        this.site.get(People.class).as(Account.idOf("root"), () -> this.site.get(CommunityService.class)
            .found(Account.idOf("root"), new CommunityDraft(new CommunityId(COMMUNITY), new WikiId("xwiki"),
            "Databases", "Tuning.", List.of(),
                Visibility.OPEN)));
        QuestionService questions = this.site.get(QuestionService.class);
        Post question = this.site.get(People.class).as(asker, () -> questions.ask(asker,
            new Ask(UUID.randomUUID(), new CommunityId(COMMUNITY), TITLE, "It takes minutes.", List.of("postgresql"))));
        Post answer = this.site.get(People.class).as(expert, () -> questions.answer(expert, question.id(),
            UUID.randomUUID(), "The planner cannot know the value: plan_cache_mode helps."));
        this.site.get(People.class).as(asker, () -> {
            questions.accept(asker, answer.id(), true);
            return null;
        });
        assertThat(this.site.get(LedgerConsumers.class).await(Duration.ofSeconds(30))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"how to tune a slow postgres query", "slow query", "query slow parameter"})
    void findTheirAnswerer(String typed)
    {
        String words = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThatTunerIsFoundWithTheReason(this.site.guest().get("/bin/view/CoP/People?cop-q=" + words));

        SpaceId place = SpaceId.of(new WikiId("xwiki"), "Finder" + typed.length());
        this.site.write(place.home(), "Finder", "{{cop-experts topic=\"" + typed + "\"/}}", "root");
        assertThatTunerIsFoundWithTheReason(this.site.guest().get("/bin/view/Finder" + typed.length() + "/"));

        for (String query : List.of("topic=" + words, "topic=" + words + "&community=" + COMMUNITY, "title=" + words)) {
            String address = "/rest/wikis/xwiki/cop/experts?" + query;
            HttpResponse<String> json = this.site.guest().exchange(
                HttpRequest.newBuilder(this.site.uri().resolve(address)).header("Accept", "application/json").build());
            assertThat(json.statusCode()).as(address).isEqualTo(200);
            assertThat(json.body()).as(address).contains("Name of tuner", "answered_similar", TITLE)
                .doesNotContain("Name of ben");
        }
    }

    private static void assertThatTunerIsFoundWithTheReason(HttpResponse<String> page)
    {
        assertThat(page.statusCode()).isEqualTo(200);
        Element experts = Jsoup.parse(page.body()).selectFirst(".cop-experts");
        assertThat(experts).as("a list of people").isNotNull();
        assertThat(experts.text()).contains("Name of tuner").doesNotContain("Name of ben");
        assertThat(experts.select("a").eachText()).as("the answered question is the reason").contains(TITLE);
    }
}
