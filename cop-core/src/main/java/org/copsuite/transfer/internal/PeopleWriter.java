/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.person.Persons;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Writes imported people in batches of 500, including people whom posts name but Users.xml does not contain. */
final class PeopleWriter
{
    private static final int BATCH = 500;

    private static final int NAME_MAXIMUM = 255;

    private static final int KNOWN_MAXIMUM = 50_000;

    private final Persons persons;

    private final WikiId wiki;

    private final Site site;

    private final Facts facts;

    /** Is called when a batch is written. */
    private final Runnable written;

    private final HtmlToWiki html;

    private final List<Persons.Imported> pending = new ArrayList<>();

    /** The people who were found or created last. */
    private final Map<UserId, Boolean> known = new LinkedHashMap<>(16, 0.75f, true)
    {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UserId, Boolean> eldest)
        {
            return size() > KNOWN_MAXIMUM;
        }
    };

    private final RowNumbers rows = new RowNumbers();

    private long count;

    PeopleWriter(Persons persons, WikiId wiki, Site site, Facts facts, Runnable written)
    {
        this.persons = persons;
        this.wiki = wiki;
        this.site = site;
        this.facts = facts;
        this.written = written;
        this.html = new HtmlToWiki(site.address());
    }

    /** Handles a row of Users.xml. */
    void user(DumpRow row) throws BadRowException, IOException
    {
        long number = row.number("Id");
        Instant since = row.time("CreationDate");
        if (row.text("AboutMe").length() > DumpPost.BODY_MAXIMUM) {
            throw new BadRowException("AboutMe is longer than " + DumpPost.BODY_MAXIMUM + " characters");
        }
        this.rows.add(number);
        this.facts.add(number, Facts.Kind.PERSON, 0);
        this.count++;
        add(this.site.person(number), name(row.text("DisplayName"), number), this.html.convert(row.text("AboutMe")), since);
    }

    private void add(UserId id, String name, String about, Instant since)
    {
        this.pending.add(new Persons.Imported(id, name, about, since, null));
        if (this.pending.size() >= BATCH) {
            flush();
        }
    }

    void flush()
    {
        if (!this.pending.isEmpty()) {
            this.persons.addImported(this.wiki, this.pending);
            this.pending.clear();
            this.written.run();
        }
    }

    /**
     * Finds or creates the person whom a row names.
     *
     * @param row the row
     * @param number the name of the attribute with the person's number
     * @param name the name of the attribute with the name of a person without a number, for example a deleted one
     * @param at the time of the person's act
     * @return the person
     */
    UserId person(DumpRow row, String number, String name, Instant at) throws BadRowException, IOException
    {
        if (row.has(number)) {
            long id = row.number(number);
            UserId user = this.site.person(id);
            if (this.known.get(user) == null) {
                if (this.facts.about(id).stream().noneMatch(fact -> fact.kind() == Facts.Kind.PERSON)) {
                    make(user, name(row.text(name), id), at);
                }
                this.known.put(user, true);
            }
            return user;
        }
        String shown = row.has(name) ? name(row.text(name), 0) : "Anonymous";
        UserId user = this.site.nameless(shown);
        if (this.known.put(user, true) == null) {
            make(user, shown, at);
        }
        return user;
    }

    /** @return the site's robot, the actor of closings and links without a named person */
    UserId robot(Instant at) throws BadRowException, IOException
    {
        return person(new DumpRow("", 0, Map.of("Id", Long.toString(Site.ROBOT))), "Id", "Name", at);
    }

    private void make(UserId user, String name, Instant at)
    {
        if (this.persons.imported(this.wiki, user).isEmpty()) {
            add(user, name, "", at);
            flush();
        }
    }

    private static String name(String text, long number)
    {
        String clean = InlineWriter.clean(text).replaceAll("\\s+", " ").strip();
        String name = clean.isEmpty() ? "user" + number : clean;
        return name.length() > NAME_MAXIMUM ? name.substring(0, NAME_MAXIMUM) : name;
    }

    /** @return the number of people in Users.xml, without people whom only posts or comments name */
    long count()
    {
        return this.count;
    }
}
