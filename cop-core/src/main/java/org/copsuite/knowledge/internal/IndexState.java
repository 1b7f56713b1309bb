/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.UUID;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Tells those who keep what they found that the index has changed. */
@Component(roles = IndexState.class)
@Singleton
public class IndexState
{
    private volatile UUID changes = UUID.randomUUID();

    /** @return another id after each change that searches can see */
    UUID changes()
    {
        return this.changes;
    }

    /** Searches see the index changed from now on. */
    void changed()
    {
        this.changes = UUID.randomUUID();
    }
}
