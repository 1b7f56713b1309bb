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

/** The JAX-RS application: what the suite's REST module brings, as XWiki would register it. */
final class RestServlet
{
    /** Warns of each resource that is registered as an instance, as if it were to be a provider. */
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
        // Nothing is looked for on the class path: what is registered is all there is.
        config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        try {
            components.<CopRestComponent>getInstanceList(CopRestComponent.class).forEach(config::register);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException("The REST resources could not be made.", e);
        }
        return new ServletContainer(config);
    }
}
