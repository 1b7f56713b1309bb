/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.membership;

/** The macro that shows the reader's invitations has no parameters. */
public class InvitationsParameters
{
}
