/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityRoles.OwnRoleDraft;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.designation.DesignationService;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.handover.HandoverService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.project.ProjectService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.routing.RoutingService;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.rota.RotaService.SwapDraft;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** A community of one kind with the people of the matrix. */
final class RightsFixture implements AutoCloseable
{
    static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId founder = this.wiki.administrator("founder");

    private final UserId author = this.wiki.account("author");

    private final Map<Who, UserId> people = new EnumMap<>(Who.class);

    private final CommunityId community = new CommunityId(UUID.randomUUID());

    private final CommunityId other = new CommunityId(UUID.randomUUID());

    private final Place place;

    private final UUID invitation = UUID.randomUUID();

    private int number;

    RightsFixture(Place place) throws CopException
    {
        this.place = place;
        found(new CommunityDraft(this.community, WIKI, "The matrix", "Who may do what.", List.of(), place.visibility(),
            place.joining()), place);
        found(new CommunityDraft(this.other, WIKI, "The other one", "Works with the first one.", List.of(),
            Visibility.OPEN, Joining.OPEN), Place.OPEN);
        join(this.author, Role.MEMBER);
        for (Who who : Who.values()) {
            UserId person = switch (who) {
                case STRANGER -> UserId.GUEST;
                case ADMINISTRATOR -> this.wiki.administrator("administrator");
                default -> this.wiki.account(who.name().toLowerCase(Locale.ROOT));
            };
            this.people.put(who, person);
            if (who.role() != null) {
                join(person, who.role());
            }
        }
        if (place == Place.ON_REQUEST) {
            get(MembershipService.class).request(this.people.get(Who.REQUESTER), WIKI,
                new RequestDraft(UUID.randomUUID(), this.community, ""));
        }
        invite(this.invitation, this.people.get(Who.INVITED));
    }

    private void found(CommunityDraft draft, Place kind) throws CopException
    {
        if (kind == Place.IN_PREPARATION) {
            get(CommunityService.class).prepare(this.founder, draft);
        } else {
            get(CommunityService.class).found(this.founder, draft);
        }
    }

    private void join(UserId person, Role role) throws CopException
    {
        get(CommunityService.class).appoint(this.founder, this.community, person, role);
    }

    private void invite(UUID id, UserId person) throws CopException
    {
        get(MembershipService.class).invite(this.founder, WIKI, new InvitationDraft(id, this.community,
            InvitationKind.PERSON, person, null, "", 0, 0, null));
    }

    <T> T get(Class<T> role)
    {
        return this.wiki.get(role);
    }

    <T> T get(Class<T> role, String hint)
    {
        return this.wiki.get(role, hint);
    }

    UserId person(Who who)
    {
        return this.people.get(who);
    }

    CommunityId community()
    {
        return this.community;
    }

    /** @return the community as its founder sees it */
    CommunityView view() throws CopException
    {
        return get(CommunityService.class).get(this.founder, WIKI, this.community);
    }

    /** @return an account that is in no community */
    UserId newAccount()
    {
        return this.wiki.account("person" + this.number++);
    }

    /** @return a new member */
    UserId newMember() throws CopException
    {
        UserId member = newAccount();
        join(member, Role.MEMBER);
        return member;
    }

    /** @return a new question of somebody else */
    PostId newQuestion() throws CopException
    {
        return newQuestion(this.author, false);
    }

    /** @return a new question of a person who may ask, otherwise of somebody else */
    PostId newQuestionOf(UserId person) throws CopException
    {
        return newQuestion(asks(person) ? person : this.author, false);
    }

    /** @return the same, asked anonymously */
    PostId newAnonymousQuestionOf(UserId person) throws CopException
    {
        return newQuestion(asks(person) ? person : this.author, true);
    }

    private boolean asks(UserId person)
    {
        return Arrays.stream(Who.values()).anyMatch(who -> person.equals(person(who)) && who.takesPart(this.place));
    }

