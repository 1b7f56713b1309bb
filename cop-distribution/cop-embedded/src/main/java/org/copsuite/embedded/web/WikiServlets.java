/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.EnumSet;

import javax.servlet.DispatcherType;

import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;

/** Installs the servlets and the filter of the wiki in a servlet context. */
public final class WikiServlets
{
    private WikiServlets()
    {
    }

    /**
     * Adds the filter of all requests, the pages under {@code /bin}, the static files under {@code /resources}, and the
     * redirect from {@code /} to the start page. The filter must be the first one of the context, because it covers
     * REST too.
     *
     * @param context the context, at the root of the server
     * @param components the component manager
     * @throws ComponentLookupException if a component cannot be created
     */
    public static void install(ServletContextHandler context, ComponentManager components)
        throws ComponentLookupException
    {
        context.addFilter(new FilterHolder(components.<RequestFilter>getInstance(RequestFilter.class)), "/*",
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        ServletHolder pages = new ServletHolder(components.<ActionServlet>getInstance(ActionServlet.class));
        context.addServlet(pages, "/bin/*");
        // The servlet serves all other addresses too: it redirects "/" to the start page and shows the wiki's own page
        // for status 404.
        context.addServlet(pages, "/");
        context.addServlet(new ServletHolder(components.<ResourceServlet>getInstance(ResourceServlet.class)),
            Resources.ROOT + '*');
    }
}
