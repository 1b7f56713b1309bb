/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.page;

import org.copsuite.acceptance.browser.Browser;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;

/** The page on which one asks. */
public final class AskPage
{
    /** Its form. */
    public static final String FORM = "#cop-ask";

    private final Browser browser;

    private AskPage(Browser browser)
    {
        this.browser = browser;
    }

    /** @return where one asks in a community */
    public static String path(Site.Community community)
    {
        return "/bin/view/CoP/Ask?cop-community=" + community.id();
    }

    /** Opens it as somebody. */
    public static AskPage open(Browser browser, Member asker, Site.Community community)
    {
        browser.as(asker).open(path(community));
        browser.see(FORM);
        return new AskPage(browser);
    }

    /** Types. */
    public AskPage type(String title, String body, String tags)
    {
        this.browser.fill(FORM + " [name=title]", title);
        this.browser.fill(FORM + " [name=body]", body);
        this.browser.fill(FORM + " [name=tags]", tags);
        return this;
    }

    /** Sends. */
    public void send()
    {
        this.browser.click(FORM + " button[type=submit]");
    }

    /** @return what a field holds */
    public String value(String field)
    {
        return this.browser.see(FORM + " [name=" + field + "]").getDomProperty("value");
    }
}
