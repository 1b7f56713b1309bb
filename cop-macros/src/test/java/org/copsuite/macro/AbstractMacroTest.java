/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.mockito.Mockito.when;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;

import org.copsuite.macro.fragment.FragmentFixture;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.wiki.Requests;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Wiki text with macros, as a reader sees it; what stands behind them is made up. What is logged must be told. */
public abstract class AbstractMacroTest
{
    /** The names of all macros of the suite, without {@code cop-}. */
    protected static final List<String> MACROS = FragmentFixture.macros();

    @RegisterExtension
    protected final LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    @InjectComponentManager
    protected MockitoComponentManager components;

    @BeforeEach
    void register() throws Exception
    {
        new FragmentFixture(this.components, "plain").register(Samples.READER);
    }

    /** What the page of a wiki text shows. */
    protected Document show(String text) throws Exception
    {
        XDOM page = this.components.<Parser>getInstance(Parser.class, "xwiki/2.1").parse(new StringReader(text));
        this.components.<Transformation>getInstance(Transformation.class, "macro").transform(page,
            new TransformationContext(page, Syntax.XWIKI_2_1));
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        this.components.<BlockRenderer>getInstance(BlockRenderer.class, "html/5.0").render(page, printer);
        return Jsoup.parseBodyFragment(printer.toString());
    }

    /** The reader's choice in the address. */
    protected void ask(String name, String value) throws Exception
    {
        Requests requests = this.components.getInstance(Requests.class);
        when(requests.parameter("cop-" + name)).thenReturn(Optional.of(value));
    }

    protected <T> T get(Class<T> role) throws Exception
    {
        return this.components.getInstance(role);
    }
}
