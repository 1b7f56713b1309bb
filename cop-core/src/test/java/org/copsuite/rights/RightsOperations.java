/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;

import static org.copsuite.rights.RightsFixture.WIKI;
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
        return all.operations;
    }

    private void add(String name, RightsOperation.Rule rule, RightsOperation.Attempt attempt)
    {
        this.operations.add(new RightsOperation(name, rule, attempt));
    }

    private void reading()
    {
        add("view the community", VIEWS, (f, actor) -> f.get(CommunityService.class).get(actor, WIKI, f.community()));
        add("list the members", VIEWS,
            (f, actor) -> f.get(CommunityService.class).members(actor, f.community(), null, 10));
        add("read a question", VIEWS, (f, actor) -> f.get(QuestionQueries.class).question(actor, f.newQuestion(),
            ThreadQuery.of(AnswerOrder.SCORE)));
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
    }
}
