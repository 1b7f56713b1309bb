/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.Choices;
import org.copsuite.endorsement.EndorsementService.EndorsedTopic;
import org.copsuite.endorsement.EndorsementService.Endorsement;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.person.Persons;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints endorsements. */
@Component(roles = EndorsementFragments.class)
@Singleton
public class EndorsementFragments
{
    private static final int PANEL = 3;

    @Inject
    private Printer printer;

    @Inject
    private Provider<EndorsementService> service;

    @Inject
    private Provider<Persons> persons;

    /**
     * @param person a person
     * @return the endorsed topics of the person, and the form that endorses one if the reader may
     */
    public Html profile(UserId person)
    {
        return print(person, topics(person), choices(person));
    }

    /**
     * @param person a person
     * @return the same for a profile: empty if there is neither an endorsement nor anything to endorse, except on one's
     *         own profile
     */
    Html section(UserId person)
    {
        List<EndorsedTopic> topics = topics(person);
        Choices choices = choices(person);
        boolean isEmpty = topics.isEmpty() && choices.topics().isEmpty() && !person.equals(this.printer.reader());
        return isEmpty ? Html.EMPTY : print(person, topics, choices);
    }

    private List<EndorsedTopic> topics(UserId person)
    {
        return this.service.get().topics(this.printer.reader(), this.printer.wiki(), person);
    }

    private Choices choices(UserId person)
    {
        return this.service.get().choices(this.printer.reader(), this.printer.wiki(), person);
    }

    private Html print(UserId person, List<EndorsedTopic> topics, Choices choices)
    {
        return this.printer.print("endorsement/profile", "topics", topics, "choices", choices, "own",
            person.equals(this.printer.reader()), "person", this.persons.get().find(person));
    }

    /**
     * @param community a community
     * @return its latest endorsements for its home page; empty if there are none that the reader may view
     * @throws CopException never, since the list starts at its beginning
     */
    public Html panel(CommunityId community) throws CopException
    {
        List<Endorsement> latest =
            this.service.get().latest(this.printer.reader(), this.printer.wiki(), community, null, PANEL).items();
        return latest.isEmpty() ? Html.EMPTY : this.printer.print("endorsement/panel", "endorsements", latest);
    }

    /**
     * @param community a community
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of endorsements
     * @return its endorsements, newest first
     * @throws CopException INVALID for a cursor of another list
     */
    public Html list(CommunityId community, String after, int limit) throws CopException
    {
        return this.printer.print("endorsement/list", "slice",
            this.service.get().latest(this.printer.reader(), this.printer.wiki(), community, after, limit));
    }
}
