/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.MediaType;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.TemporaryFile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** The fields of a write, from a form or a JSON object. */
public final class Input implements AutoCloseable
{
    /** Maximum size of a body, in bytes. */
    public static final int MAXIMUM = 800_000;

    /** Request property that holds the input. */
    static final String PROPERTY = Input.class.getName();

    private static final Set<String> TRUE = Set.of("true", "1", "on", "yes");

    private static final Set<String> FALSE = Set.of("false", "0", "off", "no");

    private static final String MALFORMED = "cop.error.malformed";

    /** Path to which files are sent. */
    private static final String FILES = "/?wikis/[^/]+/cop/files/?";

    /** Bounds the number of texts read at the same time: in XWiki nothing before this filter bounds them. */
    private static final Semaphore LARGE = new Semaphore(32);

    private static final String FILE_TOO_LARGE = "cop.error.file.tooLarge";

    private static final int FIELDS = 100;

    /** Maximum number of values of all fields together. */
    private static final int VALUES = 1000;

    private static final JsonFactory JSON = new JsonFactory();

    static final String TOO_LARGE = "cop.error.tooLarge";

    private final Map<String, List<String>> fields;

    private final TemporaryFile file;

    /** @param fields the values by name */
    Input(Map<String, List<String>> fields)
    {
        this(fields, null);
    }

    private Input(Map<String, List<String>> fields, TemporaryFile file)
    {
        this.fields = fields;
        this.file = file;
    }

