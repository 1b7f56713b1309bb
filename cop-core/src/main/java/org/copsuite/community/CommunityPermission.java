/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

/** What a role permits its holders in a community. Names are stored. */
public enum CommunityPermission
{
    /** Close questions, accept answers for others, and delete what others wrote. Includes {@link #CURATE}. */
    MODERATE,
    /** Edit what others wrote, and the other pages of the community. */
    CURATE,
    /** Answer requests to join, invite, add and remove members, and give roles. */
    MANAGE_MEMBERS,
    /** Plan milestones, projects and the rota. */
    MANAGE_MILESTONES,
    /** Change purpose, topics, charter, visibility, the way of joining, the roles and the settings of the community. */
    MANAGE_COMMUNITY
}
