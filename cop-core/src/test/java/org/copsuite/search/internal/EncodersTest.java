/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How many queries are encoded beside their search. */
class EncodersTest
{
    private final CountDownLatch begun = new CountDownLatch(Encoders.AHEAD);

    private final CountDownLatch open = new CountDownLatch(1);

    private final FakeEncoder encoder = new FakeEncoder()
    {
        @Override
        public List<float[]> encode(List<String> texts)
        {
            EncodersTest.this.begun.countDown();
            try {
                assertThat(EncodersTest.this.open.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.encode(texts);
        }
    };

    private final Encoders encoders = new Encoders();

    @Test
    void encodesFewQueriesAheadHoweverManyAreSent() throws Exception
    {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Encoders.AHEAD; i++) {
            first.add("query " + i);
            this.encoders.prepare(this.encoder, first.get(i));
        }
        assertThat(this.begun.await(1, TimeUnit.MINUTES)).isTrue();
        for (int i = 0; i < 1000; i++) {
            this.encoders.prepare(this.encoder, "one more query " + i);
        }
        this.open.countDown();
        for (String text : first) {
            assertThat(this.encoders.vector(this.encoder, text)).isNotEmpty();
        }
        assertThat(this.encoder.encoded).containsExactlyInAnyOrderElementsOf(first);

        assertThat(this.encoders.vector(this.encoder, "one more query 7")).as("whoever needs it encodes it").isNotEmpty();
    }

    @Test
    void aFailureIsReportedToWhoeverNeedsTheVector()
    {
        this.open.countDown();
        this.encoder.failing = true;
        this.encoders.prepare(this.encoder, "query");
        assertThatThrownBy(() -> this.encoders.vector(this.encoder, "query")).hasMessage("no vectors today");
    }
}
