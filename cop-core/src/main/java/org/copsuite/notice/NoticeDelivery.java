/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.time.Duration;

import org.xwiki.component.annotation.Role;

/** Delivers notices in the background: passes them to the wiki, or mails them. */
@Role
public interface NoticeDelivery
{
    /** Starts delivery. The binding calls it when the wiki is up. */
    void start();

    /** Stops delivery after the notice that is being delivered. */
    void stop();

    /**
     * @param timeout how long to wait at most
     * @return whether everything that was due when this method was called is delivered
     */
    boolean await(Duration timeout);
}
