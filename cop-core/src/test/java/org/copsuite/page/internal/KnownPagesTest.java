/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.page.PageType;
import org.copsuite.question.PostId;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.spi.PageTypeDescriptor;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.junit.jupiter.api.Test;

/** What the projections know at a page, whatever its type. */
@OnEveryDatabase
class KnownPagesTest extends AbstractQuestionTest
{
    @Test
    void oneStatementFindsTheSubjectOfAPageOfAnyType() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        PageId answerPage = this.queries.find(this.admin, answer).page();
        KnownPages known = this.wiki.get(KnownPages.class);
        this.wiki.database().startCounting();
        assertThat(known.at(answerPage)).isEqualTo(Map.of(answer.value(), this.wiki.get(PageType.class, "answer")));
        assertThat(this.wiki.database().statements()).isEqualTo(1);
        assertThat(known.at(this.queries.find(this.admin, question).page()))
            .isEqualTo(Map.of(question.value(), this.wiki.get(PageType.class, "question")));
        assertThat(known.at(this.community.page()))
            .isEqualTo(Map.of(this.community.id().value(), this.wiki.get(PageType.class, "community")));

        this.service.delete(this.bert, answer);
        assertThat(known.at(answerPage)).isEmpty();
    }

    /** Pages and XWiki's classes in existing wikis have these names. */
    @Test
    void eachPageTypeDescribesTheObjectThatPagesStore()
    {
        Map<String, List<String>> properties = new HashMap<>();
        for (PageTypeDescriptor descriptor : this.wiki.all(PageTypeDescriptor.class)) {
            properties.put(descriptor.type(), descriptor.properties());
            // The text of a template is all that it says: neither the ledger nor a projection knows its page.
            if (!"communitytemplate".equals(descriptor.type())) {
                assertThat(this.wiki.get(PageType.class, descriptor.type())).isNotNull();
            }
        }
        assertThat(properties).contains(Map.entry("question", List.of("tags", "about")), Map.entry("answer", List.of()),
            Map.entry("community", List.of("domains", "access", "joining")),
            Map.entry("charter", List.of("objectives")), Map.entry("communitytemplate", List.of()),
            Map.entry("milestone", List.of("due", "owner", "people", "items", "itemOwners", "target", "unit")));
    }
}
