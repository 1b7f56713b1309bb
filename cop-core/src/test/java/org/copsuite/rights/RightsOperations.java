/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.activity.ActivityService;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.coaching.CoachingService;
import org.copsuite.community.CommunityHit;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityWatch;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.designation.DesignationService;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.founding.FoundingService;
import org.copsuite.gap.GapService;
import org.copsuite.handover.HandoverService;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.Seen;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.notice.WatchService;
import org.copsuite.project.ProjectService;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.rota.RotaService;
import org.copsuite.routing.RoutingService;
import org.copsuite.setting.CommunityAuthority;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.spi.SearchSource;

import static org.copsuite.rights.RightsFixture.WIKI;
import static org.copsuite.rights.RightsOperation.MEMBERS;
import static org.copsuite.rights.RightsOperation.TAKES_PART;
import static org.copsuite.rights.RightsOperation.VIEWS;
import static org.copsuite.rights.RightsOperation.VIEWS_SIGNED_IN;
import static org.copsuite.rights.RightsOperation.with;

/**
 * The operations of the matrix of rights, in the order of the documentation.
 * <p>
 * To add an operation, add a line {@code add(name, rule, attempt)} to the method of its capability, or a method for a new
 * capability and its call to {@link #all()}. The rule is one of {@link RightsOperation}, or says with place and person
 * who may do it. The attempt calls the service once as the actor; it makes what it needs with the fixture, so that the
 * people before do not change it. Then run {@link RightsMatrixTest} and copy the table that it wrote to
 * {@code target/rights.md} into {@code docs/admin/rights.md}.
 */
final class RightsOperations
{
    private final List<RightsOperation> operations = new ArrayList<>();

    private RightsOperations()
    {
    }

    static List<RightsOperation> all()
    {
        RightsOperations all = new RightsOperations();
        all.reading();
        all.takingPart();
        all.moderating();
        all.joining();
        all.members();
        all.community();
        all.founding();
        all.anonymity();
        all.routing();
        all.coaching();
        all.milestones();
        all.projects();
        all.polls();
        all.pulse();
        all.suggestions();
        all.rota();
        return all.operations;
    }

    private void add(String name, RightsOperation.Rule rule, RightsOperation.Attempt attempt)
    {
        this.operations.add(new RightsOperation(name, rule, attempt));
    }

    private void reading()
    {
        add("view the community", VIEWS, (f, actor) -> f.get(CommunityService.class).get(actor, WIKI, f.community()));
        add("find it in the directory", VIEWS, (f, actor) -> found(f.get(CommunityService.class)
            .search(actor, WIKI, DirectoryQuery.of("matrix"), null, 10).items()));
        add("find it in the search", VIEWS, (f, actor) -> found(List.copyOf(f.get(SearchSource.class, CommunityHit.TYPE)
            .hits(actor, WIKI, List.of(f.community().value())).values())));
        add("list the members", VIEWS,
            (f, actor) -> f.get(CommunityService.class).members(actor, f.community(), null, 10));
        add("read a question", VIEWS, (f, actor) -> f.get(QuestionQueries.class).question(actor, f.newQuestion(),
            ThreadQuery.of(AnswerOrder.SCORE)));
        add("read what happened lately", VIEWS,
            (f, actor) -> f.get(ActivityService.class).list(actor, WIKI, f.community(), null, 10));
        add("watch the community", VIEWS_SIGNED_IN,
            (f, actor) -> f.get(WatchService.class).watch(actor, CommunityWatch.of(WIKI, f.community()), true));
    }

    /** A list that leaves everything out says as little as an address where nothing is. */
    private static void found(List<?> list) throws CopException
    {
        if (list.isEmpty()) {
            throw CopException.notFound();
        }
    }

    private void takingPart()
    {
        add("ask a question", TAKES_PART, (f, actor) -> f.get(QuestionService.class).ask(actor,
            new Ask(UUID.randomUUID(), f.community(), "How does one ask this?", "I would like to know.", List.of())));
        add("answer a question", TAKES_PART, (f, actor) -> f.get(QuestionService.class).answer(actor, f.newQuestion(),
            UUID.randomUUID(), "One asks it so."));
        add("comment", TAKES_PART, (f, actor) -> f.get(QuestionService.class).comment(actor, f.newQuestion(),
            UUID.randomUUID(), "I wonder, too."));
        add("vote", TAKES_PART, (f, actor) -> f.get(QuestionService.class).vote(actor, f.newQuestion(), 1));
        add("have the same question", TAKES_PART,
            (f, actor) -> f.get(NeedService.class).set(actor, f.newQuestion(), true));
    }

