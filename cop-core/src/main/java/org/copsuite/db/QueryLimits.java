/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.Map;

import org.hibernate.cfg.AvailableSettings;

/** What each binding sets on the session factory of the suite, so that it holds no more than a bounded amount of memory. */
public final class QueryLimits
{
    /**
     * How many plans of queries are kept. The suite has some 300 queries; a plan of a long one takes about 100 KB, and
     * Hibernate keeps 2,048 by default.
     */
    public static final int PLANS = 512;

    /** How many descriptions of parameters of native queries are kept. */
    public static final int PARAMETER_METADATA = 64;

    private QueryLimits()
    {
    }

    /** @return settings of Hibernate, by name */
    public static Map<String, Object> settings()
    {
        return Map.of(
            // A list of 5 to 8 ids makes one statement and one plan, filled up with its last id.
            AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true,
            AvailableSettings.QUERY_PLAN_CACHE_MAX_SIZE, PLANS,
            AvailableSettings.QUERY_PLAN_CACHE_PARAMETER_METADATA_MAX_SIZE, PARAMETER_METADATA,
            AvailableSettings.AUTO_SESSION_EVENTS_LISTENER, ConnectionGuard.class.getName());
    }
}
