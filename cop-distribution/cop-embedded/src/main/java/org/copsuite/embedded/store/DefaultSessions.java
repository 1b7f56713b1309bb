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
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Stores sessions of accounts in a table; sessions of guests are stored in their cookies only. */
@Component
@Singleton
public class DefaultSessions implements Sessions, Initializable
{
    private static final Duration LIFE = Duration.ofDays(14);

    private static final int BYTES = 32;

    private static final int MAXIMUM_LENGTH = 128;

    /** The maximum number of account sessions in the cache. */
    private static final int CACHED = 20_000;

    /** The maximum number of sessions per account; a new session replaces the one that expires first. */
    private static final int PER_ACCOUNT = 100;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private WikiDatabase database;

    @Inject
    private GuestSessions guests;

    private final Cache<String, Stored> cache = Caffeine.newBuilder().maximumSize(CACHED).build();

    /** The values of a session, without its secret. */
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
        if (user.isGuest()) {
            return this.guests.open();
        }
        String secret = secret();
        String digest = digest(secret);
        Stored session = new Stored(user, secret(), Instant.now().plus(LIFE));
        this.database.<Integer, RuntimeException>transaction(s -> {
            List<String> open = s.list("select id from wiki_session where account = ? order by expires_at desc",
                row -> row.getString("id"), user.value());
            for (String old : open.subList(Math.min(PER_ACCOUNT - 1, open.size()), open.size())) {
                s.update("delete from wiki_session where id = ?", old);
                this.cache.invalidate(old);
            }
            return s.update("insert into wiki_session (id, account, token, expires_at) values (?, ?, ?, ?)", digest,
                user.value(), session.token(), session.expires().toEpochMilli());
        });
        this.cache.put(digest, session);
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
            throw new IllegalStateException("SHA-256 is not available.", e);
        }
    }

    @Override
    public Optional<Session> find(String secret)
    {
        if (secret == null || secret.isEmpty() || secret.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        if (GuestSessions.isGuest(secret)) {
            return this.guests.find(secret);
        }
        String digest = digest(secret);
        Stored session = this.cache.get(digest, this::load);
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
        // Only a cached session is prolonged: one that was closed meanwhile stays closed.
        return Optional.ofNullable(this.cache.asMap().computeIfPresent(digest,
            (key, session) -> new Stored(session.user(), session.token(), expires)));
    }

    @Override
    public Session renew(Session session)
    {
        return session.user().isGuest() ? this.guests.renew(session) : session;
    }

    @Override
    public void close(String secret)
    {
        if (secret != null && !GuestSessions.isGuest(secret)) {
            String digest = digest(secret);
            this.database.run(s -> s.update("delete from wiki_session where id = ?", digest));
            this.cache.invalidate(digest);
        }
    }

    @Override
    public void closeAll(UserId user)
    {
        this.database.run(s -> s.update("delete from wiki_session where account = ?", user.value()));
        this.cache.asMap().values().removeIf(session -> session.user().equals(user));
    }
}
