/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.lang.management.ManagementFactory;
import java.util.Optional;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.copsuite.wiki.Database.Connections;

/** Reads the state of the suite's connection pool by JMX, under the name configured for the pool. */
final class PoolGauge
{
    /**
     * The JMX name of the pool. It differs from that of XWiki's pool, since a second pool of the same name logs an
     * error.
     */
    static final String NAME = "org.copsuite:type=BasicDataSource";

    private PoolGauge()
    {
    }

    /** @return the state of the pool; empty if it is not available, for example because the pool is not DBCP's */
    static Optional<Connections> read()
    {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            return beans.isRegistered(name) ? Optional.of(new Connections(number(beans, name, "NumActive"),
                number(beans, name, "NumIdle"), number(beans, name, "MaxTotal"))) : Optional.empty();
        } catch (JMException e) {
            // Another bean is registered under this name.
            return Optional.empty();
        }
    }

    private static int number(MBeanServer beans, ObjectName name, String attribute) throws JMException
    {
        return ((Number) beans.getAttribute(name, attribute)).intValue();
    }
}
