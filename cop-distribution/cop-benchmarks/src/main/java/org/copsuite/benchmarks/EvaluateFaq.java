/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.PostId;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Evidence;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;

/**
 * Measures whether a question in other words finds the same question, on StackFAQ (Karan and Šnajder 2018): each
 * rephrasing is a query, the pairs of a question and one of its answers are the corpus. Threads are ranked as related
 * questions, pairs as evidence of answers.
 */
final class EvaluateFaq
{
    private static final int FOUND = 100;

    private static final UserId AUTHOR = new UserId("imported:evaluation/1");

    private EvaluateFaq()
    {
    }

    /**
     * Measures as {@link EvaluateFaq} says.
     *
     * @param file a file of StackFAQ
     * @param encoder whether to measure with the encoder too
     * @param out receives the table
     * @return the measures of threads and of pairs
     * @throws UnusableDumpException if the file holds no thread
     */
    static Report faq(Path file, boolean encoder, PrintStream out) throws Exception
    {
        List<Thread> threads = read(file);
        int queries = threads.stream().mapToInt(thread -> thread.rephrasings().size()).sum();
        if (queries == 0) {
            throw new UnusableDumpException("The file " + file + " holds no rephrased question: it is not of StackFAQ.");
        }
        Report report = new Report(out, "faq");
        try (Scratch scratch = new Scratch(); CopServer wiki = CopServer.open(WikiOptions.at(scratch.folder()))) {
            EncoderSwitch encoders = EncoderSwitch.off(wiki);
            if (encoder) {
                encoders.require();
            }
            CommunityId community = write(wiki, threads);
            report.say("%-28s %8s %8s %18s %18s %18s %8s", DumpWiki.name(file), "queries", "threads", "thread P@1",
                "thread MRR", "pair MAP", encoder ? "p (MRR)" : "");
            report.put("queries", queries);
            report.put("threads", threads.size());
            double[] words = measure(report, wiki, threads, new double[queries], null, community);
            if (encoder) {
                encoders.on(report);
                measure(report, wiki, threads, new double[queries], words, community);
            }
        }
        return report;
    }

    /** @return the reciprocal rank of each query */
    private static double[] measure(Report report, CopServer wiki, List<Thread> threads, double[] reciprocal, double[] words,
        CommunityId community) throws Exception
    {
        double[] first = new double[reciprocal.length];
        double[] precision = new double[reciprocal.length];
        int i = 0;
        for (Thread thread : threads) {
            for (String rephrasing : thread.rephrasings()) {
                Draft draft = new Draft(WikiOptions.WIKI, rephrasing, "", List.of(), community, Set.of());
                List<Evidence> found = wiki.get(SearchService.class).evidence(UserId.GUEST, draft, FOUND);
                int place = wiki.get(SearchService.class).related(UserId.GUEST, draft, FOUND).stream()
                    .map(QuestionSummary::id).toList().indexOf(new PostId(thread.id()));
                first[i] = place == 0 ? 1 : 0;
                reciprocal[i] = place < 0 ? 0 : 1.0 / (place + 1);
                precision[i] = Ranking.averagePrecision(found.stream().map(Evidence::answer).toList(),
                    thread.answers().keySet());
                i++;
            }
        }
        String chance = words == null ? "" : String.format(Locale.ROOT, "%.4f", Ranking.pairedTest(words, reciprocal));
        report.say("%-28s %8d %8d %10.3f +- %.3f %10.3f +- %.3f %10.3f +- %.3f %8s",
            words == null ? "search" : "search, encoder", reciprocal.length, threads.size(), Ranking.mean(first),
            Ranking.standardError(first), Ranking.mean(reciprocal), Ranking.standardError(reciprocal),
            Ranking.mean(precision), Ranking.standardError(precision), chance);
        String key = words == null ? "" : "Encoder";
        report.put("threadP1" + key, Ranking.mean(first));
        report.put("threadMrr" + key, Ranking.mean(reciprocal));
        report.put("pairMap" + key, Ranking.mean(precision));
        return reciprocal;
    }

    private static CommunityId write(CopServer wiki, List<Thread> threads) throws Exception
    {
        CommunityId community = wiki.get(CommunityService.class).found(wiki.get(People.class).service(),
            new CommunityDraft(new CommunityId(UUID.randomUUID()), WikiOptions.WIKI, "Evaluation", "Measures answers.",
                List.of(), Visibility.OPEN)).id();
        Instant time = Instant.EPOCH;
        wiki.get(Persons.class).addImported(WikiOptions.WIKI, List.of(new Imported(AUTHOR, "Author", "", time, null)));
        List<PostImport.Question> questions = new ArrayList<>();
        List<PostImport.Answer> answers = new ArrayList<>();
        for (Thread thread : threads) {
            questions.add(new PostImport.Question(thread.id(), AUTHOR, time, null, thread.question(), "", List.of(),
                List.of(), 0, null));
            thread.answers().forEach((id, text) -> answers.add(
                new PostImport.Answer(id.value(), thread.id(), AUTHOR, time, null, text, List.of(), null)));
        }
        wiki.get(PostImport.class).write(WikiOptions.WIKI, community,
            new Batch(questions, answers, List.of(), List.of(), List.of()));
        DumpWiki.await(wiki);
        return community;
    }

    private static List<Thread> read(Path file) throws IOException, UnusableDumpException
    {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Thread> threads = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && "qapair".equals(reader.getLocalName())) {
                    threads.add(thread(reader));
                }
            }
        } catch (NoSuchFileException e) {
            throw new UnusableDumpException("There is no file " + file + ".", e);
        } catch (XMLStreamException e) {
            throw new UnusableDumpException("The file " + file + " is not well-formed XML.", e);
        }
        return threads;
    }

    private static Thread thread(XMLStreamReader reader) throws XMLStreamException
    {
        Thread thread = new Thread(UUID.randomUUID(), new ArrayList<>(), new StringBuilder(), new HashMap<>());
        while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
            String name = reader.getLocalName();
            String text = reader.getElementText().strip();
            if ("question".equals(name)) {
                thread.title().append(text);
            } else if ("answer".equals(name)) {
                thread.answers().put(new PostId(UUID.randomUUID()), text);
            } else if ("rephr".equals(name) && !"*".equals(text)) {
                thread.rephrasings().add(text);
            }
        }
        return thread;
    }

    /**
     * A question with its rephrasings and its answers.
     *
     * @param id the id of the question in the wiki
     * @param rephrasings the question in other words
     * @param title the question
     * @param answers its answers by their ids in the wiki
     */
    private record Thread(UUID id, List<String> rephrasings, StringBuilder title, Map<PostId, String> answers)
    {
        String question()
        {
            return this.title.toString();
        }
    }
}
