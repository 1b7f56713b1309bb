/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.persistence.Table;

import org.apache.solr.client.solrj.SolrQuery;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.anonymity.AnonymityService.Anonymity;
import org.copsuite.anonymity.AnonymityService.Own;
import org.copsuite.anonymity.NewsMailWriter;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Schema;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.WatchService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostFiles;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.QuestionWatch;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestMail;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna asks anonymously among the bakers, of whom Bert is one. The boss administers the wiki. */
@OnEveryDatabase
class AnonymousQuestionsTest extends AbstractIndexTest
{
    private static final String TITLE = "Why does my loaf collapse?";

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private AnonymityService service;

    private Ledger ledger;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void join() throws Exception
    {
        NewsMailWriter letters =
            to -> new MailMessage(to.id(), "Something is new", "Something is new", new Html("<p>Something is new</p>"));
        this.wiki.with(NewsMailWriter.class, letters);
        this.service = this.wiki.get(AnonymityService.class);
        this.ledger = this.wiki.get(Ledger.class);
        for (UserId member : List.of(this.anna, this.bert)) {
            this.wiki.get(CommunityService.class).appoint(this.boss, this.open.id(), member, Role.MEMBER);
            this.wiki.get(CommunityService.class).appoint(this.boss, this.secret.id(), member, Role.MEMBER);
        }
        caughtUp();
    }

    private Ask draft()
    {
        return new Ask(this.id, this.open.id(), TITLE, "It was fine in the oven.", List.of("bread"), null, true);
    }

    private PostId asked() throws CopException
    {
        return this.questions.ask(this.anna, draft()).id();
    }

    private QuestionView view(UserId reader, PostId question) throws CopException
    {
        return this.wiki.get(QuestionQueries.class).question(reader, question, ThreadQuery.after(AnswerOrder.SCORE, null));
    }

    private static void refuses(Kind kind, ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        assertThat(refusal).as(kind.name()).isNotNull();
        assertThat(refusal.getKind()).isEqualTo(kind);
    }

