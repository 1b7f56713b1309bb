/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchDocument.Part;

/**
 * A text that is encoded: the title and the beginning of a thing's text, or the title and the beginning of a part. The
 * better of them says how close a thing is, as measured on StackFAQ and two dumps ({@code docs/developer/retrieval.md}).
 *
 * @param id the thing or part
 * @param text the text
 */
record EncodedText(UUID id, String text)
{
    /** The length in characters; the time to encode a text grows faster than its length. */
    static final int LENGTH = 400;

    /** The maximum number of parts of a thing that are encoded. */
    static final int PARTS = 50;

    /** How the texts are put together; increase it when that changes. */
    static final int VERSION = 1;

    /** Markup makes a text longer than what is read of it. */
    private static final int SOURCE = 10 * LENGTH;

    private static final int DIGEST = 16;

    /** @return the texts of a thing, first its own, whatever their language */
    static List<EncodedText> of(SearchDocument document)
    {
        List<EncodedText> texts = new ArrayList<>();
        texts.add(new EncodedText(document.id(), of(document.title(), document.body())));
        for (Part part : document.parts().subList(0, Math.min(PARTS, document.parts().size()))) {
            texts.add(new EncodedText(part.id(), of(document.title(), part.body())));
        }
        return texts;
    }

    /**
     * @param title plain text
     * @param body xwiki/2.1
     * @return the text to encode, of a thing as of a draft
     */
    static String of(String title, String body)
    {
        String head = IndexedText.oneLine(cut(title, LENGTH));
        String text = body.isBlank() ? head : head + ". " + IndexedText.of(cut(body, SOURCE));
        return cut(text, LENGTH);
    }

    private static String cut(String text, int length)
    {
        return text.substring(0, Math.min(length, text.length()));
    }

    String digest()
    {
        try {
            return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8)), 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
