/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletRequest;

import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.question.PostFiles;
import org.copsuite.rest.Input;
import org.xwiki.component.annotation.Component;

/** The maximum size of a request body for each address, in bytes. */
@Component(roles = BodyLimits.class)
@Singleton
public class BodyLimits
{
    /** The form of a page, percent-encoded. */
    static final int PAGE = 4 * 1024 * 1024;

    /** Any other form. */
    static final int FORM = 256 * 1024;

    /** The login form: the longest password, percent-encoded, and the URL to return to. */
    static final int LOGIN = 16 * 1024;

    /** The other parts of a form with a file. */
    private static final int AROUND = 64 * 1024;

    @Inject
    private Attachments attachments;

    /**
     * @param request a request of which only the head has been read
     * @return the maximum size of its body, in bytes; 0 if it may have none
     */
    long of(HttpServletRequest request)
    {
        String path = request.getRequestURI();
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            return 0;
        }
        if (path.startsWith("/rest/")) {
            return type.startsWith("application/octet-stream") ? Math.max(PostFiles.MAXIMUM, Input.MAXIMUM) : Input.MAXIMUM;
        }
        if (type.startsWith("multipart/form-data")) {
            return AROUND + (is(path, "upload") ? this.attachments.maximum() : is(path, "profile") ? Accounts.AVATAR_SIZE : 0);
        }
        if (is(path, "save") || is(path, "preview")) {
            return PAGE;
        }
        return is(path, "login") ? LOGIN : path.startsWith("/bin/") ? FORM : 0;
    }

    private static boolean is(String path, String action)
    {
        return path.equals("/bin/" + action) || path.startsWith("/bin/" + action + '/');
    }
}
