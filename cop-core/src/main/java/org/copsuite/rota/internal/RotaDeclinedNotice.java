/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.rota.RotaActs;
import org.xwiki.component.annotation.Component;

/** Notifies who proposed to swap dates that the other one declined. */
@Component
@Named(RotaDeclinedNotice.NAME)
@Singleton
public class RotaDeclinedNotice extends AbstractRotaNotice
{
    static final String NAME = "ROTA_DECLINED";

    /** Sets name and act. */
    public RotaDeclinedNotice()
    {
        super(NAME, RotaActs.DECLINED);
    }
}
