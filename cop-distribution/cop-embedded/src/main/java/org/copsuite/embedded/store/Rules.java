/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Role;

/**
 * The rules that decide who may do what. A space with rules of its own decides for all that lies in it, down to the
 * next such space; the wiki (the space with the empty path) always has rules.
 */
@Role
public interface Rules
{
    /**
     * @param space a space
     * @return its own rules, or nothing where it has none and an outer space decides
     */
    Optional<List<Rule>> own(SpaceId space);

    /** @return every space that has rules of its own, with them */
    Map<SpaceId, List<Rule>> all();

    /**
     * @param space any space
     * @return the innermost space around it (or itself) that has rules of its own
     */
    SpaceId deciding(SpaceId space);

    /**
     * Gives a space rules of its own, in place of those it had; {@code Access.onChange} is told.
     *
     * @param space the space
     * @param rules the rules; none means that only administrators may do anything there
     */
    void set(SpaceId space, List<Rule> rules);

    /**
     * Removes a space's own rules, so that the outer space decides; {@code Access.onChange} is told.
     *
     * @param space the space; for the wiki, its first rules come back
     */
    void remove(SpaceId space);
}