    private void moderating()
    {
        add("edit what others wrote", with(CommunityPermission.CURATE), (f, actor) -> {
            PostId question = f.newQuestion();
            f.get(QuestionService.class).edit(actor, question,
                new Edit("A better title for this", "With a better text.", List.of(), "1.1", "", false));
        });
        add("close a question", with(CommunityPermission.MODERATE), (f, actor) -> f.get(QuestionService.class)
            .close(actor, f.newQuestion(), ClosingReason.OUTDATED, null));
        add("accept an answer for the asker", with(CommunityPermission.MODERATE),
            (f, actor) -> f.get(QuestionService.class).accept(actor, f.newAnswer(), true));
        add("delete what others wrote", with(CommunityPermission.MODERATE),
            (f, actor) -> f.get(QuestionService.class).delete(actor, f.newAnswer()));
    }

    private void joining()
    {
        add("join by oneself", (place, who) -> who.role() != null || who == Who.ADMINISTRATOR
            || place == Place.OPEN && who.hasAccount(),
            (f, actor) -> f.get(CommunityService.class).join(actor, f.community()));
        add("ask to join", (place, who) -> who.role() != null || place == Place.ON_REQUEST && who.hasAccount(),
            (f, actor) -> f.get(MembershipService.class).request(actor, WIKI,
                new RequestDraft(UUID.randomUUID(), f.community(), "")));
        add("accept one's invitation", (place, who) -> who == Who.INVITED,
            (f, actor) -> f.get(MembershipService.class).accept(actor, WIKI, f.invitation(), null));
        add("decline one's invitation", (place, who) -> who == Who.INVITED,
            (f, actor) -> f.get(MembershipService.class).decline(actor, WIKI, f.invitation()));
        add("leave", VIEWS_SIGNED_IN, (f, actor) -> f.get(CommunityService.class).leave(actor, f.community()));
    }

    private void members()
    {
        RightsOperation.Rule manages = with(CommunityPermission.MANAGE_MEMBERS);
        add("read the requests to join", manages,
            (f, actor) -> f.get(MembershipService.class).requests(actor, WIKI, f.community(), null, 10));
        add("answer a request to join", (place, who) -> place == Place.ON_REQUEST && manages.allows(place, who),
            (f, actor) -> f.get(MembershipService.class).answer(actor, WIKI, f.newRequest(), true, ""));
        add("invite", manages, (f, actor) -> f.get(MembershipService.class).invite(actor, WIKI, new InvitationDraft(
            UUID.randomUUID(), f.community(), InvitationKind.PERSON, f.newAccount(), null, "", 0, 0, null)));
        add("read the invitations", manages,
            (f, actor) -> f.get(MembershipService.class).invitations(actor, WIKI, f.community(), null, 10));
        add("withdraw an invitation", manages,
            (f, actor) -> f.get(MembershipService.class).withdrawInvitation(actor, WIKI, f.newInvitation()));
        add("nominate oneself as an expert", (place, who) -> who.role() != null,
            (f, actor) -> f.get(DesignationService.class).nominate(actor, WIKI,
                new DesignationService.Draft(UUID.randomUUID(), f.community(), actor, "matrix", "")));
        add("designate an expert", manages, (f, actor) -> f.get(DesignationService.class).designate(actor, WIKI,
            new DesignationService.Draft(UUID.randomUUID(), f.community(), f.newMember(), "matrix", "")));
        add("answer the nomination of an expert", manages,
            (f, actor) -> f.get(DesignationService.class).answer(actor, WIKI, f.newNomination(), true, ""));
        add("end the designation of somebody else", manages,
            (f, actor) -> f.get(DesignationService.class).end(actor, WIKI, f.newNomination()));
        add("read the gaps", (place, who) -> who.role() != null || who == Who.ADMINISTRATOR,
            (f, actor) -> f.get(GapService.class).get(actor, WIKI, f.community()));
        add("read what hangs on oneself", (place, who) -> who.role() != null || who == Who.ADMINISTRATOR,
            (f, actor) -> f.get(GapService.class).held(actor, WIKI, f.community(), actor));
        add("read what hangs on somebody else", manages,
            (f, actor) -> f.get(HandoverService.class).get(actor, WIKI, f.community(), f.newMember()));
        add("make a checklist of what hangs on somebody", with(CommunityPermission.MANAGE_MILESTONES),
            (f, actor) -> f.get(HandoverService.class).plan(actor, WIKI, f.checklist(f.newMember())));
        add("ask for a checklist of what hangs on oneself", MEMBERS,
            (f, actor) -> f.get(HandoverService.class).ask(actor, WIKI, f.community()));
        add("add a member", manages, (f, actor) -> f.get(CommunityService.class).appoint(actor, f.community(),
            f.newAccount(), Role.MEMBER));
        add("remove a member", manages,
            (f, actor) -> f.get(CommunityService.class).remove(actor, f.community(), f.newMember()));
        add("appoint a moderator", (place, who) -> manages.allows(place, who) && who.may(CommunityPermission.MODERATE),
            (f, actor) -> f.get(CommunityService.class).appoint(actor, f.community(), f.newMember(), Role.MODERATOR));
        add("appoint a facilitator", (place, who) -> Set.of(Who.FACILITATOR, Who.SPONSOR, Who.ADMINISTRATOR)
            .contains(who),
            (f, actor) -> f.get(CommunityService.class).appoint(actor, f.community(), f.newMember(),
                Role.FACILITATOR));
    }

