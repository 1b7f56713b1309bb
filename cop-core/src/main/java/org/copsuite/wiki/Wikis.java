/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.ZoneId;
import java.util.List;

import org.xwiki.component.annotation.Role;

/** The wikis that share the suite's tables: one, or those of a farm. */
@Role
public interface Wikis
{
    /** @return the ids of all wikis, the main one first; callable from any thread */
    List<WikiId> all();

    /**
     * @param wiki the wiki
     * @return its time zone, by which days begin and end where no person is meant; callable from any thread
     */
    default ZoneId zone(WikiId wiki)
    {
        return ZoneId.systemDefault();
    }
}
