/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows the topics of a person. */
@Component
@Named("topics")
@Singleton
public class TopicsSection implements ProfileSection
{
    @Inject
    private ExpertiseFragments fragments;

    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public Html print(UserId person)
    {
        return this.fragments.topics(person);
    }
}
