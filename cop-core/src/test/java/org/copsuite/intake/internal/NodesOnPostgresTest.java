/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.intake.internal;

import org.copsuite.test.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cop.test.pg", matches = ".+", disabledReason = "COP_TEST_PG_URL names no PostgreSQL")
class NodesOnPostgresTest extends NodesTest
{
    @Override
    protected TestDatabase database()
    {
        return TestDatabase.onPostgres();
    }
}
