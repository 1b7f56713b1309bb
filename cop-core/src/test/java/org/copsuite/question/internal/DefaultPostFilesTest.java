/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.PostFiles;
import org.copsuite.question.PostFiles.Added;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages.PageFile;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may comment and not edit adds files; those of drafts wait for the post, and no longer than a day. */
@OnEveryDatabase
class DefaultPostFilesTest extends AbstractQuestionTest
{
    private PostFiles files;

    @BeforeEach
    void start()
    {
        this.files = this.wiki.get(PostFiles.class);
    }

    private Added add(UserId who, UUID post) throws CopException
    {
        return this.files.add(who, post, "image.png", FileContent.of(FileTypeTest.PNG));
    }

    private List<PageFile> on(PageId page)
    {
        return this.wiki.pages().files(page);
    }

    private PageId page(PostId post) throws CopException
    {
        return this.queries.find(this.anna, post).page();
    }

    private long waiting()
    {
        return this.ledger.read(session -> session.createQuery("select count(*) from UploadRow", Long.class)
            .getSingleResult());
    }

    private String refusedFile(UserId who, UUID post, String name, byte[] content)
    {
        return refusal(Kind.INVALID, () -> this.files.add(who, post, name, FileContent.of(content))).getFields().get("file").key();
    }

    @Test
    void theFilesOfADraftComeWithTheQuestion() throws Exception
    {
        UUID id = UUID.randomUUID();
        Added picture = add(this.anna, id);
        assertThat(picture.markup()).isEqualTo("[[image:" + picture.name() + "]]");
        Added text = this.files.add(this.anna, id, "steps.txt",
            FileContent.of("one".getBytes(StandardCharsets.UTF_8)));
        assertThat(text.markup()).startsWith("[[attach:steps-");
        add(this.bert, id);

        this.service.ask(this.anna, new Ask(id, this.community.id(), TITLE, BODY + picture.markup(), List.of()));

        PageId page = page(new PostId(id));
        assertThat(on(page)).extracting(PageFile::name).containsExactlyInAnyOrder(picture.name(), text.name());
        assertThat(on(page)).extracting(PageFile::author).containsOnly(this.anna);
        assertThat(this.wiki.pages().content(page, picture.name()).orElseThrow().open())
            .hasBinaryContent(FileTypeTest.PNG);
        assertThat(waiting()).isEqualTo(1);
        assertThat(this.wiki.get(PageSynchroniser.class).reconcile(WIKI)).isZero();
    }

    @Test
    void theFilesOfADraftComeWithTheAnswerAlsoWhereItIsSentAgain() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        UUID id = UUID.randomUUID();
        this.service.answer(this.bert, question, id, "By induction.");
        add(this.bert, id);
        assertThat(on(page(new PostId(id)))).hasSize(1);

