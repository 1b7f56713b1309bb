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
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.administration.RemovalSection;
import org.copsuite.macro.administration.SuiteSection;
import org.copsuite.removal.Removal;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SwitchJson;
import org.copsuite.rest.Writes;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Administration of the suite as a whole; available even while the suite is switched off. */
@Component
@Named("org.copsuite.rest.administration.AdministrationResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class AdministrationResource extends AbstractResource
{
    private static final String CONFIRMATION = "confirmation";

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<Removal> removal;

    @Inject
    private AdministrationFragments fragments;

    /** Returns whether the suite is on in the wiki. Administrators only. */
    @GET
    @Path("administration/suite")
    public Response suite(@PathParam("wiki") WikiId wiki) throws CopException
    {
        this.fragments.checkAdministrator();
        return json(new SwitchJson(this.suite.get().isOn(wiki)));
    }

    /** Switches the suite on or off in the wiki ({@code on}). Administrators only. */
    @POST
    @Path("administration/suite")
    @Writes
    public Response turn(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        this.fragments.checkAdministrator();
        this.suite.get().turn(wiki, Input.of(request).decision("on"));
        return choose(request, () -> html(() -> this.fragments.section(SuiteSection.HINT)), () -> suite(wiki));
    }

    /** Returns what an uninstallation leaves. Administrators only. */
    @GET
    @Path("administration/uninstall")
    public Response uninstall(@PathParam("wiki") WikiId wiki) throws CopException
    {
        this.fragments.checkAdministrator();
        return json(new UninstallJson(this.removal.get().isPurging(), this.removal.get().mayDecide(actor(), wiki)));
    }

    /**
     * Decides what an uninstallation leaves ({@code purge} with {@code confirmation}). Administrators of the main wiki
     * only.
     */
    @POST
    @Path("administration/uninstall")
    @Writes
    public Response decide(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        this.fragments.checkAdministrator();
        Input input = Input.of(request);
        this.removal.get().decide(actor(), wiki, input.decision("purge"), input.text(CONFIRMATION));
        return choose(request, () -> html(() -> this.fragments.section(RemovalSection.HINT)), () -> uninstall(wiki));
    }

    /** Deletes all rows of a wiki in which the suite is off, with {@code confirmation}. Administrators only. */
    @POST
    @Path("administration/removal")
    @Writes
    public Response forget(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        this.fragments.checkAdministrator();
        this.removal.get().forget(actor(), wiki, Input.of(request).text(CONFIRMATION));
        return choose(request, () -> html(() -> this.fragments.section(RemovalSection.HINT)), () -> done());
    }
}
