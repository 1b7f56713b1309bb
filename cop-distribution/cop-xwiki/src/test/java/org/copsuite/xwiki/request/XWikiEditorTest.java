/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.Map;

import org.copsuite.wiki.Editor;
import org.copsuite.wiki.EditorContract;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.FakePlatform;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.edit.EditorDescriptor;
import org.xwiki.edit.EditorManager;
import org.xwiki.rendering.syntax.SyntaxContent;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.wysiwyg.converter.HTMLConverter;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.web.XWikiRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** The editor that the wiki or the person prefers, and a text area where it cannot be shown. */
@ComponentTest
@ComponentList({XWikiEditor.class, WikiContext.class})
class XWikiEditorTest extends EditorContract
{
    private static final Editor.Field FIELD =
        new Editor.Field("body-1", "body", "**bold**", 8, 100, null, true, "help-1");

    private FakePlatform platform;

    private EditorManager editors;

    private HTMLConverter converter;

    @InjectComponentManager
    private MockitoComponentManager components;

    private Editor editor;

    @BeforeComponent
    void platform() throws Exception
    {
        this.platform = new FakePlatform(this.components);
        this.editors = this.components.registerMockComponent(EditorManager.class);
        this.converter = this.components.registerMockComponent(HTMLConverter.class);
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.editor = this.components.getInstance(Editor.class);
    }

    @Override
    protected Editor editor()
    {
        return this.editor;
    }

    @SuppressWarnings("unchecked")
    private org.xwiki.edit.Editor<SyntaxContent> prefer(String category)
    {
        this.platform.context().setRequest(mock(XWikiRequest.class));
        this.platform.context().setAction("view");
        this.platform.context().setDoc(new XWikiDocument(Names.reference(SpaceId.of(new WikiId("xwiki"),
            "Main").home())));
        org.xwiki.edit.Editor<SyntaxContent> preferred = mock(org.xwiki.edit.Editor.class);
        EditorDescriptor descriptor = mock(EditorDescriptor.class);
        when(descriptor.getCategory()).thenReturn(category);
        when(preferred.getDescriptor()).thenReturn(descriptor);
        when(this.editors.<SyntaxContent>getDefaultEditor(SyntaxContent.class)).thenReturn(preferred);
        return preferred;
    }

    @Test
    void showsTheVisualEditorToWhoPrefersIt() throws Exception
    {
        org.xwiki.edit.Editor<SyntaxContent> visual = prefer("wysiwyg");
        when(visual.render(any(), argThat(parameters -> "body".equals(parameters.get("name"))
            && Boolean.TRUE.equals(parameters.get("restricted"))))).thenReturn("<textarea class=\"ckeditor\"></textarea>");

        assertThat(this.editor.field(FIELD).value()).contains("ckeditor");
    }

    @Test
    void showsATextAreaToWhoPrefersText()
    {
        prefer("text");

        assertThat(this.editor.field(FIELD).value()).startsWith("<textarea class=\"cop-editor\"").contains("required");
    }

    @Test
    void showsTheVisualEditorInAFragmentAsOnThePageOfItsText() throws Exception
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Questions").home();
        org.xwiki.edit.Editor<SyntaxContent> visual = prefer("wysiwyg");
        this.platform.context().setDoc(null);
        when(visual.render(any(), argThat(parameters -> Names.reference(page)
            .equals(parameters.get("sourceDocumentReference"))))).thenAnswer(invocation -> "<textarea name=\""
                + Names.page(this.platform.context().getDoc().getDocumentReference()) + "\">");

        assertThat(this.editor.field(new Editor.Field("body-1", "body", "", 8, 100, page, true, null)).value())
            .contains("name=\"" + page + "\"");
        assertThat(this.platform.context().getDoc()).isNull();
    }

    @Test
    void showsATextAreaInAPageThatIsEdited() throws Exception
    {
        prefer("wysiwyg");
        this.platform.context().setAction("edit");

        assertThat(this.editor.field(FIELD).value()).startsWith("<textarea class=\"cop-editor\"");
    }

    @Test
    void showsATextAreaInATextThatAnEditorShows() throws Exception
    {
        when(prefer("wysiwyg").render(any(), any())).thenAnswer(invocation -> this.editor.field(FIELD).value());

        assertThat(this.editor.field(FIELD).value()).contains("class=\"cop-editor\"");
    }

    @Test
    void leavesTheUploadOfFilesToTheSuite() throws Exception
    {
        when(prefer("wysiwyg").render(any(), any())).thenReturn("<input><textarea id=\"body-1\"></textarea>");

        assertThat(this.editor.field(FIELD).value())
            .isEqualTo("<input><textarea data-upload-disabled=\"true\" id=\"body-1\"></textarea>");
    }

    @Test
    void showsATextAreaWhereThereIsNoPage()
    {
        assertThat(this.editor.field(FIELD).value()).startsWith("<textarea class=\"cop-editor\"");
    }

    @Test
    void convertsWhatTheVisualEditorPosts()
    {
        when(this.converter.fromHTML("<p><strong>bold</strong></p>", "xwiki/2.1")).thenReturn("**bold**");

        assertThat(this.editor.text("body", "<p><strong>bold</strong></p>", Map.of("RequiresHTMLConversion", "body")))
            .contains("**bold**");
        assertThat(this.editor.text("other", "<b>", Map.of("RequiresHTMLConversion", "body"))).contains("<b>");
    }

    @Test
    void saysThatHtmlCouldNotBeConverted()
    {
        when(this.converter.fromHTML(any(), any())).thenThrow(new IllegalStateException("broken"));

        assertThat(this.editor.text("body", "<p>", Map.of("RequiresHTMLConversion", "body"))).isEmpty();
    }
}
