/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.template.Templates;
import org.copsuite.macro.template.TextTool;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionHit;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row is printed once for those who would read the same, and anew as soon as anything in it is different. */
class RowsTest
{
    private static final PostId ID = new PostId(UUID.randomUUID());

    private static final UUID COMMUNITY = UUID.randomUUID();

    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Communities", "Bees", "Questions",
        "wax").home();

    private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

    private final Templates templates = mock(Templates.class);

    private final Rows rows = new Rows(this.templates::render);

    private final AtomicInteger printed = new AtomicInteger();

    private final Texts texts = mock(Texts.class);

    @BeforeEach
    void printNumbers()
    {
        when(this.texts.text(any(), anyString(), any(Object[].class))).thenReturn("words");
        when(this.templates.render(anyString(), any())).then(
            call -> new Html("<li>" + this.printed.incrementAndGet() + "</li>"));
    }

    private PageTool cop(String base)
    {
        Requests requests = mock(Requests.class);
        when(requests.wiki()).thenReturn(new WikiId("xwiki"));
        People people = mock(People.class);
        when(people.current()).thenReturn(UserId.GUEST);
        Links links = mock(Links.class);
        when(links.view(any())).then(call -> base + "/bin/view/" + call.getArgument(0));
        return new PageTool(new PageServices(requests, people, links, null, null, this.rows, null));
    }

    private TextTool text(Locale locale, ZoneId zone)
    {
        return new TextTool(this.texts, locale, zone);
    }

    private Html print(QuestionSummary question)
    {
        return cop("").row(text(Locale.ENGLISH, ZoneOffset.UTC), question, true);
    }

    private static Person person(String name)
    {
        return new Person(new UserId("xwiki:XWiki.ada"), name, null, "/bin/view/XWiki/ada", Locale.ENGLISH, ZoneOffset.UTC,
            true);
    }

    private static QuestionSummary question(String title, String summary, List<String> tags, String author,
        Instant created, int score, int answers, boolean accepted, boolean closed, int views)
    {
        return new QuestionSummary(ID, PAGE, new CommunityId(COMMUNITY), "Bees", title, summary, tags, person(author),
            created, LONG_AGO, score, answers, accepted, closed, views, 0);
    }

    private static QuestionSummary usual()
    {
        return question("Why?", "Because.", List.of("wax"), "Ada", LONG_AGO, 3, 2, false, false, 7);
    }

    @Test
    void whatReadsTheSameIsPrintedOnce()
    {
        Html first = print(usual());

        assertThat(print(usual())).isEqualTo(first);
        verify(this.templates, times(1)).render(anyString(), any());
    }

    static Stream<QuestionSummary> changed()
    {
        List<String> wax = List.of("wax");
        return Stream.of(question("Why not?", "Because.", wax, "Ada", LONG_AGO, 3, 2, false, false, 7),
            question("Why?", "", wax, "Ada", LONG_AGO, 3, 2, false, false, 7),
            question("Why?", "Because.", List.of(), "Ada", LONG_AGO, 3, 2, false, false, 7),
            question("Why?", "Because.", wax, "Former member", LONG_AGO, 3, 2, false, false, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO.plusSeconds(90_000), 3, 2, false, false, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO, 4, 2, false, false, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO, 3, 3, false, false, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO, 3, 2, true, false, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO, 3, 2, false, true, 7),
            question("Why?", "Because.", wax, "Ada", LONG_AGO, 3, 2, false, false, 8),
            new QuestionSummary(ID, PAGE, new CommunityId(COMMUNITY), "Bees", "Why?", "Because.", wax, person("Ada"),
                LONG_AGO, LONG_AGO, 3, 2, false, false, 7, 1));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void whateverChangesMakesAnotherRow(QuestionSummary question)
    {
        assertThat(print(question)).isNotEqualTo(print(usual()));
        assertThat(print(usual())).isEqualTo(print(usual()));
    }

    @Test
    void readersOfOtherLanguagesZonesAndAddressesHaveTheirOwn()
    {
        TextTool english = text(Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(Stream.of(cop("").row(english, usual(), true), cop("").row(english, usual(), false),
            cop("/elsewhere").row(english, usual(), true),
            cop("").row(text(Locale.FRENCH, ZoneOffset.UTC), usual(), true),
            cop("").row(text(Locale.ENGLISH, ZoneId.of("Asia/Tokyo")), usual(), true),
            cop("").row(english, new Hit(new QuestionHit(usual()), new Html("<b>why</b>"))),
            cop("").row(english, new Hit(new QuestionHit(usual()), Html.EMPTY))))
                .doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void searchesShareTheRowOfAQuestion()
    {
        TextTool english = text(Locale.ENGLISH, ZoneOffset.UTC);
        cop("").row(english, new Hit(new QuestionHit(usual()), new Html("<b>why</b>")));
        cop("").row(english, new Hit(new QuestionHit(usual()), new Html("why <b>not</b>")));

        verify(this.templates, times(1)).render(anyString(), any());
    }

    @Test
    void aRowGrowsOld()
    {
        PageTool cop = cop("");
        assertThat(Stream.of(0, 1, 2).map(minutes -> this.rows.print(new Rows.Row("question/row", usual(), true, "en",
            ZoneOffset.UTC, false, "", "", Age.of(LONG_AGO, LONG_AGO.plusSeconds(60 * minutes))), cop)))
            .doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void templatesAreGivenWhatIsInTheKey()
    {
        print(usual());

        verify(this.templates).render(org.mockito.ArgumentMatchers.eq("question/row"),
            org.mockito.ArgumentMatchers.argThat((Map<String, ?> values) -> values.get("shown").equals(usual())
                && values.get("showCommunity").equals(true) && values.keySet().size() == 3));
    }

    @Test
    void whoHasChosenNoZoneIsToldIt()
    {
        Html member = cop("").row(new TextTool(this.texts, Locale.ENGLISH, ZoneOffset.UTC, false), usual(), true);
        Html guest = cop("").row(new TextTool(this.texts, Locale.ENGLISH, ZoneOffset.UTC, true), usual(), true);
        assertThat(guest).isNotEqualTo(member);
    }
}
