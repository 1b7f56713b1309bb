/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.copsuite.search.internal.QueryText.Part;
import org.copsuite.search.internal.Tokenizer.Compound;

/**
 * The words of a search, cut as the texts of the index are.
 *
 * @param clauses what to look for: each counts as one word
 * @param phrases what must stand together
 * @param unwanted what must not be there
 */
record SearchWords(List<Compound> clauses, List<Phrase> phrases, List<Phrase> unwanted)
{
    /** Longer words that are found by how they start. */
    static final int PREFIX = 4;

    private static final int MOST_CLAUSES = 32;

    /** Of a longer path or list of words with dashes between, each word counts for itself. */
    private static final int TOGETHER = 3;

    /** Copies. */
    SearchWords
    {
        clauses = List.copyOf(clauses);
        phrases = List.copyOf(phrases);
        unwanted = List.copyOf(unwanted);
    }

    static SearchWords of(QueryText text)
    {
        List<Compound> clauses = new ArrayList<>();
        List<Phrase> phrases = new ArrayList<>();
        for (Part part : text.wanted()) {
            List<Compound> compounds = Tokenizer.of(part.text());
            compounds.forEach(compound -> clauses.addAll(counted(compound)));
            if (part.phrase()) {
                phrases.add(new Phrase(part.text(), true, compounds));
            }
        }
        List<Phrase> unwanted =
            text.unwanted().stream().map(part -> new Phrase(part.text(), part.phrase(), Tokenizer.of(part.text())))
                .filter(phrase -> !phrase.compounds().isEmpty()).toList();
        return new SearchWords(clauses.stream().distinct().limit(MOST_CLAUSES).toList(), phrases, unwanted);
    }

    /** Pairs of characters, and the words of a long path, count each for itself. */
    private static List<Compound> counted(Compound compound)
    {
        if (!compound.unspaced() && compound.bases().size() <= TOGETHER) {
            return List.of(compound.inNoPlace());
        }
        return compound.bases().stream()
            .map(base -> new Compound(0, 0, compound.unspaced(), List.of(base), List.of(), List.of())).toList();
    }

    /** @return whether there is nothing to look for */
    boolean isEmpty()
    {
        return this.clauses.isEmpty();
    }

    /** @return what stands for the words where few texts have them */
    Spellings spellings()
    {
        return new Spellings(this.clauses);
    }

    /**
     * @param relaxed whether other spellings are looked for too
     * @return every word that the query weighs
     */
    Set<String> all(boolean relaxed)
    {
        Set<String> all = new LinkedHashSet<>();
        this.clauses.forEach(clause -> clause.all().forEach(all::add));
        if (relaxed) {
            all.addAll(spellings().candidates());
        }
        return all;
    }

    /**
     * @param word a word of a clause that is no pair of characters
     * @return whether it also finds words that start so
     */
    static boolean isPrefix(String word)
    {
        return word.codePointCount(0, word.length()) >= PREFIX;
    }

    /**
     * @param word a word
     * @return how it starts in its other forms, more or less: up to three letters less, four at least; itself where it is
     *         too short
     */
    static String start(String word)
    {
        int cut = Math.max(0, Math.min(3, word.length() - PREFIX));
        int end = word.length() - cut;
        return word.substring(0, Character.isLowSurrogate(word.charAt(Math.min(end, word.length() - 1))) ? end + 1 : end);
    }

    /**
     * @param relaxed whether other forms and spellings of the words were looked for too
     * @param counts how common they are
     * @return what to mark in snippets
     */
    Marks marks(boolean relaxed, WordStatistics.Counts counts)
    {
        Set<String> words = new HashSet<>(all(false));
        if (relaxed) {
            Spellings spellings = spellings();
            for (int i = 0; i < this.clauses.size(); i++) {
                words.addAll(spellings.inOne(i));
                spellings.inTwo(i, counts).forEach(words::addAll);
            }
        }
        Set<String> starts = new LinkedHashSet<>();
        this.clauses.stream().filter(clause -> !clause.unspaced()).flatMap(clause -> clause.bases().stream())
            .filter(SearchWords::isPrefix).forEach(word -> starts.add(relaxed ? start(word) : word));
        Set<String> all = new HashSet<>(words);
        all.addAll(starts);
        return new Marks(words, starts, this.clauses.size(), new Sieve(all));
    }

    /**
     * Words that must, or must not, be there.
     *
     * @param text as it was typed
     * @param together whether they must stand together
     * @param compounds the words
     */
    record Phrase(String text, boolean together, List<Compound> compounds)
    {
    }

    /**
     * What to mark in snippets.
     *
     * @param words whole words
     * @param starts how words start
     * @param wanted of so many different words, a snippet shows all that were looked for
     * @param sieve what of a text may hold one of them
     */
    record Marks(Set<String> words, Collection<String> starts, int wanted, Sieve sieve)
    {
        /** @return the word looked for that the compound holds, {@code null} for none */
        String of(Compound compound)
        {
            String word = marked(compound.bases());
            if (word == null) {
                word = marked(compound.joined());
            }
            return word == null ? marked(compound.parts()) : word;
        }

        private String marked(List<String> words)
        {
            for (String word : words) {
                if (isMarked(word)) {
                    return word;
                }
            }
            return null;
        }

        boolean isMarked(String word)
        {
            if (this.words.contains(word)) {
                return true;
            }
            for (String start : this.starts) {
                if (word.startsWith(start)) {
                    return true;
                }
            }
            return false;
        }
    }
}
