/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

/** Searches the accounts of a wiki and of the main wiki by the prefix of the login or of any word of the name. */
@Component(roles = AccountSearch.class)
@Singleton
public class AccountSearch
{
    private static final String STARTING = "select doc.space, doc.name from XWikiDocument doc, BaseObject obj, "
        + "StringProperty given, StringProperty family, IntegerProperty active "
        + "where doc.translation = 0 and obj.name = doc.fullName and obj.className = 'XWiki.XWikiUsers' "
        + "and given.id.id = obj.id and given.id.name = 'first_name' "
        + "and family.id.id = obj.id and family.id.name = 'last_name' "
        + "and active.id.id = obj.id and active.id.name = 'active' and active.value = 1 "
        + "and (lower(doc.name) like :start escape '!' "
        + "or concat(' ', lower(given.value), ' ', lower(family.value)) like :word escape '!') "
        + "order by given.value, family.value, doc.name";

    private static final Pattern SPECIAL = Pattern.compile("[!%_]");

    @Inject
    private Provider<QueryManager> queries;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private WikiContext wiki;

    List<UserId> startingWith(WikiId wiki, String prefix, int limit)
    {
        List<UserId> found = new ArrayList<>(in(wiki, prefix, limit));
        WikiId main = new WikiId(this.wikis.get().getMainWikiId());
        if (!main.equals(wiki)) {
            found.addAll(in(main, prefix, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private List<UserId> in(WikiId wiki, String prefix, int limit)
    {
        String start = SPECIAL.matcher(prefix.strip().toLowerCase(Locale.ROOT)).replaceAll("!$0");
        return this.wiki.in(wiki, "Finding accounts", context -> {
            try {
                return this.queries.get().createQuery(STARTING, Query.HQL).setWiki(wiki.value())
                    .bindValue("start", start + '%').bindValue("word", "% " + start + '%').setLimit(limit)
                    .<Object[]>execute().stream()
                    .map(row -> new UserId(SpaceId.parse(wiki.value() + ':' + row[0]).page((String) row[1]).toString()))
                    .toList();
            } catch (QueryException e) {
                throw new WikiFailure("Failed to search accounts.", e);
            }
        });
    }
}
