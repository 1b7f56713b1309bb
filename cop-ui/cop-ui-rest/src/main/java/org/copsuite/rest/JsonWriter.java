/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;

/**
 * Writes records as JSON: ids as text, a {@link PageId} as the absolute URL at which the page is viewed, times and
 * dates in ISO 8601, enum constants in lower case, and of a {@link Person} only id, name and profile.
 */
final class JsonWriter
{
    private static final int TYPES = 200;

    /** Keeps the records' types in a cache of its own: Jackson's shared one would outlive the extension. */
    private static final ObjectMapper MAPPER = new ObjectMapper()
        .setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(TYPES, TYPES))).registerModule(module());

    private JsonWriter()
    {
    }

    /**
     * @param document a record, or a list of records
     * @param links creates URLs; {@code null} for a document without pages and people
     * @return the document as JSON
     */
    static String write(Object document, Links links)
    {
        try {
            return MAPPER.writer().withAttribute(Links.class, links).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to write [" + document.getClass().getName() + "] as JSON.", e);
        }
    }

    private static SimpleModule module()
    {
        SimpleModule module = new SimpleModule();
        add(module, CommunityId.class, (id, json, context) -> json.writeString(id.toString()));
        add(module, WikiId.class, (id, json, context) -> json.writeString(id.value()));
        add(module, UserId.class, (id, json, context) -> json.writeString(id.value()));
        add(module, Html.class, (html, json, context) -> json.writeString(html.value()));
        add(module, Instant.class, (time, json, context) -> json.writeString(time.toString()));
        add(module, LocalDate.class, (date, json, context) -> json.writeString(date.toString()));
        add(module, Enum.class, (value, json, context) -> json.writeString(value.name().toLowerCase(Locale.ROOT)));
        add(module, PageId.class, (page, json, context) -> json.writeString(absolute(context, links(context).view(page))));
        add(module, Person.class, (person, json, context) -> json.writePOJO(new PersonJson(person.id(), person.name(),
            person.profile() == null ? null : absolute(context, person.profile()))));
        return module;
    }

    private static Links links(SerializerProvider context)
    {
        return (Links) context.getAttribute(Links.class);
    }

    private static String absolute(SerializerProvider context, String url)
    {
        return links(context).absolute(url);
    }

    private static <T> void add(SimpleModule module, Class<T> type, Serialization<T> how)
    {
        module.addSerializer(type, new StdSerializer<T>(type)
        {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider context) throws IOException
            {
                how.write(value, json, context);
            }
        });
    }

    /**
     * Writes a value of one type.
     *
     * @param <T> the type
     */
    @FunctionalInterface
    private interface Serialization<T>
    {
        void write(T value, JsonGenerator json, SerializerProvider context) throws IOException;
    }
}
