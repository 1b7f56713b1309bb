/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** Signals that a request was refused for a reason that is shown to the user. Nothing has been changed. */
public class RefusedException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param key the translation key of the reason
     * @param arguments the values of the placeholders {@code {0}}, {@code {1}} ... of the message
     */
    public RefusedException(String key, Object... arguments)
    {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return the translation key of the reason */
    public String getKey()
    {
        return this.key;
    }

    /** @return the values of the placeholders {@code {0}}, {@code {1}} ... of the message */
    public Object[] getArguments()
    {
        return this.arguments == null ? new Object[0] : this.arguments.clone();
    }
}
