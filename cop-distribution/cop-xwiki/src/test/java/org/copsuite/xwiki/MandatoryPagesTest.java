/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.List;
import java.util.Optional;

import org.copsuite.spi.PageTypeDescriptor;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.page.PageTypeRegistration;
import org.copsuite.xwiki.people.AnonymousAccount;
import org.copsuite.xwiki.people.ServiceAccount;
import org.copsuite.xwiki.ui.AdministrationSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.event.ComponentDescriptorRemovedEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.EventListener;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.AbstractMandatoryClassInitializer;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.MandatoryDocumentInitializer;
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
@ComponentList(PageTypeRegistration.class)
class MandatoryPagesTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private ServiceAccount account;

    @InjectMockComponents
    private AnonymousAccount nobody;

    @InjectMockComponents
    private AdministrationSection section;

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
    void reservesTheNameOfAnonymousMembers()
    {
        checkOnce(this.nobody);
        BaseObject object = this.document.getXObject(new LocalDocumentReference("XWiki", "XWikiUsers"));
        assertThat(object.getIntValue("active", 1)).isZero();
        assertThat(object.getPropertyList()).doesNotContain("password", "email");
        assertThat(UserId.ANONYMOUS.value()).isEqualTo("xwiki:XWiki." + AnonymousAccount.NAME);
        assertThat(Names.user(Names.account(UserId.ANONYMOUS))).isEqualTo(UserId.ANONYMOUS);
    }

    @Test
    void addsASectionToTheAdministration()
    {
        checkOnce(this.section);
        BaseObject object = this.document.getXObject(new LocalDocumentReference("XWiki", "ConfigurableClass"));
        assertThat(object.getStringValue("displayInSection")).isEqualTo("copsuite");
        assertThat(object.getStringValue("codeToExecute")).isEqualTo("{{cop-administration/}}");
    }

    /** A page type that a capability brings. */
    private record Milestones(Optional<String> templateIcon) implements PageTypeDescriptor
    {
        @Override
        public String type()
        {
            return "milestone";
        }

        @Override
        public List<String> properties()
        {
            return List.of("due");
        }
    }

    private EventListener register(PageTypeDescriptor descriptor) throws Exception
    {
        this.components.registerComponent(PageTypeDescriptor.class, descriptor.type(), descriptor);
        EventListener registration =
            this.components.getInstance(EventListener.class, "org.copsuite.xwiki.page.PageTypeRegistration");
        registration.onEvent(new ComponentDescriptorAddedEvent(PageTypeDescriptor.class, descriptor.type()),
            this.components, null);
        return registration;
    }

    private AbstractMandatoryDocumentInitializer initializer(String page) throws Exception
    {
        AbstractMandatoryDocumentInitializer found =
            this.components.getInstance(MandatoryDocumentInitializer.class, "CoP." + page);
        assertThat(found.getDocumentReference()).isEqualTo(new LocalDocumentReference("CoP", page));
        return found;
    }

    @Test
    void offersAPageTypeWhereOneCreatesPages() throws Exception
    {
        register(new Milestones(Optional.of("flag")));
        checkOnce(initializer("MilestoneTemplateProvider"));
        BaseObject offered = this.document.getXObject(new LocalDocumentReference("XWiki", "TemplateProviderClass"));
        assertThat(offered.getStringValue("template")).isEqualTo("CoP.MilestoneTemplate");
        assertThat(offered.getStringValue("name")).isEqualTo("cop.xwiki.template.milestone");
        assertThat(offered.getStringValue("icon")).isEqualTo("flag");
        checkOnce(initializer("MilestoneTemplate"));
        BaseObject object = this.document.getXObject(new LocalDocumentReference("CoP", "MilestoneClass"));
        assertThat(object.getStringValue("id")).isEmpty();
    }

    @Test
    void showsPagesThroughTheSheetOfTheirClass() throws Exception
    {
        register(new Milestones(Optional.empty()));
        checkOnce(initializer("MilestoneClass"));
        BaseObject binding = this.document.getXObject(new LocalDocumentReference("XWiki", "ClassSheetBinding"));
        assertThat(binding.getStringValue("sheet")).isEqualTo("CoP.MilestoneSheet");
        assertThat(this.components.hasComponent(MandatoryDocumentInitializer.class, "CoP.MilestoneTemplate")).isFalse();
    }

    @Test
    void makesClassesOfPureText() throws Exception
    {
        register(new Milestones(Optional.empty()));
        BaseClass milestone = mock(BaseClass.class);
        ((AbstractMandatoryClassInitializer) initializer("MilestoneClass")).create(milestone);
        verify(milestone).addTextField(eq("id"), any(), anyInt());
        verify(milestone).addTextAreaField(eq("due"), any(), anyInt(), anyInt(),
            (TextAreaClass.EditorType) any(), any());
    }

    @Test
    void theDocumentsOfAPageTypeGoWithIt() throws Exception
    {
        EventListener registration = register(new Milestones(Optional.of("flag")));
        registration.onEvent(new ComponentDescriptorRemovedEvent(PageTypeDescriptor.class, "milestone"), this.components,
            null);
        for (String page : List.of("MilestoneClass", "MilestoneTemplate", "MilestoneTemplateProvider")) {
            assertThat(this.components.hasComponent(MandatoryDocumentInitializer.class, "CoP." + page)).as(page).isFalse();
        }
    }
}
