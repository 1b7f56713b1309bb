/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.persistence.Table;

import org.apache.solr.client.solrj.SolrQuery;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.activity.ActivityService;
import org.copsuite.coaching.CoachingActs;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.HeldEdit;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.Schema;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.AskGate.Held;
import org.copsuite.question.PostFiles;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.routing.RoutingService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is held back is seen by its author and the coaches only, until its author publishes it. */
@OnEveryDatabase
class HeldQuestionsTest extends AbstractCoachingTest
{
    private static final String MARKER = "zwieback";

    /** All tables that have a text somewhere. */
    private Map<String, Integer> tablesWith(String text)
    {
        Map<String, Integer> tables = new TreeMap<>();
        for (Class<?> entity : Schema.entities()) {
            String table = entity.getAnnotation(Table.class).name();
            int rows = (int) this.wiki.database().query("select * from " + table).stream()
                .filter(row -> new TreeMap<>(row).toString().contains(text)).count();
            if (rows > 0) {
                tables.put(table, rows);
            }
        }
        return tables;
    }

    private String index() throws Exception
    {
        caughtUp();
        index.client().commit();
        return index.client().query(new SolrQuery("*:*").setRows(1000)).getResults().stream()
            .map(document -> document.getFieldValueMap().toString()).toList().toString();
    }

