/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/**
 * Rights of a community's space.
 *
 * @param everyone the right of everybody, guests included: {@code VIEW} or {@code null} for none
 * @param signedIn the right of every account: {@code COMMENT} (and view), {@code VIEW} or {@code null} for none
 * @param members the group whose members may view and comment
 * @param facilitators the group whose members may view, comment, edit and moderate
 */
public record Protection(Right everyone, Right signedIn, GroupId members, GroupId facilitators)
{
}
