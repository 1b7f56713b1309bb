/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.spi.Encoder;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Knows the encoder that an extension has brought, if one has. */
@Component(roles = Encoders.class)
@Singleton
public class Encoders implements Disposable
{
    /** The number of queries that are encoded beside their search: each takes a processor for milliseconds. */
    static final int AHEAD = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** How long an idle thread is kept, in seconds. */
    private static final int IDLE = 10;

    /** Texts that are asked again and again, such as the page of a question. */
    private static final long REMEMBERED = 500;

    @Inject
    private Provider<List<Encoder>> encoders;

    private final Cache<List<String>, float[]> vectors = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Nothing waits for a thread, since queries that find nothing never need their vector. */
    private final ThreadPoolExecutor ahead = new ThreadPoolExecutor(0, AHEAD, IDLE, TimeUnit.SECONDS,
        new SynchronousQueue<>(), Encoders::thread, new ThreadPoolExecutor.DiscardPolicy());

    private volatile boolean started;

    /** Records that the wiki has started: its database can be read. */
    void start()
    {
        this.started = true;
    }

    /** @return whether the wiki has started; XWiki loads installed extensions before that */
    boolean isStarted()
    {
        return this.started;
    }

    /** @return the first encoder that works here; empty if there is none */
    Optional<Encoder> current()
    {
        return this.encoders.get().stream().filter(Encoder::isAvailable).findFirst();
    }

    /** @return the stored name of an encoder with the version of its texts */
    static String name(Encoder encoder)
    {
        return encoder.id() + '/' + EncodedText.VERSION;
    }

    /** @return whether the encoder knows the language of a text; true if the text is too short to tell */
    static boolean knows(Encoder encoder, String text)
    {
        return !text.isBlank() && Language.of(text).map(encoder.languages()::contains).orElse(true);
    }

    /** @return the vector of a text that somebody reads or types, on the calling thread */
    float[] vector(Encoder encoder, String text)
    {
        return this.vectors.get(List.of(name(encoder), text), key -> encoder.encode(List.of(text)).get(0));
    }

    /**
     * Starts to encode a text on another thread, so that {@link #vector} has to wait less for it, or not at all. Does
     * nothing if {@link #AHEAD} texts are being encoded so.
     */
    void prepare(Encoder encoder, String text)
    {
        this.ahead.execute(() -> {
            try {
                vector(encoder, text);
            } catch (IllegalStateException e) {
                // Whoever needs the vector meets the same failure again, and reports it.
            }
        });
    }

    private static Thread thread(Runnable work)
    {
        Thread thread = new Thread(work, "cop-encoder");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void dispose()
    {
        this.ahead.shutdown();
    }

    /**
     * Encodes texts of a wiki.
     *
     * @param encoder the encoder
     * @param wiki the wiki
     * @param item the thing of the texts
     * @param texts the texts
     * @return their rows
     */
    static List<VectorRow> encode(Encoder encoder, String wiki, UUID item, List<EncodedText> texts)
    {
        List<float[]> vectors = texts.isEmpty() ? List.of()
            : encoder.encode(texts.stream().map(EncodedText::text).toList());
        List<VectorRow> rows = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            VectorRow row = new VectorRow(wiki, texts.get(i).id());
            row.item = item;
            row.encoder = name(encoder);
            row.digest = texts.get(i).digest();
            row.coordinates = Vectors.pack(vectors.get(i));
            rows.add(row);
        }
        return rows;
    }
}
