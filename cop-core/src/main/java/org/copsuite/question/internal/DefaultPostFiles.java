/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.Ledger;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostFiles;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageFile;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.TemporaryFile;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Stores the files of existing posts on their pages, and those of drafts in a table until the post is saved. */
@Component(roles = {PostFiles.class, DefaultPostFiles.class})
@Singleton
public class DefaultPostFiles implements PostFiles
{
    /** The maximum size of all draft files of one person, in bytes. */
    static final long DRAFTS = 40L * 1024 * 1024;

    /** The same of all drafts of anonymous questions in a wiki, of which nobody can tell whose they are. */
    private static final long ANONYMOUS_DRAFTS = 10 * DRAFTS;

    private static final Duration DRAFT_RETENTION = Duration.ofDays(1);

    /** After which time a row whose content has not arrived is left over from a process that ended. */
    private static final Duration ARRIVAL = Duration.ofMinutes(10);

    private static final long MEBIBYTE = 1024L * 1024;

    private static final String FILE = "file";

    private static final String KIND = "cop.file.error.kind";

    private static final Set<String> TYPES = Set.of(QuestionPageType.TYPE, AnswerPageType.TYPE);

    private static final int LOCKS = 64;

    /**
     * Serialises uploads to one page, so that parallel uploads cannot exceed the limits. Each page uses one of these
     * locks.
     */
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    @Inject
    private Provider<Pages> pages;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Requests requests;

    @Inject
    private Ledger ledger;

    @Inject
    private PostRepository posts;

    @Inject
    private PostRights rights;

    @Inject
    private FileTurns turns;

    @Inject
    private Askers askers;

    @Override
    public Added add(UserId actor, UUID post, String name, FileContent content, boolean anonymous) throws CopException
    {
        CopException.requireAccount(actor);
        if (post == null || content.size() == 0) {
            throw CopException.invalid(FILE, "cop.file.error.none");
        }
        long maximum = Math.min(MAXIMUM, this.pages.get().largestFile());
        if (content.size() > maximum) {
            throw CopException.invalid(FILE, "cop.file.error.large", Math.max(1, maximum / MEBIBYTE));
        }
        String fresh = FileName.of(name);
        FileType kind = kind(fresh, content);
        WikiId wiki = this.requests.wiki();
        Optional<StoredPost> existing = this.posts.find(wiki, post);
        if (existing.isPresent()) {
            StoredPost visible = this.posts.visible(actor, wiki, post);
            UserId self = self(actor, visible);
            attach(actor, visible, new PageFile(fresh, kind.type(), content.size(), self, Instant.now()), content);
        } else {
            UserId self = anonymous ? UserId.ANONYMOUS : actor;
            saveDraft(actor, wiki, post, new PageFile(fresh, kind.type(), content.size(), self, Instant.now()), content);
        }
        return new Added(fresh, kind.type(), content.size(), kind.image());
    }

    private static FileType kind(String name, FileContent content) throws CopException
    {
        try {
            return FileType.of(name, content).orElseThrow(() -> CopException.invalid(FILE, KIND));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read an uploaded file", e);
        }
    }

    /** Returns as whom somebody adds a file to a post: an anonymous asker as such to what they wrote in that thread. */
    private UserId self(UserId actor, StoredPost post)
    {
        return post.author().isAnonymous() ? this.askers.self(actor, post.question()) : actor;
    }

    private void attach(UserId actor, StoredPost post, PageFile file, FileContent content) throws CopException
    {
        if (!this.rights.mayEdit(actor, file.author(), post.author(), post.page())) {
            throw CopException.forbidden();
        }
        try (FileTurns.Turn turn = this.turns.enter()) {
            synchronized (this.locks[Math.floorMod(post.page().hashCode(), LOCKS)]) {
                checkCount(this.pages.get().files(post.page()), file.author(), file.name());
                attach(post.page(), file, content);
            }
        }
    }

    private static void checkCount(List<PageFile> files, UserId actor, String name) throws CopException
    {
        List<PageFile> others = files.stream().filter(other -> !other.name().equals(name)).toList();
        checkCount(others.stream().filter(other -> other.author().equals(actor)).count());
        checkAll(others.size());
    }

    private static void checkAll(int files) throws CopException
    {
        if (files >= ALL_FILES) {
            throw CopException.invalid(FILE, "cop.file.error.many", ALL_FILES);
        }
    }

    @Override
    public boolean mayAdd(UserId actor, UUID post)
    {
        return !actor.isGuest() && this.posts.find(this.requests.wiki(), post)
            .filter(existing -> this.rights.mayView(actor, existing.page())
                && this.rights.mayEdit(actor, self(actor, existing), existing.author(), existing.page())).isPresent();
    }

    @Override
    public void check(UserId actor, Page page, String name, byte[] start) throws CopException
    {
        if (FileType.of(name, start).isEmpty()) {
            throw CopException.invalid(FILE, start.length == 0 ? "cop.file.error.none" : KIND);
        }
        List<PageFile> files = this.pages.get().files(page.id());
        if (page.object().map(PageObject::type).filter(TYPES::contains).isPresent()) {
            checkCount(files, actor, name);
        } else {
            checkAll((int) files.stream().filter(other -> !other.name().equals(name)).count());
        }
    }

    private void attach(PageId page, PageFile file, FileContent content)
    {
        this.askers.as(file.author(), () -> this.synchroniser.get().suppressEvents(() -> {
            this.pages.get().attach(page, file, content);
            return null;
        }));
    }

    private static void checkCount(long files) throws CopException
    {
        if (files >= FILES) {
            throw CopException.invalid(FILE, "cop.file.error.many", FILES);
        }
    }

