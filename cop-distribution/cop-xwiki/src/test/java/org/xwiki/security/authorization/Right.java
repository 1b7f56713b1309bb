/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.security.authorization;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests: those rights that the binding asks for, described as in XWiki 17.10. */
public final class Right implements RightDescription
{
    public static final Set<EntityType> WIKI_SPACE_DOCUMENT =
        EnumSet.of(EntityType.WIKI, EntityType.SPACE, EntityType.DOCUMENT);

    private static final List<Right> KNOWN = new CopyOnWriteArrayList<>();

    public static final Right VIEW =
        known(new Right("view", RuleState.ALLOW, RuleState.DENY, true, Set.of(), WIKI_SPACE_DOCUMENT));

    public static final Right EDIT =
        known(new Right("edit", RuleState.ALLOW, RuleState.DENY, true, Set.of(VIEW), WIKI_SPACE_DOCUMENT));

    public static final Right COMMENT =
        known(new Right("comment", RuleState.ALLOW, RuleState.DENY, true, Set.of(), WIKI_SPACE_DOCUMENT));

    public static final Right ADMIN = known(new Right("admin", RuleState.DENY, RuleState.ALLOW, false,
        Set.of(VIEW, EDIT, COMMENT), EnumSet.of(EntityType.WIKI, EntityType.SPACE)));

    public static final Right ILLEGAL =
        new Right("illegal", RuleState.DENY, RuleState.DENY, false, Set.of(), EnumSet.noneOf(EntityType.class));

    private final String name;

    private final RuleState otherwise;

    private final RuleState tie;

    private final boolean overridden;

    private final Set<Right> implied;

    private final Set<EntityType> types;

    private Right(String name, RuleState otherwise, RuleState tie, boolean overridden, Set<Right> implied,
        Set<EntityType> types)
    {
        this.name = name;
        this.otherwise = otherwise;
        this.tie = tie;
        this.overridden = overridden;
        this.implied = new HashSet<>(implied);
        this.types = types;
    }

    private static Right known(Right right)
    {
        KNOWN.add(right);
        return right;
    }

    /** Makes a right known, which the administrators' right then implies. */
    public static Right register(RightDescription described)
    {
        Right right = known(new Right(described.getName(), described.getDefaultState(),
            described.getTieResolutionPolicy(), described.getInheritanceOverridePolicy(), described.getImpliedRights(),
            described.getTargetedEntityType()));
        ADMIN.implied.add(right);
        return right;
    }

    /** Forgets a right that was made known. */
    public static void unregister(Right right)
    {
        KNOWN.remove(right);
        ADMIN.implied.remove(right);
    }

    /** @return all that are known, in the order in which XWiki settles them */
    public static List<Right> values()
    {
        return KNOWN;
    }

    public static Right toRight(String name)
    {
        return KNOWN.stream().filter(right -> right.name.equals(name)).findFirst().orElse(ILLEGAL);
    }

    @Override
    public String getName()
    {
        return this.name;
    }

    @Override
    public RuleState getDefaultState()
    {
        return this.otherwise;
    }

    @Override
    public RuleState getTieResolutionPolicy()
    {
        return this.tie;
    }

    @Override
    public boolean getInheritanceOverridePolicy()
    {
        return this.overridden;
    }

    @Override
    public Set<Right> getImpliedRights()
    {
        return this.implied;
    }

    @Override
    public Set<EntityType> getTargetedEntityType()
    {
        return this.types;
    }

    @Override
    public boolean isReadOnly()
    {
        return false;
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}
