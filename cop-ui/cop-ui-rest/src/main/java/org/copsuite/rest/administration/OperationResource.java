/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.health.Health;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.administration.HealthSection;
import org.copsuite.macro.fragment.Previews;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Health, and the preview of a text. */
@Component
@Named("org.copsuite.rest.administration.OperationResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class OperationResource extends AbstractResource
{
    @Inject
    private Provider<Health> health;

    @Inject
    private AdministrationFragments fragments;

    @Inject
    private Previews previews;

    /** Returns the health of the suite. Administrators only. */
    @GET
    @Path("health")
    public Response health(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        this.fragments.checkAdministrator();
        return answer(request, () -> this.fragments.section(HealthSection.HINT),
            () -> HealthJson.of(this.health.get().report(wiki)));
    }

    /** Renders a text as it would be shown, for signed-in people. */
    @POST
    @Path("preview")
    @Writes
    public Response preview(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        String text = wikiText(input, "text");
        if (text.length() > FormCheck.TEXT_MAXIMUM) {
            throw CopException.invalid("text", "cop.error.text.long", FormCheck.TEXT_MAXIMUM);
        }
        return html(() -> this.previews.print(text, SpaceId.of(wiki, Suite.SPACE).home()));
    }
}