    private void community()
    {
        add("change the community", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> {
            CommunityView now = f.view();
            f.get(CommunityService.class).change(actor, f.community(), new CommunityDraft(f.community(), WIKI,
                now.title(), now.purpose() + " More.", now.domains(), now.access(), now.joining()), now.version());
        });
        add("read who held which role", VIEWS,
            (f, actor) -> f.get(CommunityRoles.class).history(actor, WIKI, f.community(), null, 10));
        add("define a role of its own", with(CommunityPermission.MANAGE_COMMUNITY),
            (f, actor) -> f.get(CommunityRoles.class).define(actor, WIKI, f.community(), f.newRole()));
        add("assign a role of its own", with(CommunityPermission.MANAGE_MEMBERS),
            (f, actor) -> f.get(CommunityRoles.class).assign(actor, WIKI, f.community(), f.definedRole(),
                f.newMember()));
        add("write the charter", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> f.get(CharterService.class)
            .write(actor, WIKI, f.community(), "One can ask everything here.", f.get(CharterService.class)
                .get(actor, f.view()).version()));
        add("write an objective", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> f.get(CharterService.class)
            .put(actor, WIKI, f.community(), new ObjectiveDraft(UUID.randomUUID(), "Fewer tickets", "tickets a month",
                "9", "1", "", "", "")));
        add("change the settings", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> {
            // As the resource does: whoever may not view the community is told nothing of its settings.
            f.get(CommunityAuthority.class).checkView(actor, WIKI, f.community());
            f.get(Settings.class).change(actor, SettingTarget.community(WIKI, f.community()),
                Map.of("pulse.interval", "QUARTERLY"));
        });
    }

    private void founding()
    {
        add("read the checklist", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> found(
            f.get(FoundingService.class).checklist(actor, f.get(CommunityService.class).get(actor, WIKI, f.community()))));
        // Something on the checklist is open, so nobody launches it; CONFLICT says that one has the right.
        add("launch the community", with(CommunityPermission.MANAGE_COMMUNITY),
            (f, actor) -> f.get(FoundingService.class).launch(actor, WIKI, f.community()));
    }

    private void anonymity()
    {
        add("ask a question anonymously", TAKES_PART, (f, actor) -> f.get(QuestionService.class).ask(actor,
            new Ask(UUID.randomUUID(), f.community(), "Who asks this question here?", "Nobody knows.", List.of(), null, true)));
        add("show one's name for an anonymous question", TAKES_PART, (f, actor) -> f.get(AnonymityService.class)
            .unseal(actor, f.newAnonymousQuestionOf(actor)));
        add("reveal who asked anonymously", (place, who) -> who == Who.ADMINISTRATOR, (f, actor) -> f.get(AnonymityService.class)
            .reveal(actor, f.newAnonymousQuestionOf(f.newMember()), "A threat."));
    }

    private void routing()
    {
        add("read who was asked to answer", VIEWS, (f, actor) -> f.get(RoutingService.class).asked(actor, f.newQuestion()));
        add("ask somebody to answer the question of another", with(CommunityPermission.MANAGE_COMMUNITY),
            (f, actor) -> f.get(RoutingService.class).ask(actor, f.newQuestion(), f.newMember()));
        add("ask somebody to answer one's own question", TAKES_PART,
            (f, actor) -> f.get(RoutingService.class).ask(actor, f.newQuestionOf(actor), f.newMember()));
        add("decline a question that one was asked", VIEWS_SIGNED_IN,
            (f, actor) -> f.get(RoutingService.class).decline(actor, f.newQuestionFor(actor)));
        add("set the deadlines of escalations", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> {
            f.get(CommunityAuthority.class).checkView(actor, WIKI, f.community());
            f.get(Settings.class).change(actor, SettingTarget.community(WIKI, f.community()),
                Map.of("routing.deadlines", "1, 2, 3"));
        });
    }

