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

    private final Map<Locale, Locale> languages = new ConcurrentHashMap<>();

    /** The messages of each translation, then those that complete it. No message is in memory twice. */
    private final Map<Locale, List<Map<String, Message>>> messages = new ConcurrentHashMap<>();

    private final Map<Locale, Map<String, Message>> translations = new ConcurrentHashMap<>();

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
        Locale language = language(locale);
        List<Map<String, Message>> all = this.messages.get(language);
        if (all == null) {
            all = this.messages.computeIfAbsent(language, this::load);
        }
        for (Map<String, Message> known : all) {
            Message message = known.get(key);
            if (message != null) {
                return message.fill(arguments);
            }
        }
        return key;
    }

    @Override
    public Locale language(Locale locale)
    {
        if (!KNOWN.contains(locale)) {
            return Locale.ROOT;
        }
        Locale language = this.languages.get(locale);
        return language == null ? this.languages.computeIfAbsent(locale, this::closest) : language;
    }

    private Locale closest(Locale locale)
    {
        return CANDIDATES.getCandidateLocales(BUNDLE, locale).stream()
            .filter(candidate -> !translation(candidate).isEmpty()).findFirst().orElse(Locale.ROOT);
    }

    private List<Map<String, Message>> load(Locale language)
    {
        return CANDIDATES.getCandidateLocales(BUNDLE, language).stream().map(this::translation)
            .filter(messages -> !messages.isEmpty()).toList();
    }

    private Map<String, Message> translation(Locale language)
    {
        return this.translations.computeIfAbsent(language, file -> {
            Locale numbers = Locale.ROOT.equals(file) ? Locale.ENGLISH : file;
            Map<String, Message> read = new HashMap<>();
            read(CANDIDATES.toBundleName(BUNDLE, file) + ".properties")
                .forEach((key, text) -> read.put(key, Message.of(text, numbers)));
            return read;
        });
    }

    /** @return the number of messages in memory */
    int size()
    {
        return this.translations.values().stream().mapToInt(Map::size).sum();
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
