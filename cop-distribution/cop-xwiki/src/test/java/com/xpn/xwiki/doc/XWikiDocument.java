/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.rendering.syntax.Syntax;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.rcs.XWikiRCSNodeInfo;
import com.xpn.xwiki.objects.BaseObject;

/** Stands in for the platform's in tests: versions, dates and objects as XWiki 17.10 counts and keeps them. */
public class XWikiDocument implements Cloneable
{
    private DocumentReference reference;

    private Locale locale = Locale.ROOT;

    private String title = "";

    private String content = "";

    private String comment = "";

    private boolean hidden;

    private boolean minor;

    private boolean isNew = true;

    private boolean enforcing;

    private boolean contentDirty;

    private boolean metaDataDirty;

    private int major;

    private int patch;

    private Date date = seconds(new Date());

    private Date creation = seconds(new Date());

    private FakeAuthors authors = new FakeAuthors();

    private Map<DocumentReference, List<BaseObject>> objects = new LinkedHashMap<>();

    private Map<String, XWikiAttachment> attachments = new LinkedHashMap<>();

    private XWikiDocument original;

    public XWikiDocument(DocumentReference reference)
    {
        this.reference = reference;
    }

    @Override
    public XWikiDocument clone()
    {
        return copy(this.reference);
    }

    public XWikiDocument copy(DocumentReference to)
    {
        try {
            XWikiDocument copy = (XWikiDocument) super.clone();
            copy.reference = to;
            copy.authors = this.authors.copy();
            copy.attachments = new LinkedHashMap<>(this.attachments);
            copy.objects = new LinkedHashMap<>();
            this.objects.forEach((type, list) -> copy.objects.put(type,
                new ArrayList<>(list.stream().map(object -> object == null ? null : object.copy()).toList())));
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    public DocumentReference getDocumentReference()
    {
        return this.reference;
    }

    public XWikiDocument getOriginalDocument()
    {
        return this.original;
    }

    public void setOriginalDocument(XWikiDocument original)
    {
        this.original = original;
    }

    public Locale getLocale()
    {
        return this.locale;
    }

    public void setLocale(Locale locale)
    {
        this.locale = locale;
    }

    public boolean isNew()
    {
        return this.isNew;
    }

    public void setNew(boolean isNew)
    {
        this.isNew = isNew;
    }

    public String getVersion()
    {
        return this.major == 0 ? "1.1" : this.major + "." + this.patch;
    }

    public void incrementVersion()
    {
        if (this.major == 0) {
            this.major = 1;
            this.patch = 1;
        } else if (this.minor) {
            this.patch++;
        } else {
            this.major++;
            this.patch = 1;
        }
    }

    public String getTitle()
    {
        return this.title;
    }

    public void setTitle(String title)
    {
        this.contentDirty |= !title.equals(this.title);
        this.title = title;
    }

    public String getContent()
    {
        return this.content;
    }

    public void setContent(String content)
    {
        this.contentDirty |= !content.equals(this.content);
        this.content = content;
    }

    public void setSyntax(Syntax syntax)
    {
        this.metaDataDirty = true;
    }

    public String getComment()
    {
        return this.comment;
    }

    public void setComment(String comment)
    {
        this.comment = comment;
    }

    public boolean isMinorEdit()
    {
        return this.minor;
    }

    public void setMinorEdit(boolean minor)
    {
        this.minor = minor;
    }

    public Boolean isHidden()
    {
        return this.hidden;
    }

    public void setHidden(Boolean hidden)
    {
        this.hidden = hidden;
    }

    public boolean isEnforceRequiredRights()
    {
        return this.enforcing;
    }

    public void setEnforceRequiredRights(boolean enforcing)
    {
        this.enforcing = enforcing;
    }

    public Date getDate()
    {
        return this.date;
    }

    public void setDate(Date date)
    {
        this.date = seconds(date);
    }

    /** XWiki keeps no more. */
    private static Date seconds(Date date)
    {
        return Date.from(date.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    public Date getCreationDate()
    {
        return this.creation;
    }

    public void setCreationDate(Date creation)
    {
        this.creation = seconds(creation);
    }

    public void setContentUpdateDate(Date contentUpdate)
    {
        this.metaDataDirty = true;
    }

    public boolean isContentDirty()
    {
        return this.contentDirty;
    }

    public void setContentDirty(boolean dirty)
    {
        this.contentDirty = dirty;
    }

    public boolean isMetaDataDirty()
    {
        return this.metaDataDirty;
    }

    public void setMetaDataDirty(boolean dirty)
    {
        this.metaDataDirty = dirty;
    }

    public List<XWikiAttachment> getAttachmentList()
    {
        return List.copyOf(this.attachments.values());
    }

    public XWikiAttachment getExactAttachment(String name)
    {
        return this.attachments.get(name);
    }

    public XWikiAttachment setAttachment(XWikiAttachment attachment)
    {
        this.metaDataDirty = true;
        return this.attachments.put(attachment.getFilename(), attachment);
    }

    public DocumentAuthors getAuthors()
    {
        return this.authors;
    }

    private DocumentReference type(EntityReference type)
    {
        return type instanceof LocalDocumentReference
            ? new DocumentReference(this.reference.getWikiReference().getName(), List.of(type.getParent().getName()),
                type.getName()) : (DocumentReference) type;
    }

    public Map<DocumentReference, List<BaseObject>> getXObjects()
    {
        return this.objects;
    }

    public List<BaseObject> getXObjects(EntityReference type)
    {
        return this.objects.getOrDefault(type(type), List.of());
    }

    public BaseObject getXObject(EntityReference type)
    {
        return getXObjects(type).stream().filter(object -> object != null).findFirst().orElse(null);
    }

    public BaseObject newXObject(EntityReference type, XWikiContext context)
    {
        BaseObject object = new BaseObject();
        this.objects.computeIfAbsent(type(type), key -> new ArrayList<>()).add(object);
        return object;
    }

    public boolean removeXObject(BaseObject removed)
    {
        // As in XWiki, a hole stays.
        this.objects.values().forEach(list -> list.replaceAll(object -> object == removed ? null : object));
        return true;
    }

    public boolean removeXObjects(EntityReference type)
    {
        return this.objects.remove(type(type)) != null;
    }

    public String[] getRecentRevisions(int count, XWikiContext context)
    {
        return context.getWiki().revisions(this).stream().map(XWikiDocument::getVersion).toArray(String[]::new);
    }

    public XWikiRCSNodeInfo getRevisionInfo(String version, XWikiContext context)
    {
        XWikiDocument then = context.getWiki().revisions(this).stream()
            .filter(each -> each.getVersion().equals(version)).findFirst().orElseThrow();
        return new XWikiRCSNodeInfo(then.authors.originalName(), then.date, then.comment, then.minor);
    }
}
