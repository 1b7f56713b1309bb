/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The small typed object that says what a page is. The page's authors wrote it, so it proves nothing: what others
 * decided about the page is in the ledger.
 *
 * @param type {@code question}, {@code answer}, {@code community} ...
 * @param id the UUID by which the ledger knows the page's subject
 * @param properties further properties, plain text
 */
public record PageObject(String type, UUID id, Map<String, String> properties)
{
    /** Validates and copies the properties. */
    public PageObject
    {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        properties = Map.copyOf(properties);
    }

    /**
     * @param name the name of a property
     * @return its value, empty if it is missing
     */
    public String get(String name)
    {
        return this.properties.getOrDefault(name, "");
    }
}
