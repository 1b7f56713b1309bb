/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is, by its content: a name alone proves nothing. A name that says something else than the content is
 * refused, so that no reader's machine is told a wrong thing.
 *
 * @param type the media type
 * @param image whether browsers show it as a picture that can run nothing
 */
record FileKind(String type, boolean image)
{
    private static final Map<String, String> PICTURES = Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg",
        "image/jpeg", "gif", "image/gif", "webp", "image/webp");

    /** Packed files, among them those of offices. */
    private static final Set<String> PACKED = Set.of("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp");

    /** Texts; what could run in a browser is among them, is never a picture here, and is only ever downloaded. */
    private static final Set<String> TEXTS = Set.of("txt", "log", "csv", "tsv", "json", "xml", "yaml", "yml", "md", "sql",
        "ini", "conf", "properties", "diff", "patch", "svg", "html", "htm", "eml", "ics");

    private static final String DOWNLOAD = "application/octet-stream";

    /**
     * @param name the file's name
     * @param content its bytes
     * @return what it is; nothing for a kind that is not taken, or one that its name does not say
     */
    static Optional<FileKind> of(String name, byte[] content)
    {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        Optional<String> picture = picture(content);
        if (picture.isPresent() || PICTURES.containsKey(extension)) {
            return picture.filter(type -> type.equals(PICTURES.get(extension))).map(type -> new FileKind(type, true));
        }
        if ("pdf".equals(extension)) {
            return starts(content, "%PDF-") ? Optional.of(new FileKind("application/pdf", false)) : Optional.empty();
        }
        if (PACKED.contains(extension)) {
            return starts(content, "PK\u0003\u0004") ? Optional.of(new FileKind(DOWNLOAD, false)) : Optional.empty();
        }
        boolean text = TEXTS.contains(extension) && isText(content);
        return text ? Optional.of(new FileKind("txt".equals(extension) ? "text/plain" : DOWNLOAD, false))
            : Optional.empty();
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
            // Bytes of another kind.
            return false;
        }
    }
}
