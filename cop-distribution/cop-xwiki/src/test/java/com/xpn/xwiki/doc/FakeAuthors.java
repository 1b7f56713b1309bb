/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc;

import org.copsuite.xwiki.FakeUser;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.user.UserReference;

/** A document's authors, kept as they are told. */
public final class FakeAuthors implements DocumentAuthors
{
    private UserReference content;

    private UserReference effective;

    private UserReference original;

    private UserReference creator;

    FakeAuthors copy()
    {
        FakeAuthors copy = new FakeAuthors();
        copy.content = this.content;
        copy.effective = this.effective;
        copy.original = this.original;
        copy.creator = this.creator;
        return copy;
    }

    /** @return as XWiki's history keeps it */
    String originalName()
    {
        return this.original == null ? "" : ((FakeUser) this.original).fullName();
    }

    /** @return by whose rights the content runs */
    public UserReference content()
    {
        return this.content;
    }

    /** @return by whose rights the rest runs */
    public UserReference effective()
    {
        return this.effective;
    }

    /** @return who may delete the page */
    public UserReference creator()
    {
        return this.creator;
    }

    @Override
    public void setContentAuthor(UserReference user)
    {
        this.content = user;
    }

    @Override
    public void setEffectiveMetadataAuthor(UserReference user)
    {
        this.effective = user;
    }

    @Override
    public UserReference getOriginalMetadataAuthor()
    {
        return this.original;
    }

    @Override
    public void setOriginalMetadataAuthor(UserReference user)
    {
        this.original = user;
    }

    @Override
    public void setCreator(UserReference user)
    {
        this.creator = user;
    }
}
