/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Describes the event that a post of the person was commented on. */
@Component
@Named("copsuite.comment")
@Singleton
public class CommentDescriptor extends AbstractCopDescriptor
{
    /** Sets notice kind and icon. */
    public CommentDescriptor()
    {
        super("COMMENT", "comments");
    }
}
