/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

/** Marks a parameter whose editor offers the names of communities. The parameter itself is text. */
public final class CommunityName
{
    private CommunityName()
    {
    }
}
