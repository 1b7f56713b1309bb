/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.PageTypeDescriptor;
import org.xwiki.component.annotation.Component;

/**
 * Describes the objects on pages with a template of a community. They mark the page and nothing more: the text of the
 * page is the template.
 */
@Component
@Named(TemplatePageDescriptor.TYPE)
@Singleton
public class TemplatePageDescriptor implements PageTypeDescriptor
{
    /** The type of the page object. */
    static final String TYPE = "communitytemplate";

    @Override
    public String type()
    {
        return TYPE;
    }
}