    /** Stores a draft file; if the post was saved meanwhile, attaches the file to its page. */
    void saveDraft(UserId actor, WikiId wiki, UUID post, PageFile file, FileContent content) throws CopException
    {
        purge();
        UUID id = reserve(wiki, post, file);
        boolean stored = false;
        try (FileTurns.Turn turn = this.turns.enter()) {
            // Another transaction: nobody who writes waits for the bytes of a file.
            stored = this.ledger.record(tx -> tx.session()
                .doReturningWork(connection -> DraftContents.store(connection, id, content)));
        } finally {
            if (!stored) {
                remove(id);
            }
        }
        Optional<StoredPost> sent =
            this.posts.find(wiki, post).filter(stands -> stands.author().equals(self(actor, stands)));
        if (sent.isPresent()) {
            // It was sent while the content was on its way.
            claim(actor, sent.get().author(), post, sent.get().page());
        }
    }

    private UUID reserve(WikiId wiki, UUID post, PageFile file) throws CopException
    {
        return this.ledger.decide(tx -> {
            // Runs under the lock of the ledger, so that parallel uploads of one person cannot exceed the limits.
            Session session = tx.session();
            checkCount(number(session, "count(*)", wiki, file.author(), post));
            long most = file.author().isAnonymous() ? ANONYMOUS_DRAFTS : DRAFTS;
            if (number(session, "coalesce(sum(size), 0)", wiki, file.author(), null) + file.size() > most) {
                throw CopException.invalid(FILE, "cop.file.error.drafts", most / MEBIBYTE);
            }
            UploadRow row = row(wiki, post, file);
            session.persist(row);
            return row.id;
        });
    }

    private void remove(UUID id)
    {
        this.ledger.write(tx -> tx.session().createQuery("delete from UploadRow where id = :id")
            .setParameter("id", id).executeUpdate());
    }

    private static long number(Session session, String what, WikiId wiki, UserId person, UUID post)
    {
        var query = session
            .createQuery("select " + what + " from UploadRow where wiki = :wiki and person = :person"
                + (post == null ? "" : " and post = :post"), Long.class)
            .setParameter("wiki", wiki.value()).setParameter("person", person.value());
        if (post != null) {
            query.setParameter("post", post);
        }
        return query.getSingleResult();
    }

    private static UploadRow row(WikiId wiki, UUID post, PageFile file)
    {
        UploadRow row = new UploadRow();
        row.id = UUID.randomUUID();
        row.wiki = wiki.value();
        row.post = post;
        row.person = file.author().value();
        row.name = file.name();
        row.type = file.type();
        row.size = file.size();
        row.added = file.at().toEpochMilli();
        return row;
    }

    /**
     * Attaches the files of a draft to the page that was created from it: those that its author added, and those that
     * were added anonymously, since only the author knew the id of the draft. Repeating the call changes nothing.
     *
     * @param actor who wrote the post
     * @param author whom the post names as its author
     * @param post the id of the post
     * @param page the page of the post
     */
    void claim(UserId actor, UserId author, UUID post, PageId page)
    {
        List<UUID> waiting = this.ledger.read(session -> session
            .createQuery("select id from UploadRow where wiki = :wiki and post = :post "
                + "and person in (:people) and arrived = true order by added, id", UUID.class)
            .setParameter("wiki", page.wiki().value()).setParameter("post", post)
            .setParameterList("people", List.of(actor.value(), UserId.ANONYMOUS.value())).getResultList());
        for (UUID id : waiting) {
            UploadRow row = this.ledger.read(session -> session.get(UploadRow.class, id));
            if (row != null) {
                attach(page, row, author);
                remove(id);
            }
        }
    }

    /**
     * Attaches a draft file. Copies the content to a temporary file in between, since the page is written on a
     * connection other than the one that reads the table.
     */
    private void attach(PageId page, UploadRow row, UserId author)
    {
        PageFile file = new PageFile(row.name, row.type, row.size, author, Instant.ofEpochMilli(row.added));
        try (TemporaryFile content = TemporaryFile.of(out -> copy(row, out))) {
            attach(page, file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to attach a draft file to its page", e);
        }
    }

    private void copy(UploadRow row, OutputStream out)
    {
        this.ledger.read(session -> {
            session.doWork(connection -> {
                try {
                    DraftContents.copy(connection, row.id, row.size, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return null;
        });
    }

    @Override
    public void keep(Ledger.Transaction tx, WikiId wiki, UserId actor, UUID post)
    {
        drafts(tx, "update UploadRow set kept = true", wiki, actor, post);
    }

    @Override
    public void discard(Ledger.Transaction tx, WikiId wiki, UserId actor, UUID post)
    {
        drafts(tx, "delete from UploadRow", wiki, actor, post);
    }

    private static void drafts(Ledger.Transaction tx, String change, WikiId wiki, UserId person, UUID post)
    {
        tx.session().createQuery(change + " where wiki = :wiki and post = :post and person = :person")
            .setParameter("wiki", wiki.value()).setParameter("post", post).setParameter("person", person.value())
            .executeUpdate();
    }

    /** Deletes the draft files that are older than a day and not kept, and rows whose content never arrived. */
    void purge()
    {
        String old = "from UploadRow where added < :before and kept = false or arrived = false and added < :arrival";
        Instant now = Instant.now();
        long before = now.minus(DRAFT_RETENTION).toEpochMilli();
        long arrival = now.minus(ARRIVAL).toEpochMilli();
        boolean some = this.ledger.read(session -> !session.createQuery("select 1 " + old, Integer.class)
            .setParameter("before", before).setParameter("arrival", arrival).setMaxResults(1).getResultList().isEmpty());
        if (some) {
            this.ledger.write(tx -> tx.session().createQuery("delete " + old)
                .setParameter("before", before).setParameter("arrival", arrival).executeUpdate());
        }
    }
}
