/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.List;
import java.util.Locale;

import org.copsuite.Slice;
import org.copsuite.macro.fragment.PageTool;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.State;

/**
 * List of questions for its template.
 *
 * @param slice the questions
 * @param query the query that found them
 * @param heading the heading
 * @param quiet whether only screen readers get the heading
 * @param tabs whether the reader may choose another order
 * @param paged whether the next questions appear on this page; if not, on the page of all questions
 * @param showCommunity whether each question names its community
 * @param keepCommunity whether links pass the community as a parameter
 */
public record ListView(Slice<QuestionSummary> slice, ListQuery query, String heading, boolean quiet, boolean tabs,
    boolean paged, boolean showCommunity, boolean keepCommunity)
{
    /** @return the current order */
    public Order order()
    {
        return this.query.order();
    }

    /** @return the tag by which the list is filtered, {@code null} for none */
    public String tag()
    {
        return this.query.tag();
    }

    /** @return the state by which the list is filtered, {@code null} for none */
    public State state()
    {
        return this.query.state();
    }

    /** @return all orders */
    public List<Order> orders()
    {
        return List.of(Order.values());
    }

    /** @return the translation key of the message for an empty list */
    public String emptyKey()
    {
        if (tag() != null || state() != null) {
            return "cop.list.empty.filter";
        }
        return order() == Order.UNANSWERED ? "cop.list.empty.unanswered" : "cop.list.empty";
    }

    /**
     * @param cop the tool that makes links
     * @param other another order
     * @return the URL of the same list in that order
     */
    public String link(PageTool cop, Order other)
    {
        return here(cop, tag(), state(), other, null);
    }

    /**
     * @param cop the tool that makes links
     * @return the URL of the next page of the list
     */
    public String older(PageTool cop)
    {
        return here(cop, tag(), state(), order(), this.slice.next());
    }

    /**
     * @param cop the tool that makes links
     * @return the URL of the list without the filter by tag
     */
    public String withoutTag(PageTool cop)
    {
        return here(cop, null, state(), order(), null);
    }

    /**
     * @param cop the tool that makes links
     * @return the URL of the list without the filter by state
     */
    public String withoutState(PageTool cop)
    {
        return here(cop, tag(), null, order(), null);
    }

    /**
     * @param cop the tool that makes links
     * @return the URL of the same list on the page of all questions
     */
    public String more(PageTool cop)
    {
        return cop.page("Questions", "cop-community", this.query.community(), "cop-tag", tag(), "cop-state",
            lower(state()), "cop-order", lower(order()));
    }

    /**
     * @param cop the tool that makes links
     * @return the URL of the same list as an Atom feed
     */
    public String feed(PageTool cop)
    {
        return cop.rest("/feeds/questions" + cop.here("community", this.query.community(), "tag", tag(), "state",
            lower(state()), "order", lower(order())));
    }

    private String here(PageTool cop, String tag, State state, Order order, String after)
    {
        return cop.here("cop-person", this.query.author(), "cop-community",
            this.keepCommunity ? this.query.community() : null, "cop-tag", tag, "cop-state", lower(state),
            "cop-order", lower(order), "cop-after", after);
    }

    private static String lower(Enum<?> value)
    {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
