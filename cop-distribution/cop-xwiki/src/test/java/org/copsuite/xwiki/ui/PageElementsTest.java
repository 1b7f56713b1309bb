/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.velocity.VelocityContext;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.velocity.VelocityManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.when;

/** Which of XWiki's elements the suite's pages and questions go without. */
@ComponentTest
class PageElementsTest
{
    private static final Map<String, Boolean> SHOWN = Map.of("displayDocExtra", true, "displayContentFooter", true,
        "showcomments", true, "showannotations", true, "showhistory", true, "showinformation", true, "showattachments", true);

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectMockComponents
    private PageElements elements;

    @MockComponent
    private Texts texts;

    @MockComponent
    private Requests requests;

    @MockComponent
    private Suite suite;

    @MockComponent
    private Pages pages;

    @MockComponent
    private InstalledPages installed;

    @MockComponent
    private VelocityManager velocity;

    private final VelocityContext variables = new VelocityContext();

    @BeforeEach
    void start()
    {
        lenient().when(this.requests.wiki()).thenReturn(new WikiId("xwiki"));
        lenient().when(this.installed.areIn(new WikiId("xwiki"))).thenReturn(true);
        lenient().when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(true);
        lenient().when(this.velocity.getCurrentVelocityContext()).thenReturn(this.variables);
        SHOWN.forEach(this.variables::put);
    }

    private void show(PageId page, String type)
    {
        when(this.requests.page()).thenReturn(Optional.of(page));
        Optional<PageObject> object =
            Optional.ofNullable(type).map(name -> new PageObject(name, new UUID(1, 1), Map.of()));
        lenient().when(this.pages.load(page)).thenReturn(Optional.of(new Page(page, "", "", UserId.GUEST, UserId.GUEST,
            Instant.EPOCH, Instant.EPOCH, "1.1", false, object)));
        assertThat(this.elements.execute().getChildren()).isEmpty();
    }

    private void assertLeftOut(String... elements)
    {
        assertThat(SHOWN.keySet()).filteredOn(name -> Boolean.FALSE.equals(this.variables.get(name)))
            .containsExactlyInAnyOrder(elements);
    }

    @Test
    void standsInTheHeadOfEachPage()
    {
        assertThat(this.elements.getExtensionPointId()).isEqualTo("org.xwiki.platform.html.head");
        assertThat(this.elements.getParameters()).isNotSameAs(this.elements.getParameters());
        this.elements.getParameters().put("XWiki", "adds to it");
    }

    @Test
    void anApplicationHasNeitherTabsNorFooter()
    {
        show(SpaceId.of(new WikiId("xwiki"), "CoP").page("Search"), null);
        assertLeftOut("displayDocExtra", "displayContentFooter");
    }

    @Test
    void aQuestionShowsItsCommentsItself()
    {
        show(SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions", "why").home(), "question");
        assertLeftOut("showcomments", "showannotations", "displayContentFooter");
    }

    @Test
    void anAnswerDoesToo()
    {
        show(SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions", "why").page("a"), "answer");
        assertLeftOut("showcomments", "showannotations", "displayContentFooter");
    }

    @Test
    void aCommunityKeepsItsTabs()
    {
        show(SpaceId.of(new WikiId("xwiki"), "Communities", "Care").home(), "community");
        assertLeftOut("displayContentFooter");
    }

    @Test
    void otherPagesStayAsTheyAre()
    {
        show(SpaceId.of(new WikiId("xwiki"), "Handbook").home(), null);
        assertLeftOut();
        when(this.requests.page()).thenReturn(Optional.of(SpaceId.of(new WikiId("xwiki"), "Nothing").home()));
        this.elements.execute();
        when(this.requests.page()).thenReturn(Optional.empty());
        this.elements.execute();
        assertLeftOut();
    }

    @Test
    void whereTheSuiteIsOffXWikiShowsTheCommentsOfAQuestion()
    {
        when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(false);
        show(SpaceId.of(new WikiId("xwiki"), "Communities", "Care", "Questions", "why").home(), "question");
        assertLeftOut();
    }

    @Test
    void whereThePageCannotBeReadXWikiGoesOn()
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Handbook").home();
        when(this.requests.page()).thenReturn(Optional.of(page));
        when(this.pages.load(page)).thenThrow(new IllegalStateException("A test's own failure."));
        this.elements.execute();
        this.elements.execute();

        assertLeftOut();
        assertThat(this.logs.size()).isEqualTo(1);
        assertThat(this.logs.getMessage(0)).contains("is not shown");
    }

    @Test
    void outsideOfATemplateThereIsNothingToSet()
    {
        when(this.velocity.getCurrentVelocityContext()).thenReturn(null);
        show(SpaceId.of(new WikiId("xwiki"), "CoP").page("Search"), null);
        assertLeftOut();
    }
}
