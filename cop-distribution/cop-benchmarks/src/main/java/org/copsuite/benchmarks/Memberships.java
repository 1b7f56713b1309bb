/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.wiki.Groups;

/**
 * Generates accounts and their memberships, as rows of the wiki's groups, of the ledger and of the projection. Everybody
 * is in the first community, which is the one of the whole organisation, and in some smaller ones. The generated
 * accounts have no password.
 */
final class Memberships
{
    private static final int OTHERS = 3;

    private final CopServer wiki;

    private final Random random = new Random(7);

    Memberships(CopServer wiki)
    {
        this.wiki = wiki;
    }

    /**
     * Generates accounts and memberships.
     *
     * @param people the number of accounts
     * @param communities the communities, without other members than their founder
     * @return the number of memberships
     */
    int generate(int people, List<CommunityView> communities) throws SQLException
    {
        Words.Zipf sizes = new Words.Zipf(communities.size(), 0.5);
        int[] members = new int[communities.size()];
        int all = 0;
        try (Connection connection = this.wiki.get(WikiDatabase.class).dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Rows rows = new Rows(connection)) {
                for (int i = 0; i < people; i++) {
                    String account = rows.account(i);
                    for (int number : joined(sizes)) {
                        rows.member(communities.get(number), group(communities.get(number)), account);
                        members[number]++;
                        all++;
                    }
                }
                rows.end(communities, members);
            }
            connection.commit();
        }
        return all;
    }

    /** @return the numbers of the communities that somebody joined: the first one and some others */
    private Set<Integer> joined(Words.Zipf sizes)
    {
        Set<Integer> joined = new TreeSet<>(Set.of(0));
        for (int i = 0; i < OTHERS; i++) {
            joined.add(sizes.next(this.random));
        }
        return joined;
    }

    private String group(CommunityView community)
    {
        return this.wiki.get(Groups.class).named(WikiOptions.WIKI, "Community-" + community.id() + "-Members").value();
    }

    /** The tables. */
    private static final class Rows implements AutoCloseable
    {
        private static final String WIKI = WikiOptions.WIKI.value();

        private final Connection connection;

        private final Inserts accounts;

        private final Inserts groups;

        private final Inserts memberships;

        private final Inserts ledger;

        private final long now = System.currentTimeMillis();

        private long sequence;

        Rows(Connection connection) throws SQLException
        {
            this.connection = connection;
            this.accounts = new Inserts(connection, "wiki_account", "id", "login", "login_key", "name", "email", "locale",
                "zone", "active", "created_at");
            this.groups = new Inserts(connection, "wiki_member", "group_id", "account");
            this.memberships = new Inserts(connection, "cop_membership", "wiki", "community", "person", "member_role",
                "role_order", "since_at", "place");
            this.ledger = new Inserts(connection, "cop_ledger", "place", "wiki", "done_at", "actor", "act", "subject",
                "community", "beneficiary", "weight", "origin", "detail");
            this.sequence = new Tables(connection).head();
        }

        String account(int number) throws SQLException
        {
            String login = "person" + number;
            String id = Account.idOf(login).value();
            this.accounts.add(id, login, login, "Person " + number, "", "en", "UTC", true, this.now);
            return id;
        }

        void member(CommunityView community, String group, String account) throws SQLException
        {
            this.sequence++;
            String id = community.id().toString();
            this.groups.add(group, account);
            this.memberships.add(WIKI, id, account, Role.MEMBER.name(), Role.MEMBER.order(), this.now, this.sequence);
            this.ledger.add(this.sequence, WIKI, this.now, account, "joined", id, id, account, 1,
                UUID.randomUUID().toString(), Role.MEMBER.name());
        }

        void end(List<CommunityView> communities, int[] members) throws SQLException
        {
            for (Inserts inserts : List.of(this.accounts, this.groups, this.memberships, this.ledger)) {
                inserts.flush();
            }
            try (PreparedStatement update = this.connection
                .prepareStatement("update cop_community set members = members + ? where wiki = ? and id = ?"))
            {
                for (int i = 0; i < members.length; i++) {
                    update.setInt(1, members[i]);
                    update.setString(2, WIKI);
                    update.setString(3, communities.get(i).id().toString());
                    update.addBatch();
                }
                update.executeBatch();
            }
            try (PreparedStatement update = this.connection
                .prepareStatement("update cop_ledger_head set place = ?, changes = changes + 1 where id = 1"))
            {
                update.setLong(1, this.sequence);
                update.executeUpdate();
            }
        }

        @Override
        public void close() throws SQLException
        {
            for (Inserts inserts : List.of(this.accounts, this.groups, this.memberships, this.ledger)) {
                inserts.close();
            }
        }
    }
}
