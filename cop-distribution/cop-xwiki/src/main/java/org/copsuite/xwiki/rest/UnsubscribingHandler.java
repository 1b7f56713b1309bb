/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.notice.UnsubscribeTokens;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.request.XWikiLinks;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.resource.AbstractResourceReferenceHandler;
import org.xwiki.resource.ResourceReference;
import org.xwiki.resource.ResourceReferenceHandlerChain;
import org.xwiki.resource.ResourceReferenceHandlerException;
import org.xwiki.resource.ResourceType;

/**
 * Handles {@code /copsuite/{wiki}/notices/unsubscribing/{token}}: GET shows a form to confirm, POST unsubscribes from
 * mails (RFC 8058). Mail programs post without a session, which XWiki's REST refuses. The token in the URL, which only
 * this wiki can create, authorises the request; the handler does not read the body.
 */
@Component
@Named(XWikiLinks.SEALED)
@Singleton
public class UnsubscribingHandler extends AbstractResourceReferenceHandler<ResourceType>
{
    private static final List<String> PATH = List.of("notices", "unsubscribing");

    private static final int OK = 200;

    private static final int NOT_FOUND = 404;

    private static final int NOT_ALLOWED = 405;

    @Inject
    private Provider<Container> container;

    @Inject
    private Provider<UnsubscribeTokens> unsubscribing;

    @Inject
    private Provider<NoticeFragments> fragments;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private WikiContext wiki;

    @Override
    public List<ResourceType> getSupportedResourceReferences()
    {
        return List.of(SealedReference.TYPE);
    }

    @Override
    public void handle(ResourceReference reference, ResourceReferenceHandlerChain chain)
        throws ResourceReferenceHandlerException
    {
        List<String> path = reference instanceof SealedReference sealed ? sealed.getPath() : List.of();
        String method = ((ServletRequest) this.container.get().getRequest()).getHttpServletRequest().getMethod();
        boolean post = "POST".equals(method);
        Optional<WikiId> addressed = path.size() == 4 && PATH.equals(path.subList(1, 3))
            ? this.wikis.get().all().stream().filter(wiki -> wiki.value().equals(path.get(0))).findFirst()
            : Optional.empty();
        try {
            if (!post && !"GET".equals(method) && !"HEAD".equals(method)) {
                answer(NOT_ALLOWED, "");
            } else if (addressed.isPresent()) {
                answer(addressed.get(), path.get(3), post);
            } else {
                answer(NOT_FOUND, "");
            }
        } catch (IOException e) {
            throw new ResourceReferenceHandlerException("Failed to send the response.", e);
        }
    }

    private void answer(WikiId wikiId, String token, boolean post) throws IOException
    {
        int status = OK;
        String page;
        try {
            page = this.wiki.<String, CopException>in(wikiId, "Unsubscribing", context -> {
                this.suite.get().check(wikiId);
                if (post) {
                    this.unsubscribing.get().unsubscribe(wikiId, token);
                } else {
                    this.unsubscribing.get().person(wikiId, token);
                }
                return this.fragments.get().unsubscribe(token, post).value();
            });
        } catch (CopException e) {
            status = NOT_FOUND;
            page = this.wiki.in(wikiId, "Unsubscribing",
                context -> this.fragments.get().unknownUnsubscribeLink().value());
        }
        answer(status, page);
    }

    private void answer(int status, String page) throws IOException
    {
        ServletResponse response = (ServletResponse) this.container.get().getResponse();
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (status == NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