    private static List<Object> both(Callable<Object> one, Callable<Object> other) throws Exception
    {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Object> results = new ArrayList<>();
            for (Future<Object> result : threads.invokeAll(List.of(one, other))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFirstQuestionStandsInOneTableAndNowhereElse() throws Exception
    {
        List<PageId> pages = this.wiki.get(Pages.class).holding(WIKI, this.id);
        int questions = this.open.questions();

        UUID held = held();
        comment(this.vera, held, "Is your zwieback baked twice?");

        assertThat(tablesWith(MARKER)).isEqualTo(Map.of("cop_held", 1, "cop_held_comment", 1));
        assertThat(index()).doesNotContain(MARKER);
        assertThat(this.wiki.get(Pages.class).holding(WIKI, this.id)).isEqualTo(pages).isEmpty();
        assertThat(this.ledger.about(WIKI, this.id)).isEmpty();
        for (UserId reader : List.of(UserId.GUEST, this.stranger, this.bert, this.fay, this.vera, this.anna, this.boss)) {
            assertThat(titles(reader)).as(reader.value()).isEmpty();
            assertThat(this.wiki.get(ActivityService.class).list(reader, WIKI, this.open.id(), null, 50).items().toString())
                .doesNotContain(MARKER, held.toString(), this.id.toString());
        }
        assertThat(told(this.bert)).isEmpty();
        assertThat(told(this.fay)).isNotEmpty().noneMatch(line -> line.contains(MARKER));
        assertThat(this.wiki.get(CommunityService.class).get(this.bert, WIKI, this.open.id()).questions())
            .isEqualTo(questions);
        assertThat(this.wiki.database().query("select * from cop_points")).isEmpty();
        refuses(Kind.NOT_FOUND, () -> this.wiki.get(QuestionQueries.class).find(this.vera, new PostId(this.id)));
        refuses(Kind.NOT_FOUND, () -> this.wiki.get(RoutingService.class).asked(this.vera, new PostId(this.id)));
    }

    @Test
    void onlyItsAuthorAndTheCoachesKnowOfIt() throws Exception
    {
        UUID held = held();

        for (UserId coach : List.of(this.fay, this.vera)) {
            assertThat(get(coach, held).title()).isEqualTo(TITLE);
            assertThat(get(coach, held).own()).isFalse();
            assertThat(this.service.list(coach, WIKI).others()).extracting(HeldQuestion::id).containsExactly(held);
            assertThat(coaching(coach).waiting()).isEqualTo(1);
            refuses(Kind.FORBIDDEN, () -> this.service.publish(coach, WIKI, held, "1"));
            refuses(Kind.FORBIDDEN, () -> this.service.withdraw(coach, WIKI, held));
            refuses(Kind.FORBIDDEN, () -> this.service.edit(coach, WIKI, held, edit("Why is my bread soft?", "1")));
        }
        for (UserId other : List.of(this.bert, this.stranger, this.wiki.administrator("chief"))) {
            refuses(Kind.NOT_FOUND, () -> get(other, held));
            refuses(Kind.NOT_FOUND, () -> comment(other, held, "I see."));
            refuses(Kind.NOT_FOUND, () -> this.service.publish(other, WIKI, held, "1"));
            refuses(Kind.NOT_FOUND, () -> this.service.withdraw(other, WIKI, held));
            refuses(Kind.NOT_FOUND, () -> this.service.edit(other, WIKI, held, edit("Why is my bread soft?", "1")));
            assertThat(this.service.list(other, WIKI).others()).isEmpty();
            assertThat(coaching(other).waiting()).isZero();
        }
        refuses(Kind.NOT_FOUND, () -> get(UserId.GUEST, held));
        refuses(Kind.NOT_FOUND, () -> comment(UserId.GUEST, held, "I see."));
        refuses(Kind.SIGN_IN, () -> this.service.list(UserId.GUEST, WIKI));
        assertThat(get(this.anna, held).own()).isTrue();
        assertThat(this.service.list(this.anna, WIKI).own()).extracting(HeldQuestion::id).containsExactly(held);
    }

    @Test
    void itsAuthorPublishesIt() throws Exception
    {
        this.wiki.get(PostFiles.class).add(this.anna, this.id, "soft.png", FileContent.of(PNG));
        UUID held = held();
        this.wiki.database().execute("update cop_upload set added = 0");
        this.wiki.get(MaintenanceTask.class, "uploads").run();
        comment(this.vera, held, "Say how you bake it.");
        HeldQuestion edited = this.service.edit(this.anna, WIKI, held, edit("Why is my zwieback too soft?", "1"));
        assertThat(edited.version()).isEqualTo("2");
        refuses(Kind.CONFLICT, () -> this.service.edit(this.anna, WIKI, held, edit("Why is my rusk too soft?", "1")));
        refuses(Kind.CONFLICT, () -> this.service.publish(this.anna, WIKI, held, "1"));

        Instant before = Instant.now().minusSeconds(1);
        Post post = this.service.publish(this.anna, WIKI, held, "2");

        assertThat(post.id().value()).isEqualTo(this.id);
        assertThat(titles(UserId.GUEST)).containsExactly("Why is my zwieback too soft?");
        assertThat(this.ledger.about(WIKI, this.id).get(0).getAt()).isAfter(before);
        assertThat(this.ledger.about(WIKI, this.id).get(0).getActor()).isEqualTo(this.anna);
        assertThat(this.wiki.get(Pages.class).files(post.page())).hasSize(1);
        assertThat(index()).contains("zwieback too soft");
        refuses(Kind.NOT_FOUND, () -> get(this.anna, held));
        refuses(Kind.NOT_FOUND, () -> get(this.vera, held));
        assertThat(this.wiki.database().query("select * from cop_held")).isEmpty();
        assertThat(this.wiki.database().query("select * from cop_held_comment")).isEmpty();
        assertThat(told(this.vera)).noneMatch(line -> line.startsWith("FIRST"));
        assertThat(this.service.publish(this.anna, WIKI, held, "2").id()).as("again").isEqualTo(post.id());
        refuses(Kind.NOT_FOUND, () -> this.service.publish(this.vera, WIKI, held, "2"));
        assertThat(submit(this.anna, UUID.randomUUID()).post()).as("the second one").isNotNull();
    }

    @Test
    void itsAuthorWithdrawsIt() throws Exception
    {
        this.wiki.get(PostFiles.class).add(this.anna, this.id, "soft.png", FileContent.of(PNG));
        UUID held = held();
        comment(this.vera, held, "Say how you bake your zwieback.");

        this.service.withdraw(this.anna, WIKI, held);
        this.service.withdraw(this.anna, WIKI, held);

        refuses(Kind.NOT_FOUND, () -> this.service.withdraw(this.vera, WIKI, held));
        refuses(Kind.NOT_FOUND, () -> this.service.publish(this.anna, WIKI, held, "1"));
        assertThat(tablesWith(MARKER)).isEmpty();
        assertThat(this.wiki.database().query("select id from cop_upload")).isEmpty();
        assertThat(told(this.fay)).isEmpty();
        assertThat(submit(this.anna, this.id).held().id()).as("the same form once more").isNotEqualTo(held);
    }

    @Test
    void twoClicksAndTwoWindowsHaveOneResult() throws Exception
    {
        Held held = submit(this.anna, this.id).held();
        assertThat(submit(this.anna, this.id).held()).isEqualTo(held);
        assertThat(this.service.list(this.anna, WIKI).own()).hasSize(1);
        refuses(Kind.NOT_FOUND, () -> submit(this.stranger, this.id));

        UUID comment = UUID.randomUUID();
        this.service.comment(this.vera, WIKI, held.id(), comment, "Say more.");
        this.service.comment(this.vera, WIKI, held.id(), comment, "Say more.");
        refuses(Kind.NOT_FOUND, () -> this.service.comment(this.fay, WIKI, held.id(), comment, "Say more."));
        both(() -> {
            comment(this.vera, held.id(), "From here.");
            return null;
        }, () -> {
            comment(this.fay, held.id(), "And from there.");
            return null;
        });
        assertThat(get(this.anna, held.id()).comments()).hasSize(3);

        List<Object> posts = both(() -> this.service.publish(this.anna, WIKI, held.id(), "1").id(),
            () -> this.service.publish(this.anna, WIKI, held.id(), "1").id());
        assertThat(posts).containsOnly(new PostId(this.id));
        assertThat(this.ledger.about(WIKI, this.id).stream().filter(entry -> entry.is(QuestionActs.ASKED))).hasSize(1);
        assertThat(this.ledger.about(WIKI, held.id()).stream().filter(entry -> entry.is(CoachingActs.PUBLISHED)))
            .hasSize(1);
        assertThat(titles(this.bert)).hasSize(1);
    }

    @Test
    void aCrashBetweenTheWritesIsMadeUpFor() throws Exception
    {
        UUID held = held();
        HeldRow row = this.ledger.read(session -> session.createQuery("from HeldRow", HeldRow.class).getSingleResult());
        this.wiki.database().execute("update cop_held set publishing = " + System.currentTimeMillis());
        refuses(Kind.CONFLICT, () -> this.service.edit(this.anna, WIKI, held, edit("Why is my bread soft?", "1")));
        refuses(Kind.CONFLICT, () -> this.service.withdraw(this.anna, WIKI, held));
        task().run();
        assertThat(get(this.anna, held).title()).as("nothing was asked yet").isEqualTo(TITLE);

        this.questions.ask(this.anna, row.ask());
        task().run();

        refuses(Kind.NOT_FOUND, () -> get(this.anna, held));
        assertThat(this.service.publish(this.anna, WIKI, held, "1").id().value()).isEqualTo(this.id);
        assertThat(titles(this.bert)).containsExactly(TITLE);
    }

    @Test
    void anOldMarkOfAProcessThatEndedHindersNobody() throws Exception
    {
        UUID held = held();
        this.wiki.database().execute("update cop_held set publishing = 1");

        this.service.edit(this.anna, WIKI, held, edit("Why is my bread soft?", "1"));
        this.service.withdraw(this.anna, WIKI, held);
    }

    @Test
    void whoeverMayNoLongerAskKeepsWhatTheyWrote() throws Exception
    {
        UUID held = this.questions.submit(this.anna, new Ask(this.id, this.secret.id(), TITLE, "It bends.", List.of()))
            .held().id();
        this.wiki.get(CommunityService.class).leave(this.anna, this.secret.id());

        assertThat(get(this.anna, held).community()).isNull();
        refuses(Kind.NOT_FOUND, () -> this.service.publish(this.anna, WIKI, held, "1"));
        assertThat(get(this.anna, held).body()).isEqualTo("It bends.");
        assertThat(get(this.vera, held).title()).isEqualTo(TITLE);
        this.service.withdraw(this.anna, WIKI, held);
    }

    @Test
    void limitsWhatOnePersonHolds() throws Exception
    {
        for (int i = 0; i < CoachingService.HELD_MAXIMUM; i++) {
            assertThat(submit(this.anna, UUID.randomUUID()).held()).isNotNull();
        }
        refuses(Kind.CONFLICT, () -> submit(this.anna, this.id));
        assertThat(this.service.list(this.fay, WIKI).others()).hasSize(CoachingService.HELD_MAXIMUM);
    }

    @Test
    void refusesWhatAQuestionRefuses() throws Exception
    {
        CopException wrong = refuses(Kind.INVALID, () -> this.questions.submit(this.anna,
            new Ask(this.id, this.open.id(), "Short", "", List.of("<b>"))));
        assertThat(wrong.getFields()).containsOnlyKeys("title", "body", "tags");
        UUID held = held();
        assertThat(refuses(Kind.INVALID, () -> this.service.edit(this.anna, WIKI, held,
            new HeldEdit("", "x".repeat(70_000), List.of("<b>"), "1"))).getFields()).containsOnlyKeys("title", "body", "tags");
        assertThat(refuses(Kind.INVALID, () -> comment(this.vera, held, " ")).getFields()).containsOnlyKeys("text");
        assertThat(refuses(Kind.INVALID, () -> comment(this.vera, held, "x".repeat(2_001))).getFields())
            .containsOnlyKeys("text");
        refuses(Kind.NOT_FOUND, () -> comment(this.bert, held, ""));
        refuses(Kind.SIGN_IN, () -> this.questions.submit(UserId.GUEST, draft(UUID.randomUUID(), false)));
        refuses(Kind.NOT_FOUND, () -> get(this.anna, UUID.randomUUID()));
    }
}
