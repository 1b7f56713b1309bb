/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import org.xwiki.component.annotation.Role;

/** Sends mail to people of the wiki. Addresses are known to the wiki alone: the suite neither sees nor logs them. */
@Role
public interface Mail
{
    /**
     * @param person who
     * @return whether mail reaches the person: an account that can sign in, with an address
     */
    boolean reaches(UserId person);

    /**
     * Sends a letter. It has left the suite when this returns; a mail server may still refuse it.
     *
     * @param letter the letter, to somebody whom mail {@link #reaches reaches}
     * @throws MailException if it could not be sent now; sending it later may help
     */
    void send(MailMessage letter) throws MailException;
}
