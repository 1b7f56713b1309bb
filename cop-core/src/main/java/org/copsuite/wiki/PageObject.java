/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The small typed object that says what a page is. What it holds was written by the page's authors and proves nothing:
 * what others decided about the page is in the ledger.
 *
 * @param type {@code question}, {@code answer}, {@code community} ...
 * @param id the UUID by which the ledger knows the page's subject
 * @param properties further properties, plain text
 */
public record PageObject(String type, UUID id, Map<String, String> properties)
{
    /** Checks and copies. */
    public PageObject
    {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
        properties = Map.copyOf(properties);
    }

    /**
     * @param name a property
     * @return its value, empty where it has none
     */
    public String get(String name)
    {
        return this.properties.getOrDefault(name, "");
    }
}
