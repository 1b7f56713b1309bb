/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the form token at the beginning of a form, before the rest of it is read. */
final class BodyStart
{
    /** Within how many bytes a large form must name its token. */
    static final int LENGTH = 4096;

    private static final Pattern URL_ENCODED = Pattern.compile("(?:^|&)form_token=([^&]*)&");

    private static final Pattern MULTIPART = Pattern.compile("\r\nContent-Disposition: *form-data; *name=\"form_token\""
        + "\r\n(?:[A-Za-z-]+:[^\r\n]*\r\n)*\r\n([^\r\n]*)\r\n", Pattern.CASE_INSENSITIVE);

    private BodyStart()
    {
    }

    /**
     * @param type the body's content type in small letters, may be empty
     * @return whether such a body has fields, so that one of them can be the token
     */
    static boolean hasFields(String type)
    {
        return isUrlEncoded(type) || isMultipart(type);
    }

    static boolean isUrlEncoded(String type)
    {
        return type.startsWith("application/x-www-form-urlencoded");
    }

    static boolean isMultipart(String type)
    {
        return type.startsWith("multipart/form-data");
    }

    /**
     * @param type the body's content type in small letters
     * @param bytes its first bytes
     * @param length how many of them
     * @return the value of the field {@code form_token}, if it is among them as a whole
     */
    static Optional<String> token(String type, byte[] bytes, int length)
    {
        String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Matcher matcher = (isMultipart(type) ? MULTIPART : URL_ENCODED).matcher(start);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(isMultipart(type) ? matcher.group(1)
                : URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // It is written as no token ever is.
            return Optional.empty();
        }
    }
}
