/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.EnumSet;

import javax.servlet.DispatcherType;

import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;

/** Puts the web side of the wiki into a servlet context. */
public final class WikiServlets
{
    private WikiServlets()
    {
    }

    /**
     * Adds the filter that stands in front of everything (REST too, so it must come first), the pages under
     * {@code /bin}, the static files under {@code /resources}, and the way from {@code /} to the main page.
     *
     * @param context the context, at the root of the server
     * @param components where our components are
     * @throws ComponentLookupException if one of them cannot be made
     */
    public static void install(ServletContextHandler context, ComponentManager components)
        throws ComponentLookupException
    {
        context.addFilter(new FilterHolder(components.<RequestFilter>getInstance(RequestFilter.class)), "/*",
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        ServletHolder pages = new ServletHolder(components.<ActionServlet>getInstance(ActionServlet.class));
        context.addServlet(pages, "/bin/*");
        // All other addresses too: "/" leads to the main page, and the wiki says itself what is not there.
        context.addServlet(pages, "/");
        context.addServlet(new ServletHolder(components.<ResourceServlet>getInstance(ResourceServlet.class)),
            Resources.ROOT + '*');
    }
}
