/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Map;

import org.hibernate.cfg.AvailableSettings;

/** Settings that every binding applies to the suite's session factory, to bound its memory. */
public final class QueryLimits
{
    /**
     * Number of query plans cached. The suite has some 300 queries; the plan of a long one takes about 100 KB, and
     * Hibernate caches 2,048 by default.
     */
    public static final int PLANS = 512;

    /** Number of parameter descriptions of native queries cached. */
    public static final int PARAMETER_METADATA = 64;

    private QueryLimits()
    {
    }

    /** @return Hibernate settings by name */
    public static Map<String, Object> settings()
    {
        return Map.of(
            // Lists of 5 to 8 ids share one statement and one plan, padded with the last id.
            AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true,
            AvailableSettings.QUERY_PLAN_CACHE_MAX_SIZE, PLANS,
            AvailableSettings.QUERY_PLAN_CACHE_PARAMETER_METADATA_MAX_SIZE, PARAMETER_METADATA,
            AvailableSettings.AUTO_SESSION_EVENTS_LISTENER, ConnectionGuard.class.getName());
    }
}
