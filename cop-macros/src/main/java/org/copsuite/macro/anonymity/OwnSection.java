/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.anonymity;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.spi.NoticeSection;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists the reader's anonymous questions above their notices, with what is new. */
@Component
@Named("anonymity")
@Singleton
public class OwnSection implements NoticeSection
{
    @Inject
    private AnonymityFragments fragments;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public Html print() throws CopException
    {
        return this.fragments.own();
    }
}
