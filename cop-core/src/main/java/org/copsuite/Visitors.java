/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tells one guest from another until the next start, without keeping anything of them: a digest with a secret that is kept
 * in memory alone, so that after the next start nothing is left by which a guest could be known again.
 */
public final class Visitors
{
    private static final int LENGTH = 32;

    private final byte[] salt = new byte[LENGTH];

    /** Makes up the secret. */
    public Visitors()
    {
        new SecureRandom().nextBytes(this.salt);
    }

    /**
     * @param traits what a request tells of who sent it, {@code null} where it tells nothing. What a reverse proxy says of
     *            an address need not be believed for this: it cannot harm more than a reload
     * @return 43 letters, digits, dashes and underscores: the same for the same traits, until the next start
     */
    public String name(String... traits)
    {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
        digest.update(this.salt);
        for (String trait : traits) {
            digest.update((trait + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}
