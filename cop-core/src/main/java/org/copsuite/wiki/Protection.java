/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/**
 * Rights of a community's space.
 *
 * @param everyone the right of everybody, guests included: {@code VIEW} or {@code null} for none
 * @param signedIn the right of every account: {@code COMMENT} (and view), {@code VIEW} or {@code null} for none
 * @param members the group whose members may view and comment
 * @param facilitators the group whose members may view, comment, edit and moderate
 * @param moderators another group with the rights of the facilitators; {@code null} for none
 * @param curators the group whose members may view, comment and edit; {@code null} for none
 */
public record Protection(Right everyone, Right signedIn, GroupId members, GroupId facilitators, GroupId moderators,
    GroupId curators)
{
    /**
     * Protects a space for members and facilitators alone.
     *
     * @param everyone the right of everybody
     * @param signedIn the right of every account
     * @param members the group of the members
     * @param facilitators the group of the facilitators
     */
    public Protection(Right everyone, Right signedIn, GroupId members, GroupId facilitators)
    {
        this(everyone, signedIn, members, facilitators, null, null);
    }
}
