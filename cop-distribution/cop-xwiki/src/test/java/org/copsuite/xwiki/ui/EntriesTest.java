/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.macro.question.QuestionFragments;
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
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.uiextension.UIExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** Where the suite appears in XWiki's pages, and that it vanishes from there where it is switched off. */
@ComponentTest
@ComponentList({ApplicationsEntry.class, MacroBlocks.class, ProfileTab.class, QuestionsEntry.class})
class EntriesTest
{
    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Texts texts;

    @MockComponent
    private Requests requests;

    @MockComponent
    private Suite suite;

    @MockComponent
    private Pages pages;

    @MockComponent
    private QuestionFragments questions;

    @MockComponent
    private InstalledPages installed;

    @BeforeEach
    void start() throws Exception
    {
        this.components.registerMockComponent(Transformation.class, "macro");
        when(this.requests.wiki()).thenReturn(new WikiId("sub"));
        when(this.installed.areIn(new WikiId("sub"))).thenReturn(true);
        when(this.requests.locale()).thenReturn(Locale.ENGLISH);
        when(this.texts.text(any(), anyString())).thenReturn("said");
    }

    private UIExtension entry(String id) throws Exception
    {
        return this.components.getInstance(UIExtension.class, id);
    }

    @Test
    void anApplicationThatLeadsNowhereIsNotListedByThePanel() throws Exception
    {
        UIExtension entry = entry(ApplicationsEntry.ID);
        assertThat(entry.getParameters()).containsEntry("target", "").containsEntry("label", "said");
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(true);
        assertThat(entry.getParameters()).containsEntry("target", "CoP.WebHome");
    }

    private void shows(PageId page, PageObject object)
    {
        when(this.requests.page()).thenReturn(Optional.of(page));
        when(this.pages.load(page)).thenReturn(Optional.of(new Page(page, "", "", UserId.GUEST, UserId.GUEST,
            Instant.EPOCH, Instant.EPOCH, "1.1", false, Optional.ofNullable(object))));
    }

    @Test
    void questionsAreCountedBelowPagesThatOneAsksAbout() throws Exception
    {
        UIExtension entry = entry(QuestionsEntry.ID);
        PageId plain = SpaceId.of(new WikiId("sub"), "Handbook").home();
        shows(plain, null);
        when(this.questions.countAbout(plain)).thenReturn(3);
        assertThat(entry.getParameters()).containsEntry("show", "false");
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(true);
        assertThat(entry.getParameters()).containsEntry("show", "true").containsEntry("itemnumber", "3")
            .containsEntry("title", "said");
        assertThat(entry.getExtensionPointId()).isEqualTo("org.xwiki.plaftorm.template.docextra");
    }

    @Test
    void theSuitesOwnPagesAndPagesThatAreNotThereHaveNoSuchTabAndCostNoStatement() throws Exception
    {
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(true);
        UIExtension entry = entry(QuestionsEntry.ID);
        shows(SpaceId.of(new WikiId("sub"), "Communities", "Care").home(), new PageObject("community", new UUID(1, 1),
            Map.of()));
        assertThat(entry.getParameters()).containsEntry("show", "false");
        shows(SpaceId.of(new WikiId("sub"), "CoP").page("Ask"), null);
        assertThat(entry.getParameters()).containsEntry("show", "false");
        when(this.requests.page()).thenReturn(Optional.of(SpaceId.of(new WikiId("sub"), "Nothing").home()));
        assertThat(entry.getParameters()).containsEntry("show", "false");
        when(this.requests.page()).thenReturn(Optional.empty());
        assertThat(entry.getParameters()).containsEntry("show", "false");
        verifyNoInteractions(this.questions);
    }

    @Test
    void aWikiOfTheFarmWithoutTheSuitesPagesShowsNothingOfIt() throws Exception
    {
        when(this.suite.isOn(new WikiId("other"))).thenReturn(true);
        when(this.requests.wiki()).thenReturn(new WikiId("other"));
        shows(SpaceId.of(new WikiId("other"), "Handbook").home(), null);
        assertThat(entry(ApplicationsEntry.ID).getParameters()).containsEntry("target", "");
        assertThat(entry(ProfileTab.ID).getParameters()).containsEntry("isActive", "false");
        assertThat(entry(QuestionsEntry.ID).getParameters()).containsEntry("show", "false");
    }

    @Test
    void whereTheSuiteCannotBeAskedNothingOfItIsShownAndXWikiGoesOn() throws Exception
    {
        when(this.suite.isOn(new WikiId("sub"))).thenThrow(new IllegalStateException("A test's own failure."));
        for (int i = 0; i < 2; i++) {
            assertThat(entry(ApplicationsEntry.ID).getParameters()).containsEntry("target", "");
            assertThat(entry(ProfileTab.ID).getParameters()).containsEntry("isActive", "false");
            assertThat(entry(QuestionsEntry.ID).getParameters()).containsEntry("show", "false");
        }
        assertThat(this.logs.size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(this.logs.getMessage(i)).contains("is not shown");
        }
    }

    @Test
    void theProfileFindsTheTabInEachMapOfItsParameters() throws Exception
    {
        UIExtension entry = entry(ProfileTab.ID);
        Map<?, ?> parameters = entry.getParameters();
        assertThat(parameters.get("uix")).isSameAs(entry);
        assertThat(parameters.get("glyphicon")).isEqualTo("group");
    }

    @Test
    void aTabThatIsNotActiveIsNotListedByTheProfile() throws Exception
    {
        UIExtension tab = entry(ProfileTab.ID);
        assertThat(tab.getParameters()).containsEntry("isActive", "false").containsEntry("id", "copsuite");
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(true);
        assertThat(tab.getParameters()).containsEntry("isActive", "true");
    }
}
