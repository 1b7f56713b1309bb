/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import org.copsuite.macro.Choice;
import org.copsuite.macro.community.CommunityFilter;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.xwiki.properties.annotation.PropertyDescription;
import org.xwiki.properties.annotation.PropertyDisplayType;
import org.xwiki.properties.annotation.PropertyName;

/** Parameters of the macro that lists questions. */
public class QuestionsParameters extends CommunityFilter
{
    private String tag;

    private String state;

    private String order;

    private String limit;

    /** @return the tag of the questions to list, {@code null} or blank for all */
    public String getTag()
    {
        return this.tag;
    }

    /** @param tag the tag of the questions to list; without it, all */
    @PropertyName("Tag")
    @PropertyDescription("Only questions that carry this tag.")
    public void setTag(String tag)
    {
        this.tag = tag;
    }

    /** @return the state of the questions to list: open, closed, solved or unanswered; {@code null} or blank for all */
    public String getState()
    {
        return this.state;
    }

    /** @param state the state of the questions to list: open, closed, solved or unanswered; without it, all */
    @PropertyName("State")
    @PropertyDescription("Only questions in this state: open, closed, solved (with an accepted answer) or "
        + "unanswered (open and without any answer).")
    @PropertyDisplayType({Choice.class, State.class})
    public void setState(String state)
    {
        this.state = state;
    }

    /** @return the order: newest, active, hot, unanswered, votes or wanted; {@code null} or blank if the reader chooses */
    public String getOrder()
    {
        return this.order;
    }

    /** @param order the order: newest, active, hot, unanswered, votes or wanted; without it, the reader chooses */
    @PropertyName("Order")
    @PropertyDescription("The order: newest, active, hot, unanswered (only open questions without any answer, newest "
        + "first), votes or wanted (open questions without an accepted answer, those that most people have first). "
        + "Without it the reader chooses.")
    @PropertyDisplayType({Choice.class, Order.class})
    public void setOrder(String order)
    {
        this.order = order;
    }

    /** @return the maximum number of questions, 1 to 100; {@code null} or blank for pages of 20 */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit the maximum number of questions, 1 to 100; without it, pages of 20 */
    @PropertyName("Limit")
    @PropertyDescription("How many questions, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
