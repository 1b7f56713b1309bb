/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The questions of a dump and the links between them, for evaluation. Rows without their mandatory numbers are skipped,
 * as the import skips them.
 *
 * @param numbers the numbers of the questions
 * @param linked by number of a question, the numbers of the other questions of the dump to which it or one of its
 *            answers links
 */
record DumpQuestions(Set<Long> numbers, Map<Long, Set<Long>> linked)
{
    private static final String POSTS = "Posts.xml";

    private static final String LINKS = "PostLinks.xml";

    /**
     * Reads the questions of a dump.
     *
     * @param dump the folder of a dump
     * @return the questions, at least one of which links to another one
     * @throws UnusableDumpException if the folder or a file is missing or cannot be read, or no question links to
     *            another
     */
    static DumpQuestions read(Path dump) throws UnusableDumpException
    {
        check(dump);
        Set<Long> numbers = new HashSet<>();
        Map<Long, Long> questionOf = new HashMap<>();
        DumpRows.read(dump.resolve(POSTS), row -> {
            Long id = row.number("Id");
            String type = row.text("PostTypeId");
            if (id != null && "1".equals(type)) {
                questionOf.put(id, id);
                numbers.add(id);
            } else if (id != null && "2".equals(type)) {
                questionOf.put(id, row.number("ParentId"));
            }
        });
        if (numbers.isEmpty()) {
            throw new UnusableDumpException("The file " + dump.resolve(POSTS) + " holds no question: it is not of a Stack Exchange dump.");
        }
        Map<Long, Set<Long>> linked = new TreeMap<>();
        DumpRows.read(dump.resolve(LINKS), row -> {
            Long from = questionOf.get(row.number("PostId"));
            Long to = questionOf.get(row.number("RelatedPostId"));
            if (("1".equals(row.text("LinkTypeId")) || "3".equals(row.text("LinkTypeId"))) && from != null && to != null
                && !from.equals(to) && numbers.contains(from) && numbers.contains(to))
            {
                linked.computeIfAbsent(from, key -> new HashSet<>()).add(to);
            }
        });
        if (linked.isEmpty()) {
            throw new UnusableDumpException("No question of " + dump + " links to another one: there is nothing to measure.");
        }
        return new DumpQuestions(numbers, linked);
    }

    private static void check(Path dump) throws UnusableDumpException
    {
        if (!Files.exists(dump)) {
            throw new UnusableDumpException("There is no folder " + dump + ".");
        }
        if (!Files.isDirectory(dump)) {
            throw new UnusableDumpException(dump + " is a file: name the folder that holds " + POSTS + " and " + LINKS + ".");
        }
        for (String file : List.of(POSTS, LINKS)) {
            if (!Files.isRegularFile(dump.resolve(file))) {
                throw new UnusableDumpException("The folder " + dump + " has no " + file
                    + ": related questions are measured on dumps that say which questions are linked.");
            }
        }
    }
}
