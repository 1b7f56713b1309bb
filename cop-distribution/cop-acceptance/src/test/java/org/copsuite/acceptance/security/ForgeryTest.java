/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awaitility.Awaitility;
import org.copsuite.acceptance.site.EmbeddedHost;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.xar.XarImporter;
import org.copsuite.intake.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page claims about itself forges nothing: votes, acceptance, authors and roles come from the ledger. */
@DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "Imports in this process")
class ForgeryTest
{
    private static final Site SITE = Site.get();

    private static final String FORGED = "<accepted>true</accepted><score>99</score><up>99</up><votes>99</votes>"
        + "<author>xwiki:XWiki.admin</author><state>open</state><views>9999</views><role>facilitator</role>"
        + "<created>2001-01-01</created>";

    @Test
    void anImportedQuestionHasNoVotesAndItsImporterAsAuthor() throws IOException
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
    void anImportedAnswerIsNotAccepted() throws IOException
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
    void aPageThatCarriesAnothersIdTakesNothingOver() throws IOException
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
    void aPageThatCarriesTheIdOfAnotherKindChangesNothing() throws IOException
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
    void aPageSavedWithoutTheRightIsNoQuestion() throws IOException
    {
        Site.Community closed = SITE.found("Closed to forgers " + Member.newId().substring(0, 6), "private");
        String id = Member.newId();
        importAs(SITE.member("outsider"), dots(closed.path()) + ".Questions.smuggled.WebHome", "CoP.QuestionClass", id,
            "Smuggled into a private community");

        assertThat(SITE.admin().ask("/questions/" + id).status()).isEqualTo(404);
        assertThat(SITE.admin().ask("/communities/" + closed.id()).json().path("questions").asInt()).isZero();
    }

    @Test
    void anImportedCommunityMakesNobodyItsFacilitatorButWhoMayFound() throws IOException
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

    private static void importAs(Member actor, String reference, String className, String id, String title)
        throws IOException
    {
        EmbeddedHost host = (EmbeddedHost) SITE.host();
        host.server().get(XarImporter.class).read(new ByteArrayInputStream(xar(reference, className, id, title)),
            Account.idOf(actor.credentials().login()));
        Intake intake = host.server().get(Intake.class);
        Awaitility.await().until(() -> intake.await(Duration.ofSeconds(10)));
    }

    private static byte[] xar(String reference, String className, String id, String title) throws IOException
    {
        String space = reference.substring(0, reference.lastIndexOf('.'));
        String name = reference.substring(reference.lastIndexOf('.') + 1);
        String page = "<?xml version=\"1.1\" encoding=\"UTF-8\"?><xwikidoc version=\"1.6\" reference=\"" + reference
            + "\" locale=\"\"><web>" + space + "</web><name>" + name + "</name><language/><creator>xwiki:XWiki.admin"
            + "</creator><author>xwiki:XWiki.admin</author><contentAuthor>xwiki:XWiki.admin</contentAuthor>"
            + "<creationDate>978307200000</creationDate><date>978307200000</date><version>1.1</version><title>" + title
            + "</title><syntaxId>xwiki/2.1</syntaxId><hidden>false</hidden><content>Imported text.</content><object>"
            + "<name>" + reference + "</name><number>0</number><className>" + className + "</className><property><id>"
            + id + "</id></property><property>" + FORGED + "</property></object></xwikidoc>";
        String list = "<?xml version=\"1.1\" encoding=\"UTF-8\"?><package><infos><name>forged</name></infos><files>"
            + "<file defaultAction=\"0\" language=\"\">" + reference + "</file></files></package>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("package.xml"));
            zip.write(list.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(reference.replace('.', '/') + ".xml"));
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
