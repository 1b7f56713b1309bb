/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javax.ws.rs.core.Response;

import org.copsuite.Slice;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about communities that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, CommunityResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class CommunityDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private CommunityService service;

    @MockComponent
    private CommunityFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        CommunityView open = new CommunityView(new CommunityId(Samples.COMMUNITY), Samples.PAGE, Samples.PAGE.space(),
            "Care", "We **care**.",
            List.of("wounds"), Visibility.OPEN, Joining.OPEN, 3, 2, 1, Samples.THEN, Samples.LATER, "2.1", null, true, Set.of(),
            null, false);
        CommunityView own = new CommunityView(new CommunityId(Samples.COMMUNITY), Samples.PAGE, Samples.PAGE.space(),
            "Care", "", List.of(), Visibility.PRIVATE, Joining.INVITATION, 1, 0, 0, Samples.THEN, Samples.THEN, "1.1", Role.FACILITATOR,
            false, EnumSet.allOf(CommunityPermission.class), null, false);
        when(this.service.search(any(), any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(open, own),
            null));
        when(this.service.get(any(), any(), any())).thenReturn(own);
        when(this.service.found(any(), any())).thenReturn(own);
        when(this.service.change(any(), any(), any(), any())).thenReturn(own);
        when(this.service.members(any(), any(), any(), anyInt())).thenReturn(
            new Slice<>(List.of(new Member(Samples.ANNA, Role.EXPERT, Samples.LATER, List.of())), "c2"));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, CommunityDocumentsTest.class, document);
    }

    @Test
    void directory() throws Exception
    {
        check(this.server.get("/communities", "application/json"), "communities");
    }

    @Test
    void community() throws Exception
    {
        check(this.server.get("/communities/" + Samples.COMMUNITY, "application/json"), "community");
        check(this.server.json("PUT", "/communities/" + Samples.COMMUNITY, "{}"), "community");
    }

    @Test
    void founded() throws Exception
    {
        Response response = this.server.json("POST", "/communities", "{\"title\":\"Care\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getLocation()).hasToString("http://wiki/rest/wikis/xwiki/cop/communities/" + Samples.COMMUNITY);
        check(response, "community");
    }

    @Test
    void members() throws Exception
    {
        check(this.server.get("/communities/" + Samples.COMMUNITY + "/members", "application/json"), "members");
    }
}
