/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Knows whether a thread renders a member's text, whatever XWiki's macros in it render in turn. */
@Component(roles = MembersText.class)
@Singleton
public class MembersText
{
    private final ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);

    /** Ends what was begun. */
    @FunctionalInterface
    interface Scope extends AutoCloseable
    {
        @Override
        void close();
    }

    /** @return whether this thread renders a member's text */
    boolean isRendered()
    {
        return this.within.get();
    }

    /** @return what ends this text; within another one, nothing */
    Scope begin()
    {
        if (isRendered()) {
            return () -> { };
        }
        this.within.set(true);
        return this.within::remove;
    }
}
