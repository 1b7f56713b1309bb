/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses the language of a text: by its function words among Latin languages, by its letters otherwise. Good enough to
 * leave to the words of the index what an encoder does not know; a text without function words is of any language.
 */
final class Language
{
    /** How much of a text is read. */
    private static final int READ = 2_000;

    /** The language of texts in letters that no language here is written in. */
    private static final String OTHER = "und";

    private static final Map<String, Set<String>> WORDS = Map.of(
        "en", words("the of and to is that it for with are this as was you how what why can do does not my when which an i"),
        "de", words("der die das und ist nicht ein eine wie ich zu mit den dem auf für was warum von wir es wird kann im"),
        "fr", words("le la les des et est une un que pour dans je comment pourquoi du pas qui sur avec ce il au nous"),
        "es", words("el los las y es una un que para en cómo como por qué del con se no su lo puedo mi al"),
        "it", words("il lo gli di e è una un che per come perché non con si del della nel mi sono posso i"),
        "pt", words("o os as e é uma um que para em como por não do da com se no na meu posso ao"),
        "nl", words("de het een en is niet hoe ik van te met voor wat waarom op dat wij er kan zijn in om"),
        "pl", words("i w z na jest nie jak to się do czy że co dlaczego dla mój są przez po"),
        "sv", words("och är att det en ett som inte hur jag på med för varför av vad kan den till"),
        "cs", words("a je se na v že jak to z do co proč pro s jsem není nebo k mám"));

    private Language()
    {
    }

    private static Set<String> words(String words)
    {
        return new HashSet<>(Arrays.asList(words.split(" ")));
    }

    /**
     * @param text plain text
     * @return the ISO 639 code of its language, {@code und} for one that is not known here; empty if the text does not tell
     */
    static Optional<String> of(String text)
    {
        String read = text.substring(0, Math.min(READ, text.length()));
        long letters = read.codePoints().filter(Character::isLetter).count();
        long latin = read.codePoints()
            .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN).count();
        if (2 * latin < letters) {
            return Optional.of(OTHER);
        }
        Map<String, Integer> counts = new HashMap<>();
        for (String word : read.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            WORDS.forEach((language, words) -> counts.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        // English among equals: "in", "is" and "no" are words of several languages.
        return most == 0 ? Optional.empty() : counts.get("en") == most ? Optional.of("en")
            : counts.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).sorted()
                .findFirst();
    }
}
