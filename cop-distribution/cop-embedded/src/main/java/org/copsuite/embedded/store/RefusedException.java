/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** What was asked for cannot be done, for a reason that a person understands. Nothing was changed. */
public class RefusedException extends Exception
{
    private static final long serialVersionUID = 1L;

    private final String key;

    private final transient Object[] arguments;

    /**
     * @param key the translation key of the sentence that says why
     * @param arguments what stands for {@code {0}}, {@code {1}} ... in it
     */
    public RefusedException(String key, Object... arguments)
    {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** @return the translation key of the sentence that says why */
    public String getKey()
    {
        return this.key;
    }

    /** @return what stands for {@code {0}}, {@code {1}} ... in the sentence */
    public Object[] getArguments()
    {
        return this.arguments == null ? new Object[0] : this.arguments.clone();
    }
}
