/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.nio.charset.StandardCharsets;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the form token in the first bytes of a form, before the rest of the form is read. */
final class BodyStart
{
    /** The number of bytes within which a large form must contain its token. */
    static final int LENGTH = 4096;

    private static final Pattern URL_ENCODED = Pattern.compile("(?:^|&)form_token=([^&]*)&");

    private static final Pattern MULTIPART = Pattern.compile("\r\nContent-Disposition: *form-data; *name=\"form_token\""
        + "\r\n(?:[A-Za-z-]+:[^\r\n]*\r\n)*\r\n([^\r\n]*)\r\n", Pattern.CASE_INSENSITIVE);

    private BodyStart()
    {
    }

    /**
     * @param type the content type of the body in lower case, may be empty
     * @return whether the body has fields, one of which can be the token
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
     * @param type the content type of the body in lower case
     * @param bytes the first bytes of the body
     * @param length the number of valid bytes in the array
     * @return the value of the field {@code form_token}, empty if these bytes do not contain the whole field
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
            // Invalid encoding: no token is written like this.
            return Optional.empty();
        }
    }
}
