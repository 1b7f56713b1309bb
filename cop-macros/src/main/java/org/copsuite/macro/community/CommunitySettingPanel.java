/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.setting.SettingFragments;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.setting.SettingTarget;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the settings of a community to its facilitators. */
@Component
@Named("setting")
@Singleton
public class CommunitySettingPanel implements CommunityPanel
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
    public Html print(CommunityView community) throws CopException
    {
        return community.mayRun() ? this.fragments.form(SettingTarget.community(this.printer.wiki(), community.id()))
            : Html.EMPTY;
    }
}
