/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.setting;

import java.util.Map;

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
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.setting.SettingFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.AbstractWriteFilter;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.setting.CommunityAuthority;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads and changes the declared settings of the wiki, of a community and of the current person. */
@Component
@Named("org.copsuite.rest.setting.SettingResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class SettingResource extends AbstractResource
{
    private static final String WIKI = "settings";

    private static final String COMMUNITY = "settings/communities/{community}";

    private static final String PERSON = "settings/me";

    @Inject
    private Provider<Settings> settings;

    @Inject
    private Provider<CommunityAuthority> communities;

    @Inject
    private SettingFragments fragments;

    /** Lists the settings of the wiki. Administrators only. */
    @GET
    @Path(WIKI)
    public Response ofWiki(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        return settings(request, SettingTarget.wiki(wiki));
    }

    /** Changes settings of the wiki: the keys with their new values. Administrators only. */
    @POST
    @Path(WIKI)
    @Writes
    public Response changeWiki(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return change(request, SettingTarget.wiki(wiki));
    }

    /** Lists the settings of a community. Its facilitators only. */
    @GET
    @Path(COMMUNITY)
    public Response ofCommunity(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("community") String community) throws CopException
    {
        return settings(request, community(wiki, community));
    }

    /** Changes settings of a community. Its facilitators only. */
    @POST
    @Path(COMMUNITY)
    @Writes
    public Response changeCommunity(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("community") String community) throws CopException
    {
        return change(request, community(wiki, community));
    }

    /** Lists the settings of the current person. */
    @GET
    @Path(PERSON)
    public Response ofPerson(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return settings(request, SettingTarget.person(wiki, actor()));
    }

    /** Changes settings of the current person. */
    @POST
    @Path(PERSON)
    @Writes
    public Response changePerson(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return change(request, SettingTarget.person(wiki, actor()));
    }

    private SettingTarget community(WikiId wiki, String community) throws CopException
    {
        CommunityId id = community(community);
        if (id == null) {
            throw CopException.notFound();
        }
        this.communities.get().checkView(actor(), wiki, id);
        return SettingTarget.community(wiki, id);
    }

    private Response change(ContainerRequestContext request, SettingTarget target) throws CopException
    {
        Map<String, String> typed = Input.of(request).all();
        typed.remove(AbstractWriteFilter.FIELD);
        this.settings.get().change(actor(), target, typed);
        return settings(request, target);
    }

    private Response settings(ContainerRequestContext request, SettingTarget target) throws CopException
    {
        return answer(request, () -> this.fragments.form(target),
            () -> new ListJson<>(this.fragments.fields(target).stream().map(SettingJson::of).toList()));
    }
}
