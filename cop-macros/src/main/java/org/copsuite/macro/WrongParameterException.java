/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/** Signals that a parameter of a macro is wrong. Its message names the parameter and the valid values. */
public class WrongParameterException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param key the translation key of the message
     * @param arguments the arguments of the message
     */
    public WrongParameterException(String key, Object... arguments)
    {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return the translation key of the message */
    public String getKey()
    {
        return this.key;
    }

    /** @return the arguments of the message */
    public Object[] getArguments()
    {
        return this.arguments.clone();
    }
}
