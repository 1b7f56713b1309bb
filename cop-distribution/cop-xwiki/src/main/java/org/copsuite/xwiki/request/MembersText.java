/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Marks a thread while it renders the text of a member, including what macros in the text render. */
@Component(roles = MembersText.class)
@Singleton
public class MembersText
{
    private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

    /** Ends the mark when closed. */
    @FunctionalInterface
    interface Scope extends AutoCloseable
    {
        @Override
        void close();
    }

    /** @return whether this thread renders the text of a member */
    boolean isRendered()
    {
        return this.within.get();
    }

    /**
     * Marks this thread.
     *
     * @return the scope, which removes the mark when closed; it does nothing if the thread was already marked
     */
    Scope begin()
    {
        if (isRendered()) {
            return () -> { };
        }
        this.within.set(true);
        return this.within::remove;
    }
}
