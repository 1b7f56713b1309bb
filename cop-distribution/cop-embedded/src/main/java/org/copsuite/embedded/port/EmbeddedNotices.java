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

/**
 * Delivers no notices, because the embedded wiki has no notifications of its own: its toolbar counts the notices in the
 * suite's list, and mail delivers them.
 */
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
        // The wiki has no channel for notices.
    }

    @Override
    public void unmute(UserId person, PageId page)
    {
        // Nothing can be muted.
    }

    @Override
    public Optional<String> preferences(UserId person)
    {
        return Optional.empty();
    }
}
