/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.xar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.copsuite.embedded.ComponentsAccess;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.store.PageEdit;
import org.copsuite.embedded.store.PageStore;
import org.copsuite.embedded.xar.XarImporter.Report;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import of the XAR that XWiki installs. */
class XarImporterTest
{
    private static final UserId SUITE = new UserId("xwiki:XWiki.suite");

    private static final UserId ALICE = new UserId("xwiki:XWiki.alice");

    private static final PageId HOME = PageId.parse("xwiki:CoP.Inner.WebHome");

    private static final PageId OLD = PageId.parse("xwiki:CoP.Old");

    private final Map<String, String> files = new LinkedHashMap<>();

    private ComponentsAccess components;

    @BeforeEach
    void open(@TempDir Path data)
    {
        this.components = new ComponentsAccess(new WikiOptions(WikiOptions.LOOPBACK, 0, data,
            "jdbc:hsqldb:mem:" + UUID.randomUUID(), true));
        this.files.put("package.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <package><infos><name>x</name></infos><files>
              <file defaultAction="0" language="">CoP.Inner.WebHome</file>
              <file defaultAction="0" language="">CoP.Old</file>
            </files></package>""");
        home("Home", "= One =");
        this.files.put("CoP/Old.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <xwikidoc><web>CoP</web><name>Old</name><language/><title>Old form</title>
              <hidden>false</hidden><content>text</content></xwikidoc>""");
        this.files.put("CoP/Unlisted.xml", "<xwikidoc reference=\"CoP.Unlisted\"><title>x</title></xwikidoc>");
    }

    private void home(String title, String content)
    {
        this.files.put("CoP/Inner/WebHome.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <xwikidoc version="1.5" reference="CoP.Inner.WebHome" locale="">
              <web>CoP.Inner</web><name>WebHome</name><language/><title>%s</title><hidden>true</hidden>
              <content>%s &lt;b&gt; {{cop-ask/}}</content>
              <attachment><filename>a.txt</filename><content>aGVsbG8=</content></attachment>
              <object><name>CoP.Inner.WebHome</name><number>0</number><className>XWiki.UIExtensionClass</className>
                <class><name>XWiki.UIExtensionClass</name><x><name>x</name></x></class>
                <property><label>y</label></property></object>
              <object><className>CoP.CommunityClass</className>
                <property><id>3f0c1c80-0000-4000-8000-000000000001</id></property>
                <property><domains>a b</domains></property></object>
            </xwikidoc>""".formatted(title, content));
    }

    @AfterEach
    void close()
    {
        this.components.close();
    }

    private Report read() throws IOException
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : this.files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return this.components.get(XarImporter.class).read(new ByteArrayInputStream(bytes.toByteArray()), SUITE);
    }

    private Page page(PageId id)
    {
        return this.components.get(Pages.class).load(id).orElseThrow();
    }

    @Test
    void bringsPagesWithWhatIsOnThem() throws IOException
    {
        assertThat(read()).isEqualTo(new Report(2, 0, 0));
        Page home = page(HOME);
        assertThat(home.title()).isEqualTo("Home");
        assertThat(home.content()).isEqualTo("= One = <b> {{cop-ask/}}");
        assertThat(home.hidden()).isTrue();
        assertThat(home.author()).isEqualTo(SUITE);
        assertThat(home.object().orElseThrow().type()).isEqualTo("community");
        assertThat(home.object().orElseThrow().get("domains")).isEqualTo("a b");
        assertThat(this.components.get(Attachments.class).content(HOME, "a.txt").orElseThrow().open())
            .hasContent("hello");
        assertThat(page(OLD).hidden()).isFalse();
        assertThat(this.components.get(PageStore.class).exists(PageId.parse("xwiki:CoP.Unlisted"))).isFalse();
    }

    @Test
    void updatesWhatNobodyChanged() throws IOException
    {
        read();
        assertThat(read()).isEqualTo(new Report(0, 0, 2));
        home("Home", "= Two =");
        assertThat(read()).isEqualTo(new Report(1, 0, 1));
        assertThat(page(HOME).content()).contains("Two");
    }

    @Test
    void keepsWhatPeopleChanged() throws Exception
    {
        read();
        this.components.get(PageStore.class).edit(
            new PageEdit(HOME, "Ours", "our text", ALICE, null, "", false, page(HOME).version()));
        this.components.get(Pages.class).delete(OLD, ALICE);
        home("Home", "= Two =");

        assertThat(read()).isEqualTo(new Report(0, 2, 0));
        assertThat(page(HOME).title()).isEqualTo("Ours");
        assertThat(this.components.get(Pages.class).load(OLD)).isEmpty();
    }

    @Test
    void refusesWhatIsNoXar()
    {
        assertThatThrownBy(() -> this.components.get(XarImporter.class)
            .read(new ByteArrayInputStream("no zip".getBytes(StandardCharsets.UTF_8)), SUITE))
                .isInstanceOf(IOException.class);
        this.files.put("CoP/Old.xml", "<xwikidoc><web>CoP</web>");
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
        this.files.put("CoP/Old.xml", """
            <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
            <xwikidoc reference="CoP.Old"><title>&e;</title></xwikidoc>""");
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }
}
