/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.io.IOException;
import java.io.Reader;

import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.io.IOUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.internal.parser.wikimodel.XWikiGeneratorListener;
import org.xwiki.rendering.internal.parser.xwiki21.XWiki21Parser;
import org.xwiki.rendering.listener.Listener;
import org.xwiki.rendering.util.IdGenerator;
import org.xwiki.rendering.wikimodel.IWemListener;
import org.xwiki.rendering.wikimodel.IWikiParser;
import org.xwiki.rendering.wikimodel.WikiParserException;
import org.xwiki.rendering.wikimodel.impl.WikiScannerContext;
import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.ParseException;
import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.TokenMgrError;
import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.XWikiScanner;
import org.xwiki.rendering.wikimodel.internal.xwiki.xwiki21.javacc.XWikiScannerTokenManager;

/**
 * XWiki's parser of xwiki/2.1 on a {@link MeteredCharStream}: the same grammar and the same events, within the limits
 * of the text that the current thread renders. It parses link labels too, so these count as well.
 */
@Component(roles = BoundedWikiParser.class)
@Named(BoundedWikiParser.HINT)
@Singleton
public class BoundedWikiParser extends XWiki21Parser
{
    /** The hint of XWiki's own parser, by which XWiki finds listeners of parsers. */
    static final String HINT = "xwiki/2.1";

    @Override
    public IWikiParser createWikiModelParser()
    {
        return BoundedWikiParser::scan;
    }

    @Override
    public XWikiGeneratorListener createXWikiGeneratorListener(Listener listener, IdGenerator ids)
    {
        return new CountingGenerator(getLinkLabelParser(), listener, getLinkReferenceParser(),
            getImageReferenceParser(), this.plainRendererFactory, ids, getSyntax(), TextLimits.current());
    }

    private static void scan(Reader reader, IWemListener listener) throws WikiParserException
    {
        try {
            MeteredCharStream characters = new MeteredCharStream(IOUtils.toString(reader), TextLimits.current());
            new XWikiScanner(new XWikiScannerTokenManager(characters)).parse(new WikiScannerContext(listener));
        } catch (ParseException | IOException e) {
            throw new WikiParserException(e);
        } catch (TokenMgrError e) {
            // An escape character at the end of unclosed verbatim text: an Error, which would end the request.
            throw new WikiParserException(new ParseException(e.getMessage()));
        }
    }
}
