/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.gap.GapService;
import org.copsuite.gap.GapService.HeldTopic;
import org.copsuite.handover.HandoverService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.Component;

/** Asks the capabilities for what only one person holds. */
@Component
@Singleton
public class DefaultHandoverService implements HandoverService
{
    private static final Set<MilestoneService.State> OPEN = Stream.of(MilestoneService.State.values())
        .filter(MilestoneService.State::isOpen).collect(Collectors.toUnmodifiableSet());

    @Inject
    private CommunityService communities;

    @Inject
    private CommunityAccess members;

    @Inject
    private GapService gaps;

    @Inject
    private QuestionQueries questions;

    @Inject
    private ExpertiseService expertise;

    @Inject
    private MilestoneService milestones;

    @Inject
    private ProjectService projects;

    @Inject
    private HandoverChecklists checklists;

    @Inject
    private Persons persons;

    @Inject
    private Absences absences;

    @Inject
    private Wikis wikis;

    @Inject
    private Access access;

    @Override
    public Handover get(UserId reader, WikiId wiki, CommunityId community, UserId person) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        // Whether somebody is a member is no answer for those who may not ask.
        List<HeldTopic> topics = this.gaps.held(reader, wiki, community, person);
        if (this.members.members(wiki, community, Set.of(person)).isEmpty()) {
            throw CopException.notFound();
        }
        Things things = new Things(this.access, this.access.decidingSpace(view.page()), new ArrayList<>());
        questions(reader, wiki, community, topics, things);
        pages(reader, wiki, person, topics, things);
        List<Checklist> made = this.checklists.of(reader, wiki, community, person);
        milestones(reader, wiki, community, person, made, things);
        projects(reader, wiki, community, person, things);
        boolean plans = view.permissions().contains(CommunityPermission.MANAGE_MILESTONES);
        boolean asks = !plans && reader.equals(person);
        return new Handover(community, this.persons.find(person), topics, List.copyOf(things.all()),
            made, plans ? near(wiki, community, person) : List.of(), plans, asks,
            asks && this.checklists.hasAsked(person, wiki, community));
    }

    private List<Person> near(WikiId wiki, CommunityId community, UserId person)
    {
        List<UserId> others = this.members.members(wiki, community, "", NEAR + 1).stream()
            .filter(other -> !other.equals(person)).limit(NEAR).toList();
        Map<UserId, Person> found = this.persons.find(others);
        return others.stream().map(found::get).filter(Person::active).toList();
    }

    @Override
    public PageId plan(UserId actor, WikiId wiki, Plan plan) throws CopException
    {
        return this.checklists.plan(actor, wiki, plan);
    }

    @Override
    public void ask(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        this.checklists.ask(actor, wiki, community);
    }

    @Override
    public Asked asked(UserId reader, WikiId wiki, UUID handover) throws CopException
    {
        return this.checklists.asked(reader, wiki, handover);
    }

    private void questions(UserId reader, WikiId wiki, CommunityId community, List<HeldTopic> topics, Things things)
        throws CopException
    {
        Set<PageId> found = new HashSet<>();
        for (HeldTopic topic : topics.subList(0, Math.min(TOPICS, topics.size()))) {
            for (QuestionSummary question : this.questions.list(reader, new ListQuery(wiki, community, topic.topic(), null,
                State.UNANSWERED, Order.NEWEST, null, EACH)).items()) {
                if (found.add(question.page())) {
                    things.add(Kind.QUESTION, question.title(), question.page(), topic.topic(), topic.heir());
                }
            }
        }
    }

    private void pages(UserId reader, WikiId wiki, UserId person, List<HeldTopic> topics, Things things)
    {
        Map<String, HeldTopic> held = topics.stream().collect(Collectors.toMap(HeldTopic::topic, topic -> topic));
        Set<PageId> found = new HashSet<>();
        for (ExpertiseService.Topic topic : this.expertise.topics(reader, wiki, person)) {
            if (topic.said() != null && held.containsKey(topic.name())) {
                topic.said().evidence().stream().filter(one -> one.title() != null && found.add(one.page()))
                    .forEach(one -> things.add(Kind.PAGE, one.title(), one.page(), topic.name(),
                        held.get(topic.name()).heir()));
            }
        }
    }

    /** The checklists of the handover are not handed over. */
    private void milestones(UserId reader, WikiId wiki, CommunityId community, UserId person, List<Checklist> made,
        Things things) throws CopException
    {
        Set<UUID> checklists = made.stream().map(Checklist::id).collect(Collectors.toSet());
        List<Milestone> owned = this.milestones
            .list(reader, new MilestoneService.Query(wiki, community, null, OPEN, null, EXAMINED)).items().stream()
            .filter(one -> one.owner() != null && one.owner().id().equals(person) && !checklists.contains(one.id()))
            .toList();
        Set<UserId> near = new LinkedHashSet<>();
        owned.forEach(one -> one.people().stream().filter(other -> other.active() && !other.id().equals(person))
            .forEach(other -> near.add(other.id())));
        Set<UserId> there = new HashSet<>(this.members.members(wiki, community, near));
        there.removeAll(this.absences.away(wiki, near, LocalDate.now(this.wikis.zone(wiki))));
        Map<PageId, Person> heirs = new HashMap<>();
        owned.forEach(one -> one.people().stream().filter(other -> there.contains(other.id())).findFirst()
            .ifPresent(other -> heirs.put(one.page(), other)));
        owned.forEach(one -> things.add(Kind.MILESTONE, one.title(), one.page(), "", heirs.get(one.page())));
    }

    private void projects(UserId reader, WikiId wiki, CommunityId community, UserId person, Things things)
        throws CopException
    {
        for (Project project : this.projects.list(reader, wiki, community, null, EXAMINED).items()) {
            List<UserId> active = project.people().stream().filter(Person::active).map(Person::id).toList();
            if (!project.ended() && active.equals(List.of(person))) {
                things.add(Kind.PROJECT, project.title(), project.page(), "", null);
            }
        }
    }

    /**
     * Collects things.
     *
     * @param access the rights of the wiki
     * @param space the space that decides who may view the community
     * @param all the things
     */
    private record Things(Access access, SpaceId space, List<Thing> all)
    {
        void add(Kind kind, String title, PageId page, String topic, Person heir)
        {
            boolean shared = !this.access.hasOwnRights(page) && this.access.decidingSpace(page).equals(this.space);
            this.all.add(new Thing(kind, title, page, topic, heir, shared));
        }
    }
}
