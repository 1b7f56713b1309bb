/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Sessions of accounts in a table; those of guests, who have nothing to lose, in memory alone. */
@Component
@Singleton
public class DefaultSessions implements Sessions, Initializable
{
    private static final Duration LIFE = Duration.ofDays(14);

    private static final int BYTES = 32;

    private static final int KNOWN = 20_000;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private WikiDatabase database;

    private final Cache<String, Stored> known = Caffeine.newBuilder().maximumSize(KNOWN).build();

    /** What is known of a session without its secret. */
    private record Stored(UserId user, String token, Instant expires)
    {
    }

    @Override
    public void initialize()
    {
        this.database.run(
            s -> s.update("delete from wiki_session where expires_at < ?", System.currentTimeMillis()));
    }

    @Override
    public Session open(UserId user)
    {
        String secret = secret();
        String digest = digest(secret);
        Stored session = new Stored(user, secret(), Instant.now().plus(LIFE));
        if (!user.isGuest()) {
            this.database.run(s -> s.update("insert into wiki_session (id, account, token, expires_at) "
                + "values (?, ?, ?, ?)", digest, user.value(), session.token(), session.expires().toEpochMilli()));
        }
        this.known.put(digest, session);
        return new Session(secret, user, session.token(), session.expires());
    }

    private String secret()
    {
        byte[] bytes = new byte[BYTES];
        this.random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String secret)
    {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public Optional<Session> find(String secret)
    {
        if (secret == null || secret.isEmpty() || secret.length() > 2 * BYTES) {
            return Optional.empty();
        }
        String digest = digest(secret);
        Stored session = this.known.get(digest, this::load);
        Instant now = Instant.now();
        if (session == null || session.expires().isBefore(now)) {
            return Optional.empty();
        }
        Instant fresh = now.plus(LIFE);
        if (session.expires().isBefore(fresh.minus(LIFE.dividedBy(10)))) {
            session = prolong(digest, fresh).orElse(session);
        }
        return Optional.of(new Session(secret, session.user(), session.token(), session.expires()));
    }

    private Stored load(String digest)
    {
        return this.database.run(s -> s.one("select account, token, expires_at from wiki_session where id = ?",
            row -> new Stored(new UserId(row.getString("account")), row.getString("token"),
                PageRows.instant(row, "expires_at")), digest)).orElse(null);
    }

    private Optional<Stored> prolong(String digest, Instant expires)
    {
        this.database.run(s -> s.update("update wiki_session set expires_at = ? where id = ?",
            expires.toEpochMilli(), digest));
        // Only what is still there is prolonged: a session that was ended meanwhile stays ended.
        return Optional.ofNullable(this.known.asMap().computeIfPresent(digest,
            (key, session) -> new Stored(session.user(), session.token(), expires)));
    }

    @Override
    public void close(String secret)
    {
        if (secret != null) {
            String digest = digest(secret);
            this.database.run(s -> s.update("delete from wiki_session where id = ?", digest));
            this.known.invalidate(digest);
        }
    }

    @Override
    public void closeAll(UserId user)
    {
        this.database.run(s -> s.update("delete from wiki_session where account = ?", user.value()));
        this.known.asMap().values().removeIf(session -> session.user().equals(user));
    }
}