    private void coaching()
    {
        RightsOperation.Rule coaches = (place, who) -> who == Who.FACILITATOR;
        add("read a first question of another before it is published", coaches,
            (f, actor) -> f.get(CoachingService.class).get(actor, WIKI, f.newHeld()));
        add("comment on it in private", coaches, (f, actor) -> f.get(CoachingService.class).comment(actor, WIKI,
            f.newHeld(), UUID.randomUUID(), "Say more."));
        add("publish it", (place, who) -> false,
            (f, actor) -> f.get(CoachingService.class).publish(actor, WIKI, f.newHeld(), "1"));
        add("help with first questions", (place, who) -> who.role() != null, (f, actor) -> {
            f.coachFirstQuestions();
            f.get(CoachingService.class).volunteer(actor, WIKI, f.community(), true);
            f.get(CoachingService.class).volunteer(actor, WIKI, f.community(), false);
        });
        add("coach first questions in the community", with(CommunityPermission.MANAGE_COMMUNITY), (f, actor) -> {
            f.get(CommunityAuthority.class).checkView(actor, WIKI, f.community());
            f.get(Settings.class).change(actor, SettingTarget.community(WIKI, f.community()),
                Map.of("coaching.on", "true"));
        });
    }

    private void milestones()
    {
        RightsOperation.Rule plans = with(CommunityPermission.MANAGE_MILESTONES);
        add("read a milestone", VIEWS,
            (f, actor) -> f.get(MilestoneService.class).get(actor, WIKI, f.newMilestone()));
        add("list the milestones", VIEWS, (f, actor) -> {
            f.newMilestone();
            found(f.get(MilestoneService.class).list(actor, new Query(WIKI, f.community(), null, Set.of(), null, 10))
                .items());
        });
        add("set a milestone", plans, (f, actor) -> f.get(MilestoneService.class).set(actor,
            f.milestone(UUID.randomUUID(), null, List.of())));
        add("edit a milestone", plans, (f, actor) -> {
            UUID id = f.newMilestone();
            f.get(MilestoneService.class).edit(actor, f.milestone(id, null, List.of()), "1.1");
        });
        add("reach a milestone", plans, (f, actor) -> f.get(MilestoneService.class).state(actor, WIKI, f.newMilestone(),
            new Change(State.REACHED, "", null)));
        add("tick an item of a milestone", plans, (f, actor) -> f.get(MilestoneService.class).tick(actor, WIKI,
            f.newMilestone(), "First item", true));
        add("reach a milestone as its owner", TAKES_PART, (f, actor) -> f.get(MilestoneService.class).state(actor, WIKI,
            f.newMilestone(actor, null), new Change(State.REACHED, "", null)));
        add("tick an item of a milestone as one of its people", TAKES_PART, (f, actor) -> f.get(MilestoneService.class)
            .tick(actor, WIKI, f.newMilestone(null, actor), "First item", true));
        add("give an item of a milestone to somebody", plans, (f, actor) -> f.get(MilestoneService.class).assign(actor, WIKI,
            f.newMilestone(), new Assignment("First item", f.newMember(), "2031-12-31"), null));
        add("take an item of a milestone as one of its people", TAKES_PART, (f, actor) -> f.get(MilestoneService.class)
            .assign(actor, WIKI, f.newMilestone(null, actor), new Assignment("First item", actor, null), new Seen(null)));
        add("delete a milestone", plans,
            (f, actor) -> f.get(MilestoneService.class).delete(actor, WIKI, f.newMilestone()));
    }

