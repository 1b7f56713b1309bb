/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.feedback.PollService.Kind;
import org.copsuite.feedback.PollService.Option;
import org.copsuite.feedback.PollService.PollView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;

/** A poll. */
record PollJson(UUID id, CommunityId community, Person author, String question, Kind kind, boolean secret,
    Instant started, LocalDate closes, boolean open, int voters, boolean shown, List<PollOptionJson> options, boolean voted,
    List<Integer> mine, boolean mayVote, boolean mayManage)
{
    static PollJson of(PollView poll)
    {
        return new PollJson(poll.id(), poll.community().id(), poll.author(), poll.question(),
            poll.kind(), poll.secret(), poll.started(), poll.closes(),
            poll.open(), poll.voters(), poll.shown(), poll.options().stream().map(PollOptionJson::of).toList(), poll.voted(),
            poll.mine(), poll.may().vote(), poll.may().manage());
    }

    /** An option of a poll, with its result. */
    record PollOptionJson(String text, int votes, List<Person> people)
    {
        private static PollOptionJson of(Option option)
        {
            return new PollOptionJson(option.text(), option.votes(), option.names());
        }
    }
}
