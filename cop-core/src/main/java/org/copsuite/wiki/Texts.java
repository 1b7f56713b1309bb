/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Locale;

import org.xwiki.component.annotation.Role;

/** Translated messages. */
@Role
public interface Texts
{
    /**
     * @param locale the language; a missing translation falls back to English
     * @param key the key, for example {@code cop.question.ask.title}
     * @param arguments the values of {@code {0}}, {@code {1}} ... ({@link java.text.MessageFormat})
     * @return the plain text (not HTML), or the key itself if there is no such message
     */
    String text(Locale locale, String key, Object... arguments);

    /**
     * @param locale a language, which may come from a request
     * @return a language in which all messages are the same, one of few: the key of a cache of what contains messages
     */
    default Locale language(Locale locale)
    {
        return locale;
    }
}
