/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.time.Duration;

import org.xwiki.component.annotation.Role;

/** Brings notices to people in the background: hands them to the wiki, or mails them. */
@Role
public interface NoticeDelivery
{
    /** Starts; the binding calls it when the wiki is up. */
    void start();

    /** Stops, after what is being sent now. */
    void stop();

    /**
     * @param timeout how long at most
     * @return whether nothing is left that was due when this was called
     */
    boolean await(Duration timeout);
}
