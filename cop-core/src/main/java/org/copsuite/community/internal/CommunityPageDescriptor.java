/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on home pages of communities: topics, visibility and the way of joining. */
@Component
@Named(CommunityPageType.TYPE)
@Singleton
public class CommunityPageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return CommunityPageType.TYPE;
    }

    @Override
    public List<String> properties()
    {
        return List.of(CommunityPageType.DOMAINS, CommunityPageType.ACCESS_PROPERTY,
            CommunityPageType.JOINING_PROPERTY);
    }

    @Override
    public Optional<String> templateIcon()
    {
        return Optional.of("group");
    }
}
