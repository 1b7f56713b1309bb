/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Signs values that the wiki hands out and later verifies: HMAC-SHA-256 with a key of 256 random bits, which is
 * generated once and stored with the settings. Thread-safe.
 */
@Component(roles = SigningKey.class)
@Singleton
public class SigningKey implements Initializable
{
    private static final String SETTING = "signing.key";

    private static final String ALGORITHM = "HmacSHA256";

    private static final int BYTES = 32;

    @Inject
    private Settings settings;

    private SecretKeySpec key;

    @Override
    public void initialize()
    {
        String stored = this.settings.get(SETTING).orElse(null);
        if (stored == null) {
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            stored = Base64.getEncoder().encodeToString(fresh);
            this.settings.set(SETTING, stored);
        }
        this.key = new SecretKeySpec(Base64.getDecoder().decode(stored), ALGORITHM);
    }

    /**
     * @param purpose the purpose of the signature; a signature for one purpose is invalid for another
     * @param text the text to sign
     * @return the signature: 43 letters, digits, dashes and underscores
     */
    public String sign(String purpose, String text)
    {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(this.key);
            byte[] signature = mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available.", e);
        }
    }
}
