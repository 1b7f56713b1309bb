/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.EventListener;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.store.XWikiStoreInterface;
import com.xpn.xwiki.store.XWikiVersioningStoreInterface;

/**
 * Stands in for the platform's in tests: keeps documents in memory as XWiki 17.10 does, saves over whatever is there,
 * and tells of it in the order in which XWiki does.
 */
public class XWiki
{
    private String address = "http://wiki.example.org";

    private final Map<DocumentReference, XWikiDocument> documents = new ConcurrentHashMap<>();

    private final Map<DocumentReference, List<XWikiDocument>> versions = new ConcurrentHashMap<>();

    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();

    public void addListener(EventListener listener)
    {
        this.listeners.add(listener);
    }

    /** @return all that is stored, by name */
    public Map<String, XWikiDocument> stored()
    {
        Map<String, XWikiDocument> stored = new TreeMap<>();
        this.documents.forEach((reference, document) -> stored.put(reference.toString(), document));
        return stored;
    }

    /** @return the versions of a document, the newest first */
    public List<XWikiDocument> revisions(XWikiDocument document)
    {
        return List.copyOf(this.versions.getOrDefault(document.getDocumentReference(), List.of()));
    }

    public XWikiDocument getDocument(DocumentReference reference, XWikiContext context)
    {
        XWikiDocument stored = this.documents.get(reference);
        return stored == null ? new XWikiDocument(reference) : stored;
    }

    public XWikiStoreInterface getNotCacheStore()
    {
        return (document, context) -> {
            XWikiDocument fresh = getDocument(document.getDocumentReference(), context).clone();
            fresh.setOriginalDocument(fresh.clone());
            return fresh;
        };
    }

    public XWikiVersioningStoreInterface getVersioningStore()
    {
        return (document, version, context) -> revisions(document).stream()
            .filter(each -> each.getVersion().equals(version)).findFirst().orElseThrow();
    }

    public void saveDocument(XWikiDocument document, String comment, boolean minor, XWikiContext context)
    {
        XWikiDocument original = getDocument(document.getDocumentReference(), context);
        document.setComment(comment);
        document.setMinorEdit(minor);
        if (document.isContentDirty() || document.isMetaDataDirty()) {
            document.setDate(new Date());
            if (document.isNew()) {
                document.setCreationDate(document.getDate());
            }
            document.incrementVersion();
        }
        document.setContentDirty(false);
        document.setMetaDataDirty(false);
        document.setNew(false);
        store(document.clone());
        document.setOriginalDocument(original);
        tell(original.isNew() ? new DocumentCreatedEvent() : new DocumentUpdatedEvent(), document, context);
        document.setOriginalDocument(document.clone());
    }

    private void store(XWikiDocument document)
    {
        this.documents.put(document.getDocumentReference(), document);
        List<XWikiDocument> kept =
            this.versions.computeIfAbsent(document.getDocumentReference(), key -> new CopyOnWriteArrayList<>());
        if (kept.isEmpty() || !kept.get(0).getVersion().equals(document.getVersion())) {
            kept.add(0, document);
        }
    }

    /** Tells of a change, as XWiki's observation manager does. */
    public void tell(Event event, XWikiDocument document, XWikiContext context)
    {
        this.listeners.forEach(listener -> listener.onEvent(event, document, context));
    }

    public void deleteAllDocuments(XWikiDocument document, XWikiContext context)
    {
        XWikiDocument stored = this.documents.remove(document.getDocumentReference());
        this.versions.remove(document.getDocumentReference());
        XWikiDocument blank = new XWikiDocument(document.getDocumentReference());
        blank.setOriginalDocument(stored);
        tell(new DocumentDeletedEvent(), blank, context);
    }

    /**
     * Renames a document as XWiki's job does: deleted, created, saved once more for its parent, and a redirect in the
     * old place.
     */
    public void rename(DocumentReference from, DocumentReference to, XWikiContext context)
    {
        XWikiDocument before = this.documents.get(from);
        List<XWikiDocument> history = this.versions.get(from);
        deleteAllDocuments(before, context);
        XWikiDocument moved = before.copy(to);
        this.documents.put(to, moved);
        this.versions.put(to, new CopyOnWriteArrayList<>(history.stream().map(each -> each.copy(to)).toList()));
        moved.setOriginalDocument(new XWikiDocument(to));
        tell(new DocumentCreatedEvent(), moved, context);
        XWikiDocument below = moved.clone();
        below.setMetaDataDirty(true);
        saveDocument(below, "Update document after refactoring.", true, context);
        XWikiDocument redirect = new XWikiDocument(from);
        redirect.newXObject(new LocalDocumentReference("XWiki", "RedirectClass"), context);
        redirect.setHidden(true);
        saveDocument(redirect, "", false, context);
    }

    /** @return the documents in a space and below it */
    public List<DocumentReference> below(EntityReference space)
    {
        List<DocumentReference> below = new ArrayList<>();
        for (DocumentReference reference : this.documents.keySet()) {
            for (EntityReference each = reference; each != null; each = each.getParent()) {
                if (each.equals(space)) {
                    below.add(reference);
                }
            }
        }
        return below;
    }

    /** Says with which address URLs begin, as the one that was asked in REST. */
    public void setAddress(String address)
    {
        this.address = address;
    }

    public String getURL(EntityReference reference, String action, String query, String anchor, XWikiContext context)
    {
        try {
            String path = new java.net.URI(null, null, "/xwiki/bin/" + action + '/'
                + reference.toString().substring(reference.toString().indexOf('/') + 1), null).toASCIIString();
            return this.address + path + (query == null ? "" : '?' + query);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public URL getServerURL(String wiki, XWikiContext context) throws MalformedURLException
    {
        return new URL("http://wiki.example.org/");
    }

    public String getWebAppPath(XWikiContext context)
    {
        return "xwiki/";
    }
}
