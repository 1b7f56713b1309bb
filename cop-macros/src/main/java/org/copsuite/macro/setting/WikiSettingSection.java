/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.setting;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the settings of the wiki to its administrators. */
@Component
@Named("setting")
@Singleton
public class WikiSettingSection implements AdministrationSection
{
    @Inject
    private Printer printer;

    @Inject
    private SettingFragments fragments;

    @Override
    public int order()
    {
        return 400;
    }

    @Override
    public Html print() throws CopException
    {
        return this.fragments.form(SettingTarget.wiki(this.printer.wiki()));
    }
}
