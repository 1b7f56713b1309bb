/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki;

import java.util.Hashtable;
import java.util.Locale;

import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.web.XWikiRequest;

/** Stands in for the platform's in tests: keeps what it is told. */
public class XWikiContext extends Hashtable<Object, Object>
{
    private static final long serialVersionUID = 1L;

    private transient XWiki wiki;

    private transient XWikiRequest request;

    private transient XWikiDocument document;

    private String wikiId = "xwiki";

    private DocumentReference user;

    private DocumentReference author;

    private Locale locale;

    private String action;

    public XWiki getWiki()
    {
        return this.wiki;
    }

    public void setWiki(XWiki wiki)
    {
        this.wiki = wiki;
    }

    public XWikiRequest getRequest()
    {
        return this.request;
    }

    public void setRequest(XWikiRequest request)
    {
        this.request = request;
    }

    public DocumentReference getAuthorReference()
    {
        return this.document == null ? this.user : this.author;
    }

    public void setAuthorReference(DocumentReference author)
    {
        this.author = author;
    }

    public XWikiDocument getDoc()
    {
        return this.document;
    }

    public void setDoc(XWikiDocument document)
    {
        this.document = document;
    }

    public String getAction()
    {
        return this.action;
    }

    public void setAction(String action)
    {
        this.action = action;
    }

    public String getWikiId()
    {
        return this.wikiId;
    }

    public void setWikiId(String wikiId)
    {
        this.wikiId = wikiId;
    }

    public DocumentReference getUserReference()
    {
        return this.user;
    }

    public void setUserReference(DocumentReference user)
    {
        this.user = user;
    }

    public Locale getLocale()
    {
        return this.locale;
    }

    public void setLocale(Locale locale)
    {
        this.locale = locale;
    }
}
