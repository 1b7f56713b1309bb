/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.annotation.ComponentDeclaration;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.environment.Environment;

/**
 * Runs the suite's real components (all of META-INF/components.txt) on ports that keep everything in memory. Nothing
 * runs in the background until a test starts it.
 */
public class TestWiki implements AutoCloseable
{
    /** The id of the wiki. */
    public static final WikiId WIKI = new WikiId("xwiki");

    private final EmbeddableComponentManager components = new EmbeddableComponentManager();

    private final TestDatabase database;

    private final TestGroups groups;

    private final TestAccess access;

    private final TestPages pages;

    private final TestPeople people;

    /** @param database the tables; {@link #close()} closes it */
    public TestWiki(TestDatabase database)
    {
        this(database, new TestGroups());
    }

    private TestWiki(TestDatabase database, TestGroups groups)
    {
        this(database, groups, new TestAccess(groups), new TestPages(), new TestPeople());
    }

    private TestWiki(TestDatabase database, TestGroups groups, TestAccess access, TestPages pages, TestPeople people)
    {
        this.database = database;
        this.groups = groups;
        this.access = access;
        this.pages = pages;
        this.people = people;
        new ComponentAnnotationLoader().initialize(this.components, getClass().getClassLoader(), declarations());
        with(Database.class, database);
        with(Groups.class, this.groups);
        with(Access.class, this.access);
        with(Pages.class, this.pages);
        with(People.class, this.people);
        with(Requests.class, new TestRequests());
        with(Texts.class, new TestTexts());
        with(Wikis.class, () -> List.of(WIKI));
        with(Links.class, new TestLinks());
        with(Markup.class, new TestMarkup());
        with(Notices.class, new TestNotices());
        with(Mail.class, new TestMail());
        with(Environment.class, new TestEnvironment());
    }

    /**
     * Returns only the suite's components, since those of XWiki's libraries need libraries that these tests do not
     * have.
     */
    private static List<ComponentDeclaration> declarations()
    {
        List<ComponentDeclaration> declarations = new ArrayList<>();
        try {
            for (URL url : Collections.list(TestWiki.class.getClassLoader().getResources("META-INF/components.txt"))) {
                try (InputStream stream = url.openStream()) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                        .filter(l -> l.startsWith("org.copsuite."))
                        .forEach(l -> declarations.add(new ComponentDeclaration(l.trim())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return declarations;
    }

    /** Creates a wiki with its tables on the database that {@link TestServer#chosen()} names. */
    public TestWiki()
    {
        this(TestDatabase.open());
    }

    /**
     * Simulates a kill of the process and a restart. The new wiki has the same tables, pages, accounts, groups and
     * rights, and new components. This wiki receives no more events; do not close it, as a killed process does not
     * close anything.
     *
     * @return the wiki after the restart
     */
    public TestWiki afterItWasKilled()
    {
        this.pages.forgetListeners();
        this.access.forgetListeners();
        return new TestWiki(this.database, this.groups, this.access, this.pages, this.people);
    }

    /**
     * Founds a community that is live.
     *
     * @param founder an administrator, who facilitates it
     * @param title its name
     * @param visibility who may view it
     * @param members further members
     * @return the community
     * @throws CopException never of an administrator
     */
    public CommunityId found(UserId founder, String title, Visibility visibility, UserId... members) throws CopException
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        CommunityService communities = get(CommunityService.class);
        communities.found(founder, new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility));
        for (UserId member : members) {
            communities.appoint(founder, id, member, Role.MEMBER);
        }
        return id;
    }

    /**
     * Replaces a component with the default hint.
     *
     * @param role the role
     * @param component the new component
     * @param <T> the type of the role
     * @return this
     */
    public final <T> TestWiki with(Class<T> role, T component)
    {
        return with(role, "default", component);
    }

    /**
     * Replaces a component.
     *
     * @param role the role
     * @param hint the hint
     * @param component the new component
     * @param <T> the type of the role
     * @return this
     */
    public final <T> TestWiki with(Class<T> role, String hint, T component)
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(role);
        descriptor.setRoleHint(hint);
        this.components.registerComponent(descriptor, component);
        return this;
    }

    /**
     * @param role a role
     * @param <T> the type of the role
     * @return the component with the default hint
     */
    public <T> T get(Class<T> role)
    {
        return get(role, "default");
    }

    /**
     * @param role a role
     * @param <T> the type of the role
     * @return the components of that role, with any hint
     */
    public <T> List<T> all(Class<T> role)
    {
        try {
            return this.components.getInstanceList(role);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param role a role
     * @param hint a hint
     * @param <T> the type of the role
     * @return the component
     */
    public <T> T get(Class<T> role, String hint)
    {
        try {
            return this.components.getInstance(role, hint);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs a job to its end, on the calling thread.
     *
     * @param type the name of its type
     * @return the job at its end
     */
    public Job run(String type)
    {
        return get(JobRunner.class).run(get(Jobs.class).require(WIKI, type, "").id(), job -> { });
    }

    /** @return the tables */
    public TestDatabase database()
    {
        return this.database;
    }

    /** @return the pages */
    public TestPages pages()
    {
        return this.pages;
    }

    /** @return the rights */
    public TestAccess access()
    {
        return this.access;
    }

    /** @return the groups */
    public TestGroups groups()
    {
        return this.groups;
    }

    /** @return the accounts */
    public TestPeople people()
    {
        return this.people;
    }

    /**
     * Adds an account.
     *
     * @param login the login
     * @return the id of the new account
     */
    public UserId account(String login)
    {
        return this.people.add(login);
    }

    /**
     * Adds an account that administers all wikis.
     *
     * @param login the login
     * @return the id of the new administrator
     */
    public UserId administrator(String login)
    {
        UserId id = account(login);
        this.access.addAdministrator(id);
        return id;
    }

    @Override
    public void close()
    {
        this.components.dispose();
        this.database.close();
    }
}
