/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that the person was added to a community as a member. */
@Component
@Named("copsuite.added")
@Singleton
public class AddedDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public AddedDescriptor()
    {
        super("ADDED", "user_add");
    }
}
