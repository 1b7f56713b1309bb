/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;

/** Lets this process log as the embedded wiki does with {@code -Dcop.log=DEBUG}, into the memory, until it is closed. */
final class ProductLog implements AutoCloseable
{
    private static final String LEVEL = "cop.log";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final PrintStream before = System.err;

    ProductLog() throws JoranException
    {
        System.setErr(new PrintStream(this.bytes, true, StandardCharsets.UTF_8));
        System.setProperty(LEVEL, "DEBUG");
        this.context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(this.context);
        configurator.doConfigure(getClass().getResource("/logback.xml"));
    }

    /** @return what was logged so far */
    String text()
    {
        return this.bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws JoranException
    {
        System.setErr(this.before);
        System.clearProperty(LEVEL);
        this.context.reset();
        new ContextInitializer(this.context).autoConfig();
    }
}
