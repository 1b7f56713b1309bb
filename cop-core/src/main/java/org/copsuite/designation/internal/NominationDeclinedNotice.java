/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.designation.DesignationActs;
import org.xwiki.component.annotation.Component;

/** Notifies a person whose nomination was declined. */
@Component
@Named(NominationDeclinedNotice.NAME)
@Singleton
public class NominationDeclinedNotice extends AbstractDesignationNotice
{
    static final String NAME = "EXPERT_DECLINED";

    /** Declares the type. */
    public NominationDeclinedNotice()
    {
        super(NAME, "delete", DesignationActs.DECLINED);
    }
}
