/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.question.PostImport;
import org.copsuite.wiki.PageId;

/**
 * Resolves links of a site to its own posts, in all their forms: {@code /questions/1/title},
 * {@code /questions/1/title/2#2}, {@code /q/1}, {@code /a/2}, with the number of the person who shared it, to a
 * comment, with and without the name of the site.
 */
final class DumpLinks implements LinkTargets
{
    private static final Pattern PATH =
        Pattern.compile("/(?:questions|q|a|posts)/(\\d{1,18})(?:/[^/]*)?(?:/(\\d{1,18}))?(?:/.*)?");

    private static final Pattern FRAGMENT = Pattern.compile("(?:(\\d{1,18})|comment\\d+_(\\d{1,18}))");

    private final Site site;

    private final Facts facts;

    private final PostNames names;

    private final PageId community;

    private final PostImport posts;

    DumpLinks(Site site, Facts facts, PostNames names, PageId community, PostImport posts)
    {
        this.site = site;
        this.facts = facts;
        this.names = names;
        this.community = community;
        this.posts = posts;
    }

    @Override
    public Optional<Target> find(URI address)
    {
        if (address.getHost() == null || address.getRawPath() == null || !isSite(address.getHost())) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(address.getRawPath());
        if (!path.matches()) {
            return Optional.empty();
        }
        Matcher fragment = FRAGMENT.matcher(address.getRawFragment() == null ? "" : address.getRawFragment());
        boolean place = fragment.matches();
        try {
            for (String number : new String[] {place ? fragment.group(1) : null, place ? fragment.group(2) : null,
                path.group(2), path.group(1)})
            {
                Optional<Target> target = number == null ? Optional.empty() : post(Long.parseLong(number));
                if (target.isPresent()) {
                    return target;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSite(String host)
    {
        String own = URI.create(this.site.address()).getHost();
        String plain = host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m)\\.", "");
        return plain.equals(own);
    }

    private Optional<Target> post(long number) throws IOException
    {
        for (Facts.Fact fact : this.facts.about(number)) {
            if (fact.kind() == Facts.Kind.QUESTION) {
                return question(number, "");
            }
            if (fact.kind() == Facts.Kind.ANSWER) {
                return question(fact.value(), "||anchor=\"cop-post-" + this.site.post(number) + '"');
            }
        }
        return Optional.empty();
    }

    private Optional<Target> question(long number, String anchor) throws IOException
    {
        for (Facts.Fact fact : this.facts.about(number)) {
            if (fact.kind() == Facts.Kind.TITLE) {
                String title = this.names.get(fact.value());
                String page = this.posts.pageOf(this.community, title, this.site.post(number)).toString();
                String local = page.substring(page.indexOf(':') + 1).replaceAll("[~\\[\\]>|]", "~$0");
                return Optional.of(new Target("doc:" + local + anchor, title));
            }
        }
        return Optional.empty();
    }
}
