/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc.rcs;

import java.util.Date;

/** Stands in for the platform's in tests. */
public class XWikiRCSNodeInfo
{
    private final String author;

    private final Date date;

    private final String comment;

    private final boolean minor;

    public XWikiRCSNodeInfo(String author, Date date, String comment, boolean minor)
    {
        this.author = author;
        this.date = date;
        this.comment = comment;
        this.minor = minor;
    }

    public String getAuthor()
    {
        return this.author;
    }

    public Date getDate()
    {
        return this.date;
    }

    public String getComment()
    {
        return this.comment;
    }

    public boolean isMinorEdit()
    {
        return this.minor;
    }
}
