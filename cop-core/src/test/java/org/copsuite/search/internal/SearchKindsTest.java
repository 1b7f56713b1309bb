/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Kinds of words that people look for, each with an obvious target among others. */
class SearchKindsTest extends AbstractIndexTest
{
    private SearchService searchService;

    private void write(String title, String body, String... tags) throws Exception
    {
        ask(this.anna, this.open, title, body, tags);
    }

    private void ready()
    {
        caughtUp();
        this.searchService = this.wiki.get(SearchService.class);
    }

    private List<String> found(String words) throws CopException
    {
        return this.searchService.search(UserId.GUEST, new Search(WIKI, words, null, null, null, 10)).items().stream()
            .map(hit -> hit.item().title()).toList();
    }

    private void assertFirst(String title, String... searches) throws CopException
    {
        for (String words : searches) {
            assertThat(found(words)).as(words).isNotEmpty().startsWith(title);
        }
    }

    @Test
    void partsOfIdentifiersAreFoundAndWordsOfTheirOwnStayApart() throws Exception
    {
        write("The job runner stops at midnight", "We start org.example.sched.QuartzRunner and it never comes back.");
        write("A setting for pauses between attempts", "Which value should retry_backoff have in production?");
        write("The web host refuses large uploads", "The limit of Kestrel.Server is a mystery to me, honestly.");
        write("How do I tune PostgreSQL for reports?", "The planner picks a bad plan, again and again.");
        write("Where does Node.js keep its certificates?", "I use the newest release, on a server without a desktop.");
        write("When does a C++ destructor run?", "The object lives on the stack, if that matters here.");
        write("What is a C# record good for?", "We have classes, and they work fine, I would say.");
        write("How does C handle a string?", "There is no type for it, only a pointer to the first letter.");
        write("Can .NET read this old file?", "It was written by a program of the nineties, somewhere.");
        write("What is our net income, really?", "The sheet has three different sums, one below the other.");
        ready();

        assertFirst("The job runner stops at midnight", "QuartzRunner", "quartz", "sched.QuartzRunner", "quartz runner", "quartzrun");
        assertFirst("A setting for pauses between attempts", "backoff", "retry_backoff", "retryBackoff", "retry-backoff", "retry backoff",
            "retrybackoff");
        assertFirst("The web host refuses large uploads", "Kestrel", "kestrel.server", "Kestrel Server");
        assertFirst("How do I tune PostgreSQL for reports?", "postgres", "postgresql", "Postgre", "SQL");
        assertFirst("Where does Node.js keep its certificates?", "node", "nodejs", "node.js", "NodeJS", "node js");
        assertThat(found("C++")).containsExactly("When does a C++ destructor run?");
        assertThat(found("c#")).containsExactly("What is a C# record good for?");
        assertThat(found("C")).containsExactly("How does C handle a string?");
        assertThat(found(".net")).containsExactly("Can .NET read this old file?");
        assertThat(found("net")).containsExactly("What is our net income, really?");
    }

    /** Two words that both are in many texts, and together in few or in some more. */
    @Test
    void wordsThatAreSeldomTogetherFindTheTextsWithBothFirst() throws Exception
    {
        for (int i = 0; i < 6; i++) {
            write("Brioche number " + i, "It is pale, as always.");
            write("Butter number " + i, "It is old, as always.");
            write("Neither number " + i, "It is only here to be counted.");
            write("Nothing number " + i, "It is only here to be counted too.");
        }
        write("Brioche with butter, the first", "It is salty.");
        ready();

        assertThat(found("brioche butter")).hasSize(10).startsWith("Brioche with butter, the first");
        write("Butter in a brioche, the second", "It is sweet.");
        write("Butter on a brioche, the third", "It is bitter.");
        ready();
        assertThat(found("butter brioche")).containsExactlyInAnyOrder("Brioche with butter, the first", "Butter in a brioche, the second",
            "Butter on a brioche, the third");
        assertThat(found("zzz")).isEmpty();
        assertThat(found("zzz qqq")).isEmpty();
        assertThat(found("zzz qqq xxx")).isEmpty();
        assertThat(found("zzz brioche")).hasSize(9);
    }

    @Test
    void theStartOfAWordFindsItBelowTheWordItself() throws Exception
    {
        write("How do I tune PostgreSQL for reports?", "The postgresql planner picks a bad plan. PostgreSQL is slow.");
        write("A very long text about other things", "Bread. ".repeat(2_000) + "And once, at its end, postgres. " + "Rye. ".repeat(500));
        ready();

        assertThat(found("postgres")).containsExactly("A very long text about other things", "How do I tune PostgreSQL for reports?");
        assertThat(found("pos")).as("three letters are not enough").isEmpty();
    }

