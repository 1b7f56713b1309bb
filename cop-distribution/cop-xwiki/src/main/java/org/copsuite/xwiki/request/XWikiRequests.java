/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.Locale;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.Visitors;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

/** Reads the request from XWiki's context. In REST the context has no page. */
@Component
@Singleton
public class XWikiRequests implements Requests
{
    @Inject
    private Provider<CSRFToken> tokens;

    @Inject
    private Provider<LocalizationManager> localization;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private WikiContext wiki;

    private final Visitors visitors = new Visitors();

    private Optional<XWikiContext> request()
    {
        return this.wiki.current().filter(context -> context.getRequest() != null);
    }

    @Override
    public String token()
    {
        return this.tokens.get().getToken();
    }

    @Override
    public boolean isTokenValid(String token)
    {
        return token != null && !token.isEmpty() && request().isPresent() && this.tokens.get().isTokenValid(token);
    }

    @Override
    public Locale locale()
    {
        Locale locale = request().map(XWikiContext::getLocale).orElse(null);
        return locale == null || Locale.ROOT.equals(locale) ? this.localization.get().getDefaultLocale() : locale;
    }

    @Override
    public WikiId wiki()
    {
        return new WikiId(this.wiki.current().map(XWikiContext::getWikiId).orElseGet(() ->
            this.wikis.get().getMainWikiId()));
    }

    @Override
    public Optional<PageId> page()
    {
        return request().map(XWikiContext::getDoc).map(XWikiDocument::getDocumentReference).map(Names::page);
    }

    @Override
    public Optional<UserId> author()
    {
        // Without a page XWiki returns the current user instead.
        return request().filter(context -> context.getDoc() != null)
            .map(context -> Names.user(context.getAuthorReference()));
    }

    @Override
    public Optional<String> parameter(String name)
    {
        return request().map(context -> context.getRequest().getParameter(name));
    }

    @Override
    public String visitor()
    {
        return request().map(XWikiContext::getRequest)
            .map(request -> this.visitors.name(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"),
                request.getHeader("User-Agent"), request.getHeader("Accept-Language")))
            .orElse("");
    }
}
