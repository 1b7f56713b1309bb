/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.rota.RotaActs;
import org.xwiki.component.annotation.Component;

/** Notifies who proposed to swap dates that they are swapped. */
@Component
@Named(RotaSwappedNotice.NAME)
@Singleton
public class RotaSwappedNotice extends AbstractRotaNotice
{
    static final String NAME = "ROTA_SWAPPED";

    /** Sets name and act. */
    public RotaSwappedNotice()
    {
        super(NAME, RotaActs.SWAPPED);
    }
}
