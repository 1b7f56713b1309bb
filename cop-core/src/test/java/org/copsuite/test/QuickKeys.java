/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;

/**
 * Short RSA keys. Each Solr that starts makes itself a key for talking to other nodes, also where there are none, and
 * that is a good part of its start.
 */
public final class QuickKeys extends Provider
{
    private static final long serialVersionUID = 1L;

    private static final String NAME = "QuickKeys";

    private static final int BITS = 512;

    private QuickKeys()
    {
        super(NAME, "1", "Short keys, for tests only");
        put("KeyPairGenerator.RSA", Generator.class.getName());
    }

    /** From here on, in this process. */
    public static void use()
    {
        Security.insertProviderAt(new QuickKeys(), 1);
    }

    /** Asks the usual generator for less than it is asked for. */
    public static final class Generator extends KeyPairGeneratorSpi
    {
        @Override
        public void initialize(int bits, SecureRandom random)
        {
            // However many are wanted.
        }

        @Override
        public KeyPair generateKeyPair()
        {
            try {
                KeyPairGenerator usual = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
                usual.initialize(BITS);
                return usual.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
