/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.job;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** The jobs that administrators start, and those under way. */
@Component
@Named("jobs")
@Singleton
public class JobsSection implements AdministrationSection
{
    @Inject
    private JobFragments fragments;

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
        return this.fragments.all();
    }
}
