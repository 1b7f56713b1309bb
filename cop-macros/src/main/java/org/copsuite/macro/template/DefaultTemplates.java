/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.io.output.StringBuilderWriter;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.util.DuckType;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;

/** Prints templates with a private Velocity engine, which the scripts of page authors cannot reach. */
@Component
@Singleton
public class DefaultTemplates implements Templates, Initializable, Disposable
{
    private static final String LIBRARIES = "/org/copsuite/templates/libraries.txt";

    private static final int SIZE = 4096;

    private final VelocityEngine engine = new VelocityEngine();

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Links> links;

    @Override
    public void initialize()
    {
        Properties properties = new Properties();
        properties.setProperty("resource.loaders", "class");
        properties.setProperty("resource.loader.class.class", TemplateLoader.class.getName());
        properties.setProperty("resource.loader.class.cache", "true");
        properties.setProperty("resource.loader.class.modification_check_interval", "0");
        properties.setProperty("resource.default_encoding", "UTF-8");
        properties.setProperty("resource.manager.cache.default_size", "0");
        properties.setProperty("runtime.strict_mode.enable", "true");
        properties.setProperty("velocimacro.library.path", libraries());
        properties.setProperty("velocimacro.arguments.strict", "true");
        properties.setProperty("introspector.uberspect.class", RecordUberspect.class.getName());
        properties.setProperty("event_handler.reference_insertion.class", EscapingHandler.class.getName());
        properties.setProperty("directive.foreach.max_loops", "100000");
        // Velocity loads the classes named above through the context class loader of the thread. A thread older than
        // this extension may still hold the class loader of an uninstalled version.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(DefaultTemplates.class.getClassLoader());
        try {
            this.engine.init(properties);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Html render(String name, Map<String, ?> values)
    {
        try {
            return merge(this.engine.getTemplate(name), context(values));
        } catch (VelocityException e) {
            throw failure(name, e);
        }
    }

    @Override
    public List<Html> renderEach(String name, Map<String, ?> values, String each, Collection<?> items)
    {
        try {
            Template template = this.engine.getTemplate(name);
            VelocityContext context = context(values);
            List<Html> printed = new ArrayList<>();
            for (Object item : items) {
                context.put(each, item);
                printed.add(merge(template, context));
            }
            return printed;
        } catch (VelocityException e) {
            throw failure(name, e);
        }
    }

    private VelocityContext context(Map<String, ?> values)
    {
        VelocityContext context = new VelocityContext();
        People accounts = this.people.get();
        UserId reader = accounts.current();
        context.put("text", new TextTool(this.texts.get(), this.requests.get().locale(),
            accounts.find(reader).map(Person::zone).orElse(ZoneOffset.UTC), reader == null || reader.isGuest()));
        context.put("links", this.links.get());
        values.forEach(context::put);
        return context;
    }

    private static Html merge(Template template, VelocityContext context)
    {
        // Unlike a StringWriter, it does not lock.
        Writer html = new StringBuilderWriter(SIZE);
        template.merge(context, html);
        return new Html(html.toString());
    }

    private static IllegalStateException failure(String name, VelocityException cause)
    {
        return new IllegalStateException("Failed to print the template [" + name + "]: " + cause.getMessage(), cause);
    }

    /** Returns the names of the libraries, whose macros all templates use, as the build joins them from the capabilities. */
    private static String libraries()
    {
        try (InputStream stream = DefaultTemplates.class.getResourceAsStream(LIBRARIES)) {
            return String.join(",", new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Clears the cache that Velocity keeps per process of the classes tested in conditions. It would hold this
     * extension's classes for ever.
     */
    @Override
    public void dispose()
    {
        DuckType.clearCache();
    }
}
