/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.AnswerPage;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/**
 * The values that decide the order and the visibility of an answer. All answers of a question are ordered by these
 * keys; only the answers of one page are read in full.
 *
 * @param id its id
 * @param page its page
 * @param space the deciding space of the page
 * @param ownRights whether the page has rights of its own
 * @param score up votes minus down votes
 * @param accepted whether it is accepted
 * @param created when it was written, in milliseconds of the epoch
 * @param written when it was written or last edited, in milliseconds of the epoch; small corrections do not count
 * @param writtenSequence the sequence of the entry that wrote or last edited it
 * @param sequence the sequence of the entry that created it
 */
public record AnswerKey(UUID id, String page, String space, boolean ownRights, int score, boolean accepted, long created,
    long written, long writtenSequence, long sequence)
{
    private static final String SELECT = "select new org.copsuite.question.internal.AnswerKey(a.id, a.page, a.space, "
        + "a.ownRights, a.score, a.accepted, a.created, a.active, a.activeSequence, a.sequence) from AnswerRow a "
        + "where a.wiki = :wiki and a.question = :question and a.deleted = false order by a.created, a.sequence";

    /** @return the keys of the answers of a question that are not deleted, oldest first */
    static List<AnswerKey> all(Session session, WikiId wiki, UUID question)
    {
        return session.createQuery(SELECT, AnswerKey.class).setParameter("wiki", wiki.value())
            .setParameter("question", question)
            .getResultList();
    }

    static AnswerKey of(AnswerRow row)
    {
        return new AnswerKey(row.id, row.page, row.space, row.ownRights, row.score, row.accepted, row.created,
            row.active, row.activeSequence, row.sequence);
    }

    /** Orders answers. The ledger's sequence decides between equal times and equal scores of equal age. */
    static List<AnswerKey> ordered(Collection<AnswerKey> answers, AnswerOrder order)
    {
        Comparator<AnswerKey> oldest =
            Comparator.comparingLong(AnswerKey::created).thenComparingLong(AnswerKey::sequence);
        int best = answers.stream().mapToInt(AnswerKey::score).max().orElse(0);
        Comparator<AnswerKey> comparator = switch (order) {
            case OLDEST -> oldest;
            case ACTIVE -> Comparator.comparingLong(AnswerKey::written)
                .thenComparingLong(AnswerKey::writtenSequence).reversed();
            // An accepted answer that others outscore may be outdated: it keeps its mark but loses its priority.
            case SCORE -> Comparator.comparing((AnswerKey a) -> a.accepted() && a.score() >= best ? 0 : 1)
                .thenComparing(Comparator.comparingInt(AnswerKey::score).reversed()).thenComparing(oldest);
        };
        return answers.stream().sorted(comparator).toList();
    }

    /**
     * One page of a thread.
     *
     * @param keys the answers on the page, in order
     * @param page the position of the page
     */
    record Cut(List<AnswerKey> keys, AnswerPage page)
    {
        /**
         * Cuts a page out of all answers.
         *
         * @param all all answers that the reader may view, in order
         * @param after the answer after which the page begins, {@code null} for the first page
         * @param show the answer that the page must contain, takes precedence over {@code after}; {@code null} for none
         */
        static Cut of(List<AnswerKey> all, UUID after, UUID show)
        {
            List<UUID> ids = all.stream().map(AnswerKey::id).toList();
            int shown = show == null ? -1 : ids.indexOf(show);
            int from = shown >= 0 ? shown - shown % QuestionQueries.ANSWERS : after == null ? 0 : ids.indexOf(after) + 1;
            if (from >= ids.size()) {
                from = 0;
            }
            int to = Math.min(ids.size(), from + QuestionQueries.ANSWERS);
            int before = from - QuestionQueries.ANSWERS;
            return new Cut(all.subList(from, to), ids.isEmpty() ? AnswerPage.NONE : new AnswerPage(ids.size(), from + 1,
                to < ids.size() ? ids.get(to - 1) : null, from > 0, before > 0 ? ids.get(before - 1) : null));
        }
    }
}
