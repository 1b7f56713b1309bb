/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.person;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows until when a person is away. */
@Component
@Named("absence")
@Singleton
public class AbsenceSection implements ProfileSection
{
    @Inject
    private AbsenceFragments fragments;

    @Override
    public int order()
    {
        return 50;
    }

    @Override
    public Html print(UserId person)
    {
        return this.fragments.section(person);
    }
}
