/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.semantic.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** A model in ONNX format with its vocabulary, as the library of the weights has them. Encodes on the calling thread. */
final class Model implements AutoCloseable
{
    private static final String WEIGHTS = "all-minilm-l6-v2-q.onnx";

    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

    private final OrtEnvironment environment;

    private final OrtSession session;

    private final WordPiece words;

    private Model(OrtEnvironment environment, OrtSession session, WordPiece words)
    {
        this.environment = environment;
        this.session = session;
        this.words = words;
    }

    /**
     * Reads the model from the class path.
     *
     * @return the model
     * @throws IOException if it is not there
     * @throws OrtException if the native code refuses it
     */
    static Model load() throws IOException, OrtException
    {
        WordPiece words = new WordPiece(vocabulary());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions(); InputStream weights = open(WEIGHTS)) {
            // The other processors are for the wiki.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // An arena would keep what the longest text needed.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return new Model(environment, environment.createSession(weights.readAllBytes(), options), words);
        }
    }

    private static InputStream open(String name) throws IOException
    {
        InputStream stream = Model.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("There is no [" + name + "] on the class path.");
        }
        return stream;
    }

    /** @return the pieces with their numbers */
    static Map<String, Integer> vocabulary() throws IOException
    {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (InputStream stream = open(TOKENIZER); JsonParser json = new JsonFactory().createParser(stream)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME && "vocab".equals(json.currentName())) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        vocabulary.put(json.currentName(), json.nextIntValue(-1));
                    }
                }
            }
        }
        return vocabulary;
    }

    /**
     * Encodes a text: the mean of the last layer over all pieces, of length 1.
     *
     * @param text the text
     * @param limit the maximum number of pieces
     * @return the vector
     * @throws OrtException if the native code fails
     */
    float[] encode(String text, int limit) throws OrtException
    {
        long[] ids = this.words.pieces(text, limit);
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        // One text at a time needs no padding, so that the mask hides nothing.
        try (OnnxTensor input = OnnxTensor.createTensor(this.environment, new long[][] {ids});
            OnnxTensor attention = OnnxTensor.createTensor(this.environment, new long[][] {mask});
            OnnxTensor types = OnnxTensor.createTensor(this.environment, new long[][] {new long[ids.length]});
            OrtSession.Result result = this.session.run(
                Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            return mean(((float[][][]) result.get(0).getValue())[0]);
        }
    }

    private static float[] mean(float[][] pieces)
    {
        float[] sum = new float[pieces[0].length];
        for (float[] piece : pieces) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += piece[i];
            }
        }
        double squares = 0;
        for (float value : sum) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    @Override
    public void close() throws OrtException
    {
        this.session.close();
    }
}
