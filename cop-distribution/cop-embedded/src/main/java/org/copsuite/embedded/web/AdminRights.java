/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageNames;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.store.Rule;
import org.copsuite.embedded.store.Rules;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Shows and sets the rules of spaces. */
@Component
@Named("rights")
@Singleton
public class AdminRights implements AdminSection
{
    private static final String HERE = "/bin/admin?section=rights";

    private static final String EVERYONE = "everyone";

    private static final String SIGNED_IN = "signed-in";

    private static final String GROUP = "group:";

    private static final String USER = "user:";

    private static final int ROWS = 200;

    private static final SpaceId WIKI = new SpaceId(WikiOptions.WIKI, List.of());

    @Inject
    private Rules rules;

    @Inject
    private GroupDirectory groups;

    @Inject
    private Accounts accounts;

    @Inject
    private Layout layout;

    @Inject
    private Requests requests;

    /**
     * A space with its own rules.
     *
     * @param name the name of the space as in forms, empty for the wiki
     * @param url the URL of its rules
     */
    public record SpaceLine(String name, String url)
    {
    }

    /**
     * A rule as a row of the form.
     *
     * @param subject the value of the subject in the form, empty for a new row
     * @param label the display name of the subject
     * @param rights the names of the granted rights
     */
    public record Row(String subject, String label, Set<String> rights)
    {
    }

    @Override
    public Html show(Exchange exchange, String error) throws WebException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("token", this.requests.token());
        if (exchange.request().getParameter("space") == null || "open".equals(exchange.parameter("do"))) {
            values.put("spaces", this.rules.all().keySet().stream().map(PlaceNames::of).sorted(Comparator.naturalOrder())
                .map(name -> new SpaceLine(name, url(name))).toList());
            values.put("space", exchange.parameter("space"));
            return this.layout.print("admin-rights", values);
        }
        SpaceId space = space(exchange);
        Optional<List<Rule>> own = this.rules.own(space);
        values.put("space", PlaceNames.of(space));
        values.put("own", own.isPresent());
        values.put("wiki", space.isWiki());
        values.put("deciding", PlaceNames.of(this.rules.deciding(space)));
        List<Row> rows = new ArrayList<>();
        own.orElseGet(() -> this.rules.own(this.rules.deciding(space)).orElse(List.of()))
            .forEach(rule -> rows.add(row(rule)));
        rows.add(new Row("", "", Set.of()));
        values.put("rows", rows);
        values.put("rights", Right.values());
        Map<String, String> subjects = new LinkedHashMap<>();
        subjects.put(EVERYONE, this.layout.text("embedded.admin.rights.everyone"));
        subjects.put(SIGNED_IN, this.layout.text("embedded.admin.rights.signed-in"));
        this.groups.list().forEach(line -> subjects.put(GROUP + line.id().value(), line.name()));
        values.put("subjects", subjects);
        return this.layout.print("admin-space", values);
    }

    private static String url(String name)
    {
        return HERE + "&space=" + PageUrls.encode(name);
    }

    private static SpaceId space(Exchange exchange) throws WebException
    {
        String typed = exchange.parameter("space").strip();
        return typed.isEmpty() ? WIKI : PageNames.space(typed, Layout.MAIN).orElseThrow(WebException::notFound);
    }

    private Row row(Rule rule)
    {
        Set<String> rights = new HashSet<>();
        rule.rights().forEach(right -> rights.add(right.name()));
        Rule.Subject subject = rule.subject();
        if (subject instanceof Rule.Group group) {
            String label = this.groups.list().stream().filter(line -> line.id().equals(group.id()))
                .map(GroupDirectory.GroupLine::name).findFirst().orElse(group.id().value());
            return new Row(GROUP + group.id().value(), label, rights);
        }
        if (subject instanceof Rule.User user) {
            String label = this.accounts.find(user.id()).map(Account::name).orElse(user.id().value());
            return new Row(USER + user.id().value(), label, rights);
        }
        boolean everyone = subject instanceof Rule.Everyone;
        return new Row(everyone ? EVERYONE : SIGNED_IN,
            this.layout.text("embedded.admin.rights." + (everyone ? EVERYONE : SIGNED_IN)), rights);
    }

    @Override
    public String act(Exchange exchange) throws RefusedException, WebException
    {
        String act = exchange.parameter("do");
        if ("open".equals(act)) {
            if (PageNames.space(exchange.parameter("space").strip(), Layout.MAIN).isEmpty()) {
                throw new RefusedException("embedded.create.parent.wrong");
            }
            return "";
        }
        SpaceId space = space(exchange);
        if ("remove".equals(act)) {
            this.rules.remove(space);
        } else if ("save".equals(act)) {
            this.rules.set(space, typed(exchange));
        } else {
            throw WebException.wrong("embedded.error.request");
        }
        return "rights";
    }

    private List<Rule> typed(Exchange exchange) throws RefusedException
    {
        Map<Rule.Subject, Set<Right>> typed = new LinkedHashMap<>();
        for (int i = 0; i < ROWS && exchange.request().getParameter("subject-" + i) != null; i++) {
            Set<Right> rights = EnumSet.noneOf(Right.class);
            for (Right right : Right.values()) {
                if (!exchange.parameter(right.name() + '-' + i).isEmpty()) {
                    rights.add(right);
                }
            }
            String login = exchange.parameter("login-" + i).strip();
            String subject = exchange.parameter("subject-" + i);
            if (!rights.isEmpty() && !(subject.isEmpty() && login.isEmpty())) {
                typed.computeIfAbsent(subject(subject, login), key -> EnumSet.noneOf(Right.class)).addAll(rights);
            }
        }
        return typed.entrySet().stream().map(entry -> new Rule(entry.getKey(), entry.getValue())).toList();
    }

    private Rule.Subject subject(String subject, String login) throws RefusedException
    {
        if (!login.isEmpty()) {
            return new Rule.User(this.accounts.byLogin(login).map(Account::id)
                .orElseThrow(() -> new RefusedException("embedded.account.unknown")));
        }
        if (EVERYONE.equals(subject)) {
            return new Rule.Everyone();
        }
        if (SIGNED_IN.equals(subject)) {
            return new Rule.SignedIn();
        }
        if (subject.startsWith(GROUP) && subject.length() > GROUP.length() && subject.length() < 255) {
            GroupId group = new GroupId(subject.substring(GROUP.length()));
            if (this.groups.exists(group)) {
                return new Rule.Group(group);
            }
        }
        if (subject.startsWith(USER) && subject.length() < 255) {
            return new Rule.User(new UserId(subject.substring(USER.length())));
        }
        throw new RefusedException("embedded.admin.rights.subject");
    }

    @Override
    public String after(Exchange exchange)
    {
        return url(exchange.parameter("space").strip());
    }
}
