/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Settings;
import org.xwiki.component.annotation.Component;

/**
 * Tells cursor marks that Solr gave from invented ones. Solr decodes a mark as its binary format, lengths and all: an
 * invented one could make it allocate whatever it says.
 */
@Component(roles = CursorSeal.class)
@Singleton
public class CursorSeal
{
    private static final String KEY = "knowledge.cursorKey";

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private Settings settings;

    /**
     * @param wiki the wiki
     * @param mark a mark that Solr gave
     * @return what proves that it did, safe in a URL
     */
    String of(String wiki, String mark)
    {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key(wiki)), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(mac.doFinal(mark.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param wiki the wiki
     * @param mark a mark that came in
     * @param seal the seal that came with it
     * @return whether Solr gave it
     */
    boolean fits(String wiki, String mark, String seal)
    {
        return MessageDigest.isEqual(of(wiki, mark).getBytes(StandardCharsets.UTF_8),
            seal.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isKey(String kept)
    {
        try {
            return Base64.getDecoder().decode(kept).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Made at first use, and again where what is kept is no key. Where two nodes make one at the same time, a list goes on
     * from its start, once.
     */
    private String key(String wiki)
    {
        return this.settings.get(wiki, KEY).filter(CursorSeal::isKey).orElseGet(() -> {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            String key = Base64.getEncoder().encodeToString(random);
            this.settings.set(wiki, KEY, key);
            return key;
        });
    }
}
