/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.copsuite.embedded.StartException;
import org.slf4j.LoggerFactory;

/** Measures the quality of retrieval on public data: related questions, experts, rephrased questions. */
public final class Evaluate
{
    private static final int FAILED = 1;

    private static final int MISUSED = 2;

    private static final String ENCODER = "--encoder";

    private static final String USAGE = "Usage: cop evaluate related DIR [--data FOLDER] [--encoder], cop evaluate experts "
        + "DIR ... [--runs FOLDER] or cop evaluate faq FILE [--encoder], where DIR is the folder of a Stack "
        + "Exchange dump and FILE a file of StackFAQ.";

    private Evaluate()
    {
    }

    /**
     * @param arguments {@code related DIR}, {@code experts DIR ...} or {@code faq FILE}: DIR is the folder of a Stack
     *            Exchange dump, FILE a file of StackFAQ; {@code --data FOLDER} keeps the wiki into which the dump is
     *            imported, so that the next run imports nothing; {@code --runs FOLDER} receives the rankings;
     *            {@code --encoder} measures with the sentence encoder too
     */
    public static void main(String[] arguments)
    {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    /**
     * Runs the evaluation.
     *
     * @param arguments the arguments as typed
     * @param out receives the table
     * @param err receives one sentence if nothing can be measured
     * @return the exit status: 0 after a measurement, 1 if the data or the wiki cannot be used, 2 for wrong arguments
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err)
    {
        try {
            List<String> others = arguments.stream().filter(argument -> !ENCODER.equals(argument)).toList();
            report(Arguments.of(others, Set.of("data", "runs")), arguments.contains(ENCODER), out).end();
            return 0;
        } catch (IllegalArgumentException e) {
            return refuse(err, e, MISUSED);
        } catch (UnusableDumpException | StartException e) {
            return refuse(err, e, FAILED);
        } catch (IOException | UncheckedIOException e) {
            return refuse(err, new IOException("The data cannot be read: " + e.getMessage() + ".", e), FAILED);
        } catch (Exception e) {
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private static Report report(Arguments line, boolean encoder, PrintStream out) throws Exception
    {
        List<String> words = line.words();
        String what = words.isEmpty() ? "" : words.get(0);
        if ("related".equals(what) && words.size() == 2 && !line.options().containsKey("runs")) {
            return EvaluateRelated.related(Path.of(words.get(1)), line.folder("data"), encoder, out);
        } else if ("experts".equals(what) && words.size() > 1 && !line.options().containsKey("data")
            && !encoder) {
            return EvaluateExperts.experts(words.stream().skip(1).map(Path::of).toList(), line.folder("runs"), out);
        } else if ("faq".equals(what) && words.size() == 2 && line.options().isEmpty()) {
            return EvaluateFaq.faq(Path.of(words.get(1)), encoder, out);
        }
        throw new IllegalArgumentException(USAGE);
    }

    private static int refuse(PrintStream err, Exception reason, int status)
    {
        LoggerFactory.getLogger(Evaluate.class).debug("Nothing was measured.", reason);
        err.println("cop: " + reason.getMessage());
        return status;
    }
}
