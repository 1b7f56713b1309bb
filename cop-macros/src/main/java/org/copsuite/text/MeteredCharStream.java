/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.io.IOException;
import java.io.StringReader;

import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.SimpleCharStream;

/**
 * Counts the characters that the scanner of xwiki/2.1 reads. The scanner reads ahead as far as any token could match
 * and then backs up: an open <code>[[</code> reads up to the end of the text, and the next one does so again. All of a
 * scanner's cost is in these reads, so a limit on them limits its time, whatever construct causes them.
 */
final class MeteredCharStream extends SimpleCharStream
{
    /**
     * Maximum length of a link, a style or the start of a macro, in characters. Attributes in them are parsed again.
     */
    private static final int MARKUP = 10_000;

    /** For each link in a link, or attribute in a style, this fraction of the token's length is counted in addition. */
    private static final int INNER = 16;

    private final TextLimits limits;

    MeteredCharStream(String text, TextLimits limits)
    {
        // The buffer holds the whole text: otherwise it would grow by 2,048 characters and copy itself each time.
        super(new StringReader(text), 1, 1, text.length() + 2);
        this.limits = limits;
    }

    @Override
    public char readChar() throws IOException
    {
        this.limits.read(1);
        return super.readChar();
    }

    /** Limits what the scanner does with a token before its first event: links and attributes are parsed again. */
    @Override
    public String GetImage()
    {
        String image = super.GetImage();
        if (image.length() > INNER && isMarkup(image)) {
            if (image.length() > MARKUP) {
                throw new TextLimitException(TextLimitException.Reason.MARKUP);
            }
            char again = image.startsWith("[[") ? '[' : '=';
            int inner = (int) image.chars().filter(c -> c == again).count();
            this.limits.read(inner * (image.length() / INNER));
        }
        return image;
    }

    private static boolean isMarkup(String image)
    {
        return image.startsWith("[[") || image.startsWith("{{") && !image.startsWith("{{{") || image.startsWith("(%");
    }
}
