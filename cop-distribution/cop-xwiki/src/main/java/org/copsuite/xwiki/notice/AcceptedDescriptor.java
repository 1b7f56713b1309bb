/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that an answer of the person was accepted. */
@Component
@Named("copsuite.accepted")
@Singleton
public class AcceptedDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public AcceptedDescriptor()
    {
        super("ACCEPTED", "accept");
    }
}
