/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.NoticeTargets;

/** A type of notices about a designation, by default for the expert. */
abstract class AbstractDesignationNotice extends AbstractPersonalNotice
{
    @Inject
    private DesignationNoticeTargets targets;

    AbstractDesignationNotice(String name, String icon, ActType<?> act, ActType<?>... ends)
    {
        super(name, icon, act, ends);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
