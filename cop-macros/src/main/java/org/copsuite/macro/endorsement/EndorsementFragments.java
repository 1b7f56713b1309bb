/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.Choices;
import org.copsuite.endorsement.EndorsementService.EndorsedTopic;
import org.copsuite.endorsement.EndorsementService.Endorsement;
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
     * @return the endorsed topics of the person, and the form that endorses one if the reader may; empty if there is
     *         neither, except for the person's own profile
     */
    public Html profile(UserId person)
    {
        UserId reader = this.printer.reader();
        String wiki = this.printer.wiki();
        List<EndorsedTopic> topics = this.service.get().topics(reader, wiki, person);
        Choices choices = this.service.get().choices(reader, wiki, person);
        return this.printer.print("endorsement/profile", "topics", topics, "choices", choices, "own",
            person.equals(reader), "person", this.persons.get().find(person));
    }

    /**
     * @param community a community
     * @return its latest endorsements for its home page; empty if there are none that the reader may view
     * @throws CopException never, since the list starts at its beginning
     */
    public Html panel(UUID community) throws CopException
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
    public Html list(UUID community, String after, int limit) throws CopException
    {
        return this.printer.print("endorsement/list", "slice",
            this.service.get().latest(this.printer.reader(), this.printer.wiki(), community, after, limit));
    }
}
