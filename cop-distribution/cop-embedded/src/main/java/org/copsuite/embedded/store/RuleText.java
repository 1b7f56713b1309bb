/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.copsuite.embedded.store.Rule.Everyone;
import org.copsuite.embedded.store.Rule.Group;
import org.copsuite.embedded.store.Rule.SignedIn;
import org.copsuite.embedded.store.Rule.Subject;
import org.copsuite.embedded.store.Rule.User;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;

/**
 * The stored form of rules, one line per rule with the rights, a blank and the subject; for example
 * {@code VIEW,COMMENT group:xwiki:XWiki.A}.
 */
final class RuleText
{
    private static final String EVERYONE = "everyone";

    private static final String SIGNED_IN = "accounts";

    private static final String GROUP = "group:";

    private static final String USER = "user:";

    private RuleText()
    {
    }

    static String write(List<Rule> rules)
    {
        StringBuilder text = new StringBuilder();
        for (Rule rule : rules) {
            if (!rule.rights().isEmpty()) {
                text.append(rule.rights().stream().sorted().map(Right::name).collect(Collectors.joining(",")))
                    .append(' ').append(subject(rule.subject())).append('\n');
            }
        }
        return text.toString();
    }

    static List<Rule> read(String text)
    {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
                int space = line.indexOf(' ');
                rules.add(new Rule(subject(line.substring(space + 1)), rights(line.substring(0, space))));
            }
        }
        return List.copyOf(rules);
    }

    private static Set<Right> rights(String names)
    {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String name : names.split(",")) {
            rights.add(Right.valueOf(name));
        }
        return rights;
    }

    private static String subject(Subject subject)
    {
        if (subject instanceof Group group) {
            return GROUP + group.id().value();
        }
        if (subject instanceof User user) {
            return USER + user.id().value();
        }
        return subject instanceof Everyone ? EVERYONE : SIGNED_IN;
    }

    private static Subject subject(String text)
    {
        if (text.startsWith(GROUP)) {
            return new Group(new GroupId(text.substring(GROUP.length())));
        }
        if (text.startsWith(USER)) {
            return new User(new UserId(text.substring(USER.length())));
        }
        return EVERYONE.equals(text) ? new Everyone() : new SignedIn();
    }
}
