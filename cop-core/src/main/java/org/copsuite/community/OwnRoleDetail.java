/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What defines a role that a community has of its own.
 *
 * @param id its id
 * @param name its name
 * @param responsibilities what its holders do, in words
 * @param permissions what it permits
 */
public record OwnRoleDetail(UUID id, String name, String responsibilities, Set<CommunityPermission> permissions)
{
    private static final int PARTS = 4;

    /** @return the text that entries store */
    String write()
    {
        return String.join("\n", this.id.toString(), permissionNames(this.permissions), this.name,
            this.responsibilities);
    }

    static OwnRoleDetail read(String text)
    {
        String[] parts = text.split("\n", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("Not the detail of a role.");
        }
        return new OwnRoleDetail(UUID.fromString(parts[0]), parts[2], parts[3], permissions(parts[1]));
    }

    /**
     * @param permissions permissions
     * @return their names between commas, as rows store them: {@code ,MODERATE,CURATE,}
     */
    public static String permissionNames(Set<CommunityPermission> permissions)
    {
        return permissions.stream().sorted().map(CommunityPermission::name).collect(Collectors.joining(",", ",", ","));
    }

    /**
     * @param names names between commas
     * @return the permissions
     */
    public static Set<CommunityPermission> permissions(String names)
    {
        Set<CommunityPermission> permissions = EnumSet.noneOf(CommunityPermission.class);
        Arrays.stream(names.split(",")).filter(name -> !name.isEmpty()).map(CommunityPermission::valueOf)
            .forEach(permissions::add);
        return permissions;
    }
}
