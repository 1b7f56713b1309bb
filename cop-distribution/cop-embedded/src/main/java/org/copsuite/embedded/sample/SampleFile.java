/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a sample file. It consists of sections that start with {@code #### Kind}, followed by fields
 * {@code Name: value}, an empty line, and a text. The text before the first section is a note for editors of the file
 * and is ignored.
 */
final class SampleFile
{
    private static final String MARK = "#### ";

    private final List<SampleSection> sections = new ArrayList<>();

    private String kind;

    private Map<String, String> fields;

    private StringBuilder text;

    private SampleFile()
    {
    }

    /**
     * @param name the name of a resource beside this class
     * @return the sections in the order of the file
     * @throws IOException if the file is missing or cannot be read
     */
    static List<SampleSection> read(String name) throws IOException
    {
        try (InputStream stream = SampleFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("Missing sample file [" + name + ']');
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
    }

    static List<SampleSection> read(Reader reader) throws IOException
    {
        SampleFile file = new SampleFile();
        BufferedReader lines = new BufferedReader(reader);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            file.take(line);
        }
        file.end();
        return file.sections;
    }

    private void take(String line)
    {
        if (line.startsWith(MARK)) {
            end();
            this.kind = line.substring(MARK.length()).strip();
            this.fields = new LinkedHashMap<>();
            this.text = null;
        } else if (this.kind != null) {
            takeInside(line);
        }
    }

    private void takeInside(String line)
    {
        if (this.text != null) {
            this.text.append(line).append('\n');
            return;
        }
        int colon = line.indexOf(": ");
        if (line.isBlank()) {
            this.text = new StringBuilder();
        } else if (colon < 0) {
            throw new IllegalStateException("Invalid field [" + line + "] in a section [" + this.kind
                + "] of the samples");
        } else {
            this.fields.put(line.substring(0, colon), line.substring(colon + 2).strip());
        }
    }

    private void end()
    {
        if (this.kind != null) {
            String body = this.text == null ? "" : this.text.toString().strip();
            this.sections.add(new SampleSection(this.kind, this.fields, body));
        }
    }
}
