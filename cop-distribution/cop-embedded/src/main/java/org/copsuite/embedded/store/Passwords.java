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
 * Hashes passwords by PBKDF2 with HMAC-SHA-256. Each hash stores its number of iterations, so that the default can
 * grow; the default follows the OWASP Password Storage Cheat Sheet.
 */
final class Passwords
{
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    private static final String SCHEME = "pbkdf2-sha256";

    static final int ITERATIONS = 600_000;

    private static final int SALT = 16;

    private static final int DIGEST_BITS = 256;

    /** The number of characters that are hashed: a longer password must not cost more. */
    static final int LONGEST = Accounts.PASSWORD_LONGEST;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The salt and hash that a password is compared with if there is no account, so that the check takes as long. */
    private static final String NOBODY = "$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static volatile int iterations = ITERATIONS;

    /** Limits concurrent hashing to half of the processors; the other half remains for readers. */
    private static final Semaphore PROCESSORS =
        new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private Passwords()
    {
    }

    /**
     * Reduces the iterations in tests, which create hundreds of passwords; no option of the wiki calls this.
     *
     * @param number the number of iterations of new hashes
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
     * @param password the password that was typed
     * @param stored a hash, or {@code null} if the account does not exist or has no password
     * @return whether the password matches the hash
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
            throw new IllegalStateException(ALGORITHM + " is not available.", e);
        } finally {
            PROCESSORS.release();
            key.clearPassword();
        }
    }
}
