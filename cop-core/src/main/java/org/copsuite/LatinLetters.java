/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Transliterates the letters of European languages to a to z, as readers of those languages do. */
final class LatinLetters
{
    /** Letters that have no Unicode decomposition, each with its replacement. */
    private static final String LATIN = "\u00df ss \u00e6 ae \u00f8 o \u0142 l \u0131 i \u0153 oe \u00fe th \u00f0 d "
        + "\u0111 d \u0127 h \u014b ng \u0167 t \u0138 k \u0259 e \u0237 j \u0180 b \u0249 j \u0268 i";

    private static final String GREEK = "\u03b1 a \u03b2 v \u03b3 g \u03b4 d \u03b5 e \u03b6 z \u03b7 i \u03b8 th "
        + "\u03b9 i \u03ba k \u03bb l \u03bc m \u03bd n \u03be x \u03bf o \u03c0 p \u03c1 r \u03c3 s \u03c2 s \u03c4 t "
        + "\u03c5 y \u03c6 f \u03c7 ch \u03c8 ps \u03c9 o";

    private static final String CYRILLIC = "\u0430 a \u0431 b \u0432 v \u0433 g \u0434 d \u0435 e \u0436 zh \u0437 z "
        + "\u0438 i \u043a k \u043b l \u043c m \u043d n \u043e o \u043f p \u0440 r \u0441 s \u0442 t \u0443 u \u0444 f "
        + "\u0445 kh \u0446 ts \u0447 ch \u0448 sh \u0449 shch \u044b y \u044d e \u044e yu \u044f ya \u0456 i \u0454 ye "
        + "\u0491 g \u0458 j \u0459 lj \u045a nj \u045b c \u0452 dj \u045f dz \u0455 dz";

    private static final Map<Integer, String> LETTERS = letters();

    private LatinLetters()
    {
    }

    private static Map<Integer, String> letters()
    {
        Map<Integer, String> letters = new HashMap<>();
        for (String table : new String[] {LATIN, GREEK, CYRILLIC}) {
            String[] pairs = table.split(" ");
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                letters.put(pairs[i].codePointAt(0), pairs[i + 1]);
            }
        }
        // The hard and the soft sign are silent.
        letters.put(0x044a, "");
        letters.put(0x044c, "");
        return letters;
    }

    /**
     * @param text a text
     * @return the text in lower case, without accents, its European letters as a to z; letters of other scripts stay
     */
    static String of(String text)
    {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "");
        StringBuilder latin = new StringBuilder(plain.length());
        plain.codePoints().forEach(letter -> {
            String known = LETTERS.get(letter);
            if (known == null) {
                latin.appendCodePoint(letter);
            } else {
                latin.append(known);
            }
        });
        return latin.toString();
    }
}
