/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/**
 * The rights of a community's space.
 *
 * @param everyone what everybody may, also who has not signed in: {@code VIEW} or {@code null} for nothing
 * @param signedIn what every account may: {@code COMMENT} (and view), {@code VIEW} or {@code null} for nothing
 * @param members the group whose members may view and comment
 * @param facilitators the group whose members may view, comment, edit and moderate
 */
public record Protection(Right everyone, Right signedIn, GroupId members, GroupId facilitators)
{
}
