/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import org.xwiki.component.annotation.Role;

/** Sends mail to people of the wiki. Only the wiki knows addresses: the suite neither reads nor logs them. */
@Role
public interface Mail
{
    /**
     * @param person a person
     * @return whether the person can receive mail: an account that can sign in, with an address
     */
    boolean reaches(UserId person);

    /**
     * Sends a message. It has left the suite when this method returns; a mail server may still refuse it.
     *
     * @param letter the message, to a person whom mail {@link #reaches reaches}
     * @throws MailException if it could not be sent now; a retry may help
     */
    void send(MailMessage letter) throws MailException;
}
