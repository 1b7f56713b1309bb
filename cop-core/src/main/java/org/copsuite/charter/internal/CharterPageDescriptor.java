/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/** Describes the objects on pages of charters: the objectives. */
@Component
@Named(CharterPageType.TYPE)
@Singleton
public class CharterPageDescriptor implements PageTypeDescriptor
{
    @Override
    public String type()
    {
        return CharterPageType.TYPE;
    }

    @Override
    public List<String> properties()
    {
        return List.of(CharterPageType.OBJECTIVES);
    }
}
