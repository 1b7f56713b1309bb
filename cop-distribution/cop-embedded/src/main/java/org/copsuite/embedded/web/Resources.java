/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;

/**
 * The static files: the skin of the wiki, the suite's webjar, Bootstrap and Font Awesome. The URLs of skin and webjar
 * contain a digest of all their files, so that browsers may cache them forever.
 */
@Component(roles = Resources.class)
@Singleton
public class Resources implements Initializable
{
    /** The path under which all static files are served. */
    static final String ROOT = "/resources/";

    private static final String SKIN = "org/copsuite/embedded/skin/";

    private static final String WEBJARS = "META-INF/resources/webjars/";

    private static final String SUITE = WEBJARS + "cop-ui-webjar/";

    private static final Pattern SAFE = Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");

    private static final Pattern ADDRESS =
        Pattern.compile("(skin|webjars/(?:cop-ui-webjar|bootstrap|font-awesome))/([A-Za-z0-9_.-]+)/(.+)");

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("css", "text/css; charset=utf-8"),
        Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("svg", "image/svg+xml"),
        Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"),
        Map.entry("woff", "font/woff"), Map.entry("ttf", "font/ttf"), Map.entry("json", "application/json"));

    private final Map<String, Optional<Content>> contents = new ConcurrentHashMap<>();

    private String suiteFolder = "";

    private String suiteVersion = "";

    private String skinVersion = "";

    /**
     * A file.
     *
     * @param type the content type
     * @param plain the bytes
     * @param packed the bytes, compressed with gzip
     */
    record Content(String type, byte[] plain, byte[] packed)
    {
    }

    @Override
    public void initialize() throws InitializationException
    {
        try {
            this.skinVersion = digest(entries(SKIN));
            Map<String, Long> suite = entries(SUITE);
            this.suiteFolder = suite.keySet().stream().findFirst()
                .map(name -> SUITE + name.substring(0, name.indexOf('/') + 1)).orElse(SUITE);
            this.suiteVersion = digest(suite);
        } catch (IOException | URISyntaxException e) {
            throw new InitializationException("Failed to read the static files", e);
        }
    }

    /**
     * @param path the path of a file in the skin
     * @return the URL
     */
    String skin(String path)
    {
        return ROOT + "skin/" + this.skinVersion + '/' + path;
    }

    /**
     * @param path the path of a file in the suite's webjar
     * @return the URL
     */
    String suite(String path)
    {
        return ROOT + "webjars/cop-ui-webjar/" + this.suiteVersion + '/' + path;
    }

    /**
     * @param library the name of a webjar
     * @param version the version of the webjar
     * @param path the path of a file in it
     * @return the URL
     */
    String library(String library, String version, String path)
    {
        return ROOT + "webjars/" + library + '/' + version + '/' + path;
    }

    /**
     * @param path the part of a URL after {@link #ROOT}
     * @return the file, empty if it does not exist or is not served
     */
    Optional<Content> find(String path)
    {
        Matcher address = ADDRESS.matcher(path);
        if (!SAFE.matcher(path).matches() || !address.matches()) {
            return Optional.empty();
        }
        String resource = switch (address.group(1)) {
            case "skin" -> SKIN + address.group(3);
            case "webjars/cop-ui-webjar" -> this.suiteFolder + address.group(3);
            default -> "META-INF/resources/" + path;
        };
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        Optional<Content> known = this.contents.get(resource);
        if (known != null) {
            return known;
        }
        Optional<Content> content = load(resource, type);
        content.ifPresent(found -> this.contents.put(resource, content));
        return content;
    }

    private static Optional<Content> load(String resource, String type)
    {
        try (InputStream stream = Resources.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] plain = stream.readAllBytes();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            return Optional.of(new Content(type, plain, packed.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the static file [" + resource + ']', e);
        }
    }

    /** @return the paths of the files in a folder of the class path, relative to it, each with a checksum */
    private static Map<String, Long> entries(String folder) throws IOException, URISyntaxException
    {
        Map<String, Long> entries = new TreeMap<>();
        URL url = Resources.class.getClassLoader().getResource(folder);
        if (url == null) {
            return entries;
        }
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            for (JarEntry entry : jar.getJarFile().stream().toList()) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    entries.put(entry.getName().substring(folder.length()), entry.getCrc());
                }
            }
            return entries;
        }
        Path root = Path.of(url.toURI());
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                entries.put(root.relativize(file).toString().replace('\\', '/'), sum.getValue());
            }
        }
        return entries;
    }

    private static String digest(Map<String, Long> entries)
    {
        CRC32 sum = new CRC32();
        sum.update(entries.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
