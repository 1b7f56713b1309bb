/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Collection;
import java.util.Optional;

import org.xwiki.component.annotation.Role;

/**
 * The wiki's own notifications, where it has some. Whom to tell what is decided by {@code org.copsuite.notice}; here a
 * notice is handed over to the wiki, which shows it and mails it as each person prefers. A wiki without notifications of
 * its own carries nothing: the suite keeps a list of its own and sends {@link Mail}.
 */
@Role
public interface Notices
{
    /** @return whether the wiki carries notices */
    boolean handles();

    /**
     * Hands a notice over to the wiki. Handing over the same notice again, as after a crash, tells nobody a second time. A
     * wiki that {@link #handles() carries} nothing does nothing.
     *
     * @param notice what to tell
     * @param people whom, at most 500; they may view the page now, and the wiki asks again when it shows or mails the
     *            notice. Who is no account is passed over
     */
    void send(Notice notice, Collection<UserId> people);

    /**
     * Somebody begins to watch a page and what lies below it: if it was muted in the wiki's own notifications, it is not
     * any more. Does nothing for who did not mute it.
     *
     * @param person who, an account
     * @param page the page
     */
    void unmute(UserId person, PageId page);

    /**
     * @param person an account
     * @return the URL of the page on which the person says how the wiki brings notices; empty where it carries none
     */
    Optional<String> preferences(UserId person);
}
