/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.velocity.VelocityContext;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.velocity.VelocityManager;

/**
 * Leaves out what XWiki's skin puts around each page where it does not belong. The suite's own pages are an application:
 * they have no tabs, likes, tags or authors, as XWiki's applications have none. A question shows its comments itself, so
 * XWiki's tabs of comments and annotations, which are comments too, are left out; history, information and attachments
 * stay.
 * <p>
 * The skin reads variables of its templates, which XWiki's applications set by a script in their page. The suite's pages
 * have no script and need no right to one. So an extension of the page's head sets them, which the skin executes after it
 * has given them their values and before it reads them.
 */
@Component
@Named(PageElements.ID)
@Singleton
public class PageElements extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.PageElements";

    /** The tabs below the content. */
    private static final String TABS = "displayDocExtra";

    /** Likes, tags, and who created the page. */
    private static final String FOOTER = "displayContentFooter";

    private static final String COMMENTS = "showcomments";

    private static final String ANNOTATIONS = "showannotations";

    private static final Set<String> POSTS = Set.of("question", "answer");

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<VelocityManager> velocity;

    /** Executed once for each page that the skin shows. */
    public PageElements()
    {
        super(ID, "org.xwiki.platform.html.head");
    }

    @Override
    public Map<String, String> getParameters()
    {
        return new HashMap<>(Map.of("order", "900"));
    }

    @Override
    public Block execute()
    {
        Set<String> without = known(() -> page().map(this::without).orElse(Set.of()), Set.of());
        if (!without.isEmpty() && isOn()) {
            without.forEach(this::leaveOut);
        }
        return super.execute();
    }

    /** @return what the skin shall not show around a page */
    private Set<String> without(PageId page)
    {
        if (Suite.SPACE.equals(page.space().path().get(0))) {
            return Set.of(TABS, FOOTER);
        }
        Optional<String> type = this.pages.get().load(page).flatMap(found -> found.object()).map(PageObject::type);
        if (type.isEmpty()) {
            return Set.of();
        }
        return POSTS.contains(type.get()) ? Set.of(COMMENTS, ANNOTATIONS, FOOTER) : Set.of(FOOTER);
    }

    private void leaveOut(String element)
    {
        VelocityContext variables = this.velocity.get().getCurrentVelocityContext();
        if (variables != null) {
            variables.put(element, false);
        }
    }
}
