/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.rota.RotaActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.NoticeTargets;

/** A type of notices about a rota, for the beneficiary of an act. */
abstract class AbstractRotaNotice extends AbstractPersonalNotice
{
    @Inject
    private RotaNoticeTargets targets;

    AbstractRotaNotice(String name, ActType<?> act)
    {
        super(name, "calendar", act, RotaActs.ENDED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
