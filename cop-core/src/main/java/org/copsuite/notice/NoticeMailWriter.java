/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.List;

import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Role;

/** Writes the mail that brings notices, in the language of who gets it. */
@Role
public interface NoticeMailWriter
{
    /**
     * @param to to whom
     * @param notices what to say, at least one, newest first
     * @return the letter
     */
    MailMessage write(Person to, List<NoticeView> notices);
}
