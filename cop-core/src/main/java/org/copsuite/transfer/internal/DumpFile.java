/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.CopException;

/**
 * Checks by the beginning and the end of a file whether it is a complete file of a dump, before anything is written.
 */
final class DumpFile
{
    /** Number of bytes to read from the beginning. The first element starts within them. */
    private static final int HEAD = 64 << 10;

    private static final int TAIL = 4 << 10;

    private static final Pattern DECLARATION =
        Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    /** A byte order mark, the XML declaration, comments and a document type, followed by the first element. */
    private static final Pattern FIRST = Pattern.compile("^\\ufeff?(?:\\s++|<\\?[^>]*+>|<!--(?s:.*?)-->"
        + "|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\])?[^>]*+>)*+<([A-Za-z_][A-Za-z0-9_.-]*)[\\s/>]");

    private final Path file;

    private final String name;

    DumpFile(Path file)
    {
        this.file = file;
        this.name = file.getFileName().toString();
    }

    /**
     * @param file a file
     * @return the encoding that its byte order mark or XML declaration names; UTF-8 if there is none or Java does not
     *         support it
     */
    static Charset charset(Path file) throws IOException
    {
        byte[] head = head(file);
        if (isUtf16(head)) {
            return StandardCharsets.UTF_16;
        }
        String named = encoding(head);
        return named != null && isKnown(named) ? Charset.forName(named) : StandardCharsets.UTF_8;
    }

    private static byte[] head(Path file) throws IOException
    {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean isUtf16(byte[] head)
    {
        return head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe;
    }

    private static String encoding(byte[] head)
    {
        String start = new String(head, 0, Math.min(200, head.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARATION.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static boolean isKnown(String encoding)
    {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @throws CopException INVALID with a message if the file is not a complete file of a dump
     * @throws IOException if the file cannot be read
     */
    void check() throws IOException, CopException
    {
        byte[] head = head(this.file);
        String first = first(head);
        if (!isRoot(first)) {
            throw refusal("root", first, root());
        }
        if (!end(charset(this.file)).stripTrailing().matches("(?s).*(</" + Pattern.quote(first) + "\\s*>|<"
            + Pattern.quote(first) + "[^<>]*/>)")) {
            throw refusal("cut", first);
        }
    }

    private String first(byte[] head) throws CopException
    {
        if (head.length == 0) {
            throw refusal("empty");
        }
        if (isArchive(head)) {
            throw refusal("archive");
        }
        String named = encoding(head);
        if (named != null && !isUtf16(head) && !isKnown(named)) {
            throw refusal("encoding", named);
        }
        Charset charset = isUtf16(head) ? StandardCharsets.UTF_16
            : named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        Matcher matcher = FIRST.matcher(new String(head, charset));
        if (!matcher.find()) {
            throw refusal("noXml");
        }
        return matcher.group(1);
    }

    /** Returns whether the file is a zip, gzip, bzip2, xz or 7z archive, the formats in which dumps are distributed. */
    private static boolean isArchive(byte[] head)
    {
        return starts(head, 'P', 'K', 3, 4) || starts(head, 0x1f, 0x8b) || starts(head, 'B', 'Z', 'h')
            || starts(head, 0xfd, '7', 'z', 'X', 'Z') || starts(head, '7', 'z', 0xbc, 0xaf);
    }

    private static boolean starts(byte[] head, int... magic)
    {
        return head.length >= magic.length
            && Arrays.equals(Arrays.stream(magic).toArray(), unsigned(head, magic.length));
    }

    private static int[] unsigned(byte[] bytes, int length)
    {
        int[] values = new int[length];
        Arrays.setAll(values, i -> bytes[i] & 0xff);
        return values;
    }

    private boolean isRoot(String first)
    {
        return first.equalsIgnoreCase(root()) || "rows".equals(first);
    }

    /** @return the name of the root element, which contains all rows */
    private String root()
    {
        return this.name.substring(0, this.name.indexOf('.')).toLowerCase(Locale.ROOT);
    }

    private String end(Charset charset) throws IOException
    {
        try (RandomAccessFile bytes = new RandomAccessFile(this.file.toFile(), "r")) {
            // Aligned to four bytes, so that no character of two bytes is cut.
            long from = Math.max(0, bytes.length() - TAIL) & ~3L;
            bytes.seek(from);
            byte[] tail = new byte[(int) (bytes.length() - from)];
            bytes.readFully(tail);
            boolean little = StandardCharsets.UTF_16.equals(charset) && (head(this.file)[0] & 0xff) == 0xff;
            return new String(tail, little ? StandardCharsets.UTF_16LE : charset);
        }
    }

    private CopException refusal(String key, Object... more)
    {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = this.name;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new CopException(CopException.Kind.INVALID, "cop.transfer.error." + key, arguments);
    }
}
