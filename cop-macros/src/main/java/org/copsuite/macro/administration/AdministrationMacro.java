/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.administration;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the administration of the suite. */
@Component
@Named("cop-administration")
@Singleton
public class AdministrationMacro extends AbstractCopMacro<Object>
{
    @Inject
    private AdministrationFragments fragments;

    /** Declares the name, description and parameters. */
    public AdministrationMacro()
    {
        super("CoP Suite administration", "Recognition, rebuild and health, for administrators of the wiki.", Object.class);
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected boolean showsWhereOff()
    {
        return true;
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.ADMINISTRATION;
    }

    @Override
    protected Html html(Object parameters) throws CopException
    {
        return this.fragments.page();
    }
}
