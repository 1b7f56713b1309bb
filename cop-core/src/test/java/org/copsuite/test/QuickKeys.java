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
 * A security provider that generates short RSA keys. Each starting Solr generates a key to talk to other nodes, even if
 * there are none, and with a key of usual length that is a large part of its start.
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

    /** Installs the provider for the rest of this process. */
    public static void use()
    {
        Security.insertProviderAt(new QuickKeys(), 1);
    }

    /** Delegates to the JDK's generator with a fixed, short key length. */
    public static final class Generator extends KeyPairGeneratorSpi
    {
        @Override
        public void initialize(int bits, SecureRandom random)
        {
            // Ignores the requested key length.
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
