/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import org.eclipse.jetty.servlet.ServletContextHandler;
import org.xwiki.component.manager.ComponentManager;

/** Puts the wiki's servlets and filters into the web server. */
public final class WikiServlets
{
    private WikiServlets()
    {
    }

    /**
     * Installs them.
     *
     * @param context where; REST ({@code /rest/*}) and the files of webjars ({@code /resources/webjars/*}) are there
     *            already
     * @param components the wiki's components
     */
    public static void install(ServletContextHandler context, ComponentManager components)
    {
        context.setAttribute(ComponentManager.class.getName(), components);
    }
}
