/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import org.copsuite.community.CommunityPermission;
import org.copsuite.wiki.UserId;

/**
 * One row of the matrix of rights.
 *
 * @param name what the documentation calls it
 * @param rule who may do it where
 * @param attempt does it
 */
record RightsOperation(String name, Rule rule, Attempt attempt)
{
    /** Everybody who may view the community. */
    static final Rule VIEWS = (place, who) -> who.views(place);

    /** Everybody with an account who may view the community. */
    static final Rule VIEWS_SIGNED_IN = (place, who) -> who.hasAccount() && who.views(place);

    /** Everybody who takes part in the community. */
    static final Rule TAKES_PART = (place, who) -> who.takesPart(place);

    /** Every member. */
    static final Rule MEMBERS = (place, who) -> who.role() != null;

    /** Whoever has a permission. */
    static Rule with(CommunityPermission permission)
    {
        return (place, who) -> who.may(permission);
    }

    @Override
    public String toString()
    {
        return this.name;
    }

    /** Says who may do it where. */
    @FunctionalInterface
    interface Rule
    {
        boolean allows(Place place, Who who);
    }

    /**
     * Does it once. Whatever it needs, such as a question to close, it lets the fixture make first. A {@code CONFLICT}
     * counts as allowed: the person has the right, only the state is another one.
     */
    @FunctionalInterface
    interface Attempt
    {
        void run(RightsFixture fixture, UserId actor) throws Exception;
    }
}
