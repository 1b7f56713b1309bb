/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.CopException.Message;

/**
 * Checks the fields of a form, so that all that is wrong with it is said at once. The keys of the sentences are those of
 * a field ({@code cop.question.error.title}) with {@code .blank}, {@code .short} or {@code .long} behind; {0} is the limit
 * and {1} what was given.
 */
public final class FormCheck
{
    /** As much of what was typed is told back. */
    private static final int TOLD = 60;

    private final Map<String, Message> wrong = new LinkedHashMap<>();

    /**
     * @param field the form field
     * @param typed what was typed
     * @param minimum how many characters at least; 0 where it may be empty
     * @param maximum how many characters at most
     * @param key the key of the field's sentences
     * @return the line as it is kept
     */
    public String line(String field, String typed, int minimum, int maximum, String key)
    {
        return length(field, PlainText.line(typed), minimum, maximum, key);
    }

    /**
     * @param field the form field
     * @param typed what was typed
     * @param minimum how many characters at least; 0 where it may be empty
     * @param maximum how many characters at most
     * @param key the key of the field's sentences
     * @return the text as it is kept
     */
    public String text(String field, String typed, int minimum, int maximum, String key)
    {
        return length(field, PlainText.block(typed), minimum, maximum, key);
    }

    /**
     * @param field the form field
     * @param typed tags as they were typed, {@code null} for none
     * @param maximum how many tags at most
     * @param key the key of the field's sentences, which are {@code .many} ({0} is the limit) and {@code .form} ({0} is what
     *            can be no tag, {1} how long one may be)
     * @return the tags in their form
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
     * Says that a field is wrong, unless something else is wrong with it already.
     *
     * @param field the form field
     * @param key the key of the sentence
     * @param arguments what stands in it
     */
    public void refuse(String field, String key, Object... arguments)
    {
        this.wrong.putIfAbsent(field, new Message(key, arguments));
    }

    /**
     * Ends the check.
     *
     * @throws CopException INVALID, with all that is wrong, if something is
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
