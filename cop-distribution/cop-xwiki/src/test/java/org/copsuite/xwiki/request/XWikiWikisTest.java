/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.time.ZoneId;
import java.util.List;

import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.wiki.manager.WikiManagerException;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** The wikis of a farm, the main one first, listed in XWiki's context and leaving it as it was. */
@ComponentTest
@ComponentList(WikiContext.class)
class XWikiWikisTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private XWikiWikis wikis;

    private FakePlatform platform;

    private WikiDescriptorManager descriptors;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
    }

    @BeforeEach
    void start() throws Exception
    {
        this.descriptors = this.components.getInstance(WikiDescriptorManager.class);
    }

    @Test
    void theMainWikiComesFirst() throws Exception
    {
        this.platform.context().setWikiId("garden");
        when(this.descriptors.getAllIds()).thenAnswer(call -> {
            assertThat(this.platform.context().getWikiId()).isEqualTo("xwiki");
            return List.of("garden", "xwiki", "attic");
        });

        assertThat(this.wikis.all()).containsExactly(new WikiId("xwiki"), new WikiId("attic"), new WikiId("garden"));
        assertThat(this.platform.context().getWikiId()).isEqualTo("garden");
    }

    @Test
    void whatXWikiCannotListIsAFailure() throws Exception
    {
        when(this.descriptors.getAllIds()).thenThrow(mock(WikiManagerException.class));
        assertThatThrownBy(this.wikis::all).isInstanceOf(WikiFailure.class);
        assertThat(this.platform.context().getWikiId()).isEqualTo("xwiki");
    }

    @Test
    void theTimeZoneIsThatOfThePreferences()
    {
        WikiId garden = new WikiId("garden");
        assertThat(this.wikis.zone(garden)).isEqualTo(ZoneId.systemDefault());
        BaseObject preferences = preferences(garden);
        preferences.setStringValue("timezone", "Europe/London");
        assertThat(this.wikis.zone(garden)).isEqualTo(ZoneId.of("Europe/London"));
        preferences.setStringValue("timezone", "Mars/Olympus");
        assertThat(this.wikis.zone(garden)).isEqualTo(ZoneId.systemDefault());
    }

    private BaseObject preferences(WikiId id)
    {
        LocalDocumentReference type = new LocalDocumentReference("XWiki", "XWikiPreferences");
        XWikiDocument document = new XWikiDocument(Names.reference(SpaceId.of(id, "XWiki").page("XWikiPreferences")));
        document.newXObject(type, this.platform.context());
        this.platform.wiki().saveDocument(document, "", false, this.platform.context());
        return this.platform.wiki().getDocument(document.getDocumentReference(), this.platform.context())
            .getXObject(type);
    }
}
