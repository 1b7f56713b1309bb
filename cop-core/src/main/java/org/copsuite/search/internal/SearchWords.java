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
 * The words of a search, tokenised like the texts of the index.
 *
 * @param clauses the clauses to search for; each counts as one word
 * @param phrases the phrases to require
 * @param unwanted the phrases to exclude
 */
record SearchWords(List<Compound> clauses, List<Phrase> phrases, List<Phrase> unwanted)
{
    /** The minimum length of a word that also matches longer words with the same start. */
    static final int PREFIX = 4;

    private static final int MOST_CLAUSES = 32;

    /** In a path, or in words joined by dashes, of more words than this, each word counts separately. */
    private static final int TOGETHER = 3;

    /** Copies the lists. */
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

    /** Splits a compound: each pair of characters and each word of a long path counts separately. */
    private static List<Compound> counted(Compound compound)
    {
        if (!compound.unspaced() && compound.bases().size() <= TOGETHER) {
            return List.of(compound.inNoPlace());
        }
        return compound.bases().stream()
            .map(base -> new Compound(0, 0, compound.unspaced(), List.of(base), List.of(), List.of())).toList();
    }

    /** @return whether there is nothing to search for */
    boolean isEmpty()
    {
        return this.clauses.isEmpty();
    }

    /** @return other spellings of the words, for searches with few hits */
    Spellings spellings()
    {
        return new Spellings(this.clauses);
    }

    /** @return all words as typed, with their parts and joined forms */
    Set<String> all()
    {
        Set<String> all = new LinkedHashSet<>();
        this.clauses.forEach(clause -> clause.all().forEach(all::add));
        return all;
    }

    /**
     * @param counts the document frequencies of {@link #all()}
     * @return all words of a query that also contains other spellings
     */
    Set<String> spelled(WordStatistics.Counts counts)
    {
        Set<String> all = all();
        all.addAll(spellings().joined());
        all.addAll(spellings().halves(counts));
        return all;
    }

    /**
     * Each hit has at least one of the rarest words, if there is one more of these than may be missing.
     *
     * @param counts the document frequencies of {@link #all()}
     * @return an upper bound of the number of hits of a query without other spellings
     */
    long most(WordStatistics.Counts counts)
    {
        return this.clauses.stream().mapToLong(clause -> most(clause, counts)).sorted()
            .limit(SearchQuery.spare(this.clauses.size()) + 1).sum();
    }

    /**
     * @param counts the document frequencies of {@link #all()}
     * @return of two words, the number of things with both if the words were independent; {@code Double.MAX_VALUE} for
     *         other searches
     */
    double expected(WordStatistics.Counts counts)
    {
        long all = counts.things();
        return this.clauses.size() != 2 || all == 0 ? Double.MAX_VALUE
            : this.clauses.stream().mapToDouble(clause -> Math.min(all, most(clause, counts))).reduce(1, (a, b) -> a * b) / all;
    }

    private static long most(Compound clause, WordStatistics.Counts counts)
    {
        boolean single = clause.bases().size() == 1 && clause.joined().isEmpty()
            && (clause.unspaced() || clause.parts().size() <= 1);
        String word = single ? clause.bases().get(0) : "";
        return single ? counts.most(word, !clause.unspaced() && isPrefix(word)) : Integer.MAX_VALUE;
    }

    /**
     * @param word a word of a clause, not a pair of characters
     * @return whether it also matches words with the same start
     */
    static boolean isPrefix(String word)
    {
        return word.codePointCount(0, word.length()) >= PREFIX;
    }

    /**
     * @param word a word
     * @return the approximate common start of its inflected forms: up to three letters shorter, with at least four
     *         letters; the word itself if it is too short
     */
    static String start(String word)
    {
        int cut = Math.max(0, Math.min(3, word.length() - PREFIX));
        int end = word.length() - cut;
        return word.substring(0, Character.isLowSurrogate(word.charAt(Math.min(end, word.length() - 1))) ? end + 1 : end);
    }

    /**
     * @param relaxed whether the query also contains other forms and spellings
     * @param counts the document frequencies
     * @return the words to mark in snippets
     */
    Marks marks(boolean relaxed, WordStatistics.Counts counts)
    {
        Set<String> words = new HashSet<>(all());
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
        return new Marks(words, starts, this.clauses.size(), new WordPrefilter(all));
    }

    /**
     * A phrase to require or to exclude.
     *
     * @param text the text as typed
     * @param together whether the words must be adjacent
     * @param compounds the words
     */
    record Phrase(String text, boolean together, List<Compound> compounds)
    {
    }

    /**
     * The words to mark in snippets.
     *
     * @param words whole words
     * @param starts the starts of words
     * @param wanted the number of clauses: a snippet with this many different words is complete
     * @param sieve selects the parts of a text that may contain one of the words
     */
    record Marks(Set<String> words, Collection<String> starts, int wanted, WordPrefilter sieve)
    {
        /** @return the searched word that the compound contains; {@code null} for none */
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
