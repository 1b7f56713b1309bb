/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the rows of one file of a dump, one after the other, in constant memory. Cuts each {@code <row .../>} out of
 * the file and parses it with a new XML parser that supports no document type and no entities except XML's predefined
 * ones. So a broken row affects no other row, and the parser never fetches anything outside of the file.
 */
final class RowReader implements Closeable
{
    /** Maximum length of a row, in characters. */
    static final int ROW_MAXIMUM = 4_000_000;

    private static final String START = "<row";

    private final XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();

    private final String name;

    private final Problems problems;

    private final AtomicLong bytes = new AtomicLong();

    private final Reader reader;

    private final char[] buffer = new char[1 << 16];

    private int position;

    private int filled;

    private long line = 1;

    private long rowLine;

    private boolean closed;

    private boolean ended;

    /** Listener for rows that cannot be used. */
    @FunctionalInterface
    interface Problems
    {
        /**
         * @param file the name of the file
         * @param line the line in which the row starts, from 1
         * @param reason why the row cannot be used
         */
        void report(String file, long line, String reason);
    }

    /**
     * @param file the file
     * @param problems the listener for broken rows
     * @throws IOException if the file cannot be read
     */
    RowReader(Path file, Problems problems) throws IOException
    {
        this.name = file.getFileName().toString();
        this.problems = problems;
        this.parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        this.parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.parsers.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        Charset charset = DumpFile.charset(file);
        // Invalid bytes become a character that XML forbids, so that the parser rejects the row.
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE).replaceWith("\uffff");
        this.reader = new InputStreamReader(new Counting(Files.newInputStream(file), this.bytes::addAndGet), decoder);
    }

    /** @return the number of bytes of the file that were read */
    long bytes()
    {
        return this.bytes.get();
    }

    /**
     * @return the next well-formed row, {@code null} at the end
     * @throws IOException if the file cannot be read
     */
    DumpRow next() throws IOException
    {
        String text = cut();
        while (text != null) {
            try {
                return parse(text);
            } catch (XMLStreamException e) {
                this.problems.report(this.name, this.rowLine, "is not well-formed XML in the file's encoding");
            }
            text = cut();
        }
        return null;
    }

    private DumpRow parse(String text) throws XMLStreamException
    {
        XMLStreamReader xml = this.parsers.createXMLStreamReader(new StringReader(text));
        Map<String, String> attributes = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
            }
        }
        xml.close();
        return new DumpRow(this.name, this.rowLine, attributes);
    }

    /** Cuts the next row out of the file. Returns {@code null} at the end. */
    private String cut() throws IOException
    {
        while (find()) {
            this.rowLine = this.line;
            StringBuilder row = new StringBuilder(START);
            String problem = copy(row);
            if (problem == null) {
                return self(row);
            }
            this.problems.report(this.name, this.rowLine, problem);
        }
        if (!this.closed && !this.ended) {
            this.ended = true;
            this.problems.report(this.name, this.line, "the file ends before its last element is closed");
        }
        return null;
    }

    private static String self(StringBuilder row)
    {
        // <row ...></row> is cut after its start tag.
        return row.charAt(row.length() - 2) == '/' ? row.toString() : row.insert(row.length() - 1, '/').toString();
    }

    /** Advances to the character after the next {@code <row}. Returns whether there is one. */
    private boolean find() throws IOException
    {
        int c = read();
        while (c >= 0) {
            if (c == '<') {
                int matched = 1;
                c = read();
                if (c == '/') {
                    this.closed = true;
                }
                while (c >= 0 && matched < START.length() && c == START.charAt(matched)) {
                    matched++;
                    c = matched < START.length() ? read() : peek();
                }
                if (matched == START.length() && (c == '/' || c == '>' || Character.isWhitespace(c))) {
                    this.closed = false;
                    return true;
                }
            } else {
                c = read();
            }
        }
        return false;
    }

    /**
     * @return why the row is broken, {@code null} for a complete row; after a broken row, reading continues where it
     *         broke
     */
    private String copy(StringBuilder row) throws IOException
    {
        int quote = 0;
        while (true) {
            int c = peek();
            if (c < 0) {
                this.ended = true;
                return "the file ends within this row";
            }
            if (c == '<') {
                return "contains an unescaped <";
            }
            read();
            if (row.length() >= ROW_MAXIMUM) {
                skipLine();
                return "is longer than " + ROW_MAXIMUM + " characters";
            }
            row.append((char) c);
            if (quote == 0 && c == '>') {
                return null;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
        }
    }

    private void skipLine() throws IOException
    {
        int c = peek();
        while (c >= 0 && c != '\n' && c != '<') {
            read();
            c = peek();
        }
    }

    private int peek() throws IOException
    {
        if (this.position == this.filled) {
            this.filled = this.reader.read(this.buffer);
            this.position = 0;
            if (this.filled <= 0) {
                this.filled = 0;
                return -1;
            }
        }
        return this.buffer[this.position];
    }

    private int read() throws IOException
    {
        int c = peek();
        if (c >= 0) {
            this.position++;
            if (c == '\n') {
                this.line++;
            }
        }
        return c;
    }

    @Override
    public void close() throws IOException
    {
        this.reader.close();
    }

    /** Counts the bytes read, for the progress bar. */
    private static final class Counting extends BufferedInputStream
    {
        private final LongConsumer count;

        Counting(InputStream in, LongConsumer count)
        {
            super(in, 1 << 16);
            this.count = count;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) throws IOException
        {
            int read = super.read(bytes, offset, length);
            this.count.accept(Math.max(0, read));
            return read;
        }
    }
}
