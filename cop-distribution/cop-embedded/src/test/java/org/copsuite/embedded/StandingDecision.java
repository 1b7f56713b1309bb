/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.copsuite.embedded.store.QuickStart;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.page.PageSynchroniser;

/**
 * A wiki in a process of its own in which somebody decides and that stands still at each moment of the decision, and of what
 * follows from it.
 */
public final class StandingDecision
{
    /** The file that the process makes when there are no more moments. */
    static final String OVER = "over";

    /** The number of the decision that is taken. */
    static final int NUMBER = 1;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StandingDecision()
    {
    }

    /**
     * @param arguments the data folder, the decision, a folder for a file at each moment
     */
    public static void main(String[] arguments) throws Exception
    {
        QuickStart.use();
        Decision decision = Decision.valueOf(arguments[1]);
        Path signs = Path.of(arguments[2]);
        StandingDriver driver = new StandingDriver();
        try (CopServer wiki = CopServer.open(WikiOptions.at(Path.of(arguments[0])))) {
            Decision.found(wiki);
            decision.prepare(wiki, NUMBER);
            await(wiki);
            driver.stand(signs);
            decision.take(wiki, NUMBER);
            await(wiki);
            driver.go();
            Files.createFile(signs.resolve(OVER));
        }
    }

    static void await(CopServer wiki)
    {
        if (!wiki.get(PageSynchroniser.class).await(PATIENCE) || !wiki.get(LedgerConsumers.class).await(PATIENCE)) {
            throw new IllegalStateException("The consumers are not done.");
        }
    }
}
