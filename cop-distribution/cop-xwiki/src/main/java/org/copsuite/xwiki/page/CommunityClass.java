/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The class of the objects on home pages of communities. */
@Component
@Named("CoP.CommunityClass")
@Singleton
public class CommunityClass extends AbstractCopClass
{
    /** Adds the domains and the access. */
    public CommunityClass()
    {
        super("community", "CoP community", List.of("domains", "access"));
    }
}
