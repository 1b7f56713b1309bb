/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.recognition.PointRulesSource;
import org.xwiki.component.annotation.Component;

/** Reads the point rules of the wiki from {@code cop-rules.properties} in the data folder, if the file exists. */
@Component
@Singleton
public class EmbeddedRules implements PointRulesSource
{
    @Inject
    private WikiOptions options;

    @Override
    public Properties own()
    {
        Properties own = new Properties();
        Path file = this.options.data().resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                own.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Failed to read the point rules [" + file + "].", e);
            }
        }
        return own;
    }
}