    @Test
    void formsOfWordsInOtherLanguagesMeet() throws Exception
    {
        write("Wie öffne ich zwei Datenbankverbindungen?", "Die zweite Verbindung bricht immer wieder ab, leider.");
        write("Der Festplattenspeicher ist voll", "Was kann ich von der Platte löschen, ohne etwas kaputt zu machen?");
        write("Häuser und Bäume zeichnen", "Welches Programm nimmt man dafür am besten, bitte?");
        write("Pourquoi l'erreur d'authentification revient ?", "Elle s\u2019affiche après chaque redémarrage de l\u2019ordinateur.");
        write("The e-mail never arrives", "It is sent, says the log, but nobody gets it, not even me.");
        write("Which emails are archived?", "Somebody said that all of them are, for ten years or so.");
        ready();

        assertFirst("Wie öffne ich zwei Datenbankverbindungen?", "Datenbankverbindung", "Datenbank", "Datenbanken",
            "Date", "Datenbankver", "Datenbankverb");
        assertFirst("Der Festplattenspeicher ist voll", "Festplatte", "Festplatten", "Speicher", "speicher voll");
        assertFirst("Häuser und Bäume zeichnen", "Haus zeichnen", "Baum", "Häuser", "hauser");
        assertFirst("Pourquoi l'erreur d'authentification revient ?", "erreur", "l'erreur", "authentification", "d\u2019authentification",
            "erreur authentification", "ordinateur");
        assertThat(found("email")).contains("The e-mail never arrives", "Which emails are archived?");
        assertThat(found("e-mail")).contains("The e-mail never arrives", "Which emails are archived?");
        assertFirst("The e-mail never arrives", "email arrives", "e-mails arrive");
    }

    @Test
    void wordsOfScriptsWithoutBlanksAreFoundAndRelated() throws Exception
    {
        write("如何连接数据库服务器？", "我的程序总是超时，不知道为什么会这样。");
        write("データベースに接続できない", "タイムアウトの設定を変えても同じです。困っています。");
        write("วิธีเชื่อมต่อฐานข้อมูล", "โปรแกรมของฉันหมดเวลาเสมอและฉันไม่รู้ว่าทำไม");
        write("데이터베이스에서 연결이 끊어져요", "시간 초과가 계속 나는데 이유를 모르겠어요.");
        write("How is bread baked?", "In an oven, I hope, or over a fire, in a pan.");
        ready();

        assertFirst("如何连接数据库服务器？", "数据库", "连接", "数据库 连接", "超时", "怎么连接数据库");
        assertFirst("データベースに接続できない", "接続", "データベース", "タイムアウト", "設定");
        assertFirst("วิธีเชื่อมต่อฐานข้อมูล", "ฐานข้อมูล", "เชื่อมต่อ", "หมดเวลา");
        assertFirst("데이터베이스에서 연결이 끊어져요", "데이터베이스", "연결", "초과");
        for (List<String> draft : List.of(List.of("连接数据库超时", "程序连接数据库的时候超时了", "如何连接数据库服务器？"),
            List.of("データベースの接続がタイムアウトする", "設定を変えました", "データベースに接続できない"),
            List.of("เชื่อมต่อฐานข้อมูลไม่ได้", "หมดเวลา", "วิธีเชื่อมต่อฐานข้อมูล"),
            List.of("데이터베이스 연결 문제", "시간 초과", "데이터베이스에서 연결이 끊어져요"))) {
            assertThat(this.searchService.related(UserId.GUEST, new Draft(WIKI, draft.get(0), draft.get(1), List.of(),
                null, Set.of()), 5))
                .extracting(QuestionSummary::title).as(draft.get(0)).startsWith(draft.get(2))
                .doesNotContain("How is bread baked?");
        }
    }

    @Test
    void composedDecomposedAndDifferentlyCasedSpellingsMeet() throws Exception
    {
        write("Gdzie jest błąd w tym skrypcie?", Normalizer.normalize("İzmir'de çalışıyor, İstanbul'da çalışmıyor.", Normalizer.Form.NFD));
        write("Der Äpfel-Kuchen fällt auseinander", "Ich habe alles so gemacht, wie es dasteht. ＣＯＤＥ ﬁle");
        ready();

        assertFirst("Gdzie jest błąd w tym skrypcie?", "İzmir", "izmir", "IZMIR", "çalışıyor", "calisiyor",
            Normalizer.normalize("çalışıyor", Normalizer.Form.NFD), "blad", "\"İzmir'de çalışıyor\"");
        assertFirst("Der Äpfel-Kuchen fällt auseinander", "A\u0308pfel", "apfel", "code", "file", "\"A\u0308pfel-Kuchen\"");
    }

