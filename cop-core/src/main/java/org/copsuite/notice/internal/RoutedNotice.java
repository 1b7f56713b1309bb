/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeType;

/**
 * A notice of an entry before its recipients are known one by one.
 *
 * @param entry the entry
 * @param type its type
 * @param audience whom the entry concerns
 */
record RoutedNotice(LedgerEntry entry, NoticeType type, Audience audience)
{
}
