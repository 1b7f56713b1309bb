/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.SpaceAdoption;
import org.copsuite.community.SpaceAdoption.AdoptionRequest;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Turning spaces into communities, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, AdoptionResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class AdoptionResourceTest
{
    private static final UserId BOSS = new UserId("xwiki:XWiki.boss");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final SpaceId CARE = SpaceId.of(new WikiId("xwiki"), "Projects", "Care");

    private static final String PATH = "/administration/communities";

    private static final String BODY = "{\"id\":\"00000000-0000-0001-0000-000000000001\",\"space\":\"Projects.Care\","
        + "\"title\":\"Care\",\"purpose\":\"We care.\",\"domains\":\"wounds\",\"access\":\"private\","
        + "\"facilitator\":\"xwiki:XWiki.anna\"}";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private AdministrationFragments administration;

    @MockComponent
    private SpaceAdoption adoption;

    @MockComponent
    private CommunityFragments communities;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, BOSS);
        People accounts = this.components.getInstance(People.class);
        when(accounts.find(ANNA)).thenReturn(
            Optional.of(new Person(ANNA, "Anna", null, "/bin/view/XWiki/anna", Locale.ENGLISH, ZoneOffset.UTC, true)));
        when(this.communities.space("Projects.Care")).thenReturn(CARE);
        UUID id = new UUID(1, 1);
        when(this.adoption.adopt(any(), any())).thenReturn(new CommunityView(new CommunityId(id), CARE.home(), CARE,
            "Care", "We care.", List.of("wounds"), Visibility.PRIVATE, Joining.INVITATION, 1, 0, 0, Instant.EPOCH, Instant.EPOCH, "2.1",
            null, false, Set.of(), null, false));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void turnsASpaceIntoACommunity() throws Exception
    {
        Response response = this.server.json("POST", PATH, BODY);

        assertThat(response.getStatus()).isEqualTo(201);
        verify(this.adoption).adopt(BOSS, new AdoptionRequest(new CommunityId(new UUID(1, 1)), CARE, "Care", "We care.",
            List.of("wounds"), Visibility.PRIVATE, ANNA));
        assertThat(RestServer.body(response).get("title").asText()).isEqualTo("Care");
    }

    @Test
    void refusesWhereTheSuiteIsOff() throws Exception
    {
        Suite suite = this.components.getInstance(Suite.class);
        doThrow(new CopException(CopException.Kind.FORBIDDEN, "cop.suite.off")).when(suite).check(new WikiId("xwiki"));

        assertThat(this.server.json("POST", PATH, BODY).getStatus()).isEqualTo(403);
        verify(this.adoption, never()).adopt(any(), any());
    }

    @Test
    void isForAdministrators() throws Exception
    {
        doThrow(CopException.forbidden()).when(this.administration).checkAdministrator();

        assertThat(this.server.json("POST", PATH, BODY).getStatus()).isEqualTo(403);
        verify(this.adoption, never()).adopt(any(), any());
    }
}
