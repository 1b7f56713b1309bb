/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.feedback;

import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.macro.Choice;
import org.copsuite.macro.community.CommunityFilter;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that shows suggestions. */
public class SuggestionsParameters extends CommunityFilter
{
    private String state;

    private String limit;

    /** @return the state of the suggestions, {@code null} or blank for the one that the reader chooses */
    public String getState()
    {
        return this.state;
    }

    /** @param state the state of the suggestions; without it, the reader chooses */
    @PropertyName("State")
    @PropertyDescription("new, planned, done or declined. Without it the reader chooses, and all are listed first.")
    @PropertyDisplayType({Choice.class, State.class})
    public void setState(String state)
    {
        this.state = state;
    }

    /** @return the maximum number of suggestions, 1 to 100; {@code null} or blank for pages of 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of suggestions, 1 to 100; without it, pages of 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many suggestions, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
