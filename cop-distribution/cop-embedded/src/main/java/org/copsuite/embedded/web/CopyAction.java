/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.StaleVersionException;
import org.xwiki.component.annotation.Component;

/** Copies a page with its files. */
@Component
@Named("copy")
@Singleton
public class CopyAction extends MoveAction
{
    @Override
    protected boolean may(Page page)
    {
        return !this.guard.user().isGuest();
    }

    @Override
    protected void act(PageId from, PageId to) throws StaleVersionException
    {
        this.store.copy(from, to, this.guard.user());
    }

    @Override
    protected boolean isRefused(PageId from)
    {
        return false;
    }

    @Override
    protected String done()
    {
        return "copied";
    }

    @Override
    protected String name()
    {
        return "copy";
    }
}
