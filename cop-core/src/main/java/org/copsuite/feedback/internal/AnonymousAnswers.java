/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.db.Chunks;
import org.copsuite.feedback.PollService;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Stores the answers to surveys, so that nobody can tell who answered what. There are two tables: who has answered
 * ({@link AnsweredRow}), until the survey closes, and the sum of all answers ({@link TallyRow}). No single answer is
 * stored, so neither an order nor a time nor a key joins it with a person. Until the survey closes the sum is encrypted
 * ({@link Seals}), and free lines are sorted by their text. A sum of fewer than {@link PollService#SHOWN_FROM} answers
 * is deleted.
 * <p>
 * Logs and refusals repeat nothing of an answer and of who answers.
 */
@Component(roles = AnonymousAnswers.class)
@Singleton
public class AnonymousAnswers
{
    /** Maximum number of free lines of a survey: they are rewritten with each answer. */
    static final int LINES_MAXIMUM = 500;

    private static final String WIKI = "wiki";

    private static final String SURVEY = "survey";

    @Inject
    private Seals seals;

    @Inject
    private Ledger ledger;

    @Inject
    private Logger logger;

    /**
     * Adds an answer. Does nothing if the person has answered.
     *
     * @param tx a transaction that holds the lock of the ledger
     * @param person who answers
     * @param survey an open survey
     * @param counts what the answer adds to each number
     * @param line the free line, may be empty
     * @throws CopException UNAVAILABLE if the key of the survey cannot be read or stored; INVALID on field {@code line}
     *             if the survey has {@link #LINES_MAXIMUM} lines
     */
    void add(Ledger.Transaction tx, UserId person, Survey survey, int[] counts, String line) throws CopException
    {
        Session session = tx.session();
        AnsweredRow.Key key = new AnsweredRow.Key(survey.wiki().value(), survey.id(), person.value());
        if (session.get(AnsweredRow.class, key) != null) {
            return;
        }
        TallyRow row = session.get(TallyRow.class, new RowKey(survey.wiki(), survey.id()));
        Tally tally = row == null ? Tally.none(counts.length) : Tally.parse(this.seals.open(survey, row.content));
        if (!line.isEmpty() && tally.lines().size() >= LINES_MAXIMUM) {
            throw CopException.invalid("line", "cop.pulse.error.lines", LINES_MAXIMUM);
        }
        TallyRow written = row == null ? new TallyRow(survey) : row;
        written.answers++;
        written.content = this.seals.seal(survey, tally.plus(counts, line).write());
        session.persist(written);
        session.persist(new AnsweredRow(key));
    }

    /**
     * @param session a session
     * @param wiki the wiki
     * @param person a person
     * @param surveys ids of surveys
     * @return the open ones that the person has answered
     */
    Set<UUID> answered(Session session, WikiId wiki, UserId person, Collection<UUID> surveys)
    {
        Set<UUID> answered = new HashSet<>();
        for (List<UUID> some : person.isGuest() ? List.<List<UUID>>of() : Chunks.of(surveys)) {
            answered.addAll(session
                .createQuery("select survey from AnsweredRow where wiki = :wiki and person = :person "
                    + "and survey in (:surveys)", UUID.class)
                .setParameter(WIKI, wiki.value()).setParameter("person", person.value())
                .setParameterList("surveys", some).getResultList());
        }
        return answered;
    }

    /**
     * @param session a session
     * @param wiki the wiki
     * @param surveys ids of surveys
     * @return the answers that each of them has; nothing for a survey without any
     */
    Map<UUID, Answers> find(Session session, WikiId wiki, Collection<UUID> surveys)
    {
        Map<UUID, Answers> found = new HashMap<>();
        for (List<UUID> some : Chunks.of(surveys)) {
            session.createQuery("from TallyRow where wiki = :wiki and id in (:surveys)", TallyRow.class)
                .setParameter(WIKI, wiki.value()).setParameterList("surveys", some).getResultStream()
                .forEach(row -> found.put(row.id, of(row)));
        }
        return found;
    }

    /** @return the answers that a survey has */
    Answers of(TallyRow row)
    {
        return new Answers(row.answers, () -> result(row));
    }

    private Optional<Tally> result(TallyRow row)
    {
        try {
            return row.answers < PollService.SHOWN_FROM ? Optional.empty() : Optional.of(read(row));
        } catch (CopException e) {
            this.logger.warn("Failed to read the key of the survey [{}]; its result is not shown.", row.id);
            return Optional.empty();
        }
    }

    private Tally read(TallyRow row) throws CopException
    {
        return Tally.parse(row.sealed ? this.seals.open(new Survey(new WikiId(row.wiki), row.id), row.content)
            : row.content);
    }

    /**
     * Ends a survey: deletes who has answered, and the sum if too few have; otherwise decrypts the sum. Afterwards, the
     * caller deletes the key with {@link #destroyKeys}.
     *
     * @param session a transaction that holds the lock of the ledger
     * @param survey the survey, which is closed from now on
     * @throws CopException UNAVAILABLE if this node does not have the key
     */
    void close(Session session, Survey survey) throws CopException
    {
        TallyRow row = session.get(TallyRow.class, new RowKey(survey.wiki(), survey.id()));
        if (row == null || row.answers < PollService.SHOWN_FROM) {
            delete(session, survey);
            return;
        }
        row.content = read(row).write();
        row.sealed = false;
        session.flush();
        forgetWho(session, survey);
    }

    /**
     * Deletes everything about a survey. Afterwards, the caller deletes the key with {@link #destroyKeys}.
     *
     * @param session a transaction that holds the lock of the ledger
     * @param survey the survey
     */
    void delete(Session session, Survey survey)
    {
        forgetWho(session, survey);
        session.createQuery("delete from TallyRow where wiki = :wiki and id = :survey")
            .setParameter(WIKI, survey.wiki().value()).setParameter(SURVEY, survey.id()).executeUpdate();
    }

    private static void forgetWho(Session session, Survey survey)
    {
        session.createQuery("delete from AnsweredRow where wiki = :wiki and survey = :survey")
            .setParameter(WIKI, survey.wiki().value()).setParameter(SURVEY, survey.id()).executeUpdate();
    }

    /**
     * Deletes the keys of the surveys of a wiki that are no longer sealed, also after a crash between the end of a
     * survey and this call. A failure is logged; the next call tries again.
     *
     * @param wiki the wiki
     */
    void destroyKeys(WikiId wiki)
    {
        try {
            List<Survey> keys = this.seals.all(wiki);
            if (!keys.isEmpty()) {
                // Under the lock of the ledger nobody adds the first answer to a survey, whose key exists before its row.
                this.ledger.update(tx -> destroyKeys(tx.session(), wiki, keys));
            }
        } catch (IOException e) {
            warn(wiki, e);
        }
    }

    private void destroyKeys(Session session, WikiId wiki, List<Survey> keys)
    {
        List<UUID> sealed = session.createQuery("select id from TallyRow where wiki = :wiki and sealed = true", UUID.class)
            .setParameter(WIKI, wiki.value()).getResultList();
        for (Survey survey : keys) {
            try {
                if (!sealed.contains(survey.id())) {
                    this.seals.destroy(survey);
                }
            } catch (IOException e) {
                warn(wiki, e);
            }
        }
    }

    private void warn(WikiId wiki, IOException e)
    {
        this.logger.warn("Failed to delete the keys of closed surveys in the wiki [{}]; will retry the next night.", wiki,
            e);
    }

    /**
     * The answers to a survey.
     *
     * @param number how many
     * @param result computes the sum; empty if there are too few answers. Called only for a closed survey
     */
    record Answers(int number, Supplier<Optional<Tally>> result)
    {
    }
}
