/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice;

import java.util.List;

import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.Person;
import org.xwiki.component.annotation.Role;

/** Writes the mail that contains notices, in the language of its recipient. */
@Role
public interface NoticeMailWriter
{
    /**
     * @param to the recipient
     * @param notices the notices, at least one, newest first
     * @return the message
     */
    MailMessage write(Person to, List<NoticeView> notices);
}