    /**
     * A file is the body itself, with its name and post in percent-encoded headers: XWiki reads and checks a multipart
     * form before it reaches the suite.
     *
     * @param request the request
     * @return whether it carries a file
     */
    static boolean isFile(ContainerRequestContext request)
    {
        return request.getMediaType() != null && request.getUriInfo().getPath().matches(FILES)
            && request.getMediaType().isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)
            && !request.getMediaType().isWildcardType();
    }

    /**
     * @param request a request that carries a file
     * @return the file, with {@code name}, {@code post} and {@code anonymous} as fields
     */
    static Input readFile(ContainerRequestContext request) throws IOException, CopException, RefusedBodyException
    {
        if (request.getLength() > FormCheck.FILE_MAXIMUM) {
            throw new RefusedBodyException(413, FILE_TOO_LARGE);
        }
        Map<String, List<String>> about =
            Map.of("name", header(request, "Cop-File-Name"), "post", header(request, "Cop-Post"), "anonymous",
                header(request, "Cop-Anonymous"));
        InputStream stream = request.hasEntity() ? request.getEntityStream() : InputStream.nullInputStream();
        BoundedBody body = new BoundedBody(stream, FormCheck.FILE_MAXIMUM);
        try {
            return new Input(about, TemporaryFile.of(body::transferTo));
        } catch (BoundedBody.RefusedException e) {
            throw e.refusal(FILE_TOO_LARGE);
        }
    }

    private static List<String> header(ContainerRequestContext request, String name) throws CopException
    {
        String value = request.getHeaderString(name);
        try {
            return value == null ? List.of()
                : List.of(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
    }

    /** @return the file, empty if none was sent. It exists until the input is closed */
    public FileContent file()
    {
        return this.file == null ? FileContent.of(new byte[0]) : this.file;
    }

    /** Deletes the file, if there is one. */
    @Override
    public void close() throws IOException
    {
        if (this.file != null) {
            this.file.close();
        }
    }

    /**
     * @param request a request that passed the {@link WriteFilter}
     * @return its fields
     */
    public static Input of(ContainerRequestContext request)
    {
        return (Input) request.getProperty(PROPERTY);
    }

    /**
     * Reads the body. If the wiki has read a form already, as XWiki does, its fields come from the servlet's request.
     *
     * @param request the request
     * @param servlet the servlet's request, {@code null} if there is none
     * @param maximum the maximum size of the body, in bytes
     * @return the fields
     * @throws CopException INVALID for malformed JSON
     * @throws RefusedBodyException for a body that is too large or of another type
     */
    static Input read(ContainerRequestContext request, HttpServletRequest servlet, int maximum)
        throws IOException, CopException, RefusedBodyException
    {
        if (request.getLength() > maximum) {
            throw new RefusedBodyException(413, TOO_LARGE);
        }
        MediaType type = request.getMediaType();
        boolean form = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        boolean json = type != null && !form && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        if (!LARGE.tryAcquire()) {
            throw new RefusedBodyException(429, "cop.error.texts");
        }
        try {
            byte[] body = body(request, maximum);
            if (body.length == 0) {
                return new Input(form && servlet != null ? fromServlet(servlet) : Map.of());
            }
            if (!form && !json) {
                throw new RefusedBodyException(415, "cop.error.mediaType");
            }
            return new Input(form ? form(text(body)) : json(text(body)));
        } finally {
            LARGE.release();
        }
    }

    private static byte[] body(ContainerRequestContext request, int maximum) throws IOException, RefusedBodyException
    {
        if (!request.hasEntity()) {
            return new byte[0];
        }
        try {
            return new BoundedBody(request.getEntityStream(), maximum).readAllBytes();
        } catch (BoundedBody.RefusedException e) {
            throw e.refusal(TOO_LARGE);
        }
    }

    /** The servlet puts the parameters of the query string first; they are no fields of the form. */
    private static Map<String, List<String>> fromServlet(HttpServletRequest servlet) throws CopException
    {
        String query = servlet.getQueryString();
        Map<String, List<String>> asked = query == null || query.isEmpty() ? Map.of() : form(query);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        servlet.getParameterMap().forEach((name, values) -> {
            int before = Math.min(values.length, asked.getOrDefault(name, List.of()).size());
            fields.put(name, List.of(values).subList(before, values.length));
        });
        return fields;
    }

    private static String text(byte[] body) throws CopException
    {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
    }

    private static Map<String, List<String>> form(String body) throws CopException
    {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            int values = 0;
            for (int start = 0; start <= body.length();) {
                int end = body.indexOf('&', start);
                String pair = body.substring(start, end < 0 ? body.length() : end);
                int equal = pair.indexOf('=');
                String name = URLDecoder.decode(equal < 0 ? pair : pair.substring(0, equal), StandardCharsets.UTF_8);
                String value = equal < 0 ? "" : URLDecoder.decode(pair.substring(equal + 1), StandardCharsets.UTF_8);
                fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                values++;
                refuseTooMany(fields, values);
                start = end < 0 ? body.length() + 1 : end + 1;
            }
        } catch (IllegalArgumentException e) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
        return fields;
    }

    private static Map<String, List<String>> json(String body) throws CopException, IOException
    {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            check(parser.nextToken() == JsonToken.START_OBJECT);
            int count = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                List<String> values = new ArrayList<>();
                fields.put(parser.currentName(), values);
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        values.add(scalar(parser));
                        count++;
                        refuseTooMany(fields, count);
                    }
                } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    values.add(scalar(parser));
                }
                count++;
                refuseTooMany(fields, count);
            }
            check(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        } catch (JsonProcessingException e) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
        return fields;
    }

    private static void check(boolean wellFormed) throws CopException
    {
        if (!wellFormed) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
    }

    private static String scalar(JsonParser parser) throws CopException, IOException
    {
        check(parser.currentToken() != null && parser.currentToken().isScalarValue());
        return parser.getText();
    }

    private static void refuseTooMany(Map<String, List<String>> fields, int values) throws CopException
    {
        if (fields.size() > FIELDS || values > VALUES) {
            throw new CopException(CopException.Kind.INVALID, MALFORMED);
        }
    }

    /**
     * @param name a field
     * @return its first value, empty if it is missing
     */
    public String text(String name)
    {
        return has(name) ? this.fields.get(name).get(0) : "";
    }

    /**
     * @param name a field
     * @return whether it was sent
     */
    public boolean has(String name)
    {
        return !this.fields.getOrDefault(name, List.of()).isEmpty();
    }

    /**
     * @param name a field
     * @return the words in it, whether sent as one text or as several values
     */
    public List<String> words(String name)
    {
        List<String> values = this.fields.getOrDefault(name, List.of());
        return values.stream().flatMap(value -> Arrays.stream(value.split(values.size() > 1 ? "\\z" : "[\\s,;]+")))
            .map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * @param name a field
     * @return its values in one line each, without blank ones
     */
    public List<String> values(String name)
    {
        return this.fields.getOrDefault(name, List.of()).stream().map(PlainText::line).filter(value -> !value.isEmpty())
            .toList();
    }

    /**
     * @param name a field with one value for each of several things
     * @return its values in one line each, in the order in which they were sent, blank ones too
     */
    public List<String> column(String name)
    {
        return this.fields.getOrDefault(name, List.of()).stream().map(PlainText::line).toList();
    }

    /**
     * @param name a field
     * @return the lines in it, whether sent as one text or as several values
     */
    public List<String> lines(String name)
    {
        return this.fields.getOrDefault(name, List.of()).stream().flatMap(String::lines).toList();
    }

    /**
     * @param name a field
     * @return the date in it, {@code null} if none was sent
     * @throws CopException INVALID for anything else than a date such as 2031-05-17
     */
    public LocalDate date(String name) throws CopException
    {
        String text = text(name).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CopException.invalid(name, "cop.error.date");
        }
    }

    /**
     * @param name the field with the id of what is created
     * @return the id; a random one if none was sent
     * @throws CopException INVALID for a malformed id
     */
    public UUID newId(String name) throws CopException
    {
        UUID id = id(name);
        return id == null ? UUID.randomUUID() : id;
    }

    /**
     * @param name a field
     * @return the id, {@code null} if none was sent
     * @throws CopException INVALID for a malformed id
     */
    public UUID id(String name) throws CopException
    {
        String text = text(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw CopException.invalid(name, "cop.error.id");
        }
    }

    /**
     * @param name a field
     * @param type the enum
     * @param <E> the enum
     * @return the constant, {@code null} if none was sent
     * @throws CopException INVALID for an unknown constant
     */
    public <E extends Enum<E>> E choice(String name, Class<E> type) throws CopException
    {
        return choice(name, text(name), type);
    }

    /**
     * @param name a field or a query parameter
     * @param value its value, may be {@code null}
     * @param type the enum
     * @param <E> the enum
     * @return the constant, {@code null} for a blank value
     * @throws CopException INVALID for an unknown constant
     */
    public static <E extends Enum<E>> E choice(String name, String value, Class<E> type) throws CopException
    {
        if (value == null || value.isBlank()) {
            return null;
        }
        for (E one : type.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(value.strip())) {
                return one;
            }
        }
        throw CopException.invalid(name, "cop.error.choice", Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
    }

    /**
     * @param name a field
     * @return whether it is true; a missing or blank one is false
     * @throws CopException INVALID for another value: what is meant to be anonymous or secret must not become open by a
     *             typing error
     */
    public boolean flag(String name) throws CopException
    {
        String value = text(name).strip().toLowerCase(Locale.ROOT);
        if (!value.isEmpty() && !TRUE.contains(value) && !FALSE.contains(value)) {
            throw CopException.invalid(name, "cop.error.choice", "true, false");
        }
        return TRUE.contains(value);
    }

    /**
     * @param name a required flag
     * @return whether it is true
     * @throws CopException INVALID if it is missing: a missing flag decides nothing
     */
    public boolean decision(String name) throws CopException
    {
        if (!has(name)) {
            throw CopException.invalid(name, "cop.error.missing");
        }
        return flag(name);
    }

    /** @return all first values, for an editor that sends more than one field */
    public Map<String, String> all()
    {
        Map<String, String> all = new LinkedHashMap<>();
        this.fields.forEach((name, values) -> {
            if (!values.isEmpty()) {
                all.put(name, values.get(0));
            }
        });
        return all;
    }

    /** The body is refused. */
    static final class RefusedBodyException extends Exception
    {
        private static final long serialVersionUID = 1L;

        private final int status;

        private final String key;

        RefusedBodyException(int status, String key)
        {
            super(key);
            this.status = status;
            this.key = key;
        }

        int getStatus()
        {
            return this.status;
        }

        String getKey()
        {
            return this.key;
        }
    }
}
