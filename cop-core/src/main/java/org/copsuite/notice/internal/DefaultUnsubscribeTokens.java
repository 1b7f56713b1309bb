/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.SettingType;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** A token is the person's id with a message authentication code made with a secret of the wiki. */
@Component
@Singleton
public class DefaultUnsubscribeTokens implements UnsubscribeTokens
{
    /** The secret of a wiki. */
    static final Setting<String> KEY =
        Setting.text("notice.unsubscribingKey", SettingType.LONGEST, "", Setting.Scope.WIKI);

    private static final String ALGORITHM = "HmacSHA256";

    private static final int BYTES = 32;

    @Inject
    private Settings settings;

    @Inject
    private MailPreferences preferences;

    @Inject
    private Provider<Links> links;

    @Override
    public String token(WikiId wiki, UserId person)
    {
        return encode(person.value().getBytes(StandardCharsets.UTF_8)) + '.' + seal(wiki, person);
    }

    @Override
    public String path(WikiId wiki, String token)
    {
        return this.links.get().sealed(wiki, "/notices/unsubscribing/" + token);
    }

    @Override
    public String address(WikiId wiki, UserId person)
    {
        return this.links.get().absolute(path(wiki, token(wiki, person)));
    }

    @Override
    public UserId person(WikiId wiki, String token) throws CopException
    {
        int dot = token == null || token.length() > LONGEST ? -1 : token.indexOf('.');
        if (dot <= 0) {
            throw CopException.notFound();
        }
        UserId person;
        try {
            person = new UserId(new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw CopException.notFound();
        }
        if (person.isGuest() || !MessageDigest.isEqual(seal(wiki, person).getBytes(StandardCharsets.UTF_8),
            token.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) {
            throw CopException.notFound();
        }
        return person;
    }

    @Override
    public void unsubscribe(WikiId wiki, String token) throws CopException
    {
        this.preferences.set(wiki, person(wiki, token), MailFrequency.NONE);
    }

    private String seal(WikiId wiki, UserId person)
    {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(wiki), ALGORITHM));
            return encode(mac.doFinal((wiki.value() + '\n' + person.value()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing, which every Java platform has.", e);
        }
    }

    private static String encode(byte[] bytes)
    {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Creates the key at first use, and again if the stored value is no key: links in older mails then stop working.
     */
    private synchronized byte[] key(WikiId wiki)
    {
        return decode(this.settings.get(KEY, wiki)).orElseGet(() -> {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            this.settings.set(KEY, SettingTarget.wiki(wiki), encode(random));
            return random;
        });
    }

    private static Optional<byte[]> decode(String key)
    {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(key);
            return bytes.length == BYTES ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
