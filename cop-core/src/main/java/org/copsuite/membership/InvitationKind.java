/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership;

/** Whom an invitation addresses. Names are stored. */
public enum InvitationKind
{
    /** One account. */
    PERSON,
    /** Everybody in a group of the wiki. */
    GROUP,
    /** Whoever has the link, a limited number of accounts. */
    LINK
}
