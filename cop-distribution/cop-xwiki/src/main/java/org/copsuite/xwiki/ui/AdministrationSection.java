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
 * The suite's section in the administration of a wiki. XWiki's only extension point for it is a page with an object.
 * XWiki creates the page in each wiki as a mandatory document, so that it does not carry the script right of the user
 * who installs the suite.
 */
@Component
@Named("CoP.AdministrationSection")
@Singleton
public class AdministrationSection extends AbstractMandatoryDocumentInitializer
{
    private static final LocalDocumentReference CONFIGURABLE =
        new LocalDocumentReference(Names.SYSTEM, "ConfigurableClass");

    private static final String CODE = "codeToExecute";

    /** The properties of the section. Its title is the translation of {@code admin.copsuite}. */
    private static final Map<String, String> SECTION = Map.of("displayInSection", "copsuite", "displayInCategory",
        "other", "scope", "WIKI");

    @Inject
    private Provider<XWikiContext> contexts;

    /** Creates the page in the suite's own space. */
    public AdministrationSection()
    {
        super(new LocalDocumentReference(Suite.SPACE, "AdministrationSection"), "CoP Suite administration");
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document, CONFIGURABLE, this.contexts.get(),
            section -> {
                SECTION.forEach((name, value) -> section.setStringValue(name, value));
                section.setLargeStringValue(CODE, "{{cop-administration/}}");
            });
    }
}
