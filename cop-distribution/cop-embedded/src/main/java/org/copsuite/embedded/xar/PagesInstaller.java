/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.store.Settings;
import org.copsuite.embedded.xar.XarImporter.Report;
import org.copsuite.wiki.People;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Imports the pages of the suite at the first start and after an upgrade. */
@Component(roles = PagesInstaller.class)
@Singleton
public class PagesInstaller
{
    private static final String XAR = "/org/copsuite/embedded/xar/cop-ui-pages.xar";

    private static final String SETTING = "pages.digest";

    @Inject
    private XarImporter importer;

    @Inject
    private Settings settings;

    @Inject
    private People people;

    @Inject
    private Logger logger;

    /** Imports the pages if the XAR has changed since the last import. */
    public void install()
    {
        try (InputStream stream = PagesInstaller.class.getResourceAsStream(XAR)) {
            byte[] bytes = stream.readAllBytes();
            String digest = ImportMemory.digest(bytes);
            if (!digest.equals(this.settings.get(SETTING).orElse(null))) {
                Report report = this.importer.read(new ByteArrayInputStream(bytes), this.people.service());
                this.settings.set(SETTING, digest);
                this.logger.info("Imported the pages of the suite: [{}] written, [{}] kept with people's changes,"
                    + " [{}] unchanged.", report.written(), report.kept(), report.same());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to import the pages of the suite.", e);
        }
    }
}
