/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.CountedStatements;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.feedback.PollService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.MembershipService;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.project.ProjectService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the home page of a community costs in which every panel has something to show, after each write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerHomeTest
{
    private static final int HOME = 14;

    private static final WikiId WIKI = new WikiId("xwiki");

    private final HttpClient client = HttpClient.newHttpClient();

    private CountedStatements statements;

    private EmbeddedWiki wiki;

    private CommunityId community;

    private UserId member;

    private UserId facilitator;

    private URI home;

    @BeforeAll
    void start() throws Exception
    {
        this.statements = CountedStatements.open();
        this.wiki = EmbeddedWiki.start();
        UserId root = this.wiki.administrator("root");
        this.member = this.wiki.account("member", "Mia Member");
        this.facilitator = this.wiki.account("facilitator", "Fay Facilitator");
        UserId other = this.wiki.account("other", "Otto Other");
        UserId outsider = this.wiki.account("outsider", "Olga Outsider");
        this.community = community(root, "Everything at once");
        this.home = this.wiki.uri().resolve(this.wiki.get(Links.class)
            .view(this.wiki.get(CommunityService.class).get(root, WIKI, this.community).page()));
        CommunityId second = community(root, "The neighbours");
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.appoint(root, this.community, this.member, Role.MEMBER);
        communities.appoint(root, this.community, other, Role.MEMBER);
        communities.appoint(root, this.community, this.facilitator, Role.FACILITATOR);
        this.wiki.get(MembershipService.class).request(outsider, WIKI,
            new MembershipService.RequestDraft(UUID.randomUUID(), this.community, "May I?"));
        this.wiki.get(CharterService.class).put(this.facilitator, WIKI, this.community, new CharterService.ObjectiveDraft(
            UUID.randomUUID(), "Answer faster", "hours", "48", "24", "40", "", ""));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.wiki.get(MilestoneService.class).set(this.facilitator, new MilestoneService.Draft(UUID.randomUUID(), WIKI,
            this.community, null, "The first hundred", "", today.plusDays(20).toString(), this.member, List.of(other),
            "Count\nCelebrate", "", ""));
        projects(root, second);
        poll(false);
        poll(true);
        this.wiki.get(ExpertiseService.class).declare(this.member, WIKI, "size", ExpertiseService.Level.WORKING, "");
        this.wiki.get(EndorsementService.class).endorse(other, new EndorsementService.Draft(UUID.randomUUID(), WIKI,
            this.member, "size", "Knows all sizes.", this.community));
        ask(this.member, this.community);
    }

    private CommunityId community(UserId root, String title) throws Exception
    {
        return this.wiki.get(CommunityService.class).found(root, new CommunityDraft(new CommunityId(UUID.randomUUID()),
            WIKI, title, "All of it.", List.of("size"), Visibility.OPEN, Joining.REQUEST)).id();
    }

    private void ask(UserId person, CommunityId where) throws Exception
    {
        QuestionService service = this.wiki.get(QuestionService.class);
        PostId question = service.ask(person,
            new Ask(UUID.randomUUID(), where, "What is the size of it?", "It is **large**.", List.of("size"))).id();
        if (this.community.equals(where)) {
            PostId answer = service.answer(this.facilitator, question, UUID.randomUUID(), "About ten feet.").id();
            service.vote(person, answer, 1);
            this.wiki.get(RecognitionService.class).thank(person, new RecognitionService.Thanks(UUID.randomUUID(), WIKI,
                this.facilitator, "That helped.", null, answer));
        }
    }

    private void projects(UserId root, CommunityId second) throws Exception
    {
        ProjectService projects = this.wiki.get(ProjectService.class);
        UUID joint = UUID.randomUUID();
        projects.start(this.facilitator, new ProjectService.Draft(joint, WIKI, this.community, "A common scale", "",
            List.of(this.member)));
        projects.ask(this.facilitator, WIKI, joint, second);
        projects.answer(root, WIKI, joint, second, true);
        projects.start(this.facilitator, new ProjectService.Draft(UUID.randomUUID(), WIKI, this.community, "Of our own", "",
            List.of()));
    }

    private void poll(boolean secret) throws Exception
    {
        UUID poll = UUID.randomUUID();
        PollService polls = this.wiki.get(PollService.class);
        polls.start(this.facilitator, new PollService.Draft(poll, WIKI, this.community, "Which size, " + secret + "?",
            PollService.Kind.SINGLE, secret, List.of("small", "large"), LocalDate.now(ZoneOffset.UTC).plusDays(3)));
        polls.vote(this.member, WIKI, poll, List.of(1));
    }

    @AfterAll
    void stop() throws Exception
    {
        if (this.wiki != null) {
            this.wiki.close();
        }
        this.statements.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"outsider", "member", "facilitator", "root"})
    void everyPanelAtOnce(String reader) throws Exception
    {
        read(reader);
        // A write, so that nothing is read from a cache.
        this.wiki.get(QuestionService.class).ask(this.member, new Ask(UUID.randomUUID(), this.community,
            "Is it the size that " + reader + " wants?", "Really.", List.of("size")));
        Document page = read(reader);
        List<String> noted = this.statements.noted();

        assertThat(page.select(".cop-questions, .cop-members-panel")).isNotEmpty();
        // Whoever may ask to join reads invitations and the own request.
        assertThat(noted).as("read by " + reader).isNotEmpty()
            .hasSizeLessThanOrEqualTo("outsider".equals(reader) ? HOME + 1 : HOME);
    }

    private Document read(String login) throws Exception
    {
        HttpRequest.Builder request = HttpRequest.newBuilder(this.home);
        if (login != null) {
            request.header("Cookie", "cop_session=" + this.wiki.signIn(login).secret());
        }
        this.statements.clear();
        HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }
}
