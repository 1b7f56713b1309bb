/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import javax.ws.rs.core.Response;

import org.copsuite.health.Health;
import org.copsuite.health.Health.Report;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Previews;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.page.PageSynchroniser.Reconciled;
import org.copsuite.removal.Removal;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.search.IndexStatus;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Database.Connections;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about the suite as a whole that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, AdministrationResource.class,
    OperationResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class AdministrationDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private AdministrationFragments fragments;

    @MockComponent
    private Removal removal;

    @MockComponent
    private Health health;

    @MockComponent
    private Previews previews;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        when(this.components.<Suite>getInstance(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(true);
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, AdministrationDocumentsTest.class, document);
    }

    @Test
    void switches() throws Exception
    {
        when(this.removal.isPurging()).thenReturn(true);
        check(this.server.get("/administration/suite", "application/json"), "suite");
        check(this.server.get("/administration/uninstall", "application/json"), "uninstall");
    }

    @Test
    void health() throws Exception
    {
        when(this.health.report(new WikiId("xwiki")))
            .thenReturn(new Report(0, List.of(), Optional.empty(), Optional.empty(),
            Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), new Jobs.JobCounts(0, 0)));
        check(this.server.get("/health", "application/json"), "unknown-health");
        when(this.health.report(new WikiId("xwiki"))).thenReturn(new Report(70, List.of(
            new Status("index", 60, 10, Samples.THEN, 2, "java.io.IOException", 1),
            new Status("notices", 70, 0, null, 0, null, 0)), Optional.of(new IndexStatus.State(5, 9, 3, Samples.LATER)),
            Optional.of(new Repair(Samples.THEN, Step.FILLING, "It is gone.", null, null, true)),
            Optional.of(new IndexStatus.Progress(2, 5)), Optional.of(new Reconciled(Samples.LATER, 4, false)),
            Optional.of(Samples.LATER), Optional.of(new Connections(1, 2, 50)), new Jobs.JobCounts(2, 1)));
        check(this.server.get("/health", "application/json"), "health");
        when(this.health.report(new WikiId("xwiki"))).thenReturn(new Report(70, List.of(),
            Optional.of(new IndexStatus.State(5, 9,
            3, null)),
            Optional.of(new Repair(Samples.THEN, Step.DONE, "It was gone.", Samples.LATER, Samples.LATER, false)),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new Jobs.JobCounts(0, 0)));
        check(this.server.get("/health", "application/json"), "repaired-health");
    }
}
