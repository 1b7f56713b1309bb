/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.setting;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the settings of a person on their own profile. */
@Component
@Named("setting")
@Singleton
public class PersonSettingSection implements ProfileSection
{
    @Inject
    private Printer printer;

    @Inject
    private SettingFragments fragments;

    @Override
    public int order()
    {
        return 900;
    }

    @Override
    public Html print(UserId person) throws CopException
    {
        return person.equals(this.printer.reader()) ? this.fragments.form(SettingTarget.person(this.printer.wiki(), person))
            : Html.EMPTY;
    }
}
