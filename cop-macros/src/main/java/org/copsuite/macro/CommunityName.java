/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

/** What a parameter is to an editor that offers values: the name of a community. The parameter itself is text. */
public final class CommunityName
{
    private CommunityName()
    {
    }
}
