/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.PollService.Draft;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * The act types of polls. The subject of each entry is the poll. A secret ballot is no act: an entry has an actor, a
 * time and a sequence.
 */
@Component
@Named("poll")
@Singleton
public class PollActs implements Acts
{
    /** Started a poll. */
    public static final ActType<PollDetail> STARTED = ActType.named("poll-started")
        .withDetail(DetailCodec.of(PollDetail::write, PollDetail::read)).creating().asActivity();

    /** Cast or changed an open ballot. Detail: the chosen options, see {@link PollService#vote}. */
    public static final ActType<List<Integer>> VOTED =
        ActType.named("poll-voted").withDetail(DetailCodec.of(PollActs::join, PollActs::split));

    /** Closed a poll: somebody before its last day, otherwise the suite, in the name of its author. */
    public static final ActType<Void> CLOSED = ActType.named("poll-closed").updating();

    /** Deleted a poll. */
    public static final ActType<Void> DELETED = ActType.named("poll-deleted").ending();

    /**
     * @param poll the poll; its texts normalised
     * @param actor its author
     * @return a draft of {@link #STARTED}
     */
    public static EntryDraft started(Draft poll, UserId actor)
    {
        return EntryDraft.of(poll.wiki(), actor, STARTED, poll.id(), new PollDetail(poll.kind(), poll.secret(),
            poll.closes(), poll.question(), poll.options())).in(poll.community());
    }

    /**
     * @param choices numbers of options
     * @return the numbers, separated by spaces
     */
    public static String join(List<Integer> choices)
    {
        return String.join(" ", choices.stream().map(String::valueOf).toList());
    }

    /**
     * @param text numbers, separated by spaces
     * @return the numbers
     */
    public static List<Integer> split(String text)
    {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    /**
     * What a poll asks.
     *
     * @param kind how one votes
     * @param secret whether the ballots are anonymous
     * @param closes the last day on which one can vote
     * @param question the question, one line
     * @param options the options, each one line
     */
    public record PollDetail(Kind kind, boolean secret, LocalDate closes, String question, List<String> options)
    {
        private static final String SECRET = "secret";

        private static final String OPEN = "open";

        private static final int HEAD = 4;

        private static String write(PollDetail detail)
        {
            return String.join("\n", detail.kind.name(), detail.secret ? SECRET : OPEN, detail.closes.toString(),
                detail.question, String.join("\n", detail.options));
        }

        private static PollDetail read(String text)
        {
            List<String> lines = text.lines().toList();
            return new PollDetail(Kind.valueOf(lines.get(0)), SECRET.equals(lines.get(1)), LocalDate.parse(lines.get(2)),
                lines.get(HEAD - 1), lines.subList(HEAD, lines.size()));
        }
    }
}
