/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;

import org.copsuite.rest.AbstractWriteFilter;
import org.copsuite.rest.Writes;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.rest.XWikiRestComponent;

import com.xpn.xwiki.XWikiContext;

/**
 * In XWiki: the filter of writes, bound to the suite's. XWiki has read a form's fields from the body before it comes
 * here, so they are asked from the servlet's request, which XWiki's context has: XWiki injects nothing of a request
 * into a filter.
 */
@Component(roles = XWikiRestComponent.class)
@Named("org.copsuite.xwiki.rest.XWikiWriteFilter")
@Singleton
@Writes
@Provider
public class XWikiWriteFilter extends AbstractWriteFilter implements XWikiRestComponent
{
    @Inject
    private WikiContext wiki;

    @Override
    protected HttpServletRequest servletRequest()
    {
        return this.wiki.current().map(XWikiContext::getRequest).orElse(null);
    }
}
