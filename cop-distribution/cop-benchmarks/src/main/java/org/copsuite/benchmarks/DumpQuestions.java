/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The questions of a dump and which of them belong together, for evaluation.
 *
 * @param numbers the numbers of the questions
 * @param linked by number, the other questions of the dump to which a question or one of its answers links
 */
record DumpQuestions(Set<Long> numbers, Map<Long, Set<Long>> linked)
{
    /** @throws IllegalArgumentException with a sentence, where a file is missing */
    static DumpQuestions read(Path dump) throws IOException, XMLStreamException
    {
        for (String file : List.of("Posts.xml", "PostLinks.xml")) {
            if (!Files.isReadable(dump.resolve(file))) {
                throw new IllegalArgumentException("The folder " + dump + " has no " + file
                    + ": related questions are measured on dumps that say which questions are linked.");
            }
        }
        Set<Long> numbers = new HashSet<>();
        Map<Long, Long> questionOf = new HashMap<>();
        rows(dump.resolve("Posts.xml"), row -> {
            long id = Long.parseLong(row.apply("Id"));
            if ("1".equals(row.apply("PostTypeId"))) {
                questionOf.put(id, id);
                numbers.add(id);
            } else if ("2".equals(row.apply("PostTypeId"))) {
                questionOf.put(id, Long.valueOf(row.apply("ParentId")));
            }
        });
        Map<Long, Set<Long>> linked = new TreeMap<>();
        rows(dump.resolve("PostLinks.xml"), row -> {
            Long from = questionOf.get(Long.valueOf(row.apply("PostId")));
            Long to = questionOf.get(Long.valueOf(row.apply("RelatedPostId")));
            if (Set.of("1", "3").contains(row.apply("LinkTypeId")) && from != null && to != null && !from.equals(to)
                && numbers.contains(from) && numbers.contains(to))
            {
                linked.computeIfAbsent(from, key -> new HashSet<>()).add(to);
            }
        });
        return new DumpQuestions(numbers, linked);
    }

    private static void rows(Path file, Consumer<UnaryOperator<String>> taker) throws IOException, XMLStreamException
    {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT && "row".equals(reader.getLocalName())) {
                    taker.accept(name -> reader.getAttributeValue(null, name));
                }
            }
        }
    }
}
