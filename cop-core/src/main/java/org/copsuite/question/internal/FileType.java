/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.copsuite.wiki.FileContent;

/**
 * The type of a file, detected from its content, since a name alone proves nothing. Pictures are displayed if name and
 * content agree that they are pictures. Every other file is accepted as a download, whatever its extension, encoding or
 * content; browsers do not render it.
 *
 * @param type the media type with which the wiki serves the file
 * @param image whether a page displays it as a picture
 */
record FileType(String type, boolean image)
{
    /** The number of leading bytes that suffice to detect any type except text. */
    static final int HEAD = 16;

    private static final Map<String, String> PICTURES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg",
        "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    private static final String DOWNLOAD = "application/octet-stream";

    /**
     * @param name the name of the file; only its extension counts
     * @param content the whole content, or its first {@value #HEAD} or more bytes
     * @return the type; empty for an empty file, and for a file whose extension says it is a picture but whose content
     *         is none or one of another format, since pages could not display it
     */
    static Optional<FileType> of(String name, byte[] content)
    {
        if (content.length == 0) {
            return Optional.empty();
        }
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (PICTURES.containsKey(extension)) {
            return picture(content).filter(type -> type.equals(PICTURES.get(extension)))
                .map(type -> new FileType(type, true));
        }
        if ("pdf".equals(extension) && starts(content, "%PDF-")) {
            return Optional.of(new FileType("application/pdf", false));
        }
        boolean text = "txt".equals(extension) && isText(content);
        return Optional.of(new FileType(text ? "text/plain" : DOWNLOAD, false));
    }

    /**
     * @param name the name of the file; only its extension counts
     * @param content the content; only a text is read to its end
     * @return the type as in {@link #of(String, byte[])}
     * @throws IOException if the content cannot be read
     */
    static Optional<FileType> of(String name, FileContent content) throws IOException
    {
        byte[] start;
        try (InputStream stream = content.open()) {
            start = stream.readNBytes(HEAD);
        }
        boolean text = name.toLowerCase(Locale.ROOT).endsWith(".txt");
        return text && start.length > 0 ? Optional.of(new FileType(isText(content) ? "text/plain" : DOWNLOAD, false))
            : of(name, start);
    }

    private static boolean isText(FileContent content) throws IOException
    {
        try (Reader reader = new InputStreamReader(content.open(), StandardCharsets.UTF_8.newDecoder())) {
            char[] buffer = new char[8192];
            int count = reader.read(buffer);
            while (count >= 0) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] < ' ' && "\n\r\t\f".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
                count = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            // Not UTF-8, hence not text.
            return false;
        }
    }

    private static Optional<String> picture(byte[] content)
    {
        if (starts(content, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (starts(content, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (starts(content, "GIF87a") || starts(content, "GIF89a")) {
            return Optional.of("image/gif");
        }
        boolean webp = starts(content, "RIFF") && content.length > 12
            && "WEBP".equals(new String(content, 8, 4, StandardCharsets.ISO_8859_1));
        return webp ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean starts(byte[] content, String start)
    {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || content[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] content)
    {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).chars()
                .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        } catch (CharacterCodingException e) {
            // Not UTF-8, hence not text.
            return false;
        }
    }
}