    /** All rows of all tables that contain a text. */
    private Map<String, List<String>> rowsWith(String text)
    {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Class<?> entity : Schema.entities()) {
            String table = entity.getAnnotation(Table.class).name();
            List<String> found = new ArrayList<>(this.wiki.database().query("select * from " + table).stream()
                .map(row -> new TreeMap<>(row).toString()).filter(row -> row.contains(text)).sorted().toList());
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        }
        return rows;
    }

    private List<String> index() throws Exception
    {
        caughtUp();
        index.client().commit();
        return index.client().query(new SolrQuery("*:*").setRows(1000)).getResults().stream()
            .map(document -> document.getFieldValueMap().toString()).toList();
    }

    /** Everything that can happen in a thread. */
    private PostId live() throws Exception
    {
        this.wiki.get(PostFiles.class).add(this.anna, this.id, "loaf.png", FileContent.of(PNG), true);
        PostId question = asked();
        Post answer = this.questions.answer(this.bert, question, UUID.randomUUID(), "Did you knead it long enough?");
        this.questions.comment(this.anna, answer.id(), UUID.randomUUID(), "Twenty minutes.");
        this.questions.comment(this.anna, question, UUID.randomUUID(), "It is rye.");
        this.questions.comment(this.bert, question, UUID.randomUUID(), "How hot?");
        this.questions.answer(this.anna, question, UUID.randomUUID(), "I found it out myself: the oven leaks.");
        this.questions.edit(this.anna, question, new Edit("Why does my rye loaf collapse?", "In the oven it was fine.",
            List.of("bread", "rye"), view(this.anna, question).post().version(), "", false));
        this.wiki.get(PostFiles.class).add(this.anna, question.value(), "later.png", FileContent.of(PNG));
        this.questions.accept(this.anna, answer.id(), true);
        this.questions.close(this.anna, question, ClosingReason.OUTDATED, null);
        this.questions.reopen(this.anna, question);
        this.questions.vote(this.bert, question, 1);
        this.questions.viewed(this.anna, "", question);
        this.wiki.get(MaintenanceTask.class, "views").run();
        this.service.of(this.anna, question);
        this.service.own(this.anna, WIKI);
        caughtUp();
        return question;
    }

    @Test
    void theNameStandsInTheSealAndNowhereElse() throws Exception
    {
        Map<String, List<String>> before = rowsWith("anna");
        List<String> indexed = index().stream().filter(document -> document.contains("anna")).toList();

        PostId question = live();

        Map<String, List<String>> after = rowsWith("anna");
        assertThat(after.remove("cop_seal")).singleElement().asString().contains(question.toString());
        assertThat(after).isEqualTo(before);
        assertThat(index().stream().filter(document -> document.contains("anna"))).hasSameSizeAs(indexed);
        assertThat(index().toString()).contains("rye loaf");
        Pages pages = this.wiki.get(Pages.class);
        for (PageId page : List.of(view(this.bert, question).summary().page(), view(this.bert, question).answers().stream()
            .filter(a -> a.author().id().isAnonymous()).findFirst().orElseThrow().page())) {
            assertThat(pages.history(page)).isNotEmpty().allMatch(revision -> revision.author().isAnonymous());
            assertThat(pages.load(page).orElseThrow().firstAuthor()).isEqualTo(UserId.ANONYMOUS);
            assertThat(pages.files(page)).allMatch(file -> file.author().isAnonymous());
        }
        PageId page = view(this.bert, question).summary().page();
        assertThat(pages.files(page)).hasSize(2);
        assertThat(pages.comments(page)).extracting(comment -> comment.author())
            .containsExactlyInAnyOrder(UserId.ANONYMOUS, this.bert);
        assertThat(this.wiki.get(RecognitionService.class).isOn(WIKI)).isTrue();
        assertThat(rowsWith(UserId.ANONYMOUS.value()).keySet()).as("nobody earns and counts")
            .doesNotContain("cop_points", "cop_counter", "cop_watch");
        assertThat(rowsWith("PERSON=" + UserId.ANONYMOUS.value())).as("nobody is told").isEmpty();
    }

    @Test
    void whatWasAddedBeforeTheBoxWasTickedNamesNobodyEither() throws Exception
    {
        this.wiki.get(PostFiles.class).add(this.anna, this.id, "loaf.png", FileContent.of(PNG));
        PostId question = asked();

        assertThat(this.wiki.get(Pages.class).files(view(this.bert, question).summary().page())).singleElement()
            .satisfies(file -> assertThat(file.author()).isEqualTo(UserId.ANONYMOUS));
        assertThat(rowsWith("anna")).doesNotContainKey("cop_upload");
    }

    @Test
    void onlyTheAskerMayDoWhatAnAskerMay() throws Exception
    {
        PostId question = asked();
        Post answer = this.questions.answer(this.bert, question, UUID.randomUUID(), "Knead it.");
        QuestionView mine = view(this.anna, question);
        assertThat(mine.may().own()).isTrue();
        assertThat(mine.post().may().edit()).isTrue();
        assertThat(mine.post().may().vote()).isFalse();
        assertThat(mine.answers().get(0).may().accept()).isTrue();
        assertThat(mine.summary().author().id()).isEqualTo(UserId.ANONYMOUS);
        assertThat(mine.summary().author().name()).isEqualTo("Anonymous member");
        assertThat(mine.summary().author().profile()).isNull();
        QuestionView others = view(this.bert, question);
        assertThat(others.may().own()).isFalse();
        assertThat(others.post().may().edit()).isFalse();
        assertThat(others.post().may().vote()).isTrue();

        String version = mine.post().version();
        refuses(Kind.FORBIDDEN, () -> this.questions.vote(this.anna, question, 1));
        refuses(Kind.FORBIDDEN, () -> this.questions.edit(this.bert, question,
            new Edit(TITLE, "Mine now.", List.of(), version, "", false)));
        refuses(Kind.FORBIDDEN, () -> this.questions.accept(this.bert, answer.id(), true));
        refuses(Kind.FORBIDDEN, () -> this.questions.close(this.bert, question, ClosingReason.OUTDATED, null));
        refuses(Kind.FORBIDDEN, () -> this.questions.delete(this.bert, question));
        for (UserId nobody : List.of(UserId.ANONYMOUS)) {
            refuses(Kind.FORBIDDEN, () -> this.questions.accept(nobody, answer.id(), true));
            refuses(Kind.FORBIDDEN, () -> this.questions.ask(nobody, draft()));
            refuses(Kind.FORBIDDEN, () -> this.service.unseal(nobody, question));
        }
        UUID comment = this.questions.comment(this.anna, question, UUID.randomUUID(), "It is rye.");
        refuses(Kind.FORBIDDEN, () -> this.questions.deleteComment(this.bert, comment));
        this.questions.deleteComment(this.anna, comment);
        assertThat(view(this.bert, question).post().comments()).isEmpty();
    }

    @Test
    void theAskerDeletesTheQuestionAnonymously() throws Exception
    {
        PostId question = asked();

        this.questions.delete(this.anna, question);

        refuses(Kind.NOT_FOUND, () -> view(this.anna, question));
        assertThat(this.ledger.about(WIKI, this.id)).extracting(LedgerEntry::getActor).containsOnly(UserId.ANONYMOUS);
    }

    @Test
    void twoClicksAskOnceAndNobodyTakesOverTheId() throws Exception
    {
        PostId question = asked();
        assertThat(asked()).isEqualTo(question);
        assertThat(this.questions.ask(this.anna, new Ask(this.id, this.open.id(), TITLE, "By name now.", List.of())).id())
            .isEqualTo(question);
        refuses(Kind.NOT_FOUND, () -> this.questions.ask(this.bert, draft()));
        refuses(Kind.NOT_FOUND,
            () -> this.questions.ask(this.bert, new Ask(this.id, this.open.id(), TITLE, "Mine.", List.of())));
        UUID answer = UUID.randomUUID();
        assertThat(this.questions.answer(this.anna, question, answer, "It leaks.").id())
            .isEqualTo(this.questions.answer(this.anna, question, answer, "It leaks.").id());
        refuses(Kind.NOT_FOUND, () -> this.questions.answer(this.bert, question, answer, "It leaks."));
        UUID comment = UUID.randomUUID();
        this.questions.comment(this.anna, question, comment, "It is rye.");
        assertThat(this.questions.comment(this.anna, question, comment, "It is rye.")).isEqualTo(comment);
        refuses(Kind.NOT_FOUND, () -> this.questions.comment(this.bert, question, comment, "It is rye."));
        assertThat(this.ledger.about(WIKI, this.id)).hasSize(1);
    }

    @Test
    void nothingIsHalfAfterACrash() throws Exception
    {
        DefaultSealService seals = this.wiki.get(DefaultSealService.class);
        // Killed behind the seal: the form is sent again.
        seals.seal(WIKI, this.id, this.anna);
        refuses(Kind.NOT_FOUND, () -> this.questions.ask(this.bert, draft()));
        PostId question = asked();
        PageId page = view(this.anna, question).summary().page();
        UUID comment = UUID.randomUUID();
        this.questions.comment(this.anna, question, comment, "It is rye.");

        // Killed behind the page: the ledger and the tables know nothing of it, and the reconciliation finds it.
        for (String table : List.of("cop_question", "cop_comment", "cop_question_tag", "cop_ledger")) {
            this.wiki.database().execute("delete from " + table
                + ("cop_ledger".equals(table) ? " where act in ('asked', 'commented')" : ""));
        }
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(view(this.anna, question).may().own()).isTrue();
        assertThat(view(this.anna, question).post().comments()).hasSize(1);
        assertThat(view(this.anna, question).summary().author().id()).isEqualTo(UserId.ANONYMOUS);
        assertThat(view(this.anna, question).summary().page()).isEqualTo(page);
    }

    @Test
    void aPageThatOnlyClaimsToBeAnonymousIsNoQuestion() throws Exception
    {
        PostId question = asked();
        PageId page = view(this.anna, question).summary().page();
        UUID forged = UUID.randomUUID();
        PageId other = page.space().parent().child("forged").home();
        this.wiki.pages().create(other, TITLE, "Forged.", new org.copsuite.wiki.PageObject("question", forged, Map.of()),
            UserId.ANONYMOUS);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        refuses(Kind.NOT_FOUND, () -> view(this.boss, new PostId(forged)));
    }

    @Test
    void aSealWithoutAQuestionGoesWithTheSecondRun() throws Exception
    {
        DefaultSealService seals = this.wiki.get(DefaultSealService.class);
        seals.seal(WIKI, this.id, this.anna);
        PostId question = this.questions.ask(this.anna, new Ask(UUID.randomUUID(), this.open.id(), TITLE,
            "It was fine in the oven.", List.of(), null, true)).id();
        MaintenanceTask task = this.wiki.get(MaintenanceTask.class, "seals");
        task.run();
        assertThat(seals.asker(WIKI, this.id)).contains(this.anna);
        task.run();
        assertThat(seals.asker(WIKI, this.id)).isEmpty();
        assertThat(seals.asker(WIKI, question.value())).contains(this.anna);
    }

    @Test
    void theAskerHearsOfAnswersAndNothingIsStoredOfIt() throws Exception
    {
        PostId question = asked();
        assertThat(this.service.own(this.anna, WIKI)).extracting(Own::title, Own::news)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(TITLE, false));
        assertThat(this.service.own(this.bert, WIKI)).isEmpty();
        this.questions.comment(this.anna, question, UUID.randomUUID(), "It is rye.");
        assertThat(this.service.own(this.anna, WIKI)).extracting(Own::news).containsExactly(false);
        this.questions.answer(this.bert, question, UUID.randomUUID(), "Knead it.");
        caughtUp();

        assertThat(this.service.own(this.anna, WIKI)).extracting(Own::news).containsExactly(true);
        NoticeService notices = this.wiki.get(NoticeService.class);
        assertThat(notices.unread(this.anna, WIKI)).isEqualTo(1 + stored(this.anna));
        assertThat(rowsWith(this.id.toString()).getOrDefault("cop_notice", List.of())).noneMatch(row -> row.contains("anna"));
        refuses(Kind.FORBIDDEN, () -> this.service.seen(this.bert, question));
        this.service.seen(this.anna, question);
        assertThat(this.service.own(this.anna, WIKI)).extracting(Own::news).containsExactly(false);
        refuses(Kind.SIGN_IN, () -> this.service.own(UserId.GUEST, WIKI));

        refuses(Kind.CONFLICT, () -> this.wiki.get(WatchService.class).watch(this.anna, QuestionWatch.of(WIKI, question), true));
        this.wiki.get(WatchService.class).watch(this.bert, QuestionWatch.of(WIKI, question), true);
    }

    private int stored(UserId person) throws CopException
    {
        return (int) this.wiki.get(NoticeService.class).list(person, WIKI, null, 50).items().stream()
            .filter(notice -> !notice.read()).count();
    }

    @Test
    void aMailAtNightSaysOnlyThatSomethingIsNew() throws Exception
    {
        TestMail mail = (TestMail) this.wiki.get(Mail.class);
        PostId question = asked();
        this.questions.answer(this.bert, question, UUID.randomUUID(), "Knead it.");
        caughtUp();
        assertThat(mail.sent()).isEmpty();
        MaintenanceTask task = this.wiki.get(MaintenanceTask.class, "seals");
        task.run();
        task.run();

        assertThat(mail.sent()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(this.anna);
            assertThat(letter.toString()).doesNotContain(this.id.toString(), "loaf");
        });
        this.questions.comment(this.bert, question, UUID.randomUUID(), "How hot?");
        this.service.seen(this.anna, question);
        task.run();
        assertThat(mail.sent()).as("what was seen needs no mail").hasSize(1);
    }

    @Test
    void whoGivesTheirNameGetsThePointsOfTheVotes() throws Exception
    {
        PostId question = live();
        refuses(Kind.FORBIDDEN, () -> this.service.unseal(this.bert, question));
        refuses(Kind.FORBIDDEN, () -> this.service.unseal(this.boss, question));
        refuses(Kind.SIGN_IN, () -> this.service.unseal(UserId.GUEST, question));
        assertThat(rowsWith("anna")).doesNotContainKey("cop_points");

        this.service.unseal(this.anna, question);

        assertThat(rowsWith("anna")).doesNotContainKey("cop_seal");
        QuestionView view = view(this.bert, question);
        assertThat(view.summary().author().id()).isEqualTo(this.anna);
        assertThat(view.post().comments()).extracting(c -> c.author().id()).contains(this.anna, this.bert)
            .doesNotContain(UserId.ANONYMOUS);
        assertThat(view.answers()).extracting(a -> a.author().id()).containsExactlyInAnyOrder(this.anna, this.bert);
        assertThat(this.ledger.about(WIKI, this.id)).anySatisfy(entry -> {
            assertThat(entry.is(QuestionActs.UNSEALED)).isTrue();
            assertThat(entry.getActor()).isEqualTo(this.anna);
        });
        assertThat(rowsWith("anna").get("cop_points").toString()).contains("POINTS=10");
        this.questions.vote(this.boss, question, 1);
        assertThat(rowsWith("anna").get("cop_points").toString()).contains("POINTS=20");
        Map<String, List<String>> before = rowsWith("anna");
        this.wiki.run("rebuild");
        assertThat(rowsWith("anna").get("cop_question")).isEqualTo(before.get("cop_question"));
        assertThat(rowsWith("anna").get("cop_comment")).isEqualTo(before.get("cop_comment"));
        assertThat(view(this.anna, question).may().own()).isTrue();
        long unsealed = this.ledger.about(WIKI, this.id).size();
        this.service.unseal(this.anna, question);
        assertThat(this.ledger.about(WIKI, this.id)).as("a second click changes nothing").hasSize((int) unsealed);
        refuses(Kind.NOT_FOUND, () -> this.service.unseal(this.bert, question));
        refuses(Kind.NOT_FOUND, () -> this.service.of(this.anna, question));
        this.questions.edit(this.anna, question, new Edit(TITLE, "By name.", List.of(), view.post().version(), "", false));
        assertThat(this.wiki.get(Pages.class).load(view.summary().page()).orElseThrow().author()).isEqualTo(this.anna);
    }

    @Test
    void anAdministratorRevealsWithAReasonThatTheAskerReads() throws Exception
    {
        PostId question = asked();
        UserId stranger = this.wiki.account("stranger");
        this.wiki.get(CommunityService.class).appoint(this.boss, this.open.id(), this.bert, Role.FACILITATOR);
        for (UserId person : List.of(this.anna, this.bert, stranger)) {
            refuses(Kind.FORBIDDEN, () -> this.service.reveal(person, question, "Curious."));
            assertThat(this.service.of(person, question).mayReveal()).isFalse();
        }
        refuses(Kind.SIGN_IN, () -> this.service.reveal(UserId.GUEST, question, "Curious."));
        refuses(Kind.INVALID, () -> this.service.reveal(this.boss, question, " \n"));
        refuses(Kind.INVALID, () -> this.service.reveal(this.boss, question, "x".repeat(1001)));
        refuses(Kind.NOT_FOUND, () -> this.service.reveal(this.boss, new PostId(UUID.randomUUID()), "Curious."));
        assertThat(this.service.of(this.anna, question).reveals()).isEmpty();

        assertThat(this.service.reveal(this.boss, question, "A <b>threat</b>.").id()).isEqualTo(this.anna);

        assertThat(this.service.own(this.anna, WIKI)).extracting(Own::news).containsExactly(true);
        Anonymity mine = this.service.of(this.anna, question);
        assertThat(mine.own()).isTrue();
        assertThat(mine.reveals()).singleElement().satisfies(reveal -> {
            assertThat(reveal.by().id()).isEqualTo(this.boss);
            assertThat(reveal.reason()).isEqualTo("A <b>threat</b>.");
        });
        assertThat(this.service.of(this.bert, question)).isEqualTo(new Anonymity(question, false, false, List.of()));
        assertThat(this.service.of(this.boss, question).reveals()).hasSize(1);
        assertThat(rowsWith("anna").getOrDefault("cop_ledger", List.of())).noneMatch(row -> row.contains(this.id.toString()));
    }

    @Test
    void aPrivateCommunityHidesItsQuestionsAndTheSettingIsItsOwn() throws Exception
    {
        PostId question = this.questions.ask(this.anna, new Ask(this.id, this.secret.id(), TITLE, "Fine in the oven.",
            List.of(), null, true)).id();
        UserId stranger = this.wiki.account("stranger");
        refuses(Kind.NOT_FOUND, () -> this.service.of(stranger, question));
        refuses(Kind.NOT_FOUND, () -> this.service.unseal(stranger, question));
        refuses(Kind.NOT_FOUND, () -> this.service.reveal(stranger, question, "Curious."));
        refuses(Kind.NOT_FOUND, () -> this.questions.ask(stranger, draft()));
        refuses(Kind.NOT_FOUND, () -> this.questions.ask(stranger, new Ask(UUID.randomUUID(), this.secret.id(), TITLE,
            "Fine in the oven.", List.of(), null, true)));
        this.wiki.get(CommunityService.class).leave(this.anna, this.secret.id());
        assertThat(this.service.own(this.anna, WIKI)).as("who may not view it any more").isEmpty();

        this.wiki.get(Settings.class).set(AnonymitySettings.QUESTIONS, SettingTarget.community(WIKI, this.open.id()), false);
        refuses(Kind.INVALID, () -> this.questions.ask(this.anna,
            new Ask(UUID.randomUUID(), this.open.id(), TITLE, "Fine in the oven.", List.of(), null, true)));
        assertThat(rowsWith("anna").get("cop_seal")).as("what is refused leaves no seal").hasSize(1);
        PostId named = this.questions.ask(this.anna,
            new Ask(UUID.randomUUID(), this.open.id(), TITLE, "Fine in the oven.", List.of())).id();
        refuses(Kind.NOT_FOUND, () -> this.service.of(this.anna, named));
    }
}
