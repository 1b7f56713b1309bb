/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the most used tags of a community. */
@Component
@Named("tags")
@Singleton
public class TagsPanel implements CommunityPanel
{
    private static final int TAGS = 20;

    @Inject
    private Printer printer;

    @Inject
    private Provider<QuestionQueries> queries;

    @Override
    public int order()
    {
        return 200;
    }

    @Override
    public Html print(CommunityView community)
    {
        if (community.questions() == 0) {
            return Html.EMPTY;
        }
        List<TagCount> tags =
            this.queries.get().tags(this.printer.reader(), this.printer.wiki(), community.id(), "", TAGS);
        return tags.isEmpty() ? Html.EMPTY
            : this.printer.print("search/tagspanel", "community", community, "tags", tags);
    }
}
