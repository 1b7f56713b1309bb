/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that the person was thanked. */
@Component
@Named("copsuite.thanks")
@Singleton
public class ThanksDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public ThanksDescriptor()
    {
        super("THANKS", "heart");
    }
}
