/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestSchema;
import org.copsuite.test.TestServer;
import org.junit.jupiter.api.AfterAll;

/** The ports on a server, or on HSQLDB in the data folder, as a wiki starts without further options. */
@OnEveryDatabase
class PortsTest extends PortsSpecification
{
    private TestSchema schema;

    @Override
    protected String databaseUrl()
    {
        if (TestServer.chosen() == TestServer.HSQLDB) {
            return null;
        }
        this.schema = new TestSchema();
        return this.schema.url();
    }

    @AfterAll
    void drop()
    {
        close();
        if (this.schema != null) {
            this.schema.close();
        }
    }
}
