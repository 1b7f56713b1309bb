/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.copsuite.text.SemanticMarkup;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.MarkupContract;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.annotation.ComponentAnnotationLoader;
import org.xwiki.component.annotation.ComponentDeclaration;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.wiki.WikiModel;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;

/**
 * The port's contract with XWiki's own parser, macros and renderers. What the platform adds to them is stood in for:
 * addresses and the code macro; its macros that run scripts or show other pages are not there.
 */
@ComponentTest
class XWikiMarkupTest extends MarkupContract
{
    private static final PageId PAGE = SpaceId.of(new WikiId("xwiki"), "Communities", "Gardening").page("Page");

    private FakePlatform platform;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Markup markup;

    @BeforeComponent
    void platform() throws Exception
    {
        register();
        this.platform = new FakePlatform(this.components);
        this.components.registerComponent(WikiModel.class, new FakeModel());
        LocalizationManager localization = this.components.registerMockComponent(LocalizationManager.class);
        lenient().when(localization.getDefaultLocale()).thenReturn(Locale.ENGLISH);
        this.components.registerComponent(Texts.class, (Texts) (locale, key, arguments) ->
            SemanticMarkup.SPOILER_WORDS.equals(key) ? "Spoiler" : key);
    }

    /** All that is declared on the class path; of XWiki's extensions there is less here than they declare. */
    private void register() throws IOException
    {
        ComponentAnnotationLoader loader = new ComponentAnnotationLoader();
        ClassLoader classes = getClass().getClassLoader();
        List<ComponentDeclaration> declared = new ArrayList<>();
        for (URL list : Collections.list(classes.getResources(ComponentAnnotationLoader.COMPONENT_LIST))) {
            try (InputStream stream = list.openStream()) {
                declared.addAll(loader.getDeclaredComponents(stream));
            }
        }
        declared.removeIf(component -> component.getImplementationClassName().startsWith("org.xwiki.extension."));
        loader.initialize(this.components, classes, declared);
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.markup = this.components.getInstance(Markup.class);
    }

    @Override
    protected Markup markup()
    {
        return this.markup;
    }

    @Test
    void takesPaintOffOtherMacros() throws Exception
    {
        assertThat(this.components.<Macro<?>>getInstance(Macro.class, "code")).isInstanceOf(FakeCodeMacro.class);

        assertThat(this.markup.render("{{code language=\"java\"}}if (a){{/code}}", PAGE).html().value())
            .contains("if (a)").doesNotContain("style=").doesNotContain("data-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{template name=\"display.vm\"/}}", "words {{template name=\"display.vm\"/}} words",
        "{{info}}{{template name=\"display.vm\"/}}{{/info}}", "{{box title=\"~{~{template name=x~}~}\"}}y{{/box}}",
        "{{content syntax=\"xwiki/2.1\"}}{{template name=\"display.vm\"/}}{{/content}}",
        "{{footnote}}{{template name=\"display.vm\"/}}{{/footnote}}", "{{ template   name=display.vm /}}"})
    void runsNoTemplate(String text)
    {
        assertThat(this.markup.render(text, PAGE).html().value()).doesNotContain("ran:").doesNotContain("Exception");
    }

    @Test
    void leavesTemplatesToTheTextsOfTheWiki() throws Exception
    {
        this.markup.render("words", PAGE);
        XDOM text = this.components.<Parser>getInstance(Parser.class, "xwiki/2.1")
            .parse(new StringReader("{{template name=\"display.vm\"/}}"));
        this.components.<Transformation>getInstance(Transformation.class, "macro")
            .transform(text, new TransformationContext(text, Syntax.XWIKI_2_1));

        assertThat(text.getBlocks(new ClassBlockMatcher(WordBlock.class), Block.Axes.DESCENDANT)).singleElement()
            .extracting(block -> ((WordBlock) block).getWord()).isEqualTo("ran:display.vm");
    }

    @Test
    void offersTheMacroOnce() throws Exception
    {
        Macro<?> macro = this.components.getInstance(Macro.class, "template/xwiki/2.1");

        assertThat(macro).isInstanceOf(TemplateMacro.class);
        assertThat(macro.getDescriptor().getDefaultCategories()).containsExactly("Internal");
        assertThat(macro.getDescriptor().getParameterDescriptorMap()).containsOnlyKeys("name");
    }

    @Test
    void rendersInTheWikiOfThePage()
    {
        this.markup.render("words", SpaceId.of(new WikiId("other"), "Communities").home());

        assertThat(this.platform.context().getWikiId()).as("and leaves the context as it was").isEqualTo("xwiki");
    }
}
