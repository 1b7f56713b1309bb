/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.Administrators;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.FoundingService;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Finds the pages with templates. */
@Component(roles = TemplateReader.class)
@Singleton
public class TemplateReader
{
    @Inject
    private Pages pages;

    @Inject
    private Access access;

    List<CommunityTemplate> all(UserId reader, WikiId wiki)
    {
        return this.pages.list(wiki, TemplatePageDescriptor.TYPE, null, FoundingService.TEMPLATES_MAXIMUM).stream()
            .filter(page -> isOffered(reader, page)).map(TemplateText::read)
            .sorted(Comparator.comparing(CommunityTemplate::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(template -> template.page().toString()))
            .toList();
    }

    Optional<CommunityTemplate> at(UserId reader, PageId page)
    {
        if (!this.access.has(reader, Right.VIEW, page)) {
            return Optional.empty();
        }
        return this.pages.load(page)
            .filter(found -> found.object().map(PageObject::type).equals(Optional.of(TemplatePageDescriptor.TYPE)))
            .filter(found -> isOffered(reader, found)).map(TemplateText::read);
    }

    /** Anybody may put an object on a page of their own; what all founders are offered is the administrators' matter. */
    private boolean isOffered(UserId reader, Page page)
    {
        boolean ours = Suite.SPACE.equals(page.id().space().path().stream().findFirst().orElse(""));
        return (ours || Administrators.include(this.access, page.id().wiki(), page.author()))
            && this.access.has(reader, Right.VIEW, page.id());
    }
}
