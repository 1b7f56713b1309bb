/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;

import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;

/** Stands in for the platform's in tests: a file in memory. */
public class XWikiAttachment
{
    private final String name;

    private byte[] content = {};

    private String type;

    private Date date = new Date();

    private DocumentReference author;

    public XWikiAttachment(XWikiDocument document, String name)
    {
        this.name = name;
    }

    public String getFilename()
    {
        return this.name;
    }

    public long getLongSize()
    {
        return this.content.length;
    }

    public DocumentReference getAuthorReference()
    {
        return this.author;
    }

    public void setAuthorReference(DocumentReference author)
    {
        this.author = author;
    }

    public Date getDate()
    {
        return this.date;
    }

    public void setDate(Date date)
    {
        this.date = date;
    }

    public String getMimeType()
    {
        return this.type;
    }

    public void setMimeType(String type)
    {
        this.type = type;
    }

    public void setContent(InputStream stream) throws IOException
    {
        this.content = stream.readAllBytes();
    }

    public InputStream getContentInputStream(XWikiContext context)
    {
        return new ByteArrayInputStream(this.content);
    }
}
