/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

/** The ports on HSQLDB in the data folder, as a wiki starts without further options. */
class HsqldbFilePortsTest extends PortsSpecification
{
    @Override
    protected String databaseUrl()
    {
        return null;
    }
}
