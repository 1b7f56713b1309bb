/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.feedback.SuggestionService.SuggestionView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints suggestions. */
@Component(roles = SuggestionFragments.class)
@Singleton
public class SuggestionFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<SuggestionService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a suggestion
     * @return the suggestion
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    public Html suggestion(UUID id) throws CopException
    {
        return this.printer.print("feedback/suggestion", "s",
            this.service.get().get(this.printer.reader(), this.printer.wiki(), id), "states", State.values());
    }

    /**
     * @param id a suggestion that was deleted
     * @return a sentence in its place
     */
    public Html deleted(UUID id)
    {
        return this.printer.print("feedback/suggestiondeleted", "id", id);
    }

    /**
     * @param community a community
     * @param state the state of the suggestions, {@code null} for all
     * @param choosable whether the reader may choose the state
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of suggestions
     * @return its suggestions, those with the most votes first, and the form that makes one if the reader may
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    public Html list(CommunityId community, State state, boolean choosable, String after, int limit) throws CopException
    {
        CommunityView around =
            this.communities.get().get(this.printer.reader(), this.printer.wiki(), community);
        Slice<SuggestionView> slice = this.service.get().list(this.printer.reader(), this.printer.wiki(), community,
            state, after, limit);
        return this.printer.print("feedback/suggestions", "community", around, "slice", slice, "chosen", state,
            "choosable", choosable, "states", State.values(), "maySuggest", around.mine() != null);
    }

    /**
     * @param community a community that the reader may view
     * @return for its members, where its suggestions are and where to make one; empty for others. Costs no statement
     */
    Html panel(CommunityView community)
    {
        return community.mine() == null ? Html.EMPTY
            : this.printer.print("feedback/suggestionspanel", "community", community);
    }
}
