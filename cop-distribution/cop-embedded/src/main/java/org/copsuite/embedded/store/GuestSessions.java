/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * The sessions of guests, which the server does not store. The secret is {@code g.<random>.<end>.<signature>}; the form
 * token is a signature of the random part, so that it stays the same when the session is prolonged.
 */
@Component(roles = GuestSessions.class)
@Singleton
public class GuestSessions
{
    private static final Duration LIFE = Duration.ofDays(14);

    private static final String PREFIX = "g.";

    private static final int BYTES = 16;

    private static final int RADIX = 36;

    private static final int PARTS = 4;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private SigningKey key;

    static boolean isGuest(String secret)
    {
        return secret.startsWith(PREFIX);
    }

    Session open()
    {
        byte[] bytes = new byte[BYTES];
        this.random.nextBytes(bytes);
        return session(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), Instant.now().plus(LIFE));
    }

    private Session session(String id, Instant expires)
    {
        String unsigned = PREFIX + id + '.' + Long.toString(expires.getEpochSecond(), RADIX);
        return new Session(unsigned + '.' + this.key.sign("guest", unsigned), UserId.GUEST,
            this.key.sign("guest form", id), Instant.ofEpochSecond(expires.getEpochSecond()));
    }

    Optional<Session> find(String secret)
    {
        String[] parts = secret.split("\\.", -1);
        if (parts.length != PARTS || !parts[2].matches("[0-9a-z]{1,8}")) {
            return Optional.empty();
        }
        Session session = session(parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2], RADIX)));
        boolean ours = MessageDigest.isEqual(session.secret().getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8));
        return ours && session.expires().isAfter(Instant.now()) ? Optional.of(session) : Optional.empty();
    }

    Session renew(Session session)
    {
        Instant now = Instant.now();
        return session.expires().isAfter(now.plus(LIFE.dividedBy(2))) ? session
            : session(session.secret().split("\\.")[1], now.plus(LIFE));
    }
}
