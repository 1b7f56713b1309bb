/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.notice;

import java.util.List;

import org.copsuite.rest.Nullable;

/** One page of one's own notices, with the number of unread ones. */
record NoticesJson(List<NoticeJson> items, @Nullable String next, int unread)
{
}