    /** @return a new question that a person was asked by name, if the person can be named */
    PostId newQuestionFor(UserId person) throws CopException
    {
        PostId question = newQuestion();
        if (known(person)) {
            get(RoutingService.class).ask(this.author, question, person);
        }
        return question;
    }

    private PostId newQuestion(UserId asker, boolean anonymous) throws CopException
    {
        return get(QuestionService.class).ask(asker, new Ask(UUID.randomUUID(), this.community,
            "A question with number " + this.number++, "What is it about?", List.of(), null, anonymous)).id();
    }

    /** Lets the community coach first questions. */
    void coachFirstQuestions() throws CopException
    {
        get(Settings.class).change(this.founder, SettingTarget.community(WIKI, this.community),
            Map.of("coaching.on", "true"));
    }

    /** @return the first question of a new member, which is not published */
    UUID newHeld() throws CopException
    {
        coachFirstQuestions();
        return get(QuestionService.class).submit(newMember(), new Ask(UUID.randomUUID(), this.community,
            "A question with number " + this.number++, "What is it about?", List.of())).held().id();
    }

    /** @return a new answer of somebody else to a new question */
    PostId newAnswer() throws CopException
    {
        return get(QuestionService.class).answer(this.author, newQuestion(), UUID.randomUUID(), "It is about this.")
            .id();
    }

    /** @return a new open request, where people join on request; elsewhere an id that nothing has */
    UUID newRequest() throws CopException
    {
        UUID id = UUID.randomUUID();
        if (this.place == Place.ON_REQUEST) {
            get(MembershipService.class).request(newAccount(), WIKI, new RequestDraft(id, this.community, ""));
        }
        return id;
    }

    /** @return a new role without permissions, which is not defined yet */
    OwnRoleDraft newRole()
    {
        return new OwnRoleDraft(UUID.randomUUID(), "Role " + this.number++, "Helps.", Set.of(), 0);
    }

    /** @return the id of a new role without permissions */
    UUID definedRole() throws CopException
    {
        OwnRoleDraft role = newRole();
        get(CommunityRoles.class).define(this.founder, WIKI, this.community, role);
        return role.id();
    }

    /** @return the values of a new milestone */
    MilestoneService.Draft milestone(UUID id, UserId owner, List<UserId> people)
    {
        return new MilestoneService.Draft(id, WIKI, this.community, null, "Milestone " + this.number++, "", "2031-12-31",
            owner, people, "First item\nSecond item", "", "");
    }

    /** @return the values of a checklist of what hangs on somebody */
    HandoverService.Plan checklist(UserId person)
    {
        return new HandoverService.Plan(UUID.randomUUID(), this.community, person, "Handover " + this.number++, "2031-12-31",
            null, List.of(new MilestoneService.Assignment("First item", person, "")));
    }

    /** @return a new milestone of which somebody is the owner, or works on it, if they may */
    UUID newMilestone(UserId owner, UserId worker) throws CopException
    {
        UUID id = UUID.randomUUID();
        get(MilestoneService.class).set(this.founder,
            milestone(id, known(owner) ? owner : null, known(worker) ? List.of(worker) : List.of()));
        return id;
    }

    /** @return a new milestone of somebody else */
    UUID newMilestone() throws CopException
    {
        return newMilestone(null, null);
    }

    /** @return whether the person can be named in the community: has an account and views it */
    private boolean known(UserId person)
    {
        return person != null && !person.isGuest() && Arrays.stream(Who.values())
            .anyMatch(who -> person.equals(person(who)) && who.views(this.place));
    }

    /** @return the values of a new project of the community */
    ProjectService.Draft project(UUID id)
    {
        return new ProjectService.Draft(id, WIKI, this.community, "Project " + this.number++, "", List.of());
    }

    /** @return a new project of the community */
    UUID newProject() throws CopException
    {
        UUID id = UUID.randomUUID();
        get(ProjectService.class).start(this.founder, project(id));
        return id;
    }

