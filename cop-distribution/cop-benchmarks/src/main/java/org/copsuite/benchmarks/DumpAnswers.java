/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The questions and answers of a dump in the order in which they were written, for the evaluation of the expert finder.
 * Rows without number or time are skipped.
 *
 * @param posts the questions and answers, oldest first
 */
record DumpAnswers(List<Post> posts)
{
    /** The part of the questions, oldest first, that only teach. */
    private static final double FIRST = 0.3;

    private static final int ANSWERS = 2;

    private static final int CANDIDATES = 10;

    private static final String POSTS = "Posts.xml";

    /**
     * Reads a dump.
     *
     * @param dump the folder of a dump
     * @return its posts
     * @throws UnusableDumpException if the folder has no readable Posts.xml
     */
    static DumpAnswers read(Path dump) throws UnusableDumpException
    {
        if (!Files.isDirectory(dump)) {
            throw new UnusableDumpException("There is no folder " + dump + ".");
        }
        if (!Files.isRegularFile(dump.resolve(POSTS))) {
            throw new UnusableDumpException("The folder " + dump + " has no " + POSTS + ".");
        }
        List<Post> posts = new ArrayList<>();
        DumpRows.read(dump.resolve(POSTS), row -> {
            Long id = row.number("Id");
            Instant created = time(row.text("CreationDate"));
            boolean isQuestion = "1".equals(row.text("PostTypeId"));
            if (id != null && created != null && (isQuestion || "2".equals(row.text("PostTypeId")))) {
                posts.add(new Post(id, isQuestion ? id : row.number("ParentId"), row.number("OwnerUserId"), created,
                    isQuestion ? row.number("AcceptedAnswerId") : null));
            }
        });
        posts.sort(Comparator.comparing(Post::created).thenComparing(Post::id));
        return new DumpAnswers(List.copyOf(posts));
    }

    private static Instant time(String text)
    {
        try {
            return text == null ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Selects the questions on which experts are measured: of the last 70 % of the questions those whose accepted
     * answerer is a candidate, among ten candidates at least. A candidate has written two answers before the question
     * and did not ask it.
     *
     * @return the questions, oldest first
     */
    List<Case> cases()
    {
        Map<Long, Long> authors = new HashMap<>();
        this.posts.stream().filter(post -> !post.isQuestion() && post.owner() != null)
            .forEach(post -> authors.put(post.id(), post.owner()));
        int first = (int) (FIRST * this.posts.stream().filter(Post::isQuestion).count());
        List<Case> cases = new ArrayList<>();
        Map<Long, Integer> answers = new HashMap<>();
        int place = 0;
        for (Post post : this.posts) {
            if (!post.isQuestion()) {
                if (post.owner() != null) {
                    answers.merge(post.owner(), 1, Integer::sum);
                }
            } else if (place++ >= first) {
                Set<Long> candidates = new HashSet<>();
                answers.forEach((person, count) -> {
                    if (count >= ANSWERS && !person.equals(post.owner())) {
                        candidates.add(person);
                    }
                });
                Long gold = post.accepted() == null ? null : authors.get(post.accepted());
                if (candidates.size() >= CANDIDATES && candidates.contains(gold)) {
                    cases.add(new Case(post, candidates, gold));
                }
            }
        }
        return cases;
    }

    /**
     * A question or an answer.
     *
     * @param id its number
     * @param question the number of its question, its own for a question; {@code null} if unknown
     * @param owner the number of its author, {@code null} if unknown
     * @param created when it was written
     * @param accepted the number of the accepted answer of a question, {@code null} if there is none
     */
    record Post(Long id, Long question, Long owner, Instant created, Long accepted)
    {
        boolean isQuestion()
        {
            return this.id.equals(this.question);
        }
    }

    /**
     * A question for which experts are searched.
     *
     * @param question the question
     * @param candidates the people to rank
     * @param gold the person whose answer is accepted
     */
    record Case(Post question, Set<Long> candidates, Long gold)
    {
    }
}
