/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.copsuite.embedded.AnonymousHistory.Ballot;
import org.copsuite.embedded.AnonymousHistory.Change;
import org.copsuite.embedded.AnonymousHistory.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody can tell who answered what in a secret poll and in the pulse survey, whatever they read of a running wiki and
 * however they join it. Several wikis have the same history except for who answered what: each change of each table while
 * people answer, and in the end all tables with all columns, the index, the log, the mails and what the REST interface
 * tells, are the same. Only keys and times are left out of the comparison; therefore what changes when somebody answers
 * must have no time finer than a day.
 */
class AnonymityInTheWikiTest
{
    private static final List<Ballot> ANSWERS = List.of(new Ballot(1, "12345", "Heliotrope meetings"),
        new Ballot(3, "54321", "Vermilion coffee"), new Ballot(1, "33333", "Chartreuse rooms"),
        new Ballot(2, "11115", ""), new Ballot(3, "55551", "Cerulean talks"), new Ballot(3, "22222", "Ochre lunches"));

    /** The same answers by other people. */
    private static final List<Ballot> OTHERS =
        Stream.concat(ANSWERS.subList(2, 6).stream(), ANSWERS.subList(0, 2).stream()).toList();

    private static final List<Ballot> DIFFERENT = Collections.nCopies(6, new Ballot(2, "44444", "Magenta"));

    /** One below the number from which results are shown. */
    private static final int FEW = 4;

    @TempDir
    private Path folder;

    private Trace trace(String name, List<Ballot> ballots, boolean closed) throws Exception
    {
        return AnonymousHistory.run(this.folder.resolve(name), ballots, closed);
    }

    @Test
    void whileTheSurveysAreOpenNothingTellsAnAnswer() throws Exception
    {
        Trace trace = trace("one", ANSWERS, false);

        assertEqual(trace("other", DIFFERENT, false), trace);
        for (Ballot ballot : ANSWERS) {
            assertThat(filesWith(this.folder.resolve("one"), ballot.line())).isEmpty();
        }
        assertThat(filesWith(this.folder.resolve("one"), "A secret question")).as("files that can be searched").isNotEmpty();
    }

    @Test
    void whenSomebodyAnswersOnlyThatTheyHaveAnsweredIsTold() throws Exception
    {
        for (Change change : trace("one", ANSWERS, false).changes()) {
            assertThat(change.tables()).containsOnlyKeys("COP_ANSWERED", "COP_TALLY");
            assertThat(change.tables().get("COP_ANSWERED")).singleElement().asString()
                .matches("\\+\\{person=\\S+, survey=\\S+, wiki=xwiki}");
            assertThat(change.tables().get("COP_TALLY")).allSatisfy(row -> assertThat(row)
                .matches(".\\{answers=[0-9]+, content=sealed [0-9]+, id=\\S+, sealed=true, wiki=xwiki}"));
        }
    }

    @Test
    void whenTheSurveysAreClosedOnlyTheSumsAreTold() throws Exception
    {
        Trace trace = trace("one", ANSWERS, true);

        assertEqual(trace("other", OTHERS, true), trace);
        assertThat(trace("different", DIFFERENT, true)).as("the comparison sees the sums").isNotEqualTo(trace);
        assertThat(trace.told().toString()).contains("Heliotrope", "\"votes\":3");
        assertThat(trace.mails()).as("mails").isNotEmpty();
        assertThat(trace.mails().toString() + trace.log() + trace.index()).doesNotContain("Heliotrope", "Vermilion");
    }

    @Test
    void fewAnswersAreGivenToNobody() throws Exception
    {
        Trace trace = trace("few", ANSWERS.subList(0, FEW), true);

        assertEqual(trace("other", DIFFERENT.subList(0, FEW), true), trace);
        assertThat(trace.told().toString()).contains("\"shown\":false").doesNotContain("Heliotrope", "\"votes\":1");
        assertThat(trace.rows().get("COP_TALLY")).isEmpty();
        assertThat(trace.rows().get("COP_ANSWERED")).isEmpty();
    }

    private static void assertEqual(Trace trace, Trace expected)
    {
        assertThat(trace.changes()).as("changes").isEqualTo(expected.changes());
        for (Map.Entry<String, List<String>> table : expected.rows().entrySet()) {
            assertThat(trace.rows().get(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        }
        assertThat(trace.index()).as("index").isEqualTo(expected.index());
        assertThat(trace.log()).as("log").isEqualTo(expected.log());
        assertThat(trace.mails()).as("mails").isEqualTo(expected.mails());
        assertThat(trace.told()).as("REST").isEqualTo(expected.told());
    }

    /** @return the files of a stopped wiki that contain a text in any of the encodings in which one is stored */
    private static List<Path> filesWith(Path data, String text) throws IOException
    {
        if (text.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> Stream.of(StandardCharsets.UTF_8,
                StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE).anyMatch(charset -> contains(file, text, charset)))
                .toList();
        }
    }

    private static boolean contains(Path file, String text, Charset charset)
    {
        try {
            // Each byte is one character, so that any bytes can be searched.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
