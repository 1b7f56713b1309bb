/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.io.IOException;
import java.io.StringReader;

import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.SimpleCharStream;

/**
 * The characters of one text as the scanner of xwiki/2.1 reads them, counted. The scanner reads ahead as far as any
 * token could still match and then puts back what did not: an open <code>[[</code> reads up to the end of the text, and
 * the next one does so again. All of a scanner's cost is in these reads, so a bound on them bounds its time, whatever
 * construct causes them.
 */
final class MeteredCharStream extends SimpleCharStream
{
    /** The longest link, style or start of a macro, in characters. Attributes in them are parsed once more. */
    private static final int MARKUP = 10_000;

    /** For each link in a link, or attribute in a style, one character is charged for so many of the token. */
    private static final int INNER = 16;

    private final TextLimits limits;

    MeteredCharStream(String text, TextLimits limits)
    {
        // The buffer holds the whole text: it would grow by 2,048 characters otherwise, copying itself each time.
        super(new StringReader(text), 1, 1, text.length() + 2);
        this.limits = limits;
    }

    @Override
    public char readChar() throws IOException
    {
        this.limits.read(1);
        return super.readChar();
    }

    /** Bounds what the scanner does with a token before its first event: links and attributes are parsed again. */
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
