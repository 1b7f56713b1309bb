/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import org.copsuite.test.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cop.test.pg", matches = ".+", disabledReason = "COP_TEST_PG_URL names no PostgreSQL")
class UnifyTagsOnPostgresTest extends UnifyTagsTest
{
    @Override
    protected TestDatabase database()
    {
        return TestDatabase.onPostgres();
    }
}
