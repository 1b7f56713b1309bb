/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity;

import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Role;

/** Writes the mail that tells an anonymous asker that something is new, without a word on what it is. */
@Role
public interface NewsMailWriter
{
    /**
     * @param to the recipient
     * @return the message, in the language of the recipient
     */
    MailMessage write(Person to);
}
