/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.SettingType;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Encrypts Solr's cursor marks. The marks contain scores, which must stay secret. Solr decodes a mark as its binary
 * format, including lengths: a forged mark could make Solr allocate any amount of memory.
 */
@Component(roles = CursorSeal.class)
@Singleton
public class CursorSeal
{
    private static final Setting<String> KEY =
        Setting.text("knowledge.cursorKey", SettingType.LONGEST, "", Setting.Scope.WIKI);

    private static final String ALGORITHM = "AES/GCM/NoPadding";

    /** The length of the key in bytes. */
    private static final int SIZE = 32;

    /** The length of the nonce in bytes. */
    private static final int NONCE = 12;

    /** The length of the authentication tag in bits. */
    private static final int TAG = 128;

    @Inject
    private Settings settings;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param wiki the wiki
     * @param mark a cursor mark from Solr
     * @return the encrypted mark, safe in a URL
     */
    String close(WikiId wiki, String mark)
    {
        byte[] nonce = new byte[NONCE];
        this.random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, wiki, nonce).doFinal(mark.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param wiki the wiki
     * @param sealed the encrypted mark from a request
     * @return the decrypted mark; empty if {@link #close} did not create it
     */
    Optional<String> open(WikiId wiki, String sealed)
    {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length <= NONCE) {
                return Optional.empty();
            }
            byte[] mark = cipher(Cipher.DECRYPT_MODE, wiki, Arrays.copyOf(bytes, NONCE))
                .doFinal(bytes, NONCE, bytes.length - NONCE);
            return Optional.of(new String(mark, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, WikiId wiki, byte[] nonce) throws GeneralSecurityException
    {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(Base64.getDecoder().decode(key(wiki)), "AES"),
            new GCMParameterSpec(TAG, nonce));
        return cipher;
    }

    private static boolean isKey(String stored)
    {
        try {
            return Base64.getDecoder().decode(stored).length == SIZE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Generates the key at first use, and again if the stored value is not a valid key. If two nodes generate a key at
     * the same time, a list may restart from its first page once.
     */
    private String key(WikiId wiki)
    {
        String stored = this.settings.get(KEY, wiki);
        if (isKey(stored)) {
            return stored;
        }
        byte[] bytes = new byte[SIZE];
        this.random.nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        this.settings.set(KEY, SettingTarget.wiki(wiki), key);
        return key;
    }
}
