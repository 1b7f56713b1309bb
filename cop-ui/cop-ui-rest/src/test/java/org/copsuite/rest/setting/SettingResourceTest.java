/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.setting.SettingFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.setting.CommunityAuthority;
import org.copsuite.setting.Setting;
import org.copsuite.setting.Setting.Scope;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
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

/** Reading and changing settings, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, SettingResource.class,
    SettingFragments.class, Printer.class, MemberTexts.class, DefaultTemplates.class})
class SettingResourceTest
{
    private static final UserId BOSS = new UserId("xwiki:XWiki.boss");

    private static final Setting<Integer> WEEK = Setting.number("test.week", 1, 50, 5, Scope.WIKI);

    private static final Setting<Boolean> FLAG = Setting.flag("test.flag", true, Scope.WIKI).withOwnForm();

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Settings settings;

    @MockComponent
    private CommunityAuthority communities;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, BOSS);
        when(this.components.<Suite>getInstance(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(true);
        when(this.settings.declared(Scope.WIKI)).thenReturn(List.of(FLAG, WEEK));
        when(this.settings.mayChange(eq(BOSS), any(), any())).thenReturn(true);
        when(this.settings.get(WEEK, SettingTarget.wiki(new WikiId("xwiki")))).thenReturn(7);
        when(this.settings.get(FLAG, SettingTarget.wiki(new WikiId("xwiki")))).thenReturn(true);
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void listsEachSettingWithItsBounds() throws Exception
    {
        assertThat(RestServer.body(this.server.get("/settings", "application/json"))).hasToString(
            "{\"items\":[{\"key\":\"test.flag\",\"type\":\"flag\",\"value\":\"true\",\"default\":\"true\","
                + "\"choices\":[\"true\",\"false\"],\"minimum\":null,\"maximum\":null,\"ownForm\":true},"
                + "{\"key\":\"test.week\",\"type\":\"number\","
                + "\"value\":\"7\",\"default\":\"5\",\"choices\":[],\"minimum\":1,\"maximum\":50,\"ownForm\":false}]}");
        assertThat(this.server.get("/settings/me", "application/json").getStatus()).isEqualTo(200);
    }

    @Test
    void changesWhatWasSentAndNothingElse() throws Exception
    {
        assertThat(this.server.json("POST", "/settings", "{\"test.week\":9}").getStatus()).isEqualTo(200);
        verify(this.settings).change(BOSS, SettingTarget.wiki(new WikiId("xwiki")), Map.of("test.week", "9"));

        Response form = this.server.html("POST", "/settings/me", "test.me=x");
        assertThat(form.getStatus()).isEqualTo(200);
        verify(this.settings).change(BOSS, SettingTarget.person(new WikiId("xwiki"), BOSS), Map.of("test.me", "x"));

        UUID id = new UUID(1, 1);
        this.server.json("POST", "/settings/communities/" + id, "{\"test.of\":true}");
        verify(this.settings).change(BOSS, SettingTarget.community(new WikiId("xwiki"), new CommunityId(id)),
            Map.of("test.of", "true"));
        assertThat(this.server.json("POST", "/settings/communities/x", "{\"test.of\":true}").getStatus())
            .isEqualTo(404);
    }

    @Test
    void answersAFormWithTheForm() throws Exception
    {
        String html = this.server.html("POST", "/settings", "test.week=9").readEntity(String.class);
        assertThat(html).contains("name=\"test.week\" required min=\"1\" max=\"50\" step=\"1\" value=\"7\"")
            .doesNotContain("test.flag");
    }

    @Test
    void refusesWithTheFields() throws Exception
    {
        doThrow(CopException.invalid("test.week", "cop.setting.error.number", 1, 50)).when(this.settings)
            .change(any(), any(), any());
        Response refused = this.server.json("POST", "/settings", "{\"test.week\":99}");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(RestServer.body(refused).get("fields").get("test.week").asText())
            .startsWith("say cop.setting.error.number");
        when(this.settings.mayChange(eq(BOSS), any(), any())).thenReturn(false);
        assertThat(this.server.get("/settings", "application/json").getStatus()).isEqualTo(403);
    }
}
