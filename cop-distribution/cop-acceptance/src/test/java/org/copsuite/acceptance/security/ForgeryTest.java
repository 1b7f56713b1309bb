/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.LinkedHashMap;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.copsuite.acceptance.site.TypedPage;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page claims about itself forges nothing: votes, acceptance, authors and roles come from the ledger. */
class ForgeryTest
{
    private static final Site SITE = Site.get();

    private static final Map<String, String> FORGED = Map.of("accepted", "true", "score", "99", "up", "99", "votes", "99",
        "author", "xwiki:XWiki.admin", "state", "open", "views", "9999", "role", "facilitator", "created", "2001-01-01");

    @Test
    void anImportedQuestionHasNoVotesAndItsImporterAsAuthor()
    {
        String id = Member.newId();
        importAs(SITE.member("facilitator"), place() + ".Questions.forged-question.WebHome", "CoP.QuestionClass", id,
            "A question that claims to be loved");

        JsonNode question = SITE.stranger().ask("/questions/" + id).ok().json();
        assertThat(question.path("score").asInt()).isZero();
        assertThat(question.path("views").asInt()).isLessThan(10);
        assertThat(question.path("accepted").asBoolean()).isFalse();
        assertThat(question.path("author").path("id").asText()).isEqualTo(SITE.userId(SITE.member("facilitator")));
        assertThat(question.path("created").asText()).doesNotStartWith("2001");
    }

    @Test
    void anImportedAnswerIsNotAccepted()
    {
        Site.Post asked = SITE.ask(SITE.member("asker"), "Will a forged answer be accepted here?", "Will it?", "");
        String id = Member.newId();
        importAs(SITE.member("facilitator"), dots(asked.path()) + ".Answer-forged", "CoP.AnswerClass", id, "");

        JsonNode question = SITE.stranger().ask("/questions/" + asked.id()).ok().json();
        assertThat(question.path("answerList")).hasSize(1);
        assertThat(question.path("accepted").asBoolean()).isFalse();
        assertThat(question.path("answerList").get(0).path("accepted").asBoolean()).isFalse();
        assertThat(question.path("answerList").get(0).path("votes").path("score").asInt()).isZero();
    }

    @Test
    void aPageThatCarriesAnothersIdTakesNothingOver()
    {
        Site.Post asked = SITE.ask(SITE.member("asker"), "Can a page steal the id of this question?", "No.", "");
        SITE.member("reader").post("/questions/" + asked.id() + "/votes", Map.of("value", "1")).ok();
        importAs(SITE.member("facilitator"), place() + ".Questions.stolen-id.WebHome", "CoP.QuestionClass", asked.id(),
            "I am that question now");

        JsonNode question = SITE.stranger().ask("/questions/" + asked.id()).ok().json();
        assertThat(question.path("title").asText()).isEqualTo(asked.title());
        assertThat(question.path("url").asText()).endsWith(asked.path());
        assertThat(question.path("score").asInt()).isEqualTo(1);
    }

    @Test
    void aPageThatCarriesTheIdOfAnotherPageTypeChangesNothing()
    {
        Site.Post asked = SITE.ask(SITE.member("asker"), "Can an answer become this very question?", "No.", "");
        importAs(SITE.member("facilitator"), dots(asked.path()) + ".Answer-kind", "CoP.AnswerClass",
            SITE.guild().id(), "");
        importAs(SITE.member("facilitator"), place() + ".Questions.kind.WebHome", "CoP.QuestionClass",
            SITE.guild().id(), "I am a community");

        assertThat(SITE.stranger().ask("/communities/" + SITE.guild().id()).ok().json().path("title").asText())
            .isEqualTo(SITE.guild().title());
        assertThat(SITE.stranger().ask("/questions/" + SITE.guild().id()).status()).isEqualTo(404);
    }

    @Test
    void aPageSavedWithoutTheRightIsNoQuestion()
    {
        Site.Community closed = SITE.found("Closed to forgers " + Member.newId().substring(0, 6), "private");
        String id = Member.newId();
        importAs(SITE.member("outsider"), dots(closed.path()) + ".Questions.smuggled.WebHome", "CoP.QuestionClass", id,
            "Smuggled into a private community");

        assertThat(SITE.admin().ask("/questions/" + id).status()).isEqualTo(404);
        assertThat(SITE.admin().ask("/communities/" + closed.id()).json().path("questions").asInt()).isZero();
    }

    @Test
    void anImportedCommunityMakesNobodyItsFacilitatorButWhoMayFound()
    {
        String id = Member.newId();
        importAs(SITE.member("outsider"), "Communities.Forged" + id.substring(0, 6) + ".WebHome", "CoP.CommunityClass",
            id, "A community of a forger");

        Member.Answer told = SITE.member("outsider").ask("/communities/" + id);
        assertThat(told.status()).isEqualTo(404);
    }

    private static String place()
    {
        return dots(SITE.guild().path());
    }

    private static String dots(String path)
    {
        return path.replaceFirst("^/bin/view/", "").replaceFirst("/(WebHome)?$", "").replace('/', '.');
    }

    /** Whatever the page says of itself beside its id is a lie. */
    private static void importAs(Member actor, String reference, String className, String id, String title)
    {
        Map<String, String> properties = new LinkedHashMap<>(FORGED);
        properties.put("id", id);
        SITE.host().put(actor, new TypedPage(reference, title, "Imported text.", className, properties));
    }
}
