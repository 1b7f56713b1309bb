/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.render.PageUrls;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.GroupDirectory.GroupLine;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Creates and deletes groups, adds and removes members. */
@Component
@Named("groups")
@Singleton
public class AdminGroups implements AdminSection
{
    private static final String HERE = "/bin/admin?section=groups";

    @Inject
    private GroupDirectory directory;

    @Inject
    private Groups groups;

    @Inject
    private Accounts accounts;

    @Inject
    private People people;

    @Inject
    private Layout layout;

    @Inject
    private Guard guard;

    @Inject
    private Requests requests;

    /**
     * A group in the list.
     *
     * @param line the group
     * @param url the URL of its members
     */
    public record Line(GroupLine line, String url)
    {
    }

    @Override
    public Html show(Exchange exchange, String error) throws WebException
    {
        Map<String, Object> values = new HashMap<>();
        values.put("token", this.requests.token());
        String asked = exchange.parameter("group");
        if (!asked.isEmpty() && !"create".equals(exchange.parameter("do"))) {
            GroupId group = group(asked);
            List<Person> members = this.people.find(Set.copyOf(this.groups.members(group))).values().stream()
                .sorted(Comparator.comparing(Person::name)).toList();
            values.put("group", group);
            values.put("name", name(group));
            values.put("members", members);
            values.put("fixed", group.equals(GroupDirectory.ADMINISTRATORS));
            values.put("login", exchange.parameter("login"));
            return this.layout.print("admin-group", values);
        }
        values.put("name", exchange.parameter("name"));
        values.put("groups", this.directory.list().stream()
            .map(line -> new Line(line, HERE + "&group=" + PageUrls.encode(line.id().value()))).toList());
        return this.layout.print("admin-groups", values);
    }

    private GroupId group(String value) throws WebException
    {
        if (value.isBlank() || value.length() > 255 || !this.directory.exists(new GroupId(value))) {
            throw WebException.notFound();
        }
        return new GroupId(value);
    }

    private String name(GroupId group)
    {
        return this.directory.list().stream().filter(line -> line.id().equals(group)).map(GroupLine::name).findFirst()
            .orElse(group.value());
    }

    @Override
    public String act(Exchange exchange) throws RefusedException, WebException
    {
        if ("create".equals(exchange.parameter("do"))) {
            String name = exchange.parameter("name").strip();
            if (!name.matches("[\\p{L}\\p{Nd}-]{1,100}")) {
                throw new RefusedException("embedded.admin.groups.name");
            }
            this.groups.create(WikiOptions.WIKI, name);
            return "group";
        }
        GroupId group = group(exchange.parameter("group"));
        switch (exchange.parameter("do")) {
            case "add" -> {
                Account account = this.accounts.byLogin(exchange.parameter("login").strip())
                    .orElseThrow(() -> new RefusedException("embedded.account.unknown"));
                this.groups.add(group, account.id());
            }
            case "remove" -> remove(group, member(exchange.parameter("member")));
            case "delete" -> this.directory.delete(group);
            default -> throw WebException.wrong("embedded.error.request");
        }
        return "group";
    }

    private static UserId member(String value) throws WebException
    {
        if (value.isBlank() || value.length() > 255) {
            throw WebException.notFound();
        }
        return new UserId(value);
    }

    /** Removes a member. Administrators cannot remove themselves from their group. */
    private void remove(GroupId group, UserId member) throws RefusedException
    {
        if (group.equals(GroupDirectory.ADMINISTRATORS) && member.equals(this.guard.user())) {
            throw new RefusedException("embedded.admin.groups.own");
        }
        this.groups.remove(group, member);
    }

    @Override
    public String after(Exchange exchange)
    {
        boolean one = "add".equals(exchange.parameter("do")) || "remove".equals(exchange.parameter("do"));
        return one ? HERE + "&group=" + PageUrls.encode(exchange.parameter("group")) : HERE;
    }
}
