/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package of pages as XWiki exports it. Whoever made it wrote into it what they wanted. */
final class Xar
{
    private static final String HEAD = "<?xml version=\"1.1\" encoding=\"UTF-8\"?>";

    private Xar()
    {
    }

    /** @return a package of one page, said to be an administrator's and old */
    static byte[] of(TypedPage page)
    {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("package.xml"));
            zip.write(list(page).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(String.join("/", page.names()) + ".xml"));
            zip.write(document(page).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String list(TypedPage page)
    {
        return HEAD + "<package><infos><name>one page</name></infos><files><file defaultAction=\"0\" language=\"\">"
            + page.reference() + "</file></files></package>";
    }

    private static String document(TypedPage page)
    {
        String properties = page.properties().entrySet().stream().map(property -> "<property><" + property.getKey()
            + '>' + property.getValue() + "</" + property.getKey() + "></property>").collect(Collectors.joining());
        return HEAD + "<xwikidoc version=\"1.6\" reference=\"" + page.reference() + "\" locale=\"\"><web>"
            + page.space() + "</web><name>" + page.name() + "</name><language/><creator>xwiki:XWiki.admin</creator>"
            + "<author>xwiki:XWiki.admin</author><contentAuthor>xwiki:XWiki.admin</contentAuthor>"
            + "<creationDate>978307200000</creationDate><date>978307200000</date><version>1.1</version><title>"
            + page.title() + "</title><syntaxId>xwiki/2.1</syntaxId><hidden>false</hidden><content>" + page.content()
            + "</content><object><name>" + page.reference() + "</name><number>0</number><className>"
            + page.className() + "</className>" + properties + "</object></xwikidoc>";
    }
}
