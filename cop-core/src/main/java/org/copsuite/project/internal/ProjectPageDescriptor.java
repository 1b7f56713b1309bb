/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.List;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on pages of projects: the people. */
@Component
@Named(ProjectPageType.TYPE)
@Singleton
public class ProjectPageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return ProjectPageType.TYPE;
    }

    @Override
    public List<String> properties()
    {
        return List.of(ProjectPages.PEOPLE);
    }

    @Override
    public Optional<String> templateIcon()
    {
        return Optional.of("chart_organisation");
    }
}
