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
 * Hides elements of XWiki's skin around pages of the suite. The suite's own pages are an application and, like XWiki's
 * applications, show no tabs, likes, tags or authors. A question shows its comments itself, so XWiki's tabs for
 * comments and annotations, which are comments too, are hidden; history, information and attachments remain.
 * <p>
 * The skin reads variables of its templates, which XWiki's applications set by a script in their page. The suite's
 * pages contain no script and need no script right. Instead, this UI extension of the head of the page sets the
 * variables: the skin executes it after it has initialised them and before it reads them.
 */
@Component
@Named(PageElements.ID)
@Singleton
public class PageElements extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.PageElements";

    /** The tabs below the content. */
    private static final String TABS = "displayDocExtra";

    /** Likes, tags and the creator of the page. */
    private static final String FOOTER = "displayContentFooter";

    private static final String COMMENTS = "showcomments";

    private static final String ANNOTATIONS = "showannotations";

    private static final Set<String> POSTS = Set.of("question", "answer");

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<VelocityManager> velocity;

    /** Extends the head of each page that the skin renders. */
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
        Set<String> hidden = query(() -> page().map(this::hidden).orElse(Set.of()), Set.of());
        if (!hidden.isEmpty() && isOn()) {
            hidden.forEach(this::hide);
        }
        return super.execute();
    }

    /** @return the skin variables of the elements to hide on a page */
    private Set<String> hidden(PageId page)
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

    private void hide(String element)
    {
        VelocityContext variables = this.velocity.get().getCurrentVelocityContext();
        if (variables != null) {
            variables.put(element, false);
        }
    }
}
