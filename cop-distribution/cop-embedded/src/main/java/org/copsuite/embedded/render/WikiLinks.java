/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.port.VisiblePages;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.listener.reference.DocumentResourceReference;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.rendering.wiki.WikiModel;

/**
 * Resolves the links and images of a text. A link to a page that the reader may not view looks like a link to a page
 * that does not exist. If readers of the text may see different links, {@link ReaderLinks} records it, so that the
 * result is cached only for readers of the same spaces.
 */
@Component
@Singleton
public class WikiLinks implements WikiModel
{
    private static final PageId MAIN = SpaceId.of(WikiOptions.WIKI, "Main").home();

    /** The icon names that the message macros use. */
    private static final Set<String> ICONS = Set.of("information", "error", "exclamation", "accept");

    /** In the skin. The number must change when an icon does, because browsers cache this folder. */
    private static final String ICON_FOLDER = "/resources/skin/1/icons/";

    @Inject
    private PageStore pages;

    @Inject
    private Access access;

    @Inject
    private VisiblePages visible;

    @Inject
    private People people;

    @Override
    public String getLinkURL(ResourceReference reference)
    {
        String query = reference.getParameter(DocumentResourceReference.QUERY_STRING);
        return file(reference).map(file -> PageUrls.file(file.page(), file.name()) + (query == null ? "" : '?' + query))
            .orElse("#");
    }

    @Override
    public String getImageURL(ResourceReference reference, Map<String, String> parameters)
    {
        if (reference.getType().equals(ResourceType.ATTACHMENT)
            || reference.getType().equals(ResourceType.PAGE_ATTACHMENT)) {
            return getLinkURL(reference);
        }
        if (reference.getType().equals(ResourceType.ICON)) {
            return ICONS.contains(reference.getReference()) ? ICON_FOLDER + reference.getReference() + ".svg" : "#";
        }
        return reference.getReference();
    }

    @Override
    public boolean isDocumentAvailable(ResourceReference reference)
    {
        PageId base = base(reference);
        return isKnown(target(reference, base), base);
    }

    @Override
    public String getDocumentViewURL(ResourceReference reference)
    {
        return url(reference, "view");
    }

    @Override
    public String getDocumentEditURL(ResourceReference reference)
    {
        return PageUrls.of(target(reference, base(reference)), "edit", Map.of());
    }

    private String url(ResourceReference reference, String action)
    {
        StringBuilder url =
            new StringBuilder(PageUrls.of(target(reference, base(reference)), action, Map.of()));
        String query = reference.getParameter(DocumentResourceReference.QUERY_STRING);
        if (query != null && !query.isEmpty()) {
            url.append(url.indexOf("?") < 0 ? '?' : '&').append(query);
        }
        String anchor = reference.getParameter(DocumentResourceReference.ANCHOR);
        if (anchor != null && !anchor.isEmpty()) {
            url.append('#').append(PageUrls.encode(anchor));
        }
        return url.toString();
    }

    private boolean isKnown(PageId target, PageId base)
    {
        UserId reader = this.people.current();
        if (!isSameForAll(target, base) || !this.access.has(reader, Right.VIEW, base)) {
            ReaderLinks.note();
        }
        return this.visible.isKnown(reader, target);
    }

    /**
     * Whether everyone who may view the base page may view the target too. Not for redirects: other rights may apply to
     * their target.
     */
    private boolean isSameForAll(PageId target, PageId base)
    {
        return (this.access.decidingSpace(target).equals(this.access.decidingSpace(base))
            && !this.access.hasOwnRights(target) || this.access.has(UserId.GUEST, Right.VIEW, target))
            && this.pages.redirect(target).isEmpty();
    }

    private PageId target(ResourceReference reference, PageId base)
    {
        String text = reference.getReference();
        if (reference.getType().equals(ResourceType.SPACE)) {
            return PageNames.space(text, base).map(SpaceId::home).orElse(base);
        }
        if (reference.getType().equals(ResourceType.PAGE)) {
            return nested(text, base).orElse(base);
        }
        Optional<PageId> page = PageNames.page(text, base);
        if (page.isPresent() && !reference.isTyped() && !page.get().isHome() && !isKnown(page.get(), base)) {
            return page.get().space().child(page.get().name()).home();
        }
        return page.orElse(base);
    }

    /** Parses {@code page:A/B}, which names nested pages without saying whether the last one is a home page. */
    private Optional<PageId> nested(String text, PageId base)
    {
        boolean relative = !text.startsWith("/") && text.startsWith("./");
        String path = relative ? text.substring(2) : text.replaceFirst("^/", "");
        return PageUrls.page(path.endsWith("/") ? path : path + '/')
            .map(page -> relative ? new SpaceId(base.wiki(), concat(base.space(), page.space())).home() : page);
    }

    private static List<String> concat(SpaceId outer, SpaceId inner)
    {
        return Stream.concat(outer.path().stream(), inner.path().stream()).toList();
    }

    private Optional<PageNames.FileId> file(ResourceReference reference)
    {
        return PageNames.file(reference.getReference(), base(reference));
    }

    /** The innermost page that the text around the link gives as its base. */
    private static PageId base(ResourceReference reference)
    {
        List<String> bases = reference.getBaseReferences();
        return bases.isEmpty() ? MAIN : PageId.parse(bases.get(bases.size() - 1));
    }
}
