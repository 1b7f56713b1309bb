/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Runs the import as a command. Prints a progress bar on a terminal, a line for each skipped row, and one JSON object
 * with the counts as the last line of the output.
 */
@Component(roles = ImportCommand.class)
@Singleton
public class ImportCommand
{
    private static final Duration INDEXING = Duration.ofMinutes(30);

    private static final int FAILED = 1;

    /** Exit status of an import that skipped rows or files, or whose entries are not indexed yet. */
    private static final int INCOMPLETE = 3;

    @Inject
    private StackExchangeImport stackExchange;

    @Inject
    private LedgerConsumers consumers;

    @Inject
    private Texts texts;

    /**
     * Imports a dump and waits up to 30 minutes until the index is up to date.
     *
     * @param order the order of the import
     * @param out the stream for the JSON
     * @param err the stream for everything else
     * @param terminal whether {@code err} is a terminal that can show a progress bar
     * @return the exit status: 0 if all of the dump is imported and indexed, 3 if rows or files were skipped or the
     *         index is not up to date, 1 if nothing could be imported
     */
    public int run(Order order, PrintStream out, PrintStream err, boolean terminal)
    {
        try (ProgressBar bar = new ProgressBar(err, terminal, System::nanoTime, text("cop.transfer.waiting"))) {
            long start = System.nanoTime();
            Result result = this.stackExchange.run(order, bar);
            bar.at(text("cop.transfer.indexing"), 1);
            boolean indexed = this.consumers.await(INDEXING);
            bar.close();
            if (bar.unprinted() > 0) {
                err.println(text("cop.transfer.more", bar.unprinted()));
            }
            err.println(result.skipped() == 0 ? text("cop.transfer.done", result.community(), result.added())
                : text("cop.transfer.partly", result.community(), result.added(), result.skipped()));
            if (!indexed) {
                err.println(text("cop.transfer.notIndexed"));
            }
            out.println(json(result, Duration.ofNanos(System.nanoTime() - start)));
            out.flush();
            return result.skipped() == 0 && indexed ? 0 : INCOMPLETE;
        } catch (NoSuchFileException e) {
            err.println(text("cop.transfer.noDump", order.folder(), e.getFile()));
        } catch (IOException e) {
            err.println(text("cop.transfer.unreadable", e.getMessage()));
        } catch (CopException e) {
            err.println(text(e.getText().key(), e.getText().arguments()));
            e.getFields().values().forEach(message -> err.println(text(message.key(), message.arguments())));
        }
        return FAILED;
    }

    private String text(String key, Object... arguments)
    {
        return this.texts.text(Locale.ENGLISH, key, arguments);
    }

    private static String json(Result result, Duration took) throws JsonProcessingException
    {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("community", result.community());
        counts.put("questions", result.questions());
        counts.put("answers", result.answers());
        counts.put("accepted", result.accepted());
        counts.put("users", result.users());
        counts.put("votesUp", result.votesUp());
        counts.put("votesDown", result.votesDown());
        counts.put("comments", result.comments());
        counts.put("links", result.links());
        counts.put("skipped", result.skipped());
        counts.put("added", result.added());
        counts.put("seconds", Math.round(took.toMillis() / 100.0) / 10.0);
        return new ObjectMapper().writeValueAsString(counts);
    }
}
