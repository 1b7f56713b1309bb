/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Counts failed attempts to sign in, so that the owner of the account hears of them. */
@Component(roles = SignInAttempts.class)
@Singleton
public class SignInAttempts
{
    @Inject
    private WikiDatabase database;

    /**
     * Failed attempts before the owner signed in.
     *
     * @param count how many
     * @param last when the last one was
     */
    public record Failed(int count, Instant last)
    {
    }

    /**
     * Counts a failed attempt.
     *
     * @param account on which account
     */
    public void failed(UserId account)
    {
        long now = System.currentTimeMillis();
        this.database.<Integer, RuntimeException>transaction(s -> {
            int rows = s.update("update wiki_attempts set failed = failed + 1, last_failed = ? where account = ?", now,
                account.value());
            return rows > 0 ? rows : s.update("insert into wiki_attempts (account, failed, last_failed, reported, "
                + "last_reported) values (?, 1, ?, 0, 0)", account.value(), now);
        });
    }

    /**
     * Notes that the owner has signed in: attempts are counted from the beginning again.
     *
     * @param account whose account
     * @return whether attempts failed since the owner signed in before; {@link #reported} tells of them
     */
    public boolean succeeded(UserId account)
    {
        return this.database.run(s -> s.update("update wiki_attempts set reported = failed, last_reported = last_failed, "
            + "failed = 0 where account = ? and failed > 0", account.value())) > 0;
    }

    /**
     * @param account whose account
     * @return the attempts that failed between the last two times that the owner signed in
     */
    public Optional<Failed> reported(UserId account)
    {
        return this.database.run(s -> s.one(
            "select reported, last_reported from wiki_attempts where account = ? and reported > 0",
            row -> new Failed(row.getInt("reported"), PageRows.instant(row, "last_reported")), account.value()));
    }
}
