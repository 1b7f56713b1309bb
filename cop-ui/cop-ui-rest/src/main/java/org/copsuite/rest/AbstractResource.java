/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Base of the resources: the actor, and answers in the requested format. */
public abstract class AbstractResource implements CopRestComponent
{
    /** Number of items of a list for which a request names none. */
    protected static final int LIMIT = 20;

    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");

    private static final int MAXIMUM = 100;

    /** The maximum number of people that a field names. */
    private static final int MOST_PEOPLE = 50;

    /** Time limit of a fragment. */
    private static final Duration TIME = Duration.ofSeconds(10);

    @Inject
    private Printer printer;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Editor> editor;

    /** @return who sends the request; the guest if nobody is signed in */
    protected UserId actor()
    {
        return this.printer.reader();
    }

    /**
     * @return who sends the request
     * @throws CopException SIGN_IN if nobody is signed in
     */
    protected UserId signedIn() throws CopException
    {
        UserId actor = actor();
        if (actor.isGuest()) {
            throw CopException.signIn();
        }
        return actor;
    }

    /** @return the accounts of the wiki */
    protected People accounts()
    {
        return this.people.get();
    }

    /** @return prints fragments, and knows the wiki and its links */
    protected Printer printer()
    {
        return this.printer;
    }

    /**
     * @param asked the parameter {@code limit}, {@code null} if the request has none
     * @return the number of items of a page of a list: 1 to 100, {@link #LIMIT} if the request names none
     * @throws CopException INVALID if it is no whole number, or one that no {@code int} holds
     */
    protected static int limit(String asked) throws CopException
    {
        String number = blankToNull(asked);
        try {
            return number == null ? LIMIT : Math.max(1, Math.min(MAXIMUM, Integer.parseInt(number)));
        } catch (NumberFormatException e) {
            throw CopException.invalid("limit", "cop.error.limit", MAXIMUM);
        }
    }

    /** @return a parameter's value as {@link #orEmpty} cleans it, {@code null} if it is blank */
    protected static String blankToNull(String text)
    {
        String kept = orEmpty(text).strip();
        return kept.isEmpty() ? null : kept;
    }

    /** @return a parameter's value without characters that databases refuse; empty if it is missing */
    protected static String orEmpty(String text)
    {
        return PlainText.block(text);
    }

    /**
     * @return the community that a parameter names, {@code null} if it is blank
     * @throws CopException NOT_FOUND for a malformed id
     */
    protected static CommunityId community(String text) throws CopException
    {
        return CommunityId.ofNullable(id(text));
    }

