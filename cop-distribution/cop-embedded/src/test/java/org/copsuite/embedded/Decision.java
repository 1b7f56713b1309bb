/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.CommunityWatch;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.feedback.PollService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.notice.WatchService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.manager.ComponentLookupException;

/** What people decide while the process is killed: each kind is prepared once, and then taken, perhaps again. */
enum Decision
{
    /** Somebody reaches a milestone that others own and work on. */
    MILESTONE
    {
        @Override
        void prepare(CopServer wiki, int number) throws Exception
        {
            UserId owner = member(wiki, owner(number));
            wiki.get(MilestoneService.class).set(FACILITATOR, new MilestoneService.Draft(id(number), WIKI, COMMUNITY, null,
                "Milestone " + number, "", "2031-12-31", owner, List.of(MEMBERS.get(0)), "", "", ""));
        }

        @Override
        void take(CopServer wiki, int number) throws Exception
        {
            wiki.get(MilestoneService.class).state(FACILITATOR, WIKI, id(number), new Change(State.REACHED, "", null));
        }
    },
    /** Somebody closes a secret poll in which five have voted. */
    POLL
    {
        @Override
        void prepare(CopServer wiki, int number) throws Exception
        {
            start(wiki, id(number), number);
        }

        @Override
        void take(CopServer wiki, int number) throws Exception
        {
            wiki.get(PollService.class).close(FACILITATOR, WIKI, id(number));
        }
    },
    /** The last day of a secret poll in which five have voted is over, and the maintenance of the night closes it. */
    POLL_AT_NIGHT
    {
        @Override
        void prepare(CopServer wiki, int number) throws Exception
        {
            start(wiki, id(number), number);
            try (Connection connection = wiki.get(WikiDatabase.class).dataSource().getConnection();
                Statement statement = connection.createStatement())
            {
                statement.executeUpdate("update cop_poll set closes_on = closes_on - 7 where id = '" + id(number) + "'");
            }
        }

        @Override
        void take(CopServer wiki, int number)
        {
            maintain(wiki, "feedback");
        }
    },
    /** The maintenance of the night tells the leaders of the next two dates of a rota, first in one order, then in the other. */
    REMINDER
    {
        @Override
        void prepare(CopServer wiki, int number) throws Exception
        {
            RotaService rotas = wiki.get(RotaService.class);
            List<UserId> order = number == 1 ? MEMBERS.subList(0, 2) : List.of(MEMBERS.get(1), MEMBERS.get(0));
            rotas.plan(FACILITATOR, new Plan(WIKI, COMMUNITY, "Open hour", LocalDate.now(ZoneOffset.UTC).plusDays(1), 2, order),
                rotas.of(FACILITATOR, WIKI, COMMUNITY).map(Rota::version).orElse(""));
        }

        @Override
        void take(CopServer wiki, int number)
        {
            maintain(wiki, "rotas");
        }
    },
    /** Somebody uses an invitation by a link that two accounts can use. */
    INVITATION
    {
        @Override
        void prepare(CopServer wiki, int number) throws Exception
        {
            account(wiki, joiner(number));
            wiki.get(MembershipService.class).invite(FACILITATOR, WIKI, new InvitationDraft(id(number), COMMUNITY,
                InvitationKind.LINK, null, null, "", 3, 2, SECRET));
        }

        @Override
        void take(CopServer wiki, int number) throws Exception
        {
            wiki.get(MembershipService.class).accept(joiner(number), WIKI, id(number), SECRET);
        }
    };

    static final WikiId WIKI = WikiOptions.WIKI;

    static final CommunityId COMMUNITY = new CommunityId(UUID.nameUUIDFromBytes("killed".getBytes(StandardCharsets.UTF_8)));

    static final UserId FACILITATOR = Account.idOf("facilitator");

    /** Five members, all of whom vote; the first two watch the community. */
    static final List<UserId> MEMBERS = IntStream.range(0, 5).mapToObj(i -> Account.idOf("member" + i)).toList();

    static final int WATCHERS = 2;

    /** The secret of every link, which no log may tell. */
    static final String SECRET = "c2VjcmV0LW9mLWEtbGluay1mb3ItdHdvLWFjY291bnQ";

    abstract void prepare(CopServer wiki, int number) throws Exception;

    abstract void take(CopServer wiki, int number) throws Exception;

    /** @return the id of the thing that is decided */
    UUID id(int number)
    {
        return UUID.nameUUIDFromBytes((name() + number).getBytes(StandardCharsets.UTF_8));
    }

    /** @return the owner of a milestone */
    static UserId owner(int number)
    {
        return Account.idOf("owner" + number);
    }

    /** @return who uses a link first */
    static UserId joiner(int number)
    {
        return Account.idOf("joiner" + number);
    }

    /** Creates the community with its members, once. */
    static void found(CopServer wiki) throws Exception
    {
        account(wiki, FACILITATOR);
        wiki.get(Groups.class).add(GroupDirectory.ADMINISTRATORS, FACILITATOR);
        wiki.get(CommunityService.class).found(FACILITATOR, new CommunityDraft(COMMUNITY, WIKI, "Killed", "What it is for.",
            List.of(), Visibility.OPEN, Joining.INVITATION));
        for (UserId member : MEMBERS) {
            member(wiki, member);
        }
        for (UserId member : MEMBERS.subList(0, WATCHERS)) {
            wiki.get(WatchService.class).watch(member, CommunityWatch.of(WIKI, COMMUNITY), true);
        }
    }

    private static void start(CopServer wiki, UUID id, int number) throws CopException
    {
        PollService polls = wiki.get(PollService.class);
        polls.start(FACILITATOR, new PollService.Draft(id, WIKI, COMMUNITY, "Poll " + number,
            PollService.Kind.SINGLE, true, List.of("Purple", "Yellow"), LocalDate.now(ZoneOffset.UTC).plusDays(3)));
        for (int i = 0; i < MEMBERS.size(); i++) {
            polls.vote(MEMBERS.get(i), WIKI, id, List.of(i < 2 ? 1 : 2));
        }
    }

    private static void maintain(CopServer wiki, String task)
    {
        try {
            wiki.components().<MaintenanceTask>getInstance(MaintenanceTask.class, task).run();
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserId member(CopServer wiki, UserId member) throws CopException
    {
        account(wiki, member);
        wiki.get(CommunityService.class).appoint(FACILITATOR, COMMUNITY, member, Role.MEMBER);
        return member;
    }

    /** Creates an account with an address that no log may tell. */
    static void account(CopServer wiki, UserId user)
    {
        String login = user.value().substring(user.value().lastIndexOf('.') + 1);
        Accounts accounts = wiki.get(Accounts.class);
        if (accounts.byLogin(login).isEmpty()) {
            try {
                AccountDraft draft = AccountDraft.of("Name of " + login);
                accounts.create(login, null,
                    new AccountDraft(draft.name(), login + "@example.org", draft.locale(), draft.zone(), true));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
