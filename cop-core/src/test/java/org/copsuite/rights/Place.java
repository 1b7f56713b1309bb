/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rights;

import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;

/** The communities of the matrix of rights. */
enum Place
{
    /** Everybody views it, and every account takes part. */
    OPEN("open", Visibility.OPEN, Joining.OPEN),
    /** Everybody views it, and members take part. */
    ON_REQUEST("on request", Visibility.OPEN, Joining.REQUEST),
    /** Only members view it. */
    PRIVATE("private", Visibility.PRIVATE, Joining.INVITATION),
    /** Only members view it, until it is launched: then everybody views it and takes part. */
    IN_PREPARATION("not yet live", Visibility.OPEN, Joining.OPEN);

    private final String label;

    private final Visibility visibility;

    private final Joining joining;

    Place(String label, Visibility visibility, Joining joining)
    {
        this.label = label;
        this.visibility = visibility;
        this.joining = joining;
    }

    /** @return what the documentation calls it */
    String label()
    {
        return this.label;
    }

    /** @return the visibility of the community, or the one that it is prepared for */
    Visibility visibility()
    {
        return this.visibility;
    }

    /** @return how one joins, or how one will join */
    Joining joining()
    {
        return this.joining;
    }

    /** @return whether only members view it */
    boolean isHidden()
    {
        return this.visibility == Visibility.PRIVATE || this == IN_PREPARATION;
    }
}
