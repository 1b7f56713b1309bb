/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.xwiki.request.XWikiLinks;
import org.xwiki.component.annotation.Component;
import org.xwiki.resource.ResourceReference;
import org.xwiki.resource.ResourceReferenceResolver;
import org.xwiki.resource.ResourceType;
import org.xwiki.url.ExtendedURL;

/** Resolves the suite's URLs outside REST. */
@Component
@Named(XWikiLinks.SEALED)
@Singleton
public class SealedReferenceResolver implements ResourceReferenceResolver<ExtendedURL>
{
    @Override
    public ResourceReference resolve(ExtendedURL url, ResourceType type, Map<String, Object> parameters)
    {
        return new SealedReference(url.getSegments());
    }
}
