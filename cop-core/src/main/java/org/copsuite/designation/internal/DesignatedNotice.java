/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.designation.DesignationActs;
import org.xwiki.component.annotation.Component;

/** Notifies a person who is designated as an expert. */
@Component
@Named(DesignatedNotice.NAME)
@Singleton
public class DesignatedNotice extends AbstractDesignationNotice
{
    static final String NAME = "EXPERT_DESIGNATED";

    /** Declares the type. */
    public DesignatedNotice()
    {
        super(NAME, "award_star_gold_1", DesignationActs.DESIGNATED, DesignationActs.ENDED);
    }
}
