/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.notifications.preferences;

/** Stands for XWiki's enumeration, with its constant. */
public enum NotificationPreferenceProperty
{
    EVENT_TYPE
}
