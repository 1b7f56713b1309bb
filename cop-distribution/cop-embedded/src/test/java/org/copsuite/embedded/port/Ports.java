/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.nio.file.Path;

import org.copsuite.embedded.ComponentsAccess;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.AccountDraft;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.UserId;

/** A wiki without a web server, for the tests of its ports, with a few accounts. */
final class Ports implements AutoCloseable
{
    private final ComponentsAccess components;

    private final UserId alice;

    private final UserId bob;

    private final UserId inactive;

    private final UserId administrator;

    Ports(Path data, String databaseUrl) throws RefusedException
    {
        this.components =
            new ComponentsAccess(new WikiOptions(WikiOptions.LOOPBACK, 0, data, databaseUrl, true));
        this.alice = account("alice", "Alice van Dam", "alice@example.org", true);
        this.bob = account("bob", "Bob Damson", "", true);
        this.inactive = account("carol", "Carol Damaged", "carol@example.org", false);
        this.administrator = account("root", "The Administrator", "", true);
        get(Groups.class).add(GroupDirectory.ADMINISTRATORS, this.administrator);
        get(Groups.class).add(GroupDirectory.ADMINISTRATORS, this.inactive);
    }

    private UserId account(String login, String name, String email, boolean active) throws RefusedException
    {
        AccountDraft draft = AccountDraft.of(name);
        return get(Accounts.class).create(login, null,
            new AccountDraft(name, email, draft.locale(), draft.zone(), active)).id();
    }

    <T> T get(Class<T> role)
    {
        return this.components.get(role);
    }

    UserId alice()
    {
        return this.alice;
    }

    UserId bob()
    {
        return this.bob;
    }

    UserId inactive()
    {
        return this.inactive;
    }

    UserId administrator()
    {
        return this.administrator;
    }

    @Override
    public void close()
    {
        this.components.close();
    }
}
