/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XWiki's notifications and mails print of the suite's events, whatever members write. */
class NoticeTemplatesTest
{
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    private static VelocityEngine engine;

    private static final Properties MESSAGES = new Properties();

    @BeforeAll
    static void start() throws IOException
    {
        Properties properties = new Properties();
        properties.setProperty("resource.loaders", "file");
        properties.setProperty("resource.loader.file.path", TEMPLATES + "," + Path.of("src", "test", "resources",
            "templates"));
        engine = new VelocityEngine();
        engine.init(properties);
        for (URL url : Collections.list(NoticeTemplatesTest.class.getClassLoader()
            .getResources("ApplicationResources.properties"))) {
            try (InputStream stream = url.openStream()) {
                MESSAGES.load(stream);
            }
        }
    }

    /** As XWiki's {@code #template}, whose macros remain and which ends a line of its own. */
    private static final String TEMPLATE = "#macro(template $name)\n#parse($name)\n#end";

    /** What XWiki's script services give. */
    public static final class Platform
    {
        private final String name;

        Platform(String name)
        {
            this.name = name;
        }

        public String getPlainUserName(Object user)
        {
            return this.name;
        }

        public String getURL(Object document)
        {
            return "https://wiki.example.org/view/" + document + "?a=b&c=d";
        }

        public String getURL(Object document, String action, String query)
        {
            return getURL(document) + '&' + query;
        }

        public Platform getLocalization()
        {
            return this;
        }

        public Platform getDate()
        {
            return this;
        }

        public String displayTimeAgo(Object date)
        {
            return "just now";
        }

        public String render(String key, List<?> arguments)
        {
            return new MessageFormat(MESSAGES.getProperty(key), Locale.ENGLISH).format(arguments.toArray());
        }

        public String render(String key)
        {
            return MESSAGES.getProperty(key);
        }

        public String xml(Object text)
        {
            return text == null ? null : text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&apos;").replace("{", "&#123;");
        }
    }

    static List<String> types()
    {
        return ContributedComponents.of(NoticeType.class).stream().map(type -> CopEvent.type(type.name())).toList();
    }

    private static String print(String template, String name, String title, String anchor)
    {
        VelocityContext context = new VelocityContext();
        Platform platform = new Platform(name);
        context.put("xwiki", platform);
        context.put("services", platform);
        context.put("escapetool", platform);
        Map<String, Object> event = Map.of("user", "xwiki:XWiki.bert", "document", "Why", "documentTitle", title,
            "parameters", Map.of("anchor", anchor));
        context.put("copsuiteUnsubscribe", "https://wiki.example.org/copsuite/xwiki/notices/unsubscribing/a\"<b");
        context.put("event", Map.of("events", List.of(event, event), "dates", List.of("now"), "type", "copsuite.answer"));
        StringWriter printed = new StringWriter();
        engine.evaluate(context, printed, template, TEMPLATE + "#parse('notification/" + template + "')");
        return printed.toString();
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysWhatHappened(String type)
    {
        String words = new MessageFormat(MESSAGES.getProperty("cop.notice.letter." + type.substring(9)))
            .format(new Object[] {"Bert", "Why?"});
        assertThat(print(type + ".vm", "Bert", "Why?", "")).contains(">" + words + "</a>").contains("just now");
        assertThat(print("email/" + type + ".html.vm", "Bert", "Why?", "cop-post-1")).contains(
            "<a href=\"https://wiki.example.org/view/Why?a=b&amp;c=d&amp;cop-show=1#cop-post-1\">" + words + "</a>");
        assertThat(print("email/" + type + ".plain.vm", "Bert", "Why?", "cop-post-1")).contains(
            words + "\nhttps://wiki.example.org/view/Why?a=b&c=d&cop-show=1#cop-post-1");
        assertThat(print("email/" + type + ".html.vm", "Bert", "Why?", "")).contains("<a href=\"https://wiki.example.org/"
            + "copsuite/xwiki/notices/unsubscribing/a&quot;&lt;b\">Get no more of these mails</a>");
        assertThat(print("email/" + type + ".plain.vm", "Bert", "Why?", "")).contains("Get no more of these mails\n"
            + "https://wiki.example.org/copsuite/xwiki/notices/unsubscribing/a\"<b");
        assertThat(print("email/" + type + ".subject.vm", "Bert", "Why?", "")).isEqualTo(words);
    }

    @Test
    void saysThanksForNothingInParticular()
    {
        assertThat(print("email/copsuite.thanks.subject.vm", "Bert", "", "")).isEqualTo("Bert thanked you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{/html}}{{groovy}}x{{/groovy}}",
        "$xwiki.getURL(\"x\") ${services} #set($x = 1) #foreach", "\u202eright to left\u0000\u0007",
        "a\r\nBcc: everybody@example.org\r\n\r\nbody\u2028next", "{0} '{1}'"})
    void printsWhateverMembersWrite(String hostile)
    {
        for (String type : types()) {
            for (String html : List.of(type + ".vm", "email/" + type + ".html.vm")) {
                String printed = print(html, hostile, hostile, "cop-post-1");
                assertThat(printed).as(html).doesNotContain("<script", "<img", "onerror=alert(1)>\"", "{{", "\u202e");
                assertThat(elements(printed)).as(html).isEqualTo(elements(print(html, "plain", "plain", "cop-post-1")));
            }
            String subject = print("email/" + type + ".subject.vm", hostile, hostile, "");
            assertThat(subject).doesNotContain("\r", "\n", "\u0000", "\u202e").isNotBlank();
            assertThat(print("email/" + type + ".plain.vm", hostile, hostile, "").lines().filter(line -> line.startsWith("Bcc")))
                .isEmpty();
        }
    }

    private static long elements(String html)
    {
        return html.chars().filter(c -> c == '<').count();
    }

    @Test
    void hasEveryTemplateOfEveryKindAndNoOther() throws IOException
    {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> expected = Stream.concat(Stream.of("notification/copsuite-macros.vm"),
                types().stream().flatMap(type -> Stream.of("notification/" + type + ".vm",
                    "notification/email/" + type + ".html.vm", "notification/email/" + type + ".plain.vm",
                    "notification/email/" + type + ".subject.vm"))).toList();
            assertThat(files.filter(Files::isRegularFile).map(file -> TEMPLATES.relativize(file).toString()))
                .containsExactlyInAnyOrderElementsOf(expected);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
