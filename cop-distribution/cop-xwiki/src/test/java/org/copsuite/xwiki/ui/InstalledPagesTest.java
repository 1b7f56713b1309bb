/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.List;

import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.doc.XWikiDocument;

import static org.assertj.core.api.Assertions.assertThat;

/** The code is there for all wikis of a farm, the pages only where they were installed. */
@ComponentTest
@ComponentList(WikiContext.class)
class InstalledPagesTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private InstalledPages installed;

    private FakePlatform platform;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
    }

    @Test
    void knowsTheWikisThatHaveTheSuitesHomePage() throws Exception
    {
        assertThat(this.installed.areIn(new WikiId("sub"))).isFalse();
        this.platform.wiki().saveDocument(new XWikiDocument(new DocumentReference("sub", List.of("CoP"), "WebHome")),
            "", false, this.platform.context());
        assertThat(this.installed.areIn(new WikiId("sub"))).isTrue();
        assertThat(this.installed.areIn(new WikiId("xwiki"))).isFalse();
    }
}
