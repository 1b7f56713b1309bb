/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.servlet.http.HttpServletResponse;

import org.copsuite.embedded.store.RefusedException;

/** A request is refused, for a reason that is shown to the person. */
public class WebException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final int status;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param status the HTTP status
     * @param key the translation key of the reason
     * @param arguments the arguments of the message, for {@code {0}} and so on
     */
    public WebException(int status, String key, Object... arguments)
    {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return the exception for a missing or hidden page, with status 404 */
    static WebException notFound()
    {
        return new WebException(HttpServletResponse.SC_NOT_FOUND, "embedded.error.missing");
    }

    /** @return the exception for a missing permission, with status 403 */
    static WebException forbidden()
    {
        return new WebException(HttpServletResponse.SC_FORBIDDEN, "embedded.error.forbidden");
    }

    /**
     * @param key the translation key of the reason
     * @param arguments the arguments of the message
     * @return the exception for invalid values, with status 400
     */
    static WebException wrong(String key, Object... arguments)
    {
        return new WebException(HttpServletResponse.SC_BAD_REQUEST, key, arguments);
    }

    /**
     * @param refusal the refusal of the store
     * @return the exception with the same reason, for the browser
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

    /** @return the translation key of the reason */
    public String getKey()
    {
        return this.key;
    }

    /** @return the arguments of the message */
    public Object[] getArguments()
    {
        return this.arguments == null ? new Object[0] : this.arguments.clone();
    }
}
