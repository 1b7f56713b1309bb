/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.person.PersonFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.person.Persons;
import org.copsuite.removal.Removal;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.rest.person.PersonResource;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
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

/** Switching the suite on and off in a wiki, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, AdministrationResource.class,
    PersonResource.class, Printer.class, MemberTexts.class, DefaultTemplates.class})
class AdministrationResourceTest
{
    private static final UserId BOSS = new UserId("xwiki:XWiki.boss");

    private static final String SWITCH = "/administration/suite";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private AdministrationFragments operations;

    @MockComponent
    private Removal removal;

    @MockComponent
    private Persons persons;

    @MockComponent
    private PersonFragments people;

    private Suite suite;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, BOSS);
        this.suite = this.components.getInstance(Suite.class);
        when(this.suite.isOn(new WikiId("xwiki"))).thenReturn(true);
        when(this.operations.section("suite")).thenReturn(new Html("<section></section>"));
        when(this.operations.section("removal")).thenReturn(new Html("<section></section>"));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void switchesTheSuiteAndTellsWhetherItIsOn() throws Exception
    {
        assertThat(RestServer.body(this.server.get(SWITCH, "application/json"))).hasToString("{\"on\":true}");
        assertThat(this.server.json("POST", SWITCH, "{\"on\":false}").getStatus()).isEqualTo(200);
        verify(this.suite).turn(new WikiId("xwiki"), false);
        assertThat(this.server.html("POST", SWITCH, "on=true").readEntity(String.class)).isEqualTo("<section></section>");
        verify(this.suite).turn(new WikiId("xwiki"), true);
        assertThat(this.server.json("POST", SWITCH, "{}").getStatus()).isEqualTo(400);
    }

    @Test
    void refusesAllButTheAdministrationWhereTheSuiteIsOff() throws Exception
    {
        doThrow(new CopException(CopException.Kind.FORBIDDEN, "cop.suite.off")).when(this.suite)
            .check(new WikiId("xwiki"));

        Response refused = this.server.get("/people/links?person=imported:a/1", "application/json");

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(RestServer.body(refused).get("detail").asText()).isEqualTo("say cop.suite.off");
        assertThat(this.server.json("POST", "/people/links", "{}").getStatus()).isEqualTo(403);
        assertThat(this.server.json("POST", SWITCH, "{\"on\":true}").getStatus()).isEqualTo(200);
    }

    @Test
    void decidesWhatAnUninstallationLeaves() throws Exception
    {
        when(this.removal.mayDecide(BOSS, new WikiId("xwiki"))).thenReturn(true);
        assertThat(RestServer.body(this.server.json("POST", "/administration/uninstall",
            "{\"purge\":true,\"confirmation\":\"xwiki\"}"))).hasToString("{\"purge\":false,\"mayDecide\":true}");
        verify(this.removal).decide(BOSS, new WikiId("xwiki"), true, "xwiki");
        assertThat(this.server.json("POST", "/administration/uninstall", "{}").getStatus()).isEqualTo(400);
        assertThat(this.server.html("POST", "/administration/uninstall", "purge=false").readEntity(String.class))
            .isEqualTo("<section></section>");
        verify(this.removal).decide(BOSS, new WikiId("xwiki"), false, "");
    }

    @Test
    void deletesWhatIsRecorded() throws Exception
    {
        assertThat(this.server.json("POST", "/administration/removal", "{\"confirmation\":\"xwiki\"}").getStatus())
            .isEqualTo(204);
        verify(this.removal).forget(BOSS, new WikiId("xwiki"), "xwiki");
        doThrow(new CopException(CopException.Kind.CONFLICT, "cop.removal.error.on")).when(this.removal).forget(any(),
            any(), any());
        assertThat(this.server.json("POST", "/administration/removal", "{}").getStatus()).isEqualTo(409);
    }

    @Test
    void isForAdministratorsWithTheirFormToken() throws Exception
    {
        assertThat(this.server.form("POST", SWITCH, "on=false").getStatus()).isEqualTo(403);
        doThrow(CopException.forbidden()).when(this.operations).checkAdministrator();
        assertThat(this.server.get(SWITCH, "application/json").getStatus()).isEqualTo(403);
        assertThat(this.server.json("POST", SWITCH, "{\"on\":false}").getStatus()).isEqualTo(403);
        verify(this.suite, never()).turn(any(), org.mockito.ArgumentMatchers.anyBoolean());
        assertThat(this.server.json("POST", "/administration/uninstall", "{\"purge\":true}").getStatus()).isEqualTo(403);
        assertThat(this.server.json("POST", "/administration/removal", "{\"confirmation\":\"xwiki\"}").getStatus())
            .isEqualTo(403);
        org.mockito.Mockito.verifyNoInteractions(this.removal);
    }
}
