/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.feedback;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.feedback.SuggestionService.SuggestionView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;

/** A suggestion. */
record SuggestionJson(UUID id, CommunityId community, Person author, String title, String body, Instant at, State state,
    String reason, int votes, boolean voted, boolean mayVote, boolean mayDecide, boolean mayDelete)
{
    static SuggestionJson of(SuggestionView suggestion)
    {
        return new SuggestionJson(suggestion.id(), suggestion.community().id(), suggestion.author(), suggestion.title(),
            suggestion.body(), suggestion.at(), suggestion.state(), suggestion.reason(), suggestion.votes(),
            suggestion.voted(), suggestion.may().vote(), suggestion.may().decide(), suggestion.may().delete());
    }
}
