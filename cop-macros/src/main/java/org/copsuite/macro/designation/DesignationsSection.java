/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.designation;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows of what a person is a designated expert. */
@Component
@Named("designations")
@Singleton
public class DesignationsSection implements ProfileSection
{
    @Inject
    private DesignationFragments fragments;

    @Override
    public int order()
    {
        return 120;
    }

    @Override
    public Html print(UserId person)
    {
        return person.isImported() ? Html.EMPTY : this.fragments.profile(person);
    }
}
