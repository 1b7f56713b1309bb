/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.RefusedException;

/** What was asked for is refused, for a reason that a person understands. */
public class WebException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final int status;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param status the HTTP status
     * @param key the translation key of the sentence that says why
     * @param arguments what stands for {@code {0}} ... in it
     */
    public WebException(int status, String key, Object... arguments)
    {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return there is no such thing */
    static WebException notFound()
    {
        return new WebException(HttpServletResponse.SC_NOT_FOUND, "embedded.error.missing");
    }

    /** @return the person may not do it */
    static WebException forbidden()
    {
        return new WebException(HttpServletResponse.SC_FORBIDDEN, "embedded.error.forbidden");
    }

    /**
     * @param key the translation key of the sentence that says what is wrong with what was sent
     * @param arguments its arguments
     * @return what was sent is wrong
     */
    static WebException wrong(String key, Object... arguments)
    {
        return new WebException(HttpServletResponse.SC_BAD_REQUEST, key, arguments);
    }

    /**
     * @param refusal why the store refused
     * @return the same for the browser
     */
    static WebException of(RefusedException refusal)
    {
        return wrong(refusal.getKey(), refusal.getArguments());
    }

    /** @return the HTTP status */
    public int getStatus()
    {
        return this.status;
    }

    /** @return the translation key */
    public String getKey()
    {
        return this.key;
    }

    /** @return the arguments of the sentence */
    public Object[] getArguments()
    {
        return this.arguments == null ? new Object[0] : this.arguments.clone();
    }
}
