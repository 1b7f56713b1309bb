/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Maps pages to columns and rows to pages. */
final class PageRows
{
    /** The columns that {@link #page} reads. */
    static final String COLUMNS = "id, place, title, content, author, first_author, created_at, updated_at, major, "
        + "minor, summary, minor_edit, hidden, object_type, object_id, object_properties, redirect";

    /** The columns that {@link #line} reads. */
    static final String LINE = "place, title, object_type, author, updated_at, hidden";

    /** Sorts properties, so that equal properties have equal text. */
    private static final ObjectMapper JSON =
        new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>()
    {
    };

    private PageRows()
    {
    }

    static StoredPage page(ResultSet row) throws SQLException
    {
        String redirect = row.getString("redirect");
        Page page = new Page(PageId.parse(row.getString("place")), row.getString("title"), row.getString("content"),
            new UserId(row.getString("author")), new UserId(row.getString("first_author")), instant(row, "created_at"),
            instant(row, "updated_at"), version(row), row.getBoolean("hidden"), object(row));
        return new StoredPage(row.getLong("id"), page, row.getString("summary"), row.getBoolean("minor_edit"),
            redirect == null ? null : PageId.parse(redirect));
    }

    /** Reads a row of {@code wiki_version} as an old version of a page. */
    static Page version(ResultSet row, Page now) throws SQLException
    {
        return new Page(now.id(), row.getString("title"), row.getString("content"),
            new UserId(row.getString("author")), now.firstAuthor(), now.created(), instant(row, "updated_at"),
            version(row), row.getBoolean("hidden"), object(row));
    }

    static PageLine line(ResultSet row) throws SQLException
    {
        return new PageLine(PageId.parse(row.getString("place")), row.getString("title"),
            row.getString("object_type"), new UserId(row.getString("author")), instant(row, "updated_at"),
            row.getBoolean("hidden"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException
    {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static String version(ResultSet row) throws SQLException
    {
        return new Version(row.getInt("major"), row.getInt("minor")).toString();
    }

    static String type(Optional<PageObject> object)
    {
        return object.map(PageObject::type).orElse(null);
    }

    static String id(Optional<PageObject> object)
    {
        return object.map(PageObject::id).map(UUID::toString).orElse(null);
    }

    static String properties(Optional<PageObject> object)
    {
        if (object.isEmpty()) {
            return null;
        }
        try {
            // JSON escapes a null character; cleaning replaces unpaired surrogates.
            return Clean.text(JSON.writeValueAsString(object.get().properties()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Failed to write the properties of a page object.", e);
        }
    }

    static Optional<PageObject> object(ResultSet row) throws SQLException
    {
        String type = row.getString("object_type");
        if (type == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PageObject(type, UUID.fromString(row.getString("object_id")),
                JSON.readValue(row.getString("object_properties"), PROPERTIES)));
        } catch (JsonProcessingException e) {
            throw new SQLException("Failed to read the properties of a page object.", e);
        }
    }
}
