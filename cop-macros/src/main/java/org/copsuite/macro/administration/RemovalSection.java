/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.removal.Removal;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Decides what a removal of the suite deletes, and deletes the rows of a wiki in which the suite is off. */
@Component
@Named(RemovalSection.HINT)
@Singleton
public class RemovalSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "removal";

    @Inject
    private Printer printer;

    @Inject
    private Provider<Removal> removal;

    @Inject
    private Provider<Suite> suite;

    @Override
    public int order()
    {
        return 700;
    }

    @Override
    public boolean showsWhereOff()
    {
        return true;
    }

    @Override
    public Html print()
    {
        WikiId wiki = this.printer.wiki();
        boolean mayDecide = this.removal.get().mayDecide(this.printer.reader(), wiki);
        boolean on = this.suite.get().isOn(wiki);
        return on && !mayDecide ? Html.EMPTY : this.printer.print("administration/removal", "suiteOn", on, "mayDecide",
            mayDecide, "purging", this.removal.get().isPurging());
    }
}
