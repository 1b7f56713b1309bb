/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Digests of passwords: PBKDF2 with HMAC-SHA-256. The number of iterations is stored with each digest, so that it may
 * grow; it follows the OWASP Password Storage Cheat Sheet.
 */
final class Passwords
{
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    private static final String SCHEME = "pbkdf2-sha256";

    static final int ITERATIONS = 600_000;

    private static final int SALT = 16;

    private static final int DIGEST_BITS = 256;

    /** As many characters as are looked at: a longer password must not cost more. */
    static final int LONGEST = Accounts.PASSWORD_LONGEST;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A salt and the digest of no password: what is compared where there is no account, so that it takes as long. */
    private static final String NOBODY = "$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static volatile int iterations = ITERATIONS;

    /** As many digests are computed at the same time; the other half of the processors is left to readers. */
    private static final Semaphore PROCESSORS =
        new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private Passwords()
    {
    }

    /**
     * For tests, which have hundreds of passwords and nothing to hide; no option leads here.
     *
     * @param number how many iterations new digests have
     */
    static void setIterations(int number)
    {
        iterations = number;
    }

    static String digest(String password)
    {
        int number = iterations;
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME + '$' + number + '$' + base64.encodeToString(salt) + '$'
            + base64.encodeToString(derive(password, salt, number));
    }

    /**
     * @param password what was typed
     * @param stored a digest, {@code null} for an account that does not exist or has no password
     * @return whether they belong together
     */
    static boolean matches(String password, String stored)
    {
        String[] parts = (stored == null ? SCHEME + '$' + iterations + NOBODY : stored).split("\\$");
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] typed = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(typed, base64.decode(parts[3])) && stored != null;
    }

    private static byte[] derive(String password, byte[] salt, int iterations)
    {
        char[] characters = password.substring(0, Math.min(LONGEST, password.length())).toCharArray();
        PBEKeySpec key = new PBEKeySpec(characters, salt, iterations, DIGEST_BITS);
        PROCESSORS.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 17 platform has " + ALGORITHM + '.', e);
        } finally {
            PROCESSORS.release();
            key.clearPassword();
        }
    }
}
