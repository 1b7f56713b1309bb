/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/** A macro's parameter is wrong; the page says which one, and what it may be. */
public class WrongParameterException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param key the translation key of the sentence
     * @param arguments what stands in it
     */
    public WrongParameterException(String key, Object... arguments)
    {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return the translation key of the sentence */
    public String getKey()
    {
        return this.key;
    }

    /** @return what stands in the sentence */
    public Object[] getArguments()
    {
        return this.arguments.clone();
    }
}
