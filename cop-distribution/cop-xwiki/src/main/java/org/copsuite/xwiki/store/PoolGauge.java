/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.lang.management.ManagementFactory;
import java.util.Optional;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.copsuite.wiki.Database.Connections;

/** Reads how the suite's pool stands from where pools tell it: by JMX, under the name that the pool was given. */
final class PoolGauge
{
    /** Two pools of one name are told in the log as a failure, so ours has another than XWiki's. */
    static final String NAME = "org.copsuite:type=BasicDataSource";

    private PoolGauge()
    {
    }

    /** @return how the pool stands; nothing where it does not tell, as one that is not DBCP's */
    static Optional<Connections> read()
    {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            return beans.isRegistered(name) ? Optional.of(new Connections(number(beans, name, "NumActive"),
                number(beans, name, "NumIdle"), number(beans, name, "MaxTotal"))) : Optional.empty();
        } catch (JMException e) {
            // Whatever stands under that name tells something else: then nobody knows.
            return Optional.empty();
        }
    }

    private static int number(MBeanServer beans, ObjectName name, String attribute) throws JMException
    {
        return ((Number) beans.getAttribute(name, attribute)).intValue();
    }
}