    /**
     * @return the id that a parameter names, {@code null} if it is blank
     * @throws CopException NOT_FOUND for a malformed id
     */
    protected static UUID id(String text) throws CopException
    {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw CopException.notFound();
        }
    }

    /**
     * Parses the person that a parameter names, {@code null} if it is blank. An invalid id becomes one that nobody has.
     */
    protected static UserId user(String text) throws CopException
    {
        String value = text == null ? "" : text.strip();
        if (value.length() > UserId.LONGEST || !PlainText.block(value).equals(value)) {
            throw CopException.notFound();
        }
        return value.isEmpty() ? null : new UserId(value);
    }

    /**
     * Reads a form. An invalid one is answered only to whoever has the right to send it: others are told what they would be
     * told of a valid one.
     *
     * @param form reads the form
     * @param right refuses whoever may not view what the form is about or may not change it; called for an invalid form,
     *            since the service checks the right before it takes a valid one
     */
    protected static <T> T read(Part<T> form, Check right) throws CopException
    {
        try {
            return form.make();
        } catch (CopException e) {
            if (e.getKind() == CopException.Kind.INVALID) {
                right.run();
            }
            throw e;
        }
    }

    /** Refuses whoever lacks a right: FORBIDDEN. */
    protected static void require(boolean right) throws CopException
    {
        if (!right) {
            throw CopException.forbidden();
        }
    }

    /** Converts a field that an editor posted to wiki text. */
    protected String wikiText(Input input, String name) throws CopException
    {
        return this.editor.get().text(name, input.text(name), input.all())
            .orElseThrow(() -> CopException.invalid(name, "cop.error.text"));
    }

    /** Resolves the person that a field names: an id, or a name that only one account has. */
    protected UserId person(Input input, WikiId wiki, String name) throws CopException
    {
        return person(wiki, name, input.text(name).strip());
    }

    /** Resolves the people that a field with several values names, as {@link #person(Input, WikiId, String)} does. */
    protected List<UserId> people(Input input, WikiId wiki, String name) throws CopException
    {
        List<String> values = input.values(name);
        if (values.size() > MOST_PEOPLE) {
            throw CopException.invalid(name, "cop.error.person.many", MOST_PEOPLE);
        }
        Set<UserId> people = new LinkedHashSet<>();
        for (String value : values) {
            people.add(person(wiki, name, value));
        }
        return List.copyOf(people);
    }

    private UserId person(WikiId wiki, String name, String value) throws CopException
    {
        if (value.isEmpty() || value.length() > UserId.LONGEST) {
            throw CopException.invalid(name, "cop.error.person.missing");
        }
        UserId id = new UserId(value);
        if (id.isImported() || accounts().find(id).isPresent()) {
            return id;
        }
        List<Person> named = accounts().startingWith(wiki, value, LIMIT).stream()
            .filter(person -> person.name().equalsIgnoreCase(value)).toList();
        if (named.size() != 1) {
            throw CopException.invalid(name,
                named.isEmpty() ? "cop.error.person.unknown" : "cop.error.person.ambiguous", value);
        }
        return named.get(0).id();
    }

    /** Answers with a fragment if HTML is preferred, otherwise with a record as JSON. */
    protected Response answer(ContainerRequestContext request, Part<Html> html, Part<?> json) throws CopException
    {
        return choose(request, () -> html(html), () -> json(json.make()));
    }

    /** Answers that something was created: redirects pages to it, gives machines its location and a record as JSON. */
    protected Response created(ContainerRequestContext request, PageId page, String path, Part<?> json)
        throws CopException
    {
        return choose(request, () -> go(page), () -> createdAt(path, json));
    }

    /** Gives machines the location of what was created, and a record as JSON. */
    protected Response createdAt(String path, Part<?> json) throws CopException
    {
        Links links = this.printer.links();
        return Response.fromResponse(json(json.make())).status(Response.Status.CREATED)
            .location(URI.create(links.absolute(links.rest(this.printer.wiki(), path)))).build();
    }

    /**
     * Answers in the format that the client prefers. Every answer that depends on the format is chosen here.
     *
     * @param page answers a page
     * @param machine answers a client of the API
     */
    protected static Response choose(ContainerRequestContext request, Part<Response> page, Part<Response> machine)
        throws CopException
    {
        return (wantsHtml(request) ? page : machine).make();
    }

    /** Redirects the requesting page to another one. */
    protected Response go(PageId page)
    {
        return Response.ok("", MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
            .header("Cop-Go", this.printer.links().view(page)).build();
    }

    private static boolean wantsHtml(ContainerRequestContext request)
    {
        for (MediaType type : request.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }

    /** Answers with a fragment, whose texts share the time limit for the texts of a page. */
    protected static Response html(Part<Html> html) throws CopException
    {
        try (TextLimits.Scope scope = TextLimits.ofPage(TIME).open()) {
            return Response.ok(html.make().value(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).build();
        }
    }

    /** Answers with a record as JSON, whatever the client prefers. */
    protected Response json(Object document)
    {
        return Response.ok(JsonWriter.write(document, this.printer.links()), JSON).build();
    }

    /** Answers that something was done about which there is nothing to say. */
    protected static Response done()
    {
        return Response.noContent().build();
    }

    /**
     * Produces one format of an answer.
     *
     * @param <T> the type of the answer
     */
    @FunctionalInterface
    protected interface Part<T>
    {
        /** @return the answer */
        T make() throws CopException;
    }

    /** Checks a right. */
    @FunctionalInterface
    protected interface Check
    {
        /** @throws CopException if the actor lacks it */
        void run() throws CopException;
    }
}
