/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.signatures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a declaration, in order. */
final class Tokens
{
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\.\\.\\.|\\[\\]|[<>,(){};?&=]|[\\w.$\\-]*[\\w$\\-]|"
        + "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.[0-9a-fA-F]*)')");

    private final String line;

    private final List<String> tokens = new ArrayList<>();

    private int position;

    Tokens(String line)
    {
        this.line = line;
        Matcher matcher = TOKEN.matcher(line);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            this.tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!line.substring(end).isBlank()) {
            throw wrong();
        }
    }

    /** @return the next token without consuming it, empty at the end */
    String peek()
    {
        return this.position < this.tokens.size() ? this.tokens.get(this.position) : "";
    }

    String next()
    {
        if (this.position == this.tokens.size()) {
            throw wrong();
        }
        return this.tokens.get(this.position++);
    }

    /**
     * Consumes the next token if it is the given one.
     *
     * @return whether it was
     */
    boolean take(String token)
    {
        boolean there = peek().equals(token);
        if (there) {
            this.position++;
        }
        return there;
    }

    void expect(String token)
    {
        if (!take(token)) {
            throw wrong();
        }
    }

    /** @return an exception for a line that is not a declaration */
    IllegalArgumentException wrong()
    {
        return new IllegalArgumentException("Not a declaration [" + this.line.strip() + "]");
    }
}
