/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

/** An object from a template gets its id with the page, once, and no other object does. */
@ComponentTest
class NewObjectsTest
{
    private static final LocalDocumentReference QUESTION = new LocalDocumentReference("CoP", "QuestionClass");

    @MockComponent
    private RemoteObservationManagerContext remote;

    @InjectMockComponents
    private NewObjects objects;

    private static XWikiDocument document(String space)
    {
        return new XWikiDocument(new DocumentReference("xwiki", List.of(space, "Questions"), "WebHome"));
    }

    private void saving(XWikiDocument document)
    {
        this.objects.onEvent(new DocumentCreatingEvent(), document, null);
    }

    @Test
    void givesAnObjectItsIdOnce() throws Exception
    {
        XWikiDocument document = document("Care");
        BaseObject object = document.newXObject(QUESTION, new XWikiContext());
        object.setStringValue("id", "");

        saving(document);

        String id = document.getXObject(QUESTION).getStringValue("id");
        assertThat(UUID.fromString(id)).isNotNull();
        saving(document);
        assertThat(document.getXObject(QUESTION).getStringValue("id")).isEqualTo(id);
    }

    @Test
    void leavesTheTemplatesAndOtherObjectsAndOtherNodesAlone() throws Exception
    {
        XWikiDocument template = document("CoP");
        template.newXObject(QUESTION, new XWikiContext()).setStringValue("id", "");
        saving(template);
        assertThat(template.getXObject(QUESTION).getStringValue("id")).isEmpty();

        XWikiDocument document = document("Care");
        LocalDocumentReference other = new LocalDocumentReference("Care", "QuestionClass");
        document.newXObject(other, new XWikiContext()).setStringValue("id", "");
        saving(document);
        assertThat(document.getXObject(other).getStringValue("id")).isEmpty();

        XWikiDocument remotely = document("Care");
        remotely.newXObject(QUESTION, new XWikiContext()).setStringValue("id", "");
        when(this.remote.isRemoteState()).thenReturn(true);
        saving(remotely);
        assertThat(remotely.getXObject(QUESTION).getStringValue("id")).isEmpty();
    }
}
