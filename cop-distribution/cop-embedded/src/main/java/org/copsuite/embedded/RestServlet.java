/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.util.logging.Level;
import java.util.logging.Logger;

import javax.servlet.Servlet;

import org.copsuite.rest.ComponentInjection;
import org.copsuite.rest.CopRestComponent;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;

/** Creates the JAX-RS application from the resources of the suite's REST module, which XWiki registers by itself. */
final class RestServlet
{
    /** The logger that warns about every resource registered as an instance, because it may be meant as a provider. */
    private static final Logger PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private RestServlet()
    {
    }

    static Servlet of(ComponentManager components)
    {
        PROVIDERS.setLevel(Level.SEVERE);
        ResourceConfig config = new ResourceConfig();
        config.setApplicationName("cop");
        config.register(new ComponentInjection());
        config.register(JacksonFeature.class);
        // No discovery on the class path: the application consists of the registered classes only.
        config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        try {
            components.<CopRestComponent>getInstanceList(CopRestComponent.class).forEach(config::register);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException("Failed to create the REST resources", e);
        }
        return new ServletContainer(config);
    }
}
