/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Declared;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.Topic;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.routing.RoutingService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Prints experts, people who could answer a question, and the topics of a person. */
@Component(roles = ExpertiseFragments.class)
@Singleton
public class ExpertiseFragments
{
    private static final int EXPERTS = 4;

    private static final int FINDER = 20;

    private static final String AWAY = "awayUntil";

    /** What the form of a new topic shows. */
    private static final Declared FRESH = new Declared(Level.WORKING, "", List.of(), List.of(), null, 0);

    @Inject
    private Printer printer;

    @Inject
    private Provider<ExpertiseService> expertise;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<Persons> persons;

    @Inject
    private Provider<RoutingService> routing;

    @Inject
    private Provider<Absences> absences;

    /**
     * @param draft the text
     * @param author the person to leave out, {@code null} for none
     * @return a box of people who could answer it
     * @throws CopException UNAVAILABLE if the search fails
     */
    public Html couldAnswer(Draft draft, UserId author) throws CopException
    {
        List<Expert> experts = draft.isEmpty() ? List.of()
            : this.expertise.get().byText(this.printer.reader(), draft, EXPERTS + 1).stream()
                .filter(expert -> !expert.person().id().equals(author)).limit(EXPERTS).toList();
        return this.printer.print("expertise/couldanswer", "experts", experts, AWAY, away(experts));
    }

    /**
     * Prints the expert finder. With the form and without a topic it offers topics to choose from.
     *
     * @param topic a topic or a text, {@code null} for none
     * @param text the topic or text from the form, used if {@code topic} is blank, may be empty
     * @param community the community, {@code null} for all
     * @param searchable whether to print the search form
     * @return the form and the experts
     * @throws CopException UNAVAILABLE if the search fails
     */
    public Html experts(String topic, String text, CommunityId community, boolean searchable) throws CopException
    {
        List<Expert> experts = List.of();
        List<TagCount> topics = List.of();
        String asked = topic != null && !topic.isBlank() ? topic : text;
        if (!asked.isBlank()) {
            experts = this.expertise.get().find(this.printer.reader(), this.printer.wiki(), asked, community, FINDER);
        } else if (searchable) {
            topics = this.queries.get().tags(this.printer.reader(), this.printer.wiki(), community, "", FINDER);
        }
        return this.printer.print("expertise/experts", "searchable", searchable, "query", asked, "asked",
            asked.isBlank() ? null : asked, "experts", experts, "topics", topics,
            AWAY, away(experts));
    }

    /**
     * Prints the topics of a person, with the imported names that are linked to the account; for the reader's own
     * profile, with the form that declares another topic.
     *
     * @param who the person
     * @return the topics
     */
    public Html topics(UserId who)
    {
        WikiId wiki = this.printer.wiki();
        UserId reader = this.printer.reader();
        List<Topic> topics = this.expertise.get().topics(reader, wiki, who);
        boolean asked = !who.isGuest() && !who.isImported();
        return this.printer.print("expertise/topics", "topics", topics, "person", this.persons.get().find(who), "own",
            !who.isGuest() && who.equals(reader), "levels", List.of(Level.values()), "offers", List.of(Offer.values()),
            "fresh", FRESH, "hidden",
            who.equals(reader) ? this.expertise.get().hidden(reader, wiki) : List.of(), "earlier",
            this.persons.get().importedOf(wiki, who), "asked", asked, "load",
            asked && !topics.isEmpty() ? this.routing.get().weekly(wiki, who) : 0, "absence",
            asked && !reader.isGuest() && !topics.isEmpty() ? this.absences.get().find(wiki, who).orElse(null) : null);
    }

    /** Returns until when those of some people are away who are today. Guests are told nothing. */
    private Map<UserId, LocalDate> away(List<Expert> experts)
    {
        if (experts.isEmpty() || this.printer.reader().isGuest()) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return this.absences.get().find(this.printer.wiki(), experts.stream().map(expert -> expert.person().id()).toList())
            .entrySet().stream().filter(one -> one.getValue().includes(today))
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().last()));
    }
}
