/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.Sessions;
import org.copsuite.wiki.UserId;

/** Accounts with open sessions, for clients that act. */
final class Voters
{
    private Voters()
    {
    }

    /**
     * A person who has signed in.
     *
     * @param id the id of the person
     * @param cookie the session cookie
     * @param token the session's form token
     */
    record Voter(UserId id, String cookie, String token)
    {
    }

    static List<Voter> signIn(CopServer wiki, int count) throws RefusedException
    {
        List<Voter> voters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String login = "client" + i;
            UserId id = Account.idOf(login);
            if (wiki.get(Accounts.class).find(id).isEmpty()) {
                wiki.get(Accounts.class).create(login, null, AccountDraft.of("Client " + i));
            }
            Sessions.Session session = wiki.get(Sessions.class).open(id);
            voters.add(new Voter(id, "cop_session=" + session.secret(), session.token()));
        }
        return voters;
    }
}
