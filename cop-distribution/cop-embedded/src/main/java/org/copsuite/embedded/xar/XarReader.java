/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.xar.XarPage.XarAttachment;
import org.copsuite.embedded.xar.XarPage.XarObject;
import org.copsuite.wiki.PageId;

/**
 * Reads a XAR: a ZIP with one XML file per page (XWiki's formats 1.1 to 1.6) and a {@code package.xml} that lists the
 * pages.
 */
final class XarReader
{
    private static final String PACKAGE = "package.xml";

    /** The maximum size of a page with its attachments, in bytes; protects against a ZIP that unpacks to more. */
    private static final int MAXIMUM_SIZE = 64 * 1024 * 1024;

    private static final XMLInputFactory FACTORY = factory();

    private XarReader()
    {
    }

    private static XMLInputFactory factory()
    {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * @param stream a XAR, read to its end
     * @return its pages, in the order of the ZIP
     * @throws IOException if it is not a XAR
     */
    static List<XarPage> read(InputStream stream) throws IOException
    {
        List<XarPage> pages = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(MAXIMUM_SIZE + 1);
                if (bytes.length > MAXIMUM_SIZE) {
                    throw new IOException("The file [" + entry.getName() + "] of the XAR is too large.");
                }
                if (PACKAGE.equals(entry.getName())) {
                    listed.addAll(files(bytes));
                } else if (entry.getName().endsWith(".xml")) {
                    pages.add(page(bytes, entry.getName()));
                }
            }
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("Failed to parse a file of the XAR.", e);
        }
        if (listed.isEmpty()) {
            throw new IOException("Not a XAR: there is no package.xml that lists its pages.");
        }
        pages.removeIf(page -> !listed.contains(local(page.id())));
        return pages;
    }

    private static String local(PageId page)
    {
        return page.toString().substring(page.wiki().value().length() + 1);
    }

    private static Set<String> files(byte[] bytes) throws XMLStreamException
    {
        Set<String> files = new HashSet<>();
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && "file".equals(reader.getLocalName())) {
                files.add(local(place(reader.getElementText().strip())));
            }
        }
        return files;
    }

    private static PageId place(String reference)
    {
        return PageId.parse(WikiOptions.WIKI.value() + ':' + reference);
    }

    private static XarPage page(byte[] bytes, String file) throws XMLStreamException, IOException
    {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
        reader.nextTag();
        if (!"xwikidoc".equals(reader.getLocalName())) {
            throw new IOException("The XML file [" + file + "] of the XAR is not a page.");
        }
        String reference = reader.getAttributeValue(null, "reference");
        Map<String, String> fields = new HashMap<>();
        List<XarObject> objects = new ArrayList<>();
        List<XarAttachment> attachments = new ArrayList<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            switch (reader.getLocalName()) {
                case "object" -> objects.add(object(reader));
                case "attachment" -> attachments.add(attachment(reader));
                case "class" -> skip(reader);
                default -> fields.put(reader.getLocalName(), text(reader));
            }
        }
        String place = reference == null || reference.isEmpty()
            ? fields.getOrDefault("web", "") + '.' + fields.getOrDefault("name", "") : reference;
        return new XarPage(place(place), fields.getOrDefault("language", ""), fields.getOrDefault("title", ""),
            fields.getOrDefault("content", ""), Boolean.parseBoolean(fields.get("hidden")), objects, attachments);
    }

    private static XarObject object(XMLStreamReader reader) throws XMLStreamException
    {
        String className = "";
        Map<String, String> properties = new HashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if ("className".equals(reader.getLocalName())) {
                className = text(reader);
            } else if ("property".equals(reader.getLocalName())) {
                while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    properties.put(name, text(reader));
                }
            } else {
                skip(reader);
            }
        }
        return new XarObject(className, properties);
    }

    private static XarAttachment attachment(XMLStreamReader reader) throws XMLStreamException
    {
        Map<String, String> fields = new HashMap<>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = reader.getLocalName();
            fields.put(name, text(reader));
        }
        return new XarAttachment(fields.getOrDefault("filename", ""),
            Base64.getMimeDecoder().decode(fields.getOrDefault("content", "")));
    }

    /** Reads the text of an element, including that of nested elements, as list values have them. */
    private static String text(XMLStreamReader reader) throws XMLStreamException
    {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException
    {
        text(reader);
    }
}
