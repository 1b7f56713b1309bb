/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import org.copsuite.embedded.TestSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The ports on PostgreSQL. */
@EnabledIfEnvironmentVariable(named = TestSchema.VARIABLE, matches = "jdbc:postgresql:.+",
    disabledReason = TestSchema.REASON)
class PostgresqlPortsTest extends PortsSpecification
{
    private TestSchema schema;

    @Override
    protected String databaseUrl() throws Exception
    {
        this.schema = new TestSchema();
        return this.schema.url();
    }

    @AfterAll
    void drop() throws Exception
    {
        close();
        this.schema.close();
    }
}
