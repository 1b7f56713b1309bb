/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.List;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on pages of milestones: date, owner, people, and the checklist or the number to reach. */
@Component
@Named(MilestonePageType.TYPE)
@Singleton
public class MilestonePageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return MilestonePageType.TYPE;
    }

    @Override
    public List<String> properties()
    {
        return MilestonePages.PROPERTIES;
    }

    @Override
    public Optional<String> templateIcon()
    {
        return Optional.of("flag");
    }
}
