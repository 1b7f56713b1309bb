/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Serves the files of webjars, {@code META-INF/resources/webjars/<name>/<version>/...}, from the class path. */
final class WebjarsServlet extends HttpServlet
{
    private static final long serialVersionUID = 1L;

    private static final String ROOT = "META-INF/resources/webjars";

    /** No dot segments, no class files by way of a strange path. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_@+~-][A-Za-z0-9._@+~-]*)+");

    private static final Map<String, String> TYPES = Map.of("js", "text/javascript;charset=utf-8", "mjs",
        "text/javascript;charset=utf-8", "css", "text/css;charset=utf-8", "svg", "image/svg+xml", "woff", "font/woff",
        "woff2", "font/woff2", "ttf", "font/ttf", "json", "application/json", "map", "application/json");

    private static final long CACHE_BYTES = 8L * 1024 * 1024;

    private final transient Cache<String, Optional<File>> files = Caffeine.newBuilder().maximumWeight(CACHE_BYTES)
        .<String, Optional<File>>weigher((path, file) -> 100 + file.map(f -> f.bytes().length).orElse(0)).build();

    private record File(byte[] bytes, String type, String tag)
    {
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException
    {
        String path = request.getPathInfo();
        Optional<File> found = path == null || !PATH.matcher(path).matches() ? Optional.empty()
            : this.files.get(path, WebjarsServlet::read);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        File file = found.get();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("ETag", file.tag());
        // A version under development changes without changing its name.
        response.setHeader("Cache-Control",
            path.contains("-SNAPSHOT/") ? "no-cache" : "public, max-age=31536000, immutable");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.replace("--gzip", "").contains(file.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    private static Optional<File> read(String path)
    {
        try (InputStream stream = WebjarsServlet.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            String tag = '"' + Long.toHexString(sum.getValue()) + '-' + bytes.length + '"';
            return Optional.of(new File(bytes, type(path), tag));
        } catch (IOException e) {
            throw new UncheckedIOException("A webjar could not be read.", e);
        }
    }

    private static String type(String path)
    {
        String known = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        String guess = known == null ? URLConnection.guessContentTypeFromName(path) : known;
        return guess == null ? "application/octet-stream" : guess;
    }
}
