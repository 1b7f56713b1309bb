/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * The suite's section in the wiki's administration. XWiki has no extension point for it but a page with an object,
 * which is made here, in each wiki: so no script right of whoever installs the suite is in it.
 */
@Component
@Named("CoP.AdministrationSection")
@Singleton
public class AdministrationSection extends AbstractMandatoryDocumentInitializer
{
    private static final LocalDocumentReference CONFIGURABLE =
        new LocalDocumentReference(Names.SYSTEM, "ConfigurableClass");

    private static final String CODE = "codeToExecute";

    /** XWiki names the section by the translation of {@code admin.copsuite}. */
    private static final Map<String, String> SECTION = Map.of("displayInSection", "copsuite", "displayInCategory", "other",
        "scope", "WIKI");

    @Inject
    private Provider<XWikiContext> contexts;

    /** A page beside the suite's own. */
    public AdministrationSection()
    {
        super(new LocalDocumentReference(Suite.SPACE, "AdministrationSection"), "CoP Suite administration");
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // Both are done, whatever the first has changed.
        return super.updateDocument(document) | MandatoryObject.add(document, CONFIGURABLE, this.contexts.get(), section -> {
            SECTION.forEach((name, value) -> section.setStringValue(name, value));
            section.setLargeStringValue(CODE, "{{cop-administration/}}");
        });
    }
}
