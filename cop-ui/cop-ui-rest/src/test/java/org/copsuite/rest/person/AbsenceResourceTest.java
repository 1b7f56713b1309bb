/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javax.ws.rs.core.Response;

import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.person.AbsenceFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.person.Absences;
import org.copsuite.person.Absences.Absence;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
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

/** Absences, over HTTP. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, AbsenceResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class AbsenceResourceTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final UserId BERT = new UserId("xwiki:XWiki.bert");

    private static final LocalDate FIRST = LocalDate.of(2031, 5, 1);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private Absences absences;

    @MockComponent
    private AbsenceFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, ANNA);
        when(people().find(BERT)).thenReturn(
            Optional.of(new Person(BERT, "Bert", null, "/bin/view/XWiki/bert", Locale.ENGLISH, ZoneOffset.UTC, true)));
        when(this.absences.find(any(), any(UserId.class))).thenReturn(Optional.empty());
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private People people() throws Exception
    {
        return this.components.getInstance(People.class);
    }

    @Test
    void setsAndEndsOnesOwn() throws Exception
    {
        when(this.absences.find(WIKI, ANNA)).thenReturn(Optional.of(new Absence(FIRST, FIRST.plusDays(2))));
        Response set = this.server.json("POST", "/absences/me", "{\"first\":\"2031-05-01\",\"last\":\"2031-05-03\"}");
        assertThat(RestServer.body(set)).hasToString(
            "{\"person\":\"xwiki:XWiki.anna\",\"first\":\"2031-05-01\",\"last\":\"2031-05-03\"}");
        verify(this.absences).set(ANNA, WIKI, FIRST, FIRST.plusDays(2));

        when(this.absences.find(WIKI, ANNA)).thenReturn(Optional.empty());
        assertThat(RestServer.body(this.server.delete("/absences/me")))
            .hasToString("{\"person\":\"xwiki:XWiki.anna\",\"first\":null,\"last\":null}");
        verify(this.absences).end(ANNA, WIKI);
    }

    @Test
    void refusesWhatIsNoDay() throws Exception
    {
        for (String day : new String[] {"soon", "2031-02-30", "+999999999999-01-01", "<script>"}) {
            Response answer = this.server.json("POST", "/absences/me", "{\"first\":\"" + day + "\",\"last\":\"2031-05-03\"}");
            assertThat(answer.getStatus()).as(day).isEqualTo(400);
        }
        verify(this.absences, never()).set(any(), any(), any(), any());
    }

    @Test
    void tellsNobodyElseAndOnlyOfAccounts() throws Exception
    {
        assertThat(this.server.get("/absences?person=xwiki:XWiki.bert", "application/json").getStatus()).isEqualTo(200);
        assertThat(this.server.get("/absences?person=xwiki:XWiki.none", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.get("/absences", "application/json").getStatus()).isEqualTo(404);
        assertThat(this.server.form("POST", "/absences/me", "first=2031-05-01&last=2031-05-01").getStatus())
            .as("without a token").isEqualTo(403);

        when(people().current()).thenReturn(UserId.GUEST);
        assertThat(this.server.get("/absences?person=xwiki:XWiki.bert", "application/json").getStatus()).isEqualTo(401);
        assertThat(this.server.get("/absences/me", "application/json").getStatus()).isEqualTo(401);
        assertThat(this.server.json("POST", "/absences/me", "{}").getStatus()).isEqualTo(401);
        assertThat(this.server.delete("/absences/me").getStatus()).isEqualTo(401);
        verify(this.absences, never()).set(any(), any(), any(), any());
    }
}
