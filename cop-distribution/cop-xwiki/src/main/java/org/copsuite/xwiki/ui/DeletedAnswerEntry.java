/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ItemLinks;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.CompositeBlock;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;

/**
 * Shows a message and a link to the question on the page that XWiki shows for a deleted answer. Shows nothing if the
 * reader may not view the question or if the page was not an answer.
 */
@Component
@Named(DeletedAnswerEntry.ID)
@Singleton
public class DeletedAnswerEntry extends AbstractCopExtension
{
    static final String ID = "org.copsuite.xwiki.ui.DeletedAnswerEntry";

    @Inject
    private Provider<QuestionQueries> questions;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Links> links;

    /** Extends the page that XWiki shows for a missing page. */
    public DeletedAnswerEntry()
    {
        super(ID, "org.xwiki.platform.docdoesnotexist");
    }

    @Override
    public Map<String, String> getParameters()
    {
        return new HashMap<>(Map.of("order", "100"));
    }

    @Override
    public Block execute()
    {
        Optional<PostRef> answer =
            isOn() ? query(() -> page().flatMap(this::answer), Optional.empty()) : Optional.empty();
        return answer.map(this::link).orElseGet(super::execute);
    }

    /** Finds the deleted answer of a page. XWiki resolves the URL of a missing page to the home page of a space. */
    private Optional<PostRef> answer(PageId page)
    {
        List<String> path = page.space().path();
        PageId named = page.isHome() && path.size() > 1 ? page.space().parent().page(path.get(path.size() - 1)) : page;
        return this.questions.get().deletedAnswer(this.people.get().current(), named);
    }

    private Block link(PostRef answer)
    {
        String url = this.links.get().action(answer.questionPage(), "view",
            Map.of(ItemLinks.SHOW, answer.id().toString()));
        return new CompositeBlock(List.of(new ParagraphBlock(List.of(new WordBlock(text("cop.xwiki.deleted")))),
            new ParagraphBlock(List.of(new LinkBlock(List.of(new WordBlock(text("cop.xwiki.deleted.question"))),
                new ResourceReference(url, ResourceType.URL), false)))));
    }
}
