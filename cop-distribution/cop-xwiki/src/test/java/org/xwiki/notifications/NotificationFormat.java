/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.notifications;

/** Stands for XWiki's enumeration, with its constants. */
public enum NotificationFormat
{
    ALERT, EMAIL
}