    /** @return a new project of another community, which everybody views and on which a person works */
    UUID newOtherProject(UserId worker) throws CopException
    {
        UUID id = UUID.randomUUID();
        get(ProjectService.class).start(this.founder, new ProjectService.Draft(id, WIKI, this.other,
            "Project " + this.number++, "", worker == null || worker.isGuest() ? List.of() : List.of(worker)));
        return id;
    }

    /** @return a new project of another community that asks the community to own it, too */
    UUID newAskingProject() throws CopException
    {
        UserId member = newMember();
        UUID id = newOtherProject(member);
        get(ProjectService.class).ask(member, WIKI, id, this.community);
        return id;
    }

    /** @return the values of a new poll */
    PollService.Draft poll()
    {
        return new PollService.Draft(UUID.randomUUID(), WIKI, this.community, "Poll " + this.number++,
            PollService.Kind.SINGLE, false, List.of("Yes", "No"), LocalDate.now(ZoneOffset.UTC).plusDays(2));
    }

    /** @return a new open poll of somebody else */
    UUID newPoll() throws CopException
    {
        PollService.Draft poll = poll();
        get(PollService.class).start(newMember(), poll);
        return poll.id();
    }

    /** @return the values of a new suggestion */
    SuggestionService.Draft suggestion()
    {
        return new SuggestionService.Draft(UUID.randomUUID(), WIKI, this.community, "Suggestion " + this.number++, "");
    }

    /** @return a new suggestion of somebody else */
    UUID newSuggestion() throws CopException
    {
        SuggestionService.Draft suggestion = suggestion();
        get(SuggestionService.class).suggest(newMember(), suggestion);
        return suggestion.id();
    }

    /** @return an open round of the pulse survey */
    UUID openRound() throws CopException
    {
        get(Settings.class).change(this.founder, SettingTarget.community(WIKI, this.community),
            Map.of("pulse.interval", "MONTHLY"));
        PulseService pulse = get(PulseService.class);
        if (pulse.get(this.founder, WIKI, this.community).round() == null) {
            this.wiki.database().execute("delete from cop_pulse_round");
            this.wiki.get(MaintenanceTask.class, "feedback").run();
        }
        return pulse.get(this.founder, WIKI, this.community).round().id();
    }

    /** @return a new nomination of a new member as an expert */
    UUID newNomination() throws CopException
    {
        UUID id = UUID.randomUUID();
        get(DesignationService.class).nominate(newMember(), WIKI,
            new DesignationService.Draft(id, this.community, null, "matrix", ""));
        return id;
    }

    /** @return a new open invitation of somebody else */
    UUID newInvitation() throws CopException
    {
        UUID id = UUID.randomUUID();
        invite(id, newAccount());
        return id;
    }

    /** @return the invitation of {@link Who#INVITED} */
    UUID invitation()
    {
        return this.invitation;
    }

    /** @return a plan with a title of its own, from today on */
    Plan newPlan(List<UserId> order)
    {
        return new Plan(WIKI, this.community, "Rota " + this.number++, LocalDate.now(ZoneOffset.UTC), 1, order);
    }

    /** @return the version of the rota, empty if there is none */
    String rotaVersion() throws CopException
    {
        return get(RotaService.class).of(this.founder, WIKI, this.community).map(Rota::version).orElse("");
    }

    /** Plans the rota with these people. */
    void planRota(List<UserId> order) throws CopException
    {
        get(RotaService.class).plan(this.founder, newPlan(order), rotaVersion());
    }

    /** @return the swap of the first two dates of a new rota, in which a person leads first if it is a member */
    SwapDraft newSwap(UserId person) throws CopException
    {
        boolean member = this.people.entrySet().stream()
            .anyMatch(one -> one.getValue().equals(person) && one.getKey().role() != null);
        planRota(List.of(member ? person : newMember(), newMember()));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new SwapDraft(UUID.randomUUID(), today, today.plusDays(1));
    }

    @Override
    public void close()
    {
        this.wiki.close();
    }
}
