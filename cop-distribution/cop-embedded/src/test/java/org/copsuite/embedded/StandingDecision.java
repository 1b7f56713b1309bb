/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.copsuite.embedded.store.QuickStart;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.page.PageSynchroniser;

/**
 * A wiki in a process of its own in which somebody decides and that stands still at one moment of the decision, or of what
 * follows from it, until it is killed.
 */
public final class StandingDecision
{
    /** What the process writes into the file if the decision has no such moment. */
    static final String OVER = "over";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StandingDecision()
    {
    }

    /**
     * Takes the decision before again, as somebody does who saw no answer, and then the next one.
     *
     * @param arguments the data folder, the decision, its number, the moment from 1, a file to write then
     */
    public static void main(String[] arguments) throws Exception
    {
        QuickStart.use();
        Decision decision = Decision.valueOf(arguments[1]);
        int number = Integer.parseInt(arguments[2]);
        Path sign = Path.of(arguments[4]);
        StandingDriver driver = new StandingDriver();
        try (CopServer wiki = CopServer.open(WikiOptions.at(Path.of(arguments[0])))) {
            Decision.found(wiki);
            if (number > 1) {
                decision.take(wiki, number - 1);
            }
            decision.prepare(wiki, number);
            await(wiki);
            driver.stand(Integer.parseInt(arguments[3]), sign);
            decision.take(wiki, number);
            await(wiki);
            driver.go();
            Files.writeString(sign, OVER);
        }
    }

    private static void await(CopServer wiki)
    {
        if (!wiki.get(PageSynchroniser.class).await(PATIENCE) || !wiki.get(LedgerConsumers.class).await(PATIENCE)) {
            throw new IllegalStateException("The consumers are not done.");
        }
    }
}
