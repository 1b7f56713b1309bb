/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.copsuite.PlainText;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.Links;

/** Writes questions as an Atom feed (RFC 4287): titles and summaries as plain text, and of people only their names. */
final class AtomFeed
{
    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private final Links links;

    /** @param links creates URLs */
    AtomFeed(Links links)
    {
        this.links = links;
    }

    /**
     * @param title the feed's title
     * @param self identifies the feed
     * @param url the URL of the feed, with scheme and host
     * @param questions its entries
     * @return the document
     */
    String write(String title, String self, String url, List<QuestionSummary> questions)
    {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "title", title);
            element(xml, "id", "urn:uuid:" + UUID.nameUUIDFromBytes(self.getBytes(StandardCharsets.UTF_8)));
            xml.writeEmptyElement("link");
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("href", url);
            element(xml, "updated", questions.stream().map(QuestionSummary::active).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH).toString());
            for (QuestionSummary question : questions) {
                entry(xml, question);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, QuestionSummary question) throws XMLStreamException
    {
        xml.writeStartElement("entry");
        element(xml, "title", question.title());
        element(xml, "id", "urn:uuid:" + question.id());
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", this.links.absolute(this.links.view(question.page())));
        element(xml, "published", question.created().toString());
        element(xml, "updated", question.active().toString());
        xml.writeStartElement("author");
        element(xml, "name", question.author().name());
        xml.writeEndElement();
        for (String tag : question.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag);
        }
        // Keeps the characters that isolate code, which the suite itself writes.
        write(xml, "summary", PlainText.block(question.summary()));
        xml.writeEndElement();
    }

    /** Omits control characters, which XML cannot hold: not every text came through the suite's forms. */
    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException
    {
        write(xml, name, PlainText.line(text));
    }

    private static void write(XMLStreamWriter xml, String name, String text) throws XMLStreamException
    {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll("[\\uFFFE\\uFFFF]", ""));
        xml.writeEndElement();
    }
}
