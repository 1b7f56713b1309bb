/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import javax.servlet.ServletOutputStream;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** A response that stays in the buffer until the servlet has returned. It is never committed before. */
final class BufferedResponse extends HttpServletResponseWrapper
{
    private final ResponseBuffer buffer;

    private PrintWriter writer;

    BufferedResponse(HttpServletResponse response, ResponseBuffer buffer)
    {
        super(response);
        this.buffer = buffer;
    }

    @Override
    public ServletOutputStream getOutputStream()
    {
        return this.buffer;
    }

    @Override
    public PrintWriter getWriter()
    {
        if (this.writer == null) {
            String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            this.writer = new PrintWriter(new OutputStreamWriter(this.buffer, charset));
        }
        return this.writer;
    }

    /** Flushes the writer into the buffer. */
    void end()
    {
        if (this.writer != null) {
            this.writer.flush();
        }
    }

    @Override
    public void flushBuffer()
    {
        // Nothing to do: the response is sent as a whole.
    }

    @Override
    public void resetBuffer()
    {
        this.writer = null;
        this.buffer.reset();
    }

    @Override
    public void reset()
    {
        resetBuffer();
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException
    {
        resetBuffer();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException
    {
        resetBuffer();
        super.sendError(status, message);
    }
}
