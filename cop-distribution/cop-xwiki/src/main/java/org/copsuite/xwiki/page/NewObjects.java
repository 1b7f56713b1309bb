/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.observation.remote.RemoteObservationManagerContext;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Sets the id of the suite's objects when their page is saved: an object from a template or from the object editor has
 * none. The location of the page and the rights of its author decide whether it is a question or a community, as with
 * any page. Ignores the suite's own space, which contains the templates.
 */
@Component
@Named(NewObjects.NAME)
@Singleton
public class NewObjects extends AbstractEventListener
{
    static final String NAME = "org.copsuite.xwiki.page.NewObjects";

    @Inject
    private RemoteObservationManagerContext remote;

    /** Listens to documents that are about to be saved. */
    public NewObjects()
    {
        super(NAME, new DocumentCreatingEvent(), new DocumentUpdatingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (this.remote.isRemoteState() || !(source instanceof XWikiDocument document) || isSuite(document)) {
            return;
        }
        for (Map.Entry<DocumentReference, List<BaseObject>> objects : document.getXObjects().entrySet()) {
            if (PageObjects.isOurs(objects.getKey())) {
                objects.getValue().stream().filter(object -> object != null)
                    .filter(object -> object.getStringValue(PageObjects.ID).isBlank())
                    .forEach(object -> object.setStringValue(PageObjects.ID, UUID.randomUUID().toString()));
            }
        }
    }

    private static boolean isSuite(XWikiDocument document)
    {
        return Suite.SPACE
            .equals(document.getDocumentReference().getSpaceReferences().get(0).getName());
    }
}
