/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.List;

import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.MandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What leads to the suite goes with it, what people's pages need stays. */
@ComponentTest
@ComponentList(WikiContext.class)
class OfferingPagesTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private OfferingPages offering;

    private FakePlatform platform;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        for (String mandatory : List.of("CoP.AdministrationSection", "CoP.QuestionTemplate",
            "CoP.QuestionTemplateProvider", "CoP.QuestionClass", "XWiki.CoPSuiteService", "XWiki.TagClass")) {
            this.components.registerComponent(MandatoryDocumentInitializer.class, mandatory,
                mock(MandatoryDocumentInitializer.class));
        }
    }

    @BeforeEach
    void pages()
    {
        for (WikiId wiki : List.of(new WikiId("xwiki"), new WikiId("other"))) {
            save(wiki, "CoP", "AdministrationSection");
            save(wiki, "CoP", "QuestionTemplateProvider");
            save(wiki, "CoP", "QuestionClass");
            save(wiki, "CoP", "WebHome");
            save(wiki, "XWiki", "CoPSuiteService");
        }
    }

    private void save(WikiId wiki, String space, String page)
    {
        this.platform.wiki().saveDocument(new XWikiDocument(new DocumentReference(wiki.value(), List.of(space), page)),
            "", false, this.platform.context());
    }

    @Test
    void deletesTheSectionAndTheTemplatesOfOneWiki()
    {
        this.offering.delete(new WikiId("xwiki"));

        assertThat(this.platform.wiki().stored().values()).extracting(XWikiDocument::getDocumentReference)
            .filteredOn(page -> "xwiki".equals(page.getWikiReference().getName()))
            .extracting(DocumentReference::getName)
            .containsExactlyInAnyOrder("QuestionClass", "WebHome", "CoPSuiteService");
        assertThat(this.platform.wiki().stored()).hasSize(3 + 5);
    }
}
