/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.copsuite.CopException;
import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.transfer.StackExchangeImport;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;

/** A wiki into which a dump is imported, for evaluation. */
final class DumpWiki implements AutoCloseable
{
    private final Path dump;

    private final Scratch scratch;

    private final CopServer wiki;

    private final StackExchangeImport importer;

    private final EncoderSwitch encoder;

    /**
     * Opens the wiki, imports the dump if it is new, and waits until everything is indexed.
     *
     * @param dump the dump's folder
     * @param kept the wiki's folder, {@code null} for a temporary one that is deleted afterwards
     * @throws UnusableDumpException if the import refuses the dump
     */
    DumpWiki(Path dump, Path kept) throws Exception
    {
        this.dump = dump;
        this.scratch = new Scratch();
        CopServer opened = null;
        try {
            opened = CopServer.open(WikiOptions.at(kept == null ? this.scratch.folder() : kept));
            this.encoder = EncoderSwitch.off(opened);
            this.importer = opened.get(StackExchangeImport.class);
            if (kept == null || isNew(opened)) {
                importDump(opened);
            }
            await(opened);
        } catch (Exception e) {
            close(opened, this.scratch);
            throw e;
        }
        this.wiki = opened;
    }

    private static boolean isNew(CopServer wiki)
    {
        return wiki.get(QuestionQueries.class).tags(UserId.GUEST, WikiOptions.WIKI, null, "", 1).isEmpty();
    }

    private void importDump(CopServer opened) throws IOException, UnusableDumpException
    {
        try {
            this.importer.run(new StackExchangeImport.Order(WikiOptions.WIKI, opened.get(People.class).service(), this.dump,
                null, null), new SilentProgress());
        } catch (CopException e) {
            throw new UnusableDumpException(
                opened.get(Texts.class).text(Locale.ENGLISH, e.getText().key(), e.getText().arguments()), e);
        }
    }

    /** Waits until the index holds everything that was written. */
    static void await(CopServer wiki) throws InterruptedException
    {
        if (!wiki.get(LedgerConsumers.class).await(Duration.ofMinutes(10))) {
            throw new IllegalStateException("The index did not process all entries within 10 minutes.");
        }
    }

    /** @return the name of the dump's folder */
    String name()
    {
        return name(this.dump);
    }

    /** @return the name of a file or folder */
    static String name(Path path)
    {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** @return the switch of the encoder, which is off */
    EncoderSwitch encoder()
    {
        return this.encoder;
    }

    CopServer wiki()
    {
        return this.wiki;
    }

    /** @return the id of a post in the wiki, by its number in the dump */
    PostId post(long number)
    {
        return this.importer.post(this.dump, number);
    }

    @Override
    public void close() throws Exception
    {
        close(this.wiki, this.scratch);
    }

    private static void close(CopServer wiki, Scratch scratch) throws Exception
    {
        try (scratch) {
            if (wiki != null) {
                wiki.close();
            }
        }
    }

    /** Ignores the progress of the import. */
    private static final class SilentProgress implements StackExchangeImport.Progress
    {
        @Override
        public void at(String step, double done)
        {
            // Nobody watches the progress.
        }

        @Override
        public void skipped(String file, long line, String reason)
        {
            // Nobody watches the progress.
        }
    }
}
