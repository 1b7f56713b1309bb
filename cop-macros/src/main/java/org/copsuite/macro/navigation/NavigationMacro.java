/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.navigation;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.spi.NavigationEntry;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the links at the top of the suite's own pages. */
@Component
@Named("cop-navigation")
@Singleton
public class NavigationMacro extends AbstractCopMacro<Object>
{
    @Inject
    private Provider<List<NavigationEntry>> entries;

    /** Declares the name, description and parameters. */
    public NavigationMacro()
    {
        super("Navigation", "Links to the pages of the suite.", Object.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.PAGES;
    }

    @Override
    protected Html html(Object parameters)
    {
        String here = input().page() == null || !List.of(Suite.SPACE).equals(input().page().space().path()) ? ""
            : input().page().name();
        boolean guest = printer().reader().isGuest();
        List<NavigationEntry> shown = PageParts.ordered(this.entries.get()).stream()
            .filter(entry -> !guest || entry.showsToGuests()).toList();
        return printer().print("navigation/page", "here", here, "entries", shown);
    }
}
