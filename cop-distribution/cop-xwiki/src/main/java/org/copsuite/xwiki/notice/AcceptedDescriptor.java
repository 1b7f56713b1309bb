/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Notice.Kind;
import org.xwiki.component.annotation.Component;

/** One's answer was accepted. */
@Component
@Named("copsuite.accepted")
@Singleton
public class AcceptedDescriptor extends AbstractCopDescriptor
{
    /** Names kind and icon. */
    public AcceptedDescriptor()
    {
        super(Kind.ACCEPTED, "accept");
    }
}
