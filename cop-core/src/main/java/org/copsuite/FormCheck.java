/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.CopException.Message;

/**
 * Validates the fields of a form and collects all errors. The keys of the messages are the key of a field
 * ({@code cop.question.error.title}) followed by {@code .blank}, {@code .short} or {@code .long}; {0} is the limit and
 * {1} the actual value.
 */
public final class FormCheck
{
    /** Maximum length of the longest text that a form takes, in characters. */
    public static final int TEXT_MAXIMUM = 60_000;

    /** Maximum size of a file that a form takes, in bytes. */
    public static final int FILE_MAXIMUM = 10 * 1024 * 1024;

    /** Maximum length of typed text that a message repeats. */
    private static final int TOLD = 60;

    private final Map<String, Message> wrong = new LinkedHashMap<>();

    /**
     * @param field the form field
     * @param typed the typed text
     * @param minimum the minimum length in characters; 0 if it may be empty
     * @param maximum the maximum length in characters
     * @param key the key of the field's messages
     * @return the normalised line
     */
    public String line(String field, String typed, int minimum, int maximum, String key)
    {
        return length(field, PlainText.line(typed), minimum, maximum, key);
    }

    /**
     * @param field the form field
     * @param typed the typed text
     * @param minimum the minimum length in characters; 0 if it may be empty
     * @param maximum the maximum length in characters
     * @param key the key of the field's messages
     * @return the normalised text
     */
    public String text(String field, String typed, int minimum, int maximum, String key)
    {
        return length(field, PlainText.block(typed), minimum, maximum, key);
    }

    /**
     * @param field the form field
     * @param typed the typed tags, {@code null} for none
     * @param maximum the maximum number of tags
     * @param key the key of the field's messages: {@code .many} ({0} is the limit) and {@code .form} ({0} is the
     *            invalid tag, {1} the maximum length)
     * @return the normalised tags
     */
    public List<String> tags(String field, List<String> typed, int maximum, String key)
    {
        List<String> all = typed == null ? List.of() : typed;
        List<String> tags = Tags.normalise(all);
        if (tags.size() > maximum) {
            refuse(field, key + ".many", maximum);
        }
        all.stream().map(PlainText::line).filter(tag -> !tag.isEmpty() && Tags.normalise(tag).isEmpty()).findFirst()
            .ifPresent(tag -> refuse(field, key + ".form", PlainText.cut(tag, TOLD), Tags.LENGTH));
        return tags;
    }

    /**
     * Adds an error to a field, unless it has one.
     *
     * @param field the form field
     * @param key the key of the message
     * @param arguments the arguments of the message
     */
    public void refuse(String field, String key, Object... arguments)
    {
        this.wrong.putIfAbsent(field, new Message(key, arguments));
    }

    /**
     * Ends the validation.
     *
     * @throws CopException INVALID with all errors, if there are some
     */
    public void end() throws CopException
    {
        if (!this.wrong.isEmpty()) {
            throw CopException.invalid(this.wrong);
        }
    }

    private String length(String field, String text, int minimum, int maximum, String key)
    {
        int length = text.codePointCount(0, text.length());
        if (minimum > 0 && text.isBlank()) {
            refuse(field, key + ".blank");
        } else if (length < minimum) {
            refuse(field, key + ".short", minimum, length);
        } else if (length > maximum) {
            refuse(field, key + ".long", maximum, length);
        }
        return text;
    }
}
