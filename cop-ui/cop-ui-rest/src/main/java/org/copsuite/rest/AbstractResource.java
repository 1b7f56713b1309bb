/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.text.TextLimits;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;

/** What our resources share: who asks, and an answer in the form that was asked for. */
abstract class AbstractResource implements CopRestComponent
{
    static final int LIMIT = 20;

    static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");

    private static final int MAXIMUM = 100;

    /** How long a fragment may take. */
    private static final Duration TIME = Duration.ofSeconds(10);

    @Inject
    private Printer printer;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Editor> editor;

    UserId actor()
    {
        return this.printer.reader();
    }

    UserId signedIn() throws CopException
    {
        UserId actor = actor();
        if (actor.isGuest()) {
            throw CopException.signIn();
        }
        return actor;
    }

    People accounts()
    {
        return this.people.get();
    }

    Printer printer()
    {
        return this.printer;
    }

    Json json()
    {
        return new Json(this.printer.links());
    }

    static int limit(Integer asked)
    {
        return asked == null ? LIMIT : Math.max(1, Math.min(MAXIMUM, asked));
    }

    static String blankToNull(String text)
    {
        String kept = orEmpty(text).strip();
        return kept.isEmpty() ? null : kept;
    }

    /** @return what a parameter says, without what no database takes; empty where it says nothing */
    static String orEmpty(String text)
    {
        return PlainText.block(text);
    }

    static UUID id(String text) throws CopException
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

    /** Reads whom a parameter names, {@code null} where it names nobody. What cannot be an id is one that nobody has. */
    static UserId user(String text) throws CopException
    {
        String value = text == null ? "" : text.strip();
        if (value.length() > UserId.LONGEST || !PlainText.block(value).equals(value)) {
            throw CopException.notFound();
        }
        return value.isEmpty() ? null : new UserId(value);
    }

    /** Gives a field that an editor posted, as wiki text. */
    String wikiText(Input input, String name) throws CopException
    {
        return this.editor.get().text(name, input.text(name), input.all())
            .orElseThrow(() -> CopException.invalid(name, "cop.error.text"));
    }

    /** Finds whom a field names: an id, or a name that only one account has. */
    UserId person(Input input, String wiki, String name) throws CopException
    {
        String value = input.text(name).strip();
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

    /** Answers with a fragment where HTML is preferred, otherwise with JSON. */
    static Response answer(ContainerRequestContext request, Part<Html> html, Part<?> json) throws CopException
    {
        return wantsHtml(request) ? html(html) : json(json.make());
    }

    /** Answers that something was created: sends pages there, tells machines where it is. */
    Response created(ContainerRequestContext request, PageId page, String path, Part<?> json) throws CopException
    {
        if (wantsHtml(request)) {
            return go(page);
        }
        return Response.created(URI.create(this.printer.links().absolute(this.printer.links()
            .rest(this.printer.wiki(), path)))).type(JSON).entity(Json.write(json.make())).build();
    }

    /** Sends the page that asked to another one. */
    Response go(PageId page)
    {
        return Response.ok("", MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
            .header("Cop-Go", this.printer.links().view(page)).build();
    }

    static boolean wantsHtml(ContainerRequestContext request)
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

    /** Answers with a fragment, whose texts share the time that the texts of a page have. */
    static Response html(Part<Html> html) throws CopException
    {
        try (TextLimits.Scope scope = TextLimits.ofPage(TIME).open()) {
            return Response.ok(html.make().value(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).build();
        }
    }

    static Response json(Object value)
    {
        return Response.ok(value == null ? "{}" : Json.write(value),
            JSON).build();
    }

    static Map<String, Object> list(List<?> items)
    {
        return Json.object("items", items);
    }

    /**
     * Makes one form of an answer.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    interface Part<T>
    {
        /** @return the answer's value */
        T make() throws CopException;
    }
}
