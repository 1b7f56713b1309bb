/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.servlet.MultipartConfigElement;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.Part;

import org.eclipse.jetty.server.MultiPartFormInputStream;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * A request whose body is complete. Its stream, parameters and parts are read from the received body. Not thread-safe.
 */
final class BodyRequest extends HttpServletRequestWrapper
{
    /** The maximum number of parts in a form with files. */
    private static final int PARTS = 100;

    /** The maximum size of a field in a form with files, in bytes. */
    private static final int FIELD = 64 * 1024;

    private final ReceivedBody body;

    private final TemporaryFolder folder;

    private final String type;

    private Map<String, String[]> parameters;

    private MultiPartFormInputStream parts;

    /**
     * @param request the request
     * @param body the body, {@code null} if the request has none
     * @param folder the folder for the parts of a form with files
     */
    BodyRequest(HttpServletRequest request, ReceivedBody body, TemporaryFolder folder)
    {
        super(request);
        this.body = body;
        this.folder = folder;
        this.type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    }

    private InputStream open() throws IOException
    {
        return this.body == null ? new ByteArrayInputStream(new byte[0]) : this.body.open();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException
    {
        return new Stream(open());
    }

    @Override
    public BufferedReader getReader() throws IOException
    {
        return new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String[]> getParameterMap()
    {
        if (this.parameters == null) {
            // If reading fails, the code that explains the failure calls this method again and gets no parameters.
            this.parameters = Map.of();
            MultiMap<String> all = new MultiMap<>();
            try {
                if (getQueryString() != null) {
                    UrlEncoded.decodeUtf8To(getQueryString(), all);
                }
                if (this.body != null && BodyStart.isUrlEncoded(this.type)) {
                    try (InputStream stream = open()) {
                        UrlEncoded.decodeTo(stream, all, StandardCharsets.UTF_8, -1, BodyReader.FIELDS);
                    }
                } else if (this.body != null && BodyStart.isMultipart(this.type)) {
                    fields(all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String[]> read = new LinkedHashMap<>();
            all.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
            this.parameters = Collections.unmodifiableMap(read);
        }
        return this.parameters;
    }

    private void fields(MultiMap<String> all) throws IOException
    {
        for (Part part : parts().getParts()) {
            if (part.getSubmittedFileName() == null) {
                try (InputStream stream = part.getInputStream()) {
                    byte[] bytes = stream.readNBytes(FIELD + 1);
                    if (bytes.length > FIELD) {
                        throw new IllegalStateException("Field too large in a form with files; the maximum is ["
                            + FIELD + "] bytes");
                    }
                    all.add(part.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private MultiPartFormInputStream parts() throws IOException
    {
        if (this.parts == null) {
            MultipartConfigElement config = new MultipartConfigElement(this.folder.path().toString(), -1, -1, 0);
            this.parts = new MultiPartFormInputStream(open(), getContentType(), config, this.folder.path().toFile(), PARTS);
        }
        return this.parts;
    }

    @Override
    public String getParameter(String name)
    {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name)
    {
        String[] values = getParameterMap().get(name);
        return values == null ? null : Arrays.copyOf(values, values.length);
    }

    @Override
    public Enumeration<String> getParameterNames()
    {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException
    {
        return this.body != null && BodyStart.isMultipart(this.type) ? parts().getParts() : List.of();
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException
    {
        return this.body != null && BodyStart.isMultipart(this.type) ? parts().getPart(name) : null;
    }

    /** Deletes the files of the parts. */
    void close()
    {
        if (this.parts != null) {
            this.parts.deleteParts();
        }
    }

    /** A stream that never blocks. */
    private static final class Stream extends ServletInputStream
    {
        private final InputStream bytes;

        private boolean finished;

        Stream(InputStream bytes)
        {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException
        {
            int one = this.bytes.read();
            this.finished = one < 0;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException
        {
            int count = this.bytes.read(buffer, offset, length);
            this.finished = count < 0;
            return count;
        }

        @Override
        public int available() throws IOException
        {
            return this.bytes.available();
        }

        @Override
        public void close() throws IOException
        {
            this.bytes.close();
        }

        @Override
        public boolean isFinished()
        {
            return this.finished;
        }

        @Override
        public boolean isReady()
        {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener)
        {
            throw new IllegalStateException("The body is complete; read it without a listener");
        }
    }
}
