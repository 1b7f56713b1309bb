/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.user.UserReference;

/**
 * Who acts, as XWiki's user API names it.
 *
 * @param account the profile, {@code null} for the guest
 */
public record FakeUser(DocumentReference account) implements UserReference
{
    /** @return the full name of the profile with its wiki */
    public String fullName()
    {
        return this.account == null ? "XWiki.XWikiGuest" : Names.page(this.account).toString();
    }

    /** @return whether it is an account of the main wiki */
    public boolean isGlobal()
    {
        return true;
    }
}
