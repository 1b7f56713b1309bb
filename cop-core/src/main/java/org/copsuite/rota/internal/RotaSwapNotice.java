/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.rota.RotaActs;
import org.xwiki.component.annotation.Component;

/** Notifies who is asked to swap dates. */
@Component
@Named(RotaSwapNotice.NAME)
@Singleton
public class RotaSwapNotice extends AbstractRotaNotice
{
    static final String NAME = "ROTA_SWAP";

    /** Sets name and act. */
    public RotaSwapNotice()
    {
        super(NAME, RotaActs.PROPOSED);
    }
}
