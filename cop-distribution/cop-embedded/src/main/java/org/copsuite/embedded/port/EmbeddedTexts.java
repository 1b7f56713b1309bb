/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.inject.Singleton;

import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/**
 * Resolves messages from all {@code ApplicationResources} files on the class path, merged as in XWiki: a message with
 * an argument is a {@link MessageFormat}, any other message is used literally.
 */
@Component
@Singleton
public class EmbeddedTexts implements Texts
{
    private static final String BUNDLE = "ApplicationResources";

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    private static final ResourceBundle.Control CANDIDATES =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** A bounded set, because locales come from requests. */
    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private final Map<Locale, Map<String, Message>> messages = new ConcurrentHashMap<>();

    /**
     * A message.
     *
     * @param text the text in the file
     * @param format the parsed text if it has arguments, else {@code null}
     */
    private record Message(String text, MessageFormat format)
    {
        static Message of(String text, Locale locale)
        {
            return new Message(text, ARGUMENT.matcher(text).find() ? new MessageFormat(text, locale) : null);
        }

        String fill(Object... arguments)
        {
            if (this.format == null) {
                return this.text;
            }
            // MessageFormat is not thread-safe; parsing a copy costs far more than waiting.
            synchronized (this.format) {
                return this.format.format(arguments);
            }
        }
    }

    @Override
    public String text(Locale locale, String key, Object... arguments)
    {
        Locale language = KNOWN.contains(locale) ? locale : Locale.ROOT;
        Map<String, Message> known = this.messages.get(language);
        if (known == null) {
            known = this.messages.computeIfAbsent(language, EmbeddedTexts::load);
        }
        Message message = known.get(key);
        return message == null ? key : message.fill(arguments);
    }

    private static Map<String, Message> load(Locale locale)
    {
        List<Locale> candidates = CANDIDATES.getCandidateLocales(BUNDLE, locale);
        Map<String, Message> merged = new HashMap<>();
        for (int i = candidates.size() - 1; i >= 0; i--) {
            read(CANDIDATES.toBundleName(BUNDLE, candidates.get(i)) + ".properties")
                .forEach((key, text) -> merged.put(key, Message.of(text, locale)));
        }
        return merged;
    }

    private static Map<String, String> read(String resource)
    {
        Map<String, String> read = new HashMap<>();
        try {
            for (URL url : Collections.list(EmbeddedTexts.class.getClassLoader().getResources(resource))) {
                try (InputStream stream = url.openStream()) {
                    Properties properties = new Properties();
                    properties.load(stream);
                    properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the messages [" + resource + "].", e);
        }
        return read;
    }
}
