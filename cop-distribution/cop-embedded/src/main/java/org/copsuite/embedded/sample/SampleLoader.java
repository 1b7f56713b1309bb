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
 * Installs the samples into a new wiki: accounts, then communities with what was asked and answered there, then topics
 * and thanks. Doing it again adds nothing.
 */
@Component(roles = SampleLoader.class)
@Singleton
public class SampleLoader
{
    /** The password of every sample account; a wiki with samples is for trying out, on this machine alone. */
    public static final String PASSWORD = "practice";

    /** The accounts that one can sign in with: administrator, facilitator, member, newcomer. */
    public static final List<String> LOGINS = List.of("admin", "facilitator", "member", "newcomer");

    private static final List<String> COMMUNITIES = List.of("data-platform.txt", "safe-medication.txt");

    @Inject
    private SamplePeople people;

    @Inject
    private SampleThreads threads;

    /**
     * Installs them.
     *
     * @throws IOException if a sample file cannot be read
     * @throws CopException if the suite refuses one of them, which is a mistake in the files
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
        this.people.declareTopics(sections);
        this.people.giveThanks(sections, now);
    }
}
