/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.person.PersonFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
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

/** Linking imported people to accounts, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, PersonResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class PersonResourceTest
{
    private static final UserId BOSS = new UserId("xwiki:XWiki.boss");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final UserId OTTO = Imported.idOf("stack.example", "7");

    private static final String LINKS = "/people/links?person=imported:stack.example/7";

    private static final String BODY = "{\"person\":\"imported:stack.example/7\",\"account\":\"xwiki:XWiki.anna\"}";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Persons persons;

    @MockComponent
    private PersonFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, BOSS);
        Person anna = new Person(ANNA, "Anna", null, "/bin/view/XWiki/anna", Locale.ENGLISH, ZoneOffset.UTC, true);
        People people = this.components.getInstance(People.class);
        when(people.find(ANNA)).thenReturn(Optional.of(anna));
        when(this.persons.mayLink(BOSS, new WikiId("xwiki"))).thenReturn(true);
        when(this.persons.find(OTTO)).thenReturn(anna);
        when(this.persons.imported(new WikiId("xwiki"), OTTO))
            .thenReturn(Optional.of(new Imported(OTTO, "Old Otto", "", Instant.EPOCH, ANNA)));
        when(this.fragments.link(any())).thenReturn(new Html("<div></div>"));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @Test
    void namesPeopleOnlyToWhoHasSignedIn() throws Exception
    {
        People people = this.components.getInstance(People.class);
        when(people.startingWith(new WikiId("xwiki"), "al", 8)).thenReturn(List.of());
        assertThat(this.server.get("/people?prefix=al", "application/json").getStatus()).isEqualTo(200);

        when(people.current()).thenReturn(UserId.GUEST);
        assertThat(this.server.get("/people?prefix=al", "application/json").getStatus()).isEqualTo(401);
    }

    @Test
    void linksAndTellsTheAccount() throws Exception
    {
        Response response = this.server.json("POST", "/people/links", BODY);

        verify(this.persons).link(BOSS, new WikiId("xwiki"), OTTO, ANNA);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(RestServer.body(response)).hasToString("{\"person\":\"imported:stack.example/7\",\"name\":\"Old Otto\","
            + "\"account\":{\"id\":\"xwiki:XWiki.anna\",\"name\":\"Anna\","
            + "\"profile\":\"http://wiki/bin/view/XWiki/anna\"}}");
    }

    @Test
    void answersAPageWithItsPart() throws Exception
    {
        Response response = this.server.html("POST", "/people/links",
            "person=imported%3Astack.example%2F7&account=xwiki%3AXWiki.anna");

        assertThat(response.readEntity(String.class)).isEqualTo("<div></div>");
        verify(this.fragments).link(OTTO);
    }

    @Test
    void takesALinkBack() throws Exception
    {
        assertThat(this.server.delete(LINKS).getStatus()).isEqualTo(200);
        verify(this.persons).link(BOSS, new WikiId("xwiki"), OTTO, null);
    }

    @Test
    void refusesWithTheSentenceOfTheField() throws Exception
    {
        doThrow(CopException.invalid("account", "cop.person.error.linked")).when(this.persons).link(any(), any(), any(),
            any());

        Response response = this.server.json("POST", "/people/links", BODY);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(RestServer.body(response).get("fields").get("account").asText())
            .isEqualTo("say cop.person.error.linked");
        assertThat(RestServer.body(this.server.json("POST", "/people/links",
            BODY.replace("XWiki.anna", "XWiki.nobody"))).get("fields").get("account").asText())
            .isEqualTo("say cop.error.person.unknown");
    }

    @Test
    void tellsOthersNothing() throws Exception
    {
        when(this.persons.mayLink(BOSS, new WikiId("xwiki"))).thenReturn(false);

        assertThat(this.server.get(LINKS, "application/json").getStatus()).isEqualTo(403);
        assertThat(this.server.get("/people/links?person=imported:nowhere/1", "application/json").getStatus())
            .isEqualTo(403);
        assertThat(this.server.json("POST", "/people/links", BODY).getStatus()).isEqualTo(403);
        assertThat(this.server.json("POST", "/people/links", "{}").getStatus()).isEqualTo(403);
        assertThat(this.server.delete(LINKS).getStatus()).isEqualTo(403);
        verify(this.persons, never()).link(any(), any(), any(), any());
    }

    @Test
    void asksGuestsToSignInAndEverybodyForTheToken() throws Exception
    {
        assertThat(this.server.form("POST", "/people/links", "person=imported%3Ax%2F7&account=x").getStatus())
            .isEqualTo(403);
        People people = this.components.getInstance(People.class);
        when(people.current()).thenReturn(UserId.GUEST);
        assertThat(this.server.get(LINKS, "application/json").getStatus()).isEqualTo(401);
        assertThat(this.server.json("POST", "/people/links", BODY).getStatus()).isEqualTo(401);
        verify(this.persons, never()).link(any(), any(), any(), any());
    }

    @Test
    void knowsNobodyWithoutAName() throws Exception
    {
        assertThat(this.server.get("/people/links", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.get("/people/links?person=" + "x".repeat(300), "application/json").getStatus())
            .isEqualTo(404);
    }
}
