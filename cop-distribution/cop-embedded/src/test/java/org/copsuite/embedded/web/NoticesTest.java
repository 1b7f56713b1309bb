/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.mail.MailBox;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.Settings;
import org.copsuite.ledger.CommunityId;
import org.copsuite.notice.NoticeService;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From an act to the bell and the mail, in a running wiki. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTest
{
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    private EmbeddedWiki wiki;

    private UserId ada;

    private UserId ben;

    private CommunityView community;

    /** A mail, as far as it is looked at here. */
    private record Received(String subject, String plain, Document html)
    {
    }

    @BeforeAll
    void start() throws Exception
    {
        this.wiki = EmbeddedWiki.start();
        this.wiki.get(Settings.class).set("wiki.address", "https://wiki.example.org");
        UserId root = this.wiki.administrator("root");
        this.ada = this.wiki.get(Accounts.class).create("ada", null, new AccountDraft("Ada <b>",
            "ada@example.org", Locale.ENGLISH, ZoneId.of("Europe/Paris"), true)).id();
        this.ben = this.wiki.account("ben", "Ben");
        this.community = this.wiki.get(CommunityService.class).found(root,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()),
            new WikiId("xwiki"), "Told", "Who is told.", List.of(), CommunityService.Visibility.OPEN));
    }

    @AfterAll
    void stop()
    {
        this.wiki.close();
    }

    private Document home(String login) throws Exception
    {
        HttpRequest.Builder request = HttpRequest.newBuilder(this.wiki.uri().resolve("/bin/view/CoP/WebHome"));
        if (login != null) {
            request.header("Cookie", "cop_session=" + this.wiki.signIn(login).secret());
        }
        return Jsoup.parse(this.client.send(request.build(), BodyHandlers.ofString()).body());
    }

    private List<Received> mails() throws Exception
    {
        Path outbox = this.wiki.data().resolve("outbox");
        return MailBox.read(outbox, "ada@example.org",
            (headers, subject, plain, html, recipients) -> new Received(subject, plain, Jsoup.parse(html)));
    }

    @Test
    void anAnswerRingsTheBellAndIsMailed() throws Exception
    {
        QuestionService service = this.wiki.get(QuestionService.class);
        Post question = service.ask(this.ada, new Ask(UUID.randomUUID(), this.community.id(),
            "Who <i>rings</i> the bell here?", "Who?", List.of()));
        Post answer = service.answer(this.ben, question.id(), UUID.randomUUID(), "I do.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails()).hasSize(1));

        Received mail = mails().get(0);
        assertThat(mail.subject()).isEqualTo("Ben answered: Who <i>rings</i> the bell here?");
        String url = mail.html().select("li a").attr("href");
        assertThat(url).startsWith("https://wiki.example.org/bin/view/").endsWith("#cop-post-" + answer.id().value());
        assertThat(mail.plain()).contains("Hello Ada <b>,").contains(url);
        assertThat(mail.html().select("i, b")).isEmpty();
        assertThat(this.wiki.get(NoticeService.class).unread(this.ada, new WikiId("xwiki"))).isEqualTo(1);
        await().atMost(PATIENCE)
            .untilAsserted(() -> assertThat(home("ada").select(".wiki-bell .badge").text()).isEqualTo("1"));
        assertThat(home("ada").select(".wiki-bell .sr-only").text()).isEqualTo("Notices: 1 new");
        assertThat(home("ben").select(".wiki-bell")).hasSize(1);
        assertThat(home("ben").select(".wiki-bell .badge")).isEmpty();
        assertThat(home(null).select(".wiki-bell")).isEmpty();
    }
}
