/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.util.Locale;
import java.util.Optional;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.WikiId;

/** A request to the wiki {@code xwiki} in English, with the token {@code token} and without a page or parameters. */
public class TestRequests implements Requests
{
    @Override
    public String token()
    {
        return "token";
    }

    @Override
    public boolean isTokenValid(String token)
    {
        return "token".equals(token);
    }

    @Override
    public Locale locale()
    {
        return Locale.ENGLISH;
    }

    @Override
    public WikiId wiki()
    {
        return TestWiki.WIKI;
    }

    @Override
    public Optional<PageId> page()
    {
        return Optional.empty();
    }

    @Override
    public Optional<String> parameter(String name)
    {
        return Optional.empty();
    }
}
