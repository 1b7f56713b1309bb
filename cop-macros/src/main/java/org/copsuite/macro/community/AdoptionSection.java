/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Turns an existing space into a community. */
@Component
@Named("adoption")
@Singleton
public class AdoptionSection implements AdministrationSection
{
    @Inject
    private Printer printer;

    @Override
    public int order()
    {
        return 200;
    }

    @Override
    public Html print()
    {
        return this.printer.print("community/adopt");
    }
}
