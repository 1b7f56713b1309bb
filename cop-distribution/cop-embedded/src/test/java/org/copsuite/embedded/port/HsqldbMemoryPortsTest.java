/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.UUID;

/** The ports on HSQLDB in memory. */
class HsqldbMemoryPortsTest extends PortsSpecification
{
    @Override
    protected String databaseUrl()
    {
        return "jdbc:hsqldb:mem:" + UUID.randomUUID();
    }
}
