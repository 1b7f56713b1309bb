/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.rota.RotaActs;
import org.xwiki.component.annotation.Component;

/** Tells who leads that the date is near. */
@Component
@Named(RotaSoonNotice.NAME)
@Singleton
public class RotaSoonNotice extends AbstractRotaNotice
{
    static final String NAME = "ROTA_SOON";

    /** Sets name and act. */
    public RotaSoonNotice()
    {
        super(NAME, RotaActs.REMINDED);
    }
}
