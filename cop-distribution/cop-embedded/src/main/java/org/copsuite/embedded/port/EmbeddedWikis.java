/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.util.List;

import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.Component;

/** The embedded wiki has exactly one wiki. */
@Component
@Singleton
public class EmbeddedWikis implements Wikis
{
    @Override
    public List<WikiId> all()
    {
        return List.of(WikiOptions.WIKI);
    }
}
