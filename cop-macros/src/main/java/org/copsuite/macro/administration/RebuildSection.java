/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Rebuild;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the progress of the rebuild, and starts and interrupts it. */
@Component
@Named(RebuildSection.HINT)
@Singleton
public class RebuildSection implements AdministrationSection
{
    /** Hint of the section. */
    public static final String HINT = "rebuild";

    @Inject
    private Printer printer;

    @Inject
    private Provider<Rebuild> rebuild;

    @Override
    public int order()
    {
        return 500;
    }

    @Override
    public boolean showsWhereOff()
    {
        return true;
    }

    @Override
    public Html print()
    {
        return this.printer.print("administration/rebuild", "progress",
            this.rebuild.get().progress(this.printer.wiki()).orElse(null));
    }
}
