/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Role;

/**
 * The rules that decide permissions. The rules of a space apply to everything in it, down to the next space with its
 * own rules; the wiki (the space with the empty path) always has rules.
 */
@Role
public interface Rules
{
    /**
     * @param space a space
     * @return its own rules, or empty if an outer space decides
     */
    Optional<List<Rule>> own(SpaceId space);

    /** @return the spaces that have their own rules, with these rules */
    Map<SpaceId, List<Rule>> all();

    /**
     * @param space any space
     * @return the innermost space with its own rules among the space and its parents
     */
    SpaceId deciding(SpaceId space);

    /**
     * Sets the rules of a space, replaces the previous ones and calls the listeners of {@code Access.onChange}.
     *
     * @param space the space
     * @param rules the rules; if empty, only administrators have permissions there
     */
    void set(SpaceId space, List<Rule> rules);

    /**
     * Removes the own rules of a space, so that the outer space decides, and calls the listeners of
     * {@code Access.onChange}.
     *
     * @param space the space; the wiki gets its initial rules again
     */
    void remove(SpaceId space);
}