        UUID late = UUID.randomUUID();
        add(this.bert, late);
        this.service.answer(this.bert, question, late, "Another way.");
        this.service.answer(this.bert, question, late, "Another way.");
        assertThat(on(page(new PostId(late)))).hasSize(1);
    }

    @Test
    void whoMayEditAPostAddsFilesToItAndWhoMayOnlyCommentDoesNot() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = this.service.answer(this.bert, question, UUID.randomUUID(), "By induction.").id();
        assertThat(this.wiki.access().has(this.carl, Right.EDIT, page(question))).isFalse();
        for (PostId post : List.of(question, answer)) {
            refusal(Kind.FORBIDDEN, () -> add(this.carl, post.value()));
            assertThat(this.files.mayAdd(this.carl, post.value())).isFalse();
        }
        refusal(Kind.FORBIDDEN, () -> add(this.anna, answer.value()));
        assertThat(on(page(question))).isEmpty();

        add(this.anna, question.value());
        add(this.bert, answer.value());
        add(this.admin, answer.value());
        assertThat(this.files.mayAdd(this.anna, question.value())).isTrue();
        assertThat(this.files.mayAdd(UserId.GUEST, question.value())).isFalse();
        assertThat(this.files.mayAdd(this.anna, UUID.randomUUID())).isFalse();
        assertThat(on(page(answer))).extracting(PageFile::author).containsExactlyInAnyOrder(this.bert, this.admin);
    }

    @Test
    void theWikisOwnUploadFollowsTheSameRules() throws Exception
    {
        Page page = this.wiki.pages().load(page(ask(this.anna, TITLE))).orElseThrow();
        this.files.check(this.anna, page, "run.sh", FileTypeTest.bytes("echo"));
        assertThat(refusal(Kind.INVALID, () -> this.files.check(this.anna, page, "a.png", FileTypeTest.bytes("no")))
            .getFields().get("file").key()).isEqualTo("cop.file.error.kind");
        List<Added> added = new ArrayList<>();
        for (int i = 0; i < PostFiles.FILES; i++) {
            added.add(add(this.anna, page.object().orElseThrow().id()));
        }
        assertThat(refusal(Kind.INVALID, () -> this.files.check(this.anna, page, "a.sh", FileTypeTest.bytes("echo")))
            .getFields().get("file").key()).isEqualTo("cop.file.error.many");
        this.files.check(this.anna, page, added.get(0).name(), FileTypeTest.PNG);
        this.files.check(this.admin, page, "a.sh", FileTypeTest.bytes("echo"));
    }

    @Test
    void manyAtOnceStayWithinTheNumber() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = Collections.nCopies(PostFiles.FILES * 2, () -> {
                try {
                    add(this.anna, question.value());
                    return true;
                } catch (CopException e) {
                    return false;
                }
            });
            for (Future<Boolean> one : pool.invokeAll(all)) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(on(page(question))).hasSize(PostFiles.FILES);
    }

    @Test
    void othersMayNot() throws Exception
    {
        refusal(Kind.SIGN_IN, () -> add(UserId.GUEST, UUID.randomUUID()));
        CommunityView circle = found("Closed circle", Visibility.PRIVATE);
        PostId secret = ask(this.admin, circle, TITLE);
        refusal(Kind.NOT_FOUND, () -> add(this.anna, secret.value()));
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        assertThat(refusedFile(this.anna, question.value(), "a.png", new byte[0])).isEqualTo("cop.file.error.none");
        assertThat(refusedFile(this.anna, question.value(), "a.jpg", FileTypeTest.PNG)).isEqualTo("cop.file.error.kind");
        byte[] large = Arrays.copyOf(FileTypeTest.PNG, PostFiles.MAXIMUM + 1);
        assertThat(refusedFile(this.anna, question.value(), "a.png", large)).isEqualTo("cop.file.error.large");
        for (int i = 0; i < PostFiles.FILES; i++) {
            add(this.anna, question.value());
        }
        assertThat(refusedFile(this.anna, question.value(), "a.png", FileTypeTest.PNG)).isEqualTo("cop.file.error.many");
        add(this.admin, question.value());
    }

    @Test
    void draftsHaveTheirBounds() throws Exception
    {
        byte[] large = Arrays.copyOf(FileTypeTest.PNG, PostFiles.MAXIMUM);
        for (int i = 0; i < DefaultPostFiles.DRAFTS / PostFiles.MAXIMUM; i++) {
            this.files.add(this.anna, UUID.randomUUID(), "a.png", FileContent.of(large));
        }
        assertThat(refusedFile(this.anna, UUID.randomUUID(), "a.png", FileTypeTest.PNG))
            .isEqualTo("cop.file.error.drafts");
        add(this.bert, UUID.randomUUID());
    }

    @Test
    void whatNobodySentGoesAfterADay() throws Exception
    {
        add(this.anna, UUID.randomUUID());
        add(this.anna, UUID.randomUUID());
        this.wiki.get(DefaultPostFiles.class).purge();
        assertThat(waiting()).isEqualTo(2);
        this.ledger.write(tx -> tx.session()
            .createQuery("update UploadRow set added = added - 90000000").executeUpdate());

        this.wiki.get(MaintenanceTask.class, "uploads").run();

        assertThat(waiting()).isZero();
    }

    /** Content that waits until somebody lets it come. */
    private static FileContent slow(CountDownLatch begun, CountDownLatch go)
    {
        return new FileContent()
        {
            @Override
            public long size()
            {
                return FileTypeTest.PNG.length;
            }

            @Override
            public InputStream open()
            {
                return new FilterInputStream(new ByteArrayInputStream(FileTypeTest.PNG))
                {
                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException
                    {
                        begun.countDown();
                        await(go);
                        return super.read(bytes, offset, length);
                    }
                };
            }
        };
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException
    {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new InterruptedIOException("Nobody let it go on.");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private int free()
    {
        return this.wiki.get(FileTurns.class).free();
    }

    @Test
    void writersDoNotWaitForTheContentOfAFileAndItFollowsItsPost() throws Exception
    {
        UUID id = UUID.randomUUID();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        DefaultPostFiles own = this.wiki.get(DefaultPostFiles.class);
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "upload"));
        try {
            PageFile file = new PageFile("image-1.png", "image/png", FileTypeTest.PNG.length, this.anna, Instant.now());
            Future<?> upload = thread.submit(() -> {
                own.saveDraft(this.anna, WIKI, id, file, slow(begun, go));
                return null;
            });
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(free()).as("a turn is taken").isLessThan(Math.max(1, this.wiki.get(WriteQueue.class).width() / 2));
            this.service.ask(this.anna, new Ask(id, this.community.id(), TITLE, BODY, List.of()));
            assertThat(on(page(new PostId(id)))).as("what has not arrived is no file").isEmpty();
            assertThat(upload.isDone()).isFalse();
            go.countDown();
            upload.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(on(page(new PostId(id)))).extracting(PageFile::name).containsExactly("image-1.png");
        assertThat(waiting()).isZero();
    }

    @Test
    void contentThatDoesNotArriveLeavesNothing() throws Exception
    {
        FileContent broken = new FileContent()
        {
            private boolean looked;

            @Override
            public long size()
            {
                return FileTypeTest.PNG.length;
            }

            @Override
            public InputStream open() throws IOException
            {
                if (this.looked) {
                    throw new IOException("The disk is broken.");
                }
                this.looked = true;
                return new ByteArrayInputStream(FileTypeTest.PNG);
            }
        };
        int free = free();
        assertThatThrownBy(() -> this.files.add(this.anna, UUID.randomUUID(), "a.png", broken))
            .isInstanceOf(RuntimeException.class);
        assertThat(waiting()).isZero();
        assertThat(free()).isEqualTo(free);
    }

    @Test
    void aPlaceThatAnEndedProcessReservedIsFreeAgainAfterTenMinutes() throws Exception
    {
        add(this.anna, UUID.randomUUID());
        add(this.anna, UUID.randomUUID());
        List<UUID> ids = this.ledger.read(session -> session.createQuery("select id from UploadRow", UUID.class)
            .getResultList());
        this.ledger.write(tx -> tx.session()
            .createQuery("update UploadRow set arrived = false where id = :id").setParameter("id", ids.get(0))
            .executeUpdate());
        this.wiki.get(DefaultPostFiles.class).purge();
        assertThat(waiting()).isEqualTo(2);

        this.ledger.write(tx -> tx.session()
            .createQuery("update UploadRow set added = added - 660000").executeUpdate());
        this.wiki.get(DefaultPostFiles.class).purge();

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void anEditKeepsTheFiles() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        add(this.anna, question.value());
        assertThat(Map.of("files", on(page(question)).size())).containsEntry("files", 1);
        assertThat(this.wiki.pages().load(page(question)).orElseThrow().version())
            .isEqualTo(view(this.anna, question).post().version());
    }
}
