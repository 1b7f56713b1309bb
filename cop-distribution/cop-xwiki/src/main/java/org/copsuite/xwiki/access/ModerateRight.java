/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.access;

import java.util.Set;

import org.xwiki.model.EntityType;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.RightDescription;
import org.xwiki.security.authorization.RuleState;

/**
 * The right to moderate a community. None of XWiki's own rights grants this without also granting the management of
 * rights. XWiki shows it in its rights editors; it is denied by default, and administrators have it implicitly.
 */
public final class ModerateRight implements RightDescription
{
    /** The name of the right in rights objects. */
    public static final String NAME = "copmoderate";

    @Override
    public String getName()
    {
        return NAME;
    }

    @Override
    public RuleState getDefaultState()
    {
        return RuleState.DENY;
    }

    @Override
    public RuleState getTieResolutionPolicy()
    {
        return RuleState.DENY;
    }

    @Override
    public boolean getInheritanceOverridePolicy()
    {
        return true;
    }

    @Override
    public Set<Right> getImpliedRights()
    {
        return Set.of();
    }

    @Override
    public Set<EntityType> getTargetedEntityType()
    {
        return Right.WIKI_SPACE_DOCUMENT;
    }

    @Override
    public boolean isReadOnly()
    {
        return false;
    }
}
