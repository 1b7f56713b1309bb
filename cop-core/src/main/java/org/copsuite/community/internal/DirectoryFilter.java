/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.community.DirectoryQuery.Activity;
import org.copsuite.db.Like;
import org.hibernate.query.Query;

/** The condition of a query of the directory on the communities {@code c}. */
final class DirectoryFilter
{
    private static final int WORDS = 8;

    private final StringBuilder hql = new StringBuilder();

    private final Map<String, Object> values = new LinkedHashMap<>();

    private final String name;

    DirectoryFilter(DirectoryQuery asked)
    {
        List<String> words = words(asked.text());
        for (int i = 0; i < words.size(); i++) {
            this.hql.append(" and (lower(c.title) like :w").append(i).append(" escape '!' or c.domains like :w").append(i)
                .append(" escape '!' or lower(c.purpose) like :w").append(i).append(" escape '!')");
            this.values.put("w" + i, '%' + Like.literally(words.get(i)) + '%');
        }
        String domain = asked.hasDomain() ? Tags.normalise(asked.domain()).orElse("") : null;
        if (domain != null) {
            this.hql.append(" and c.domains like :domain escape '!'");
            this.values.put("domain", "% " + Like.literally(domain) + " %");
        }
        if (asked.joining() != null) {
            addJoining(asked.joining());
        }
        if (asked.activity() != null) {
            this.hql.append(asked.activity() == Activity.QUIET ? " and c.active < :quiet" : " and c.active >= :quiet");
            // To the day, so that the pages of a list fit together.
            this.values.put("quiet", LocalDate.now(ZoneOffset.UTC).minusDays(DirectoryQuery.QUIET_DAYS)
                .atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        }
        boolean wordsOnly = domain == null && asked.joining() == null && asked.activity() == null;
        this.name = words + (wordsOnly ? "" : "/" + domain + '/' + asked.joining() + '/' + asked.activity());
    }

    /** Where nobody has chosen how people join, it follows from the visibility. */
    private void addJoining(Joining joining)
    {
        this.hql.append(" and (c.joining = :joining");
        for (Visibility visibility : Visibility.values()) {
            if (Joining.usual(visibility) == joining) {
                this.hql.append(" or (c.joining is null and c.access = :usual)");
                this.values.put("usual", visibility.name());
            }
        }
        this.hql.append(')');
        this.values.put("joining", joining.name());
    }

    private static List<String> words(String text)
    {
        return List.of(PlainText.line(text).toLowerCase(Locale.ROOT).split(" ")).stream()
            .filter(word -> !word.isEmpty()).limit(WORDS).toList();
    }

    /** @return the condition, which continues another one; may be empty */
    String condition()
    {
        return this.hql.toString();
    }

    /** @return names the list by its filter, for its cursors */
    String name()
    {
        return this.name;
    }

    void setParameters(Query<?> query)
    {
        this.values.forEach(query::setParameter);
    }
}
