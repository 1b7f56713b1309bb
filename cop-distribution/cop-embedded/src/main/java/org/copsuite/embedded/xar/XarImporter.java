/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.Attachments.Attachment;
import org.copsuite.embedded.store.RefusedException;
import org.copsuite.embedded.xar.XarPage.XarAttachment;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.StaleVersionException;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.FileContent;
import org.xwiki.component.annotation.Component;

/** Imports the pages of a XAR, except those that people have changed or deleted since the last import. */
@Component(roles = XarImporter.class)
@Singleton
public class XarImporter
{
    private enum Outcome
    {
        WRITTEN, KEPT, SAME
    }

    @Inject
    private Pages pages;

    @Inject
    private Attachments attachments;

    @Inject
    private ImportMemory memory;

    /**
     * The result of an import.
     *
     * @param written the number of pages written
     * @param kept the number of pages kept as people changed or deleted them
     * @param same the number of pages that were already up to date
     */
    public record Report(int written, int kept, int same)
    {
    }

    /**
     * Imports the pages of a XAR, without their translations.
     *
     * @param xar the file, read to its end
     * @param actor the author of the imported versions
     * @return the result
     * @throws IOException if the file is not a XAR, or contains a file that the wiki refuses
     */
    public Report read(InputStream xar, UserId actor) throws IOException
    {
        int[] counts = new int[Outcome.values().length];
        for (XarPage page : XarReader.read(xar)) {
            if (page.language().isEmpty()) {
                counts[write(page, actor).ordinal()]++;
            }
        }
        return new Report(counts[Outcome.WRITTEN.ordinal()], counts[Outcome.KEPT.ordinal()],
            counts[Outcome.SAME.ordinal()]);
    }

    private Outcome write(XarPage page, UserId actor) throws IOException
    {
        Optional<Page> now = this.pages.load(page.id());
        Optional<String> last = this.memory.recall(page.id());
        String wanted = ImportMemory.digest(page.title(), page.content(), page.hidden());
        Optional<String> found =
            now.map(there -> ImportMemory.digest(there.title(), there.content(), there.hidden()));
        boolean untouched = found.equals(last);
        if (!untouched && !found.equals(Optional.of(wanted))) {
            return Outcome.KEPT;
        }
        boolean same = found.equals(Optional.of(wanted));
        try {
            if (!same) {
                this.pages.save(new PageDraft(page.id(), page.title(), page.content(), actor, null,
                    page.object().orElse(null), page.hidden(), "", false, now.map(Page::version).orElse(null)));
            }
            attach(page, actor);
        } catch (StaleVersionException e) {
            // The page was edited concurrently, and the edit is kept.
            return Outcome.KEPT;
        } catch (RefusedException e) {
            throw new IOException("Refused an attachment of page [" + page.id() + "]: " + e.getKey(), e);
        }
        this.memory.keep(page.id(), wanted);
        return same ? Outcome.SAME : Outcome.WRITTEN;
    }

    private void attach(XarPage page, UserId actor) throws RefusedException
    {
        for (XarAttachment attachment : page.attachments()) {
            Optional<Attachment> there = this.attachments.find(page.id(), attachment.name());
            if (there.isEmpty() || there.get().author().equals(actor)) {
                this.attachments.add(page.id(), attachment.name(), FileContent.of(attachment.content()),
                    actor);
            }
        }
    }
}
