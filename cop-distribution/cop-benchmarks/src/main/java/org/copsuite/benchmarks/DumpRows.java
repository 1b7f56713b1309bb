/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of a file of a dump. */
final class DumpRows
{
    private DumpRows()
    {
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param taker receives each row, which is valid during the call only
     * @throws UnusableDumpException if the file cannot be read or is not XML
     */
    static void read(Path file, Consumer<Row> taker) throws UnusableDumpException
    {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && "row".equals(reader.getLocalName())) {
                    taker.accept(new Row(reader));
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new UnusableDumpException("The file " + file + " is not well-formed XML, at line " + line + ".", e);
        } catch (IOException e) {
            throw new UnusableDumpException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * The current row of a file.
     *
     * @param reader the reader, positioned at the start of the row's element
     */
    record Row(XMLStreamReader reader)
    {
        String text(String name)
        {
            return this.reader.getAttributeValue(null, name);
        }

        /** @return the number, {@code null} if the attribute is missing or not a number */
        Long number(String name)
        {
            try {
                return Long.valueOf(String.valueOf(text(name)));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
