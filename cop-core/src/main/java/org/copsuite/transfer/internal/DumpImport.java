/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.person.Persons;
import org.copsuite.question.PostImport;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.transfer.StackExchangeImport.Order;
import org.copsuite.transfer.StackExchangeImport.Progress;
import org.copsuite.transfer.StackExchangeImport.Result;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Reads a dump once to collect facts about its posts, then writes people, questions, answers, comments and links. */
@Component(roles = DumpImport.class)
@Singleton
public class DumpImport
{
    private static final String USERS = "Users.xml";

    private static final String COMMENTS = "Comments.xml";

    /** The files, each as often as it is read. */
    private static final String[] READINGS = {USERS, FactCollector.VOTES, FactCollector.LINKS, FactCollector.HISTORY,
        FactCollector.POSTS, FactCollector.POSTS, FactCollector.POSTS, COMMENTS, FactCollector.LINKS};

    /** About 50 MB. */
    private static final int FACTS_IN_MEMORY = 500_000;

    @Inject
    private CommunityService communities;

    @Inject
    private Persons persons;

    @Inject
    private PostImport posts;

    @Inject
    private People people;

    @Inject
    private Texts texts;

    private int batch = PostWriter.BATCH;

    /**
     * Sets the size of a batch. For tests, which need the border between two batches but not many posts.
     *
     * @param posts the number of posts, comments and links that are written at once
     */
    void setBatch(int posts)
    {
        this.batch = posts;
    }

    /**
     * @param folder the folder of a dump
     * @return the number of bytes that its import reads
     * @throws IOException if there is no dump or it cannot be read
     * @throws CopException INVALID if Posts.xml is not a complete file of a dump
     */
    long check(Path folder) throws IOException, CopException
    {
        Path posts = folder.resolve(FactCollector.POSTS);
        if (!Files.isRegularFile(posts)) {
            throw new NoSuchFileException(posts.toString());
        }
        new DumpFile(posts).check();
        return DumpReader.size(folder, READINGS);
    }

    /**
     * Imports a dump on the calling thread.
     *
     * @param order the order of the import
     * @param progress the listener for progress and skipped rows
     * @param boundary is called between two rows, after each batch and at least once a second
     * @return the content of the dump that is in the wiki now
     * @throws IOException if the folder cannot be read
     * @throws CopException as {@link StackExchangeImport#run}
     */
    Result run(Order order, Progress progress, DumpReader.Boundary boundary) throws IOException, CopException
    {
        Instant start = Instant.now();
        Site site = order.site() == null ? Site.of(order.folder()) : Site.named(order.site());
        Path temporary = Files.createTempDirectory("cop-import-");
        try (Facts facts = new Facts(temporary, FACTS_IN_MEMORY); PostNames names = new PostNames(temporary)) {
            CommunityView community = this.people.as(order.actor(), () -> community(order, site));
            DumpReader reader = new DumpReader(order.folder(), progress, boundary, READINGS);
            return write(order, site, facts, names, community, reader, start);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private CommunityView community(Order order, Site site) throws CopException
    {
        String name = order.community() == null ? title(site) : order.community().strip();
        CommunityId id = site.community();
        if (order.community() != null) {
            Optional<CommunityView> there = this.communities.named(order.actor(), order.wiki(), name);
            if (there.isPresent()) {
                return there.get();
            }
            // Not the id of the community that an import without a name founded, which may have any name by now.
            id = new CommunityId(site.community(name));
        }
        try {
            return this.communities.get(order.actor(), order.wiki(), id);
        } catch (CopException e) {
            if (e.getKind() != CopException.Kind.NOT_FOUND) {
                throw e;
            }
            return this.communities.found(order.actor(), new CommunityService.CommunityDraft(id, order.wiki(), name,
                this.texts.text(Locale.ENGLISH, "cop.transfer.purpose", site.name(), site.address()), List.of(),
                CommunityService.Visibility.OPEN));
        }
    }

    private static String title(Site site)
    {
        String name = site.name().length() < 3 ? site.name() + " community" : site.name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private Result write(Order order, Site site, Facts facts, PostNames names, CommunityView community, DumpReader reader,
        Instant start) throws IOException, CopException
    {
        PeopleWriter users = new PeopleWriter(this.persons, order.wiki(), site, facts, reader::written);
        HtmlToWiki html =
            new HtmlToWiki(site.address(), new DumpLinks(site, facts, names, community.page(), this.posts));
        PostWriter writer = new PostWriter(this.posts, order.wiki(), community.id(), site, facts, users, reader,
            html, address -> this.texts.text(Locale.ENGLISH, "cop.transfer.duplicate", address), this.batch);
        reader.read(USERS, users::user);
        users.flush();
        new FactCollector(reader, facts, names).collect();
        reader.readAgain(FactCollector.POSTS, writer::question);
        writer.flush();
        reader.readAgain(FactCollector.POSTS, writer::answer);
        writer.flush();
        reader.read(COMMENTS, writer::comment);
        reader.read(FactCollector.LINKS, writer::link);
        writer.flush();
        PostImport.Counts total = writer.total();
        if (total.questions() + total.answers() == 0 && reader.skipped() > 0) {
            throw new CopException(CopException.Kind.INVALID, "cop.transfer.error.unusable", FactCollector.POSTS);
        }
        PostImport.Counts added = writer.added();
        return new Result(community.title(), total.questions(), total.answers(), total.accepted(), users.count(),
            total.votesUp(), total.votesDown(), total.comments(), total.links(), reader.skipped(),
            (long) added.questions() + added.answers() + added.comments() + added.links(),
            Duration.between(start, Instant.now()));
    }
}
