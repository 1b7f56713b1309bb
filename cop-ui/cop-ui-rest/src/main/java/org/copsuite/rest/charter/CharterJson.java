/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.charter;

import java.util.List;

import org.copsuite.charter.CharterService.Charter;
import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.wiki.PageId;

/** The charter of a community. */
record CharterJson(CommunityId community, @Nullable PageId url, String purpose, List<String> domains,
    List<ObjectiveJson> objectives, String guidelines, String version, boolean mayEdit)
{
    static CharterJson of(Charter charter)
    {
        return new CharterJson(charter.community().id(), charter.page(), charter.community().purpose(),
            charter.community().domains(), charter.objectives().stream().map(ObjectiveJson::of).toList(),
            charter.guidelines(), charter.version(), charter.mayEdit());
    }
}
