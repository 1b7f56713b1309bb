/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of a link: 32 random bytes. Only its hash is stored; with so many random bits a plain hash is as good as a
 * slow one.
 */
final class LinkSecret
{
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkSecret()
    {
    }

    static String create()
    {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return whether a text has the form of a secret */
    static boolean isValid(String secret)
    {
        return secret.matches("[A-Za-z0-9_-]{43}");
    }

    static String hash(String secret)
    {
        try {
            return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Compares in a time that does not depend on where the texts differ. */
    static boolean matches(String secret, String hash)
    {
        return !hash.isEmpty() && MessageDigest.isEqual(hash(secret).getBytes(StandardCharsets.US_ASCII),
            hash.getBytes(StandardCharsets.US_ASCII));
    }
}
