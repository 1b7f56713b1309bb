/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.person.PersonFragments;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** People by name; and the links of imported people to accounts, for administrators only. */
@Component
@Named("org.copsuite.rest.person.PersonResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class PersonResource extends AbstractResource
{
    private static final int FOUND = 8;

    private static final String PERSON = "person";

    private static final String ACCOUNT = "account";

    @Inject
    private Provider<Persons> persons;

    @Inject
    private PersonFragments fragments;

    /** Finds accounts by the start of their name, for signed-in people. */
    @GET
    @Path("people")
    public Response people(@PathParam("wiki") WikiId wiki, @QueryParam("prefix") String prefix) throws CopException
    {
        signedIn();
        String start = orEmpty(prefix).strip();
        return json(new ListJson<>(start.isEmpty() ? List.of() : accounts().startingWith(wiki, start, FOUND)));
    }

    /** Returns the account to which an imported person is linked. */
    @GET
    @Path("people/links")
    public Response link(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("person") String person) throws CopException
    {
        checkAdministrator(wiki);
        return shown(request, wiki, named(person));
    }

    /** Links the imported {@code person} to an {@code account}. */
    @POST
    @Path("people/links")
    @Writes
    public Response make(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        checkAdministrator(wiki);
        Input input = Input.of(request);
        UserId person = named(input.text(PERSON));
        this.persons.get().link(actor(), wiki, person, person(input, wiki, ACCOUNT));
        return shown(request, wiki, person);
    }

    /** Removes the link of an imported person. */
    @DELETE
    @Path("people/links")
    @Writes
    public Response takeBack(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("person") String person) throws CopException
    {
        checkAdministrator(wiki);
        UserId who = named(person);
        this.persons.get().link(actor(), wiki, who, null);
        return shown(request, wiki, who);
    }

    /** Refuses others before anything reveals which people exist. */
    private void checkAdministrator(WikiId wiki) throws CopException
    {
        if (!this.persons.get().mayLink(signedIn(), wiki)) {
            throw CopException.forbidden();
        }
    }

    private static UserId named(String person) throws CopException
    {
        UserId named = user(person);
        if (named == null) {
            throw CopException.notFound();
        }
        return named;
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, UserId person) throws CopException
    {
        return answer(request, () -> this.fragments.link(person), () -> linked(wiki, person));
    }

    private PersonLinkJson linked(WikiId wiki, UserId person) throws CopException
    {
        Imported imported = this.persons.get().imported(wiki, person).orElseThrow(CopException::notFound);
        return PersonLinkJson.of(imported, imported.account() == null ? null : this.persons.get().find(person));
    }
}
