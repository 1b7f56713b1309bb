/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Counts failed attempts to sign in and reports them to the owner of the account. */
@Component(roles = SignInAttempts.class)
@Singleton
public class SignInAttempts
{
    @Inject
    private WikiDatabase database;

    /**
     * The failed attempts before the owner signed in.
     *
     * @param count the number of attempts
     * @param last the time of the last attempt
     */
    public record Failed(int count, Instant last)
    {
    }

    /**
     * Counts a failed attempt.
     *
     * @param account the account
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
     * Records that the owner has signed in and resets the counter.
     *
     * @param account the account
     * @return whether attempts have failed since the previous sign-in; {@link #reported} returns them
     */
    public boolean succeeded(UserId account)
    {
        return this.database.run(s -> s.update("update wiki_attempts set reported = failed, last_reported = last_failed, "
            + "failed = 0 where account = ? and failed > 0", account.value())) > 0;
    }

    /**
     * @param account the account
     * @return the failed attempts before the last sign-in for which {@link #succeeded} returned {@code true}
     */
    public Optional<Failed> reported(UserId account)
    {
        return this.database.run(s -> s.one(
            "select reported, last_reported from wiki_attempts where account = ? and reported > 0",
            row -> new Failed(row.getInt("reported"), PageRows.instant(row, "last_reported")), account.value()));
    }
}
