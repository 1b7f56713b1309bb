/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.servlet.http.HttpServletRequest;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Settings;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Implements the URLs of the embedded wiki. */
@Component
@Singleton
public class EmbeddedLinks implements Links
{
    /** The setting with the scheme and the host under which people reach the wiki, for mails and feeds. */
    static final String ADDRESS = "wiki.address";

    @Inject
    private Resources resources;

    @Inject
    private Settings settings;

    @Inject
    private WikiOptions options;

    @Override
    public String action(PageId page, String action, Map<String, String> query)
    {
        return PageUrls.of(page, action, query);
    }

    @Override
    public String rest(WikiId wiki, String path)
    {
        return "/rest/wikis/" + PageUrls.encode(wiki.value()) + "/cop" + path;
    }

    @Override
    public String signIn()
    {
        return Exchange.current().map(Exchange::request).filter(request -> "GET".equals(request.getMethod()))
            .filter(request -> request.getRequestURI().startsWith("/bin/view/")).map(EmbeddedLinks::here)
            .or(() -> Exchange.current().flatMap(Exchange::page).map(this::view))
            .map(here -> "/bin/login?to=" + PageUrls.encode(here)).orElse("/bin/login");
    }

    private static String here(HttpServletRequest request)
    {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : '?' + query);
    }

    @Override
    public String resource(String path)
    {
        return this.resources.suite(path);
    }

    @Override
    public Html use(String path)
    {
        Exchange.current().ifPresent(exchange -> exchange.resources().add(path));
        return Html.EMPTY;
    }

    @Override
    public String absolute(String url)
    {
        return this.settings.get(ADDRESS).or(() -> Exchange.current().map(EmbeddedLinks::address))
            .orElseGet(() -> "http://" + literal(this.options.host()) + ':' + this.options.port()) + url;
    }

    private static String literal(String host)
    {
        return host.contains(":") ? '[' + host + ']' : host;
    }

    private static String address(Exchange exchange)
    {
        HttpServletRequest request = exchange.request();
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }
}
