/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.SuggestionService.Draft;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The act types of suggestions. The subject of each entry is the suggestion. */
@Component
@Named("suggestion")
@Singleton
public class SuggestionActs implements Acts
{
    /** Suggested something to a community. */
    public static final ActType<Text> SUGGESTED = ActType.named("suggested")
        .withDetail(DetailCodec.of(Text::write, Text::read)).creating().asActivity();

    /** Voted for a suggestion. Beneficiary: its author. A reversing entry withdraws the vote. */
    public static final ActType<Void> BACKED = ActType.named("suggestion-backed").reversible();

    /** Changed the state of a suggestion. Beneficiary: its author. */
    public static final ActType<Decision> DECIDED = ActType.named("suggestion-decided")
        .withDetail(DetailCodec.of(Decision::write, Decision::read)).updating().asActivity();

    /** Deleted a suggestion. */
    public static final ActType<Void> DELETED = ActType.named("suggestion-deleted").ending();

    /**
     * @param suggestion the suggestion; its texts normalised
     * @param actor its author
     * @return a draft of {@link #SUGGESTED}
     */
    public static EntryDraft suggested(Draft suggestion, UserId actor)
    {
        return EntryDraft.of(suggestion.wiki(), actor, SUGGESTED, suggestion.id(),
            new Text(suggestion.title(), suggestion.body())).in(suggestion.community());
    }

    /**
     * What was suggested.
     *
     * @param title one line
     * @param body plain text, may be empty
     */
    public record Text(String title, String body)
    {
        private static String write(Text text)
        {
            return text.title + '\n' + text.body;
        }

        private static Text read(String text)
        {
            int end = text.indexOf('\n');
            return new Text(text.substring(0, end), text.substring(end + 1));
        }
    }

    /**
     * The state that a suggestion got.
     *
     * @param state the state
     * @param reason the reason, one line, may be empty
     */
    public record Decision(State state, String reason)
    {
        private static String write(Decision decision)
        {
            return decision.state.name() + '\n' + decision.reason;
        }

        private static Decision read(String text)
        {
            int end = text.indexOf('\n');
            return new Decision(State.valueOf(text.substring(0, end)), text.substring(end + 1));
        }
    }
}
