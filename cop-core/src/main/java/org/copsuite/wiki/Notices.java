/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Collection;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * The wiki's own notifications, if it has some. {@code org.copsuite.notice} decides whom to notify; this port passes a
 * notice to the wiki, which shows and mails it as each person prefers. For a wiki without notifications the suite keeps
 * its own list and sends {@link Mail}.
 */
@Role
public interface Notices
{
    /** @return whether the wiki shows notices */
    boolean handles();

    /**
     * Passes a notice to the wiki. Passing the same notice again, as after a crash, notifies nobody a second time. Does
     * nothing in a wiki that does not {@link #handles() handle} notices.
     *
     * @param notice the notice
     * @param people the recipients, at most 500; they may view the page now, and the wiki checks again when it shows or
     *            mails the notice. Ids that are no accounts are skipped
     */
    void send(Notice notice, Collection<UserId> people);

    /**
     * Removes a person's mute of a page in the wiki's own notifications, because the person starts to watch it. Does
     * nothing if the person did not mute it.
     *
     * @param person an account
     * @param page the page; its children too
     */
    void unmute(UserId person, PageId page);

    /**
     * @param person an account
     * @return the URL of the page with the person's notification preferences; empty if the wiki shows no notices
     */
    Optional<String> preferences(UserId person);
}