    @Test
    void pastedTextIsSearchedAsItStands() throws Exception
    {
        write("Helm does not wait for the pods", "I run helm rollback web 3 --wait and it returns at once.");
        write("The heap is too small", "We start it with -Xmx512m and with (a OR b) AND field:value^2~3 +x *? of course.");
        ready();

        assertFirst("Helm does not wait for the pods", "helm rollback --wait", "helm rollback web 3 --wait && echo $?");
        assertFirst("The heap is too small", "-Xmx512m", "(a OR b) AND field:value^2~3", "+x *? course", "heap - small");
        assertThat(found("heap -small")).isEmpty();
        assertThat(this.searchService.reading("heap -small").excluded()).containsExactly("small");
        assertFirst("The heap is too small", this.searchService.reading("heap -small").including());
    }

    @Test
    void whereFewHaveAllWordsThoseWithSomeComeAfterThem() throws Exception
    {
        for (int i = 0; i < 12; i++) {
            write("How long does rye number " + i + " rest?", "Overnight, they say, and in the cold, perhaps.");
        }
        write("Which lye is safe for pretzels?", "The strong one scares me, with or without gloves.");
        write("Is strong rye flour a thing?", "I never saw any, not even in the big shops.");
        ready();

        assertThat(found("strong lye")).startsWith("Which lye is safe for pretzels?").contains("Is strong rye flour a thing?");
        Search search = new Search(WIKI, "pretzels rye", null, null, null, 5);
        List<UUID> seen = new ArrayList<>();
        Slice<Hit> page = this.searchService.search(UserId.GUEST, search);
        while (true) {
            page.items().forEach(hit -> seen.add(hit.item().id()));
            if (page.next() == null) {
                break;
            }
            page = this.searchService.search(UserId.GUEST, new Search(WIKI, "pretzels rye", null, null, page.next(), 5));
        }
        assertThat(seen).as("all of the second try, page by page").hasSize(14).doesNotHaveDuplicates();
    }

    /** The order for a stranger is the same, whatever private questions hold. */
    @Test
    void theOrderDoesNotTellWhatPrivateQuestionsHold() throws Exception
    {
        write("Which butter for a croissant?", "The croissant wants a dry one. Croissant and croissant again.", "butter");
        write("Which flour for a croissant or a brioche?", "The brioche wants a strong flour, they say.", "flour");
        write("Which yeast for a brioche?", "Fresh or dry? The brioche rises, the brioche falls.", "yeast");
        for (int i = 0; i < 10; i++) {
            write("How long does rye number " + i + " rest?", "Overnight, they say, and in the cold, perhaps, brioche.");
        }
        ready();
        List<Draft> drafts = List.of(new Draft(WIKI, "croissant or brioche", "butter flour yeast", List.of("butter"), null, Set.of()),
            new Draft(WIKI, "brioche", "croissant rye", List.of(), null, Set.of()));
        List<Object> before = everything(drafts);

        for (int i = 0; i < 40; i++) {
            Post post = ask(this.boss, this.secret, "Our croissant number " + i, "croissant ".repeat(1 + i) + "secret butter", "butter");
            this.questions.answer(this.boss, post.id(), UUID.randomUUID(), "croissant butter ".repeat(30));
        }
        caughtUp();

        assertThat(everything(drafts)).isEqualTo(before);
        WordStatistics.Counts counts = this.wiki.get(WordStatistics.class).of(List.of("croissant", "brioche"));
        assertThat(counts.frequency("croissant")).isEqualTo(2);
        assertThat(counts.boost(WordStatistics.TEXT, "croissant")).as("Lucene's weight is divided out").isGreaterThan(3);
    }

    private List<Object> everything(List<Draft> drafts) throws CopException
    {
        List<Object> all = new ArrayList<>();
        for (String words : List.of("croissant brioche", "brioche", "croissant", "butter", "brioche croissant rye overnight")) {
            all.add(found(words));
        }
        for (Draft draft : drafts) {
            all.add(List.copyOf(this.wiki.get(SimilarPosts.class).questions(this.bert, draft, 10).entrySet().stream()
                .map(entry -> entry.getKey() + " " + Math.round(entry.getValue() * 1_000)).toList()));
            all.add(List.copyOf(this.wiki.get(SimilarPosts.class).answers(this.bert, draft, 10).keySet()));
        }
        return all;
    }
}
