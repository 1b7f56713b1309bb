/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.store.RefusedException;
import org.xwiki.component.annotation.Component;

/**
 * Installs the samples in a new wiki: accounts, then communities with their questions, answers, charters,
 * milestones and rotas, then what people know, thanks and polls. Installing them again changes nothing.
 */
@Component(roles = SampleLoader.class)
@Singleton
public class SampleLoader
{
    /**
     * The password of the accounts in {@link #LOGINS}. It is public, so a wiki with samples is only for trying out on
     * this machine.
     */
    public static final String PASSWORD = "practice";

    /** The accounts that can sign in: administrator, facilitator, member, newcomer. */
    public static final List<String> LOGINS = List.of("admin", "facilitator", "member", "newcomer");

    private static final List<String> COMMUNITIES = List.of("data-platform.txt", "safe-medication.txt",
        "mentoring-circle.txt", "clear-writing.txt");

    @Inject
    private SamplePeople people;

    @Inject
    private SampleExpertise expertise;

    @Inject
    private SampleThreads threads;

    @Inject
    private SampleRoles roles;

    @Inject
    private SampleCharters charters;

    @Inject
    private SampleMilestones milestones;

    @Inject
    private SampleRotas rotas;

    @Inject
    private SampleFeedback feedback;

    /**
     * Installs the samples.
     *
     * @throws IOException if a sample file cannot be read
     * @throws CopException if the suite refuses a sample, which means that a file is wrong
     * @throws RefusedException if the wiki refuses an account
     */
    public void install() throws IOException, CopException, RefusedException
    {
        Instant now = Instant.now();
        List<SampleSection> sections = SampleFile.read("people.txt");
        this.people.createAccounts(sections);
        for (String file : COMMUNITIES) {
            this.threads.install(SampleFile.read(file), now);
        }
        this.roles.install();
        this.charters.install(now);
        this.milestones.install(SampleFile.read("milestones.txt"), now);
        this.rotas.install(now);
        this.expertise.install(sections, now);
        this.people.giveThanks(sections, now);
        this.feedback.install(SampleFile.read("feedback.txt"), now);
    }
}
