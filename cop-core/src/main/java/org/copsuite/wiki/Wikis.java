/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.List;

import org.xwiki.component.annotation.Role;

/** The wikis that share the suite's tables: one, or those of a farm. */
@Role
public interface Wikis
{
    /** @return the ids of all wikis, the main one first; callable from any thread */
    List<WikiId> all();
}
