/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import javax.ws.rs.core.Response;

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
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.People;
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

/** The documents about people that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, PersonResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class PersonDocumentsTest
{
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
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.components.<People>getInstance(People.class).startingWith(new WikiId("xwiki"), "a", 8)).thenReturn(
            List.of(Samples.ANNA, Samples.OTTO));
        when(this.persons.mayLink(any(), any())).thenReturn(true);
        when(this.persons.find(any(UserId.class))).thenReturn(Samples.ANNA);
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, PersonDocumentsTest.class, document);
    }

    @Test
    void people() throws Exception
    {
        check(this.server.get("/people?prefix=a", "application/json"), "people");
    }

    @Test
    void link() throws Exception
    {
        UserId old = new UserId("imported:stack.example/7");
        when(this.persons.imported(new WikiId("xwiki"), old)).thenReturn(Optional.of(new Imported(old, "Old Otto", "",
            Samples.THEN, null)));
        check(this.server.get("/people/links?person=imported:stack.example/7", "application/json"), "no-link");
        when(this.persons.imported(new WikiId("xwiki"), old)).thenReturn(
            Optional.of(new Imported(old, "Old Otto", "", Samples.THEN, Samples.ANNA.id())));
        check(this.server.get("/people/links?person=imported:stack.example/7", "application/json"), "link");
    }
}
