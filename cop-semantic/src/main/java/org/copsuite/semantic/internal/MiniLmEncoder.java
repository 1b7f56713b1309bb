/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.semantic.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.spi.Encoder;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

import ai.onnxruntime.OrtException;

/**
 * The sentence encoder all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), quantised to 8 bits, on ONNX
 * Runtime. Loads the model at the first use, and closes it when the extension is removed or replaced.
 */
@Component
@Named("minilm")
@Singleton
public class MiniLmEncoder implements Encoder, Disposable
{
    /** The maximum number of pieces of a text: some 400 to 500 characters of English. */
    static final int PIECES = 128;

    @Inject
    private Logger logger;

    /** Encoding shares it; closing the model waits for all encoding to end, since native code does not. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private volatile Model model;

    private volatile boolean failed;

    /** For the component manager. */
    public MiniLmEncoder()
    {
        this(null);
    }

    /** @param logger receives why the model cannot be loaded */
    public MiniLmEncoder(Logger logger)
    {
        this.logger = logger;
    }

    @Override
    public String id()
    {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public Set<String> languages()
    {
        return Set.of("en");
    }

    @Override
    public boolean isAvailable()
    {
        if (this.model == null && !this.failed) {
            load();
        }
        return this.model != null;
    }

    private synchronized void load()
    {
        if (this.model != null || this.failed) {
            return;
        }
        try {
            this.model = Model.load();
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            // The native code is for Linux, macOS and Windows on x86-64 and for Linux and macOS on ARM.
            this.failed = true;
            this.logger.error("Failed to load the sentence encoder on [{} {}]: [{}]; the search works without it.",
                System.getProperty("os.name"), System.getProperty("os.arch"), cause(e));
            this.logger.debug("Failed to load the sentence encoder.", e);
        }
    }

    private static String cause(Throwable failure)
    {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    @Override
    public List<float[]> encode(List<String> texts)
    {
        if (!isAvailable()) {
            throw new IllegalStateException("The sentence encoder is not available.");
        }
        this.use.readLock().lock();
        try {
            Model loaded = this.model;
            if (loaded == null) {
                throw new IllegalStateException("The sentence encoder is closed.");
            }
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (String text : texts) {
                vectors.add(loaded.encode(text, PIECES));
            }
            return vectors;
        } catch (OrtException e) {
            throw new IllegalStateException("Failed to encode a text.", e);
        } finally {
            this.use.readLock().unlock();
        }
    }

    @Override
    public void dispose()
    {
        this.use.writeLock().lock();
        try {
            this.failed = true;
            if (this.model != null) {
                this.model.close();
                this.model = null;
            }
        } catch (OrtException e) {
            this.logger.warn("Failed to close the sentence encoder: [{}].", e.getMessage());
        } finally {
            this.use.writeLock().unlock();
        }
    }
}
