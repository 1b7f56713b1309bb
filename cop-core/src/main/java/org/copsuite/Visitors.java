/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Distinguishes guests until the next start without storing anything about them: a digest with a secret that is held in
 * memory only, so that no guest can be recognised after the next start.
 */
public final class Visitors
{
    private static final int LENGTH = 32;

    private final byte[] salt = new byte[LENGTH];

    /** Creates the secret. */
    public Visitors()
    {
        new SecureRandom().nextBytes(this.salt);
    }

    /**
     * @param traits what a request reveals about its sender, {@code null} where it reveals nothing. A forged address
     *            from a reverse proxy does no more harm here than a reload
     * @return 43 letters, digits, dashes and underscores: the same for the same traits, until the next start
     */
    public String name(String... traits)
    {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, which every Java platform has.", e);
        }
        digest.update(this.salt);
        for (String trait : traits) {
            digest.update((trait + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}
