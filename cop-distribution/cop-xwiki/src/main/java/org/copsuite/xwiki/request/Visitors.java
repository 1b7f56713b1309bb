/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.servlet.http.HttpServletRequest;

/**
 * Tells one guest from another until the next start, without keeping anything of them: a digest with a secret of ours.
 */
final class Visitors
{
    private static final int LENGTH = 32;

    private final byte[] salt = new byte[LENGTH];

    Visitors()
    {
        new SecureRandom().nextBytes(this.salt);
    }

    /** What a reverse proxy says of the address is not believed for anything but this. */
    String name(HttpServletRequest request)
    {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
        digest.update(this.salt);
        for (String part : new String[] {request.getRemoteAddr(), request.getHeader("X-Forwarded-For"),
            request.getHeader("User-Agent"), request.getHeader("Accept-Language")}) {
            digest.update((part + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}
