/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

import org.copsuite.embedded.store.SigningKey;
import org.xwiki.component.annotation.Component;

/**
 * Recognises, by a signed cookie, browsers on which a person has signed in before. The cookie only selects a counter of
 * {@link LoginThrottle}; it signs nobody in. A browser remembers only the login that was used last.
 */
@Component(roles = KnownDevices.class)
@Singleton
public class KnownDevices
{
    private static final String NAME = "cop_device";

    private static final long LIFE = TimeUnit.DAYS.toSeconds(180);

    private static final int LONGEST = 120;

    @Inject
    private SigningKey key;

    /**
     * @param request a request
     * @param login the submitted login
     * @return the name of the device if its last owner signed in with this login, empty otherwise
     */
    String of(HttpServletRequest request, String login)
    {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            String value = cookie.getValue();
            int dot = value.indexOf('.');
            if (NAME.equals(cookie.getName()) && dot > 0 && value.length() <= LONGEST) {
                String device = value.substring(0, dot);
                byte[] expected = sign(device, login).getBytes(StandardCharsets.UTF_8);
                if (MessageDigest.isEqual(expected, value.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) {
                    return device;
                }
            }
        }
        return "";
    }

    private String sign(String device, String login)
    {
        return this.key.sign("device", device + '\n' + login.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Sets the cookie that makes the browser a known device of the login.
     *
     * @param exchange the exchange in which the person has signed in
     * @param login the login
     */
    void remember(Exchange exchange, String login)
    {
        String device = UUID.randomUUID().toString();
        String secure = exchange.request().isSecure() ? "; Secure" : "";
        exchange.response().addHeader("Set-Cookie", NAME + '=' + device + '.' + sign(device, login)
            + "; Path=/bin/; HttpOnly; SameSite=Lax; Max-Age=" + LIFE + secure);
    }
}
