/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.endorsement;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows who endorsed which topics of a person, and endorses one. */
@Component
@Named("endorsements")
@Singleton
public class EndorsementsSection implements ProfileSection
{
    @Inject
    private EndorsementFragments fragments;

    @Override
    public int order()
    {
        return 150;
    }

    @Override
    public Html print(UserId person)
    {
        return person.isImported() ? Html.EMPTY : this.fragments.section(person);
    }
}
