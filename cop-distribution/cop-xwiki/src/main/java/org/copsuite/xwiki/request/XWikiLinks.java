/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.AttachmentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.skinx.SkinExtension;
import org.xwiki.webjars.WebJarsUrlFactory;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.web.XWikiRequest;

/**
 * Creates XWiki's URLs without scheme and host. XWiki creates absolute URLs in REST, and for other wikis of a farm that
 * have their own domains; only URLs of the current wiki are shortened.
 */
@Component(roles = {Links.class, XWikiLinks.class})
@Singleton
public class XWikiLinks implements Links
{
    /** The first part of the path of the resources that the suite serves without session and token. */
    public static final String SEALED = "copsuite";

    private static final String WEBJAR = "org.copsuite:cop-ui-webjar";

    private static final String HISTORY = "history";

    /**
     * Matches scheme and host only. The rest of a request URL may not be a valid URI, since browsers send more
     * characters than a URI allows.
     */
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#]+");

    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private Provider<WebJarsUrlFactory> webjars;

    @Inject
    @Named("linkx")
    private Provider<SkinExtension> linkExtension;

    @Inject
    private MembersText members;

    @Override
    public String action(PageId page, String action, Map<String, String> query)
    {
        if (HISTORY.equals(action)) {
            // XWiki shows the history through the action "view".
            Map<String, String> viewer = new LinkedHashMap<>(query);
            viewer.put("viewer", HISTORY);
            return url(page.wiki(), Names.reference(page), "view", viewer);
        }
        return url(page.wiki(), Names.reference(page), action, query);
    }

    /**
     * @param page a page
     * @param file the name of a file attached to it
     * @param query the query parameters, not encoded
     * @return the URL of the file
     */
    public String attachment(PageId page, String file, Map<String, String> query)
    {
        return url(page.wiki(), new AttachmentReference(file, Names.reference(page)), "download", query);
    }

    private String url(WikiId wikiId, EntityReference reference, String action, Map<String, String> query)
    {
        String encoded = query.isEmpty() ? null : query.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + '=' + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
        return relative(in(context -> context.getWiki().getURL(reference, action, encoded, null, context)));
    }

    private static String encode(String text)
    {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T in(WikiContext.Work<T, RuntimeException> work)
    {
        String current =
            this.wiki.current().map(XWikiContext::getWikiId).orElseGet(() -> this.wikis.get().getMainWikiId());
        return this.wiki.in(new WikiId(current), "Creating a URL", work);
    }

    private String relative(String url)
    {
        return Stream.of(Optional.of(base()), origin()).flatMap(Optional::stream)
            .filter(base -> url.startsWith(base + '/')).findFirst().map(base -> url.substring(base.length()))
            .orElse(url);
    }

    /** @return scheme and host of the request, which XWiki uses for URLs in REST, where the context has no page */
    private Optional<String> origin()
    {
        return this.wiki.current().map(XWikiContext::getRequest).map(XWikiRequest::getRequestURL)
            .map(ORIGIN::matcher).filter(Matcher::lookingAt).map(Matcher::group);
    }

    /** @return scheme and host of the current wiki, without a trailing slash */
    private String base()
    {
        return in(context -> {
            try {
                return context.getWiki().getServerURL(context.getWikiId(), context).toString().replaceAll("/+$", "");
            } catch (MalformedURLException e) {
                throw new WikiFailure("Failed to determine the URL of the wiki.", e);
            }
        });
    }

    @Override
    public String rest(WikiId wiki, String path)
    {
        return root() + "rest/wikis/" + encode(wiki.value()).replace("+", "%20") + "/cop" + path;
    }

    private String root()
    {
        String application = in(context -> context.getWiki().getWebAppPath(context));
        return ('/' + application + '/').replaceAll("/+", "/");
    }

    /** Returns a URL outside REST, since XWiki refuses forms without its token there. */
    @Override
    public String sealed(WikiId wiki, String path)
    {
        return root() + SEALED + '/' + encode(wiki.value()).replace("+", "%20") + path;
    }

    @Override
    public String signIn()
    {
        PageId login = SpaceId.of(new WikiId(this.wikis.get().getMainWikiId()), Names.SYSTEM).page("XWikiLogin");
        return action(login, "login", back().map(url -> Map.of("xredirect", url)).orElse(Map.of()));
    }

    /** @return the URL of the current page, to return to after signing in; empty outside a request or without a page */
    private Optional<String> back()
    {
        return this.wiki.current().filter(context -> context.getRequest() != null).map(XWikiContext::getDoc)
            .map(document -> view(Names.page(document.getDocumentReference())));
    }

    @Override
    public String resource(String path)
    {
        return this.webjars.get().url(WEBJAR, path);
    }

    @Override
    public Html use(String path)
    {
        boolean onPage = this.wiki.current().filter(context -> context.getRequest() != null)
            .filter(context -> context.getDoc() != null).isPresent();
        if (!onPage) {
            return Html.EMPTY;
        }
        String url = resource(path);
        if (path.endsWith(".css")) {
            this.linkExtension.get().use(url, Map.of("rel", "stylesheet", "type", "text/css"));
            return Html.EMPTY;
        }
        this.linkExtension.get().use(url, Map.of("rel", "modulepreload"));
        // XWiki's skin extensions load only classic scripts, and minify those of a JAR at each request. A text of a
        // member prints no script element: whatever shows the text prints it.
        return this.members.isRendered() ? Html.EMPTY
            : new Html("<script type=\"module\" src=\"" + XMLUtils.escapeAttributeValue(url) + "\"></script>");
    }

    @Override
    public String absolute(String url)
    {
        return URI.create(base() + '/').resolve(url).toString();
    }
}
