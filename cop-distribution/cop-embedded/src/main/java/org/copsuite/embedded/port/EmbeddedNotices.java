/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.Collection;
import java.util.Optional;

import javax.inject.Singleton;

import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The embedded wiki has no notifications of its own: its bar counts those in the suite's list, and mail carries them. */
@Component
@Singleton
public class EmbeddedNotices implements Notices
{
    @Override
    public boolean handles()
    {
        return false;
    }

    @Override
    public void send(Notice notice, Collection<UserId> people)
    {
        // Nothing carries it.
    }

    @Override
    public void unmute(UserId person, PageId page)
    {
        // Nothing is ever muted.
    }

    @Override
    public Optional<String> preferences(UserId person)
    {
        return Optional.empty();
    }
}
