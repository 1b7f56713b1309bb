/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;

import org.copsuite.xwiki.page.CommunityClass;
import org.copsuite.xwiki.page.QuestionClass;
import org.copsuite.xwiki.people.ServiceAccount;
import org.copsuite.xwiki.ui.AdministrationSection;
import org.copsuite.xwiki.ui.CommunityTemplate;
import org.copsuite.xwiki.ui.CommunityTemplateProvider;
import org.copsuite.xwiki.ui.QuestionTemplate;
import org.copsuite.xwiki.ui.QuestionTemplateProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.TextAreaClass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** The pages that XWiki makes in each wiki when the suite comes. */
@ComponentTest
class MandatoryPagesTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private ServiceAccount account;

    @InjectMockComponents
    private AdministrationSection section;

    @InjectMockComponents
    private QuestionTemplateProvider provider;

    @InjectMockComponents
    private QuestionTemplate template;

    @InjectMockComponents
    private QuestionClass question;

    private XWikiDocument document;

    @BeforeComponent
    void platform() throws Exception
    {
        new FakePlatform(this.components);
    }

    @BeforeEach
    void page()
    {
        this.document = new XWikiDocument(
            new DocumentReference("xwiki", List.of("XWiki"), "Page"));
    }

    private void checkOnce(AbstractMandatoryDocumentInitializer initializer)
    {
        assertThat(initializer.updateDocument(this.document)).isTrue();
        assertThat(initializer.updateDocument(this.document)).isFalse();
    }

    @Test
    void makesAServiceAccountThatCannotSignIn()
    {
        checkOnce(this.account);
        BaseObject object = this.document.getXObject(new LocalDocumentReference("XWiki", "XWikiUsers"));
        assertThat(object.getIntValue("active", 1)).isZero();
        assertThat(object.getPropertyList()).doesNotContain("password", "email");
    }

    @Test
    void addsASectionToTheAdministration()
    {
        checkOnce(this.section);
        BaseObject object = this.document.getXObject(new LocalDocumentReference("XWiki", "ConfigurableClass"));
        assertThat(object.getStringValue("displayInSection")).isEqualTo("copsuite");
        assertThat(object.getStringValue("codeToExecute")).isEqualTo("{{cop-administration/}}");
    }

    @Test
    void offersQuestionsAndCommunitiesWhereOneCreatesPages()
    {
        checkOnce(this.provider);
        BaseObject offered = this.document.getXObject(new LocalDocumentReference("XWiki", "TemplateProviderClass"));
        assertThat(offered.getStringValue("template")).isEqualTo("CoP.QuestionTemplate");
        assertThat(offered.getStringValue("name")).isEqualTo("cop.xwiki.template.question");
        checkOnce(this.template);
        BaseObject object = this.document.getXObject(new LocalDocumentReference("CoP", "QuestionClass"));
        assertThat(object.getStringValue("id")).isEmpty();
        assertThat(new CommunityTemplateProvider().getDocumentReference())
            .isEqualTo(new LocalDocumentReference("CoP", "CommunityTemplateProvider"));
        assertThat(new CommunityTemplate().getDocumentReference())
            .isEqualTo(new LocalDocumentReference("CoP", "CommunityTemplate"));
    }

    @Test
    void showsPagesThroughTheSheetOfTheirClass()
    {
        checkOnce(this.question);
        BaseObject binding = this.document.getXObject(new LocalDocumentReference("XWiki", "ClassSheetBinding"));
        assertThat(binding.getStringValue("sheet")).isEqualTo("CoP.QuestionSheet");
    }

    @Test
    void makesClassesOfPureText()
    {
        BaseClass question = mock(BaseClass.class);
        new QuestionClass().create(question);
        verify(question).addTextField(eq("id"), any(), anyInt());
        verify(question).addTextAreaField(eq("tags"), any(), anyInt(), anyInt(),
            (TextAreaClass.EditorType) any(), any());
        assertThat(new CommunityClass().getDocumentReference())
            .isEqualTo(new LocalDocumentReference("CoP", "CommunityClass"));
    }
}
