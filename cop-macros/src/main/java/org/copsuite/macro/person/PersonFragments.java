/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.question.QuestionFragments.Look;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints people who wrote in another system: their profile and the account that they are linked to. */
@Component(roles = PersonFragments.class)
@Singleton
public class PersonFragments
{
    private static final int LISTED = 20;

    @Inject
    private Printer printer;

    @Inject
    private Provider<Persons> persons;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private QuestionFragments questions;

    @Inject
    private SearchFragments search;

    @Inject
    private MemberTexts memberTexts;

    /**
     * Prints the profile of an imported person: the imported data, the linked account, topics, and the questions asked
     * and answered by the person that the reader may view.
     *
     * @param who an imported person
     * @param after the cursor of the questions, {@code null} at the start
     * @return the profile
     * @throws CopException NOT_FOUND if there is no such imported person, or the person has an account; INVALID for a
     *            cursor of another list
     */
    public Html profile(UserId who, String after) throws CopException
    {
        Imported person = imported(who);
        ListQuery query =
            new ListQuery(this.printer.wiki(), null, null, who, null, Order.NEWEST, after, LISTED);
        Html about = person.about().isBlank() ? Html.EMPTY
            : this.memberTexts.preview(person.about(), SpaceId.of(this.printer.wiki(), Persons.PROFILE_SPACE).home());
        return this.printer.print("people/person", "person", person, "about", about, "link", link(person), "topics",
            this.search.topics(who), "questions",
            this.questions.list(query, new Look(this.printer.text("cop.person.questions"), false, true, false)),
            "answered", this.queries.get().answered(this.printer.reader(), this.printer.wiki(), who, LISTED));
    }

    /**
     * Prints the account that an imported person is linked to; for administrators, with the form that creates or
     * removes the link.
     *
     * @param who an imported person
     * @return the link
     * @throws CopException NOT_FOUND as {@link #profile}
     */
    public Html link(UserId who) throws CopException
    {
        return link(imported(who));
    }

    private Html link(Imported person)
    {
        return this.printer.print("people/link", "person", person, "account",
            person.account() == null ? null : this.persons.get().find(person.id()), "may",
            this.persons.get().mayLink(this.printer.reader(), this.printer.wiki()));
    }

    private Imported imported(UserId who) throws CopException
    {
        return this.persons.get().imported(this.printer.wiki(), who).orElseThrow(CopException::notFound);
    }
}
