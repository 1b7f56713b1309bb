/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

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

    /** @return only questions that carry this tag; nothing where the author wrote nothing */
    public String getTag()
    {
        return this.tag;
    }

    /** @param tag only questions that carry this tag */
    @PropertyName("Tag")
    @PropertyDescription("Only questions that carry this tag.")
    public void setTag(String tag)
    {
        this.tag = tag;
    }

    /** @return only questions in this state: open, closed, solved or unanswered; nothing where the author wrote nothing */
    public String getState()
    {
        return this.state;
    }

    /** @param state only questions in this state: open, closed, solved or unanswered */
    @PropertyName("State")
    @PropertyDescription("Only questions in this state: open, closed, solved (with an accepted answer) or "
        + "unanswered (open and without any answer).")
    @PropertyDisplayType({Choice.class, State.class})
    public void setState(String state)
    {
        this.state = state;
    }

    /**
     * @return the order: newest, active, hot, unanswered or votes. Without it the reader chooses; nothing where the
     *     author wrote nothing
     */
    public String getOrder()
    {
        return this.order;
    }

    /** @param order the order: newest, active, hot, unanswered or votes. Without it the reader chooses */
    @PropertyName("Order")
    @PropertyDescription("The order: newest, active, hot, unanswered (only open questions without any answer, newest "
        + "first) or votes. Without it the reader chooses.")
    @PropertyDisplayType({Choice.class, Order.class})
    public void setOrder(String order)
    {
        this.order = order;
    }

    /** @return how many questions, 1 to 100. Without it the list has 20 and can be continued; nothing where the author wrote nothing */
    public String getLimit()
    {
        return this.limit;
    }

    /** @param limit how many questions, 1 to 100. Without it the list has 20 and can be continued */
    @PropertyName("Limit")
    @PropertyDescription("How many questions, 1 to 100. Without it the list has 20 and can be continued.")
    public void setLimit(String limit)
    {
        this.limit = limit;
    }
}
