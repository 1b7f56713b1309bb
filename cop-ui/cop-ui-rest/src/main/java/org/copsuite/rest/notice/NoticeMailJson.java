/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import org.copsuite.notice.NoticeService.MailFrequency;

/** How often one gets notices by mail. */
record NoticeMailJson(MailFrequency mail)
{
}
