/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * The outermost handler. Refuses requests by their head, receives their bodies, queues them in their lanes, runs the
 * wiki, and sends the responses. A request holds a thread only while the wiki processes it.
 */
final class AdmissionHandler extends HandlerWrapper
{
    /** The request header in which a client may send the form token. */
    static final String TOKEN_HEADER = "Cop-Form-Token";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    private static final String STATIC = "/resources/";

    private final RequestPolicy policy;

    private final TemporaryFolder folder;

    private final Lanes lanes;

    private final Transfers receiving;

    private final LargeBodies large;

    private final Transfers sending;

    private final ResponseMemory memory;

    AdmissionHandler(RequestPolicy policy, TemporaryFolder folder, Lanes lanes, Transfers receiving, LargeBodies large,
        Transfers sending)
    {
        this.policy = policy;
        this.folder = folder;
        this.lanes = lanes;
        this.receiving = receiving;
        this.large = large;
        this.sending = sending;
        this.memory = new ResponseMemory(sending);
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException
    {
        Admission admission = Admission.of(base);
        if (base.getDispatcherType() == DispatcherType.ERROR) {
            super.handle(target, base, request, response);
        } else if (admission != null) {
            run(admission, target, base, response);
        } else if (!METHODS.contains(base.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
            base.setHandled(true);
            refuse(base, response, Refusal.METHOD);
        } else if (!UnambiguousAddress.is(base.getRequestURI(), base.getQueryString())) {
            base.setHandled(true);
            refuse(base, response, Refusal.MALFORMED);
        } else {
            begin(target, base, response);
        }
    }

    private void begin(String target, Request base, HttpServletResponse response) throws IOException, ServletException
    {
        base.setHandled(true);
        Admission admission = new Admission(base, this);
        if (base.getContentLengthLong() > 0 || base.getHeader("Transfer-Encoding") != null) {
            Refusal refusal = receive(admission, base, response);
            if (refusal != null) {
                refuse(base, response, refusal);
            }
        } else if (base.getRequestURI().startsWith(STATIC) || admission.enter(this.lanes.of(base, 0))) {
            run(admission, target, base, response);
        } else {
            admission.suspend();
            admission.await();
        }
    }

    private Refusal receive(Admission admission, Request base, HttpServletResponse response) throws IOException
    {
        ReceivedBody body = new ReceivedBody(this.folder);
        BodyReader[] self = new BodyReader[1];
        BodyReader reader = new BodyReader(base, this.policy, this.large, body, new BodyReader.Outcome(() -> {
            this.receiving.remove(self[0]);
            admission.received(body, this.lanes.of(base, body.length()));
        }, refusal -> {
            this.receiving.remove(self[0]);
            admission.refuse(refusal);
        }, () -> {
            this.receiving.remove(self[0]);
            admission.complete();
        }));
        self[0] = reader;
        Refusal refusal = reader.check();
        if (refusal == null) {
            this.receiving.add(reader);
            admission.suspend();
            reader.begin();
        }
        return refusal;
    }

    /** Runs the wiki for the request on the current thread and starts to send the response. */
    private void run(Admission admission, String target, Request base, HttpServletResponse response)
        throws IOException, ServletException
    {
        base.setHandled(false);
        ResponseBuffer buffer = new ResponseBuffer(this.memory);
        BufferedResponse buffered = new BufferedResponse(response, buffer);
        BodyRequest request = new BodyRequest(base, admission.body(), this.folder);
        boolean kept = false;
        try {
            super.handle(target, base, request, buffered);
            buffered.end();
            kept = !base.getHttpChannelState().isSendError() && !base.isAsyncStarted();
        } catch (ResponseBuffer.FullException e) {
            buffer.free();
            response.reset();
            refuse(base, response, Refusal.MEMORY);
        } finally {
            if (!kept) {
                buffer.free();
                close(FileResponse.of(base));
            }
            request.close();
            admission.leave();
        }
        if (kept) {
            send(base, response, buffer);
        }
    }

    private void send(Request base, HttpServletResponse response, ResponseBuffer buffer)
    {
        if (FileResponse.of(base) != null) {
            buffer.free();
            FileSender.send(base, this.sending, this.lanes.pieces(), this.policy.client(base), FileResponse.of(base));
        } else if (buffer.length() > 0) {
            if (response.getHeader("Content-Length") == null) {
                response.setContentLength(buffer.length());
            }
            ResponseSender.send(base, this.sending, buffer.content());
        }
    }

    private static void close(InputStream stream) throws IOException
    {
        if (stream != null) {
            stream.close();
        }
    }

    /** Responds with the refusal, as one sentence. Jetty closes the connection if the body is not read. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException
    {
        response.setStatus(refusal.status());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (refusal.retryAfter() > 0) {
            response.setHeader("Retry-After", Integer.toString(refusal.retryAfter()));
        }
        this.policy.explain(request, response, refusal);
    }

    RequestPolicy policy()
    {
        return this.policy;
    }
}
