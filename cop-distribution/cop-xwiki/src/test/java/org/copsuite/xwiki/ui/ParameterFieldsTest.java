/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.question.QuestionsParameters;
import org.copsuite.macro.recognition.LeaderboardParameters;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.displayer.HTMLDisplayerException;
import org.xwiki.displayer.HTMLDisplayerManager;
import org.xwiki.displayer.internal.DefaultHTMLDisplayerManager;
import org.xwiki.properties.internal.DefaultBeanDescriptor;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/** What XWiki's dialog for macros offers for parameters of ours, found as XWiki finds it. */
@ComponentTest
@ComponentList({ChoiceField.class, CommunityField.class, DefaultHTMLDisplayerManager.class})
class ParameterFieldsTest
{
    private static final UserId ANN = new UserId("sub:XWiki.ann");

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private Suite suite;

    @MockComponent
    private People people;

    @MockComponent
    private Requests requests;

    @BeforeEach
    void start() throws Exception
    {
        this.components.registerComponent(ComponentManager.class, "context", this.components);
        when(this.requests.wiki()).thenReturn(new WikiId("sub"));
        when(this.people.current()).thenReturn(ANN);
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(true);
    }

    private String field(Class<?> parameters, String name) throws Exception
    {
        Type type = new DefaultBeanDescriptor(parameters).getProperty(name).getDisplayType();
        HTMLDisplayerManager displayers = this.components.getInstance(HTMLDisplayerManager.class);
        return displayers.display(type, null, Map.of("name", name), "edit");
    }

    @Test
    void wordsAreOfferedAndNoneOfThem() throws Exception
    {
        assertThat(field(QuestionsParameters.class, "order")).isEqualTo("<select name=\"order\">"
            + "<option value=\"\"></option>" + options("newest", "active", "hot", "unanswered", "votes", "wanted") + "</select>");
        assertThat(field(QuestionsParameters.class, "state"))
            .contains(options("open", "closed", "solved", "unanswered"));
        assertThat(field(LeaderboardParameters.class, "period"))
            .contains(options("week", "month", "quarter", "year", "all"));
    }

    private static String options(String... words)
    {
        return List.of(words).stream().map(word -> "<option value=\"" + word + "\">" + word + "</option>")
            .collect(Collectors.joining());
    }

    private static CommunityView community(String title)
    {
        CommunityView community = mock(CommunityView.class);
        when(community.title()).thenReturn(title);
        return community;
    }

    @Test
    void communitiesAreSuggestedThatTheAuthorMayView() throws Exception
    {
        List<CommunityView> visible = List.of(community("Guild"), community("\"><script>"));
        when(this.communities.directory(ANN, new WikiId("sub"), "", null, 100)).thenReturn(new Slice<>(visible, null));

        assertThat(field(QuestionsParameters.class, "community"))
            .startsWith("<input type=\"text\" list=\"cop-community-names\" name=\"community\"/>")
            .contains("<option value=\"Guild\"></option>")
            .doesNotContain("<script>");
    }

    @Test
    void noneIsSuggestedWhereTheSuiteIsOff() throws Exception
    {
        when(this.suite.isOn(new WikiId("sub"))).thenReturn(false);

        assertThat(field(QuestionsParameters.class, "community")).doesNotContain("<option");
        verifyNoInteractions(this.communities);
    }

    @Test
    void theDialogIsToldWhereTheyCannotBeListed() throws Exception
    {
        when(this.communities.directory(any(), any(), anyString(), any(), anyInt()))
            .thenThrow(new CopException(CopException.Kind.UNAVAILABLE, "cop.failed"));

        assertThatThrownBy(() -> field(QuestionsParameters.class, "community"))
            .isInstanceOf(HTMLDisplayerException.class);
    }
}
