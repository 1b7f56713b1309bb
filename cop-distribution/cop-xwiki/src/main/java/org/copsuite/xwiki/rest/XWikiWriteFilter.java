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
 * Registers the filter for writing requests in XWiki, bound to the suite's resources. XWiki has already read the fields
 * of a form from the body, so the filter reads them from the servlet request in XWiki's context: XWiki injects no
 * request objects into filters.
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
