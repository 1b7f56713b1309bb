/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import java.lang.management.ManagementFactory;

import javax.management.ObjectName;
import javax.management.StandardMBean;

import org.copsuite.wiki.Database.Connections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How the pool stands is read from where DBCP tells it. */
class PoolGaugeTest
{
    private static final ObjectName NAME = name();

    private static ObjectName name()
    {
        try {
            return new ObjectName(PoolGauge.NAME);
        } catch (javax.management.MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What DBCP's pool tells, of it what is read. */
    public interface Told
    {
        int getNumActive();

        int getNumIdle();

        int getMaxTotal();
    }

    /** Something else under the same name. */
    public interface Other
    {
        int getSize();
    }

    private record Pool(int getNumActive, int getNumIdle, int getMaxTotal) implements Told
    {
    }

    @AfterEach
    void forget() throws Exception
    {
        if (ManagementFactory.getPlatformMBeanServer().isRegistered(NAME)) {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(NAME);
        }
    }

    @Test
    void readsWhatThePoolTells() throws Exception
    {
        ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(new Pool(3, 2, 15), Told.class),
            NAME);
        assertThat(PoolGauge.read()).contains(new Connections(3, 2, 15));
    }

    @Test
    void knowsNothingWhereNoPoolTells() throws Exception
    {
        assertThat(PoolGauge.read()).isEmpty();
        ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean((Other) () -> 1, Other.class), NAME);
        assertThat(PoolGauge.read()).isEmpty();
    }
}
