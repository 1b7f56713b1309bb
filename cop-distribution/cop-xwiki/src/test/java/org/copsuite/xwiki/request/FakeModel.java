/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.List;
import java.util.Map;

import org.copsuite.wiki.PageId;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.wiki.WikiModel;

/**
 * Stands in for the platform's in tests: addresses of pages and files relative to the innermost page that the text says
 * it stands on. Queries and anchors come through as they were written, as in XWiki 17.10.
 */
final class FakeModel implements WikiModel
{
    private static String name(String written)
    {
        return written.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static String path(ResourceReference reference, String action)
    {
        List<String> bases = reference.getBaseReferences();
        PageId base = PageId.parse(bases.get(bases.size() - 1));
        return "/xwiki/bin/" + action + '/' + String.join("/", base.space().path()) + '/'
            + ("download".equals(action) ? base.name() + '/' : "") + name(reference.getReference());
    }

    @Override
    public String getLinkURL(ResourceReference reference)
    {
        return path(reference, "download");
    }

    @Override
    public String getImageURL(ResourceReference reference, Map<String, String> parameters)
    {
        return reference.getType().getScheme().equals("icon")
            ? "/xwiki/resources/icons/" + name(reference.getReference()) : path(reference, "download");
    }

    @Override
    public boolean isDocumentAvailable(ResourceReference reference)
    {
        return !reference.getReference().startsWith("Missing");
    }

    @Override
    public String getDocumentViewURL(ResourceReference reference)
    {
        String query = reference.getParameter("queryString");
        String anchor = reference.getParameter("anchor");
        return path(reference, "view") + (query == null ? "" : '?' + query) + (anchor == null ? "" : '#' + anchor);
    }

    @Override
    public String getDocumentEditURL(ResourceReference reference)
    {
        return path(reference, "create");
    }
}
