/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.designation.DesignationService;
import org.copsuite.designation.DesignationService.Designation;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Prints designated experts. */
@Component(roles = DesignationFragments.class)
@Singleton
public class DesignationFragments
{
    private static final int EXPERTS = 100;

    /** People who could be asked. */
    private static final int ASKED = 5;

    private static final String COMMUNITY = "community";

    @Inject
    private Printer printer;

    @Inject
    private Provider<DesignationService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<ExpertiseService> expertise;

    /**
     * @param id a community
     * @return its designated experts by topic; for members the form that nominates oneself, for whoever manages the members
     *         the nominations and the form that designates somebody
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html community(CommunityId id) throws CopException
    {
        UserId reader = this.printer.reader();
        CommunityView community = this.communities.get().get(reader, this.printer.wiki(), id);
        List<Designation> experts = this.service.get().experts(reader, this.printer.wiki(), id, null, EXPERTS);
        List<Designation> nominations = this.service.get().nominations(reader, this.printer.wiki(), id);
        return this.printer.print("designation/community", COMMUNITY, community, "topics", byTopic(experts), "nominations",
            nominations);
    }

    private static Map<String, List<Designation>> byTopic(List<Designation> experts)
    {
        return experts.stream().collect(Collectors.groupingBy(Designation::topic, LinkedHashMap::new, Collectors.toList()));
    }

    Html panel(CommunityView community)
    {
        return this.printer.print("designation/panel", COMMUNITY, community);
    }

    /**
     * @param person a person
     * @return of what the person is a designated expert; empty if of nothing that the reader may view
     */
    public Html profile(UserId person)
    {
        List<Designation> of = this.service.get().of(this.printer.reader(), this.printer.wiki(), person);
        return of.isEmpty() ? Html.EMPTY : this.printer.print("designation/profile", "designations", of);
    }

    /**
     * @param community a community
     * @param people some of its members
     * @return by member, the topics of which they are experts
     */
    Map<UserId, Html> members(CommunityView community, List<UserId> people)
    {
        Map<UserId, List<Designation>> experts = this.service.get()
            .experts(this.printer.reader(), this.printer.wiki(), community.id(), null, EXPERTS).stream()
            .filter(one -> people.contains(one.person().id()))
            .collect(Collectors.groupingBy(one -> one.person().id(), LinkedHashMap::new, Collectors.toList()));
        Map<UserId, Html> printed = new LinkedHashMap<>();
        experts.forEach((person, of) -> printed.put(person, this.printer.print("designation/member", "designations", of)));
        return printed;
    }

    /**
     * Prints who could be asked about a topic, and the way to ask them.
     *
     * @param topic the topic or a text, blank if the reader types it
     * @param inside the community, {@code null} for all
     * @return the people
     * @throws CopException UNAVAILABLE if the search fails
     */
    Html ask(String topic, CommunityView inside) throws CopException
    {
        CommunityId community = inside == null ? null : inside.id();
        List<Expert> found = topic.isBlank() ? List.of()
            : this.expertise.get().find(this.printer.reader(), this.printer.wiki(), topic, community, ASKED);
        List<Person> designated = topic.isBlank() ? List.of()
            : this.service.get().experts(this.printer.reader(), this.printer.wiki(), community, topic, ASKED).stream()
                .map(Designation::person).distinct().toList();
        return this.printer.print("designation/ask", "topic", topic, COMMUNITY, inside, "experts", found, "designated",
            designated, "awayUntil", Map.of());
    }
}
