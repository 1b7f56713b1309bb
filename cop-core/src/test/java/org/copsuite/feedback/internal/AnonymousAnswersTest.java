/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.ledger.Ledger;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestEnvironment;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.feedback.internal.FeedbackFixture.WIKI;
import static org.copsuite.feedback.internal.FeedbackFixture.assertField;
import static org.copsuite.feedback.internal.FeedbackFixture.assertKind;

@OnEveryDatabase
class AnonymousAnswersTest
{
    private final FeedbackFixture fixture = new FeedbackFixture();

    private final AnonymousAnswers answers = this.fixture.wiki.get(AnonymousAnswers.class);

    private final Ledger ledger = this.fixture.wiki.get(Ledger.class);

    private final Survey survey = new Survey(WIKI, UUID.randomUUID());

    @AfterEach
    void close()
    {
        this.fixture.close();
    }

    private void add(UserId person, String line, int... counts) throws CopException
    {
        this.ledger.decide(tx -> {
            this.answers.add(tx, person, this.survey, counts, line);
            return null;
        });
    }

    private void end() throws CopException
    {
        this.ledger.decide(tx -> {
            this.answers.close(tx.session(), this.survey);
            return null;
        });
        this.answers.destroyKeys(WIKI);
    }

    private Tally result()
    {
        return this.ledger.read(session -> this.answers.find(session, WIKI, List.of(this.survey.id())))
            .get(this.survey.id()).result().get().orElseThrow();
    }

    private Path key()
    {
        Path seals = new TestEnvironment().getPermanentDirectory().toPath().resolve("cop").resolve("seals");
        try (Stream<Path> files = Files.walk(seals)) {
            return files.filter(file -> file.endsWith(this.survey.id().toString())).findFirst().orElse(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sumsAnswersAndSortsLines() throws Exception
    {
        List<String> lines = List.of("m", "z", "", "a", "k");
        for (int i = 0; i < lines.size(); i++) {
            add(this.fixture.members.get(i), lines.get(i), 1, i);
            add(this.fixture.members.get(i), "again", 9, 9);
        }
        end();
        assertThat(result().counts()).containsExactly(5, 10);
        assertThat(result().lines()).containsExactly("a", "k", "m", "z");
    }

    @Test
    void theKeyIsThereUntilTheSurveyCloses() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            add(this.fixture.members.get(i), "", 1);
            this.answers.destroyKeys(WIKI);
            assertThat(key()).exists();
        }
        end();
        assertThat(key()).isNull();
        assertThat(result().counts()).containsExactly(5);
    }

    @Test
    void aKeyWithoutAnswersIsDeletedAsAfterACrash() throws Exception
    {
        assertKind(Kind.CONFLICT, () -> this.ledger.decide(tx -> {
            this.answers.add(tx, this.fixture.anna(), this.survey, new int[] {1}, "");
            throw new CopException(Kind.CONFLICT, "cop.error.conflict");
        }));
        assertThat(key()).exists();
        this.answers.destroyKeys(WIKI);
        assertThat(key()).isNull();
    }

    @Test
    void withoutTheKeyNothingIsStoredShownOrDeleted() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            add(this.fixture.members.get(i), "", 1);
        }
        Path key = key();
        Path elsewhere = key.resolveSibling("moved");
        Files.move(key, elsewhere);
        assertKind(Kind.UNAVAILABLE, () -> add(this.fixture.members.get(5), "", 1));
        assertKind(Kind.UNAVAILABLE, this::end);
        assertThat(this.ledger.read(session -> this.answers.find(session, WIKI, List.of(this.survey.id())))
            .get(this.survey.id()).result().get()).isEmpty();
        Files.move(elsewhere, key);
        end();
        assertThat(result().counts()).containsExactly(5);
    }

    @Test
    void refusesALineAfterFiveHundred() throws Exception
    {
        this.ledger.decide(tx -> {
            for (int i = 0; i < AnonymousAnswers.LINES_MAXIMUM; i++) {
                this.answers.add(tx, new UserId("xwiki:XWiki.Someone" + i), this.survey, new int[] {1}, "Line " + i);
            }
            return null;
        });
        assertField("line", "cop.pulse.error.lines", () -> add(this.fixture.anna(), "One more", 1));
        add(this.fixture.anna(), "", 1);
        end();
        assertThat(result().lines()).hasSize(AnonymousAnswers.LINES_MAXIMUM);
        assertThat(result().counts()).containsExactly(AnonymousAnswers.LINES_MAXIMUM + 1);
    }
}