    private void projects()
    {
        RightsOperation.Rule plans = with(CommunityPermission.MANAGE_MILESTONES);
        add("read a project", VIEWS, (f, actor) -> f.get(ProjectService.class).get(actor, WIKI, f.newProject()));
        add("list the projects", VIEWS, (f, actor) -> {
            f.newProject();
            found(f.get(ProjectService.class).list(actor, WIKI, f.community(), null, 10).items());
        });
        add("start a project", plans,
            (f, actor) -> f.get(ProjectService.class).start(actor, f.project(UUID.randomUUID())));
        add("edit a project", plans, (f, actor) -> {
            UUID id = f.newProject();
            f.get(ProjectService.class).edit(actor, f.project(id), "1.1");
        });
        add("end a project", plans, (f, actor) -> f.get(ProjectService.class).end(actor, WIKI, f.newProject(), true));
        add("delete a project", plans,
            (f, actor) -> f.get(ProjectService.class).delete(actor, WIKI, f.newProject()));
        add("ask the community to own a project of another one", VIEWS_SIGNED_IN, (f, actor) -> {
            UUID id = f.newOtherProject(actor);
            try {
                f.get(ProjectService.class).ask(actor, WIKI, id, f.community());
            } catch (CopException e) {
                // The field says that there is no such community, as it says of any other id.
                throw e.getFields().containsKey("community") ? CopException.notFound() : e;
            }
        });
        add("accept a project of another community", plans, (f, actor) -> f.get(ProjectService.class).answer(actor,
            WIKI, f.newAskingProject(), f.community(), true));
    }

    private void polls()
    {
        add("read a poll", VIEWS, (f, actor) -> f.get(PollService.class).get(actor, WIKI, f.newPoll()));
        add("list the polls", VIEWS,
            (f, actor) -> f.get(PollService.class).list(actor, WIKI, f.community(), null, 10));
        add("start a poll", (place, who) -> who.role() != null || who == Who.ADMINISTRATOR,
            (f, actor) -> f.get(PollService.class).start(actor, f.poll()));
        add("vote in a poll", MEMBERS,
            (f, actor) -> f.get(PollService.class).vote(actor, WIKI, f.newPoll(), List.of(1)));
        add("close a poll of somebody else", with(CommunityPermission.MODERATE),
            (f, actor) -> f.get(PollService.class).close(actor, WIKI, f.newPoll()));
        add("delete a poll of somebody else", with(CommunityPermission.MODERATE),
            (f, actor) -> f.get(PollService.class).delete(actor, WIKI, f.newPoll()));
    }

    private void pulse()
    {
        add("read the pulse", (place, who) -> who.role() != null || who == Who.ADMINISTRATOR,
            (f, actor) -> f.get(PulseService.class).get(actor, WIKI, f.community()));
        add("answer the pulse survey", MEMBERS, (f, actor) -> f.get(PulseService.class).answer(actor, WIKI, f.openRound(),
            List.of(1, 2, 3, 4, 5), ""));
        add("close a round of the pulse survey", with(CommunityPermission.MANAGE_COMMUNITY),
            (f, actor) -> f.get(PulseService.class).close(actor, WIKI, f.openRound()));
    }

    private void suggestions()
    {
        add("read the suggestions", VIEWS,
            (f, actor) -> f.get(SuggestionService.class).list(actor, WIKI, f.community(), null, null, 10));
        add("suggest", MEMBERS, (f, actor) -> f.get(SuggestionService.class).suggest(actor, f.suggestion()));
        add("vote for a suggestion", MEMBERS,
            (f, actor) -> f.get(SuggestionService.class).vote(actor, WIKI, f.newSuggestion(), true));
        add("decide on a suggestion", with(CommunityPermission.MANAGE_COMMUNITY),
            (f, actor) -> f.get(SuggestionService.class).decide(actor, WIKI, f.newSuggestion(),
                SuggestionService.State.PLANNED, "", SuggestionService.State.NEW));
        add("delete a suggestion of somebody else", with(CommunityPermission.MODERATE),
            (f, actor) -> f.get(SuggestionService.class).delete(actor, WIKI, f.newSuggestion()));
    }

    private void rota()
    {
        add("read the rota", VIEWS, (f, actor) -> f.get(RotaService.class).of(actor, WIKI, f.community()));
        add("plan the rota", with(CommunityPermission.MANAGE_MILESTONES), (f, actor) -> f.get(RotaService.class)
            .plan(actor, f.newPlan(List.of(f.newMember())), f.rotaVersion()));
        add("end the rota", with(CommunityPermission.MANAGE_MILESTONES), (f, actor) -> {
            f.planRota(List.of(f.newMember()));
            f.get(RotaService.class).end(actor, WIKI, f.community());
        });
        add("propose a swap in the rota", (place, who) -> who.role() != null,
            (f, actor) -> f.get(RotaService.class).propose(actor, WIKI, f.community(), f.newSwap(actor)));
    }
}
