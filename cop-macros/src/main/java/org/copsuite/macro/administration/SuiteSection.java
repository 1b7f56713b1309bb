/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Switches the suite on and off. */
@Component
@Named(SuiteSection.HINT)
@Singleton
public class SuiteSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "suite";

    @Inject
    private Printer printer;

    @Inject
    private Provider<Suite> suite;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public boolean showsWhereOff()
    {
        return true;
    }

    @Override
    public Html print()
    {
        return this.printer.print("administration/suite", "on", this.suite.get().isOn(this.printer.wiki()));
    }
}
