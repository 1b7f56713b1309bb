/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageRenderer;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Shows the suite's own administration page as a section. */
@Component
@Named("suite")
@Singleton
public class AdminSuite implements AdminSection
{
    /** The administration page of the suite, installed from its XAR. */
    private static final PageId PAGE = SpaceId.of(WikiOptions.WIKI, Suite.SPACE).page("Administration");

    @Inject
    private Pages pages;

    @Inject
    private PageRenderer renderer;

    @Inject
    private Layout layout;

    @Override
    public Html show(Exchange exchange, String error)
    {
        Html content = this.pages.load(PAGE).filter(page -> this.renderer.isTrusted(page.author()))
            .map(this.renderer::content).orElse(Html.EMPTY);
        return this.layout.print("admin-suite", Map.of("content", content));
    }

    @Override
    public String act(Exchange exchange) throws WebException
    {
        throw WebException.wrong("embedded.error.request");
    }

    @Override
    public String after(Exchange exchange)
    {
        return "/bin/admin?section=suite";
    }
}
