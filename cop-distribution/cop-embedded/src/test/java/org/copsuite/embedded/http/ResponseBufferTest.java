/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** What responses take of the memory. */
class ResponseBufferTest
{
    private final ResponseMemory memory = new ResponseMemory(new Transfers(10));

    private final ResponseBuffer buffer = new ResponseBuffer(this.memory);

    @Test
    void givesBackWhatWasWritten() throws IOException
    {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        int at = 0;
        for (int size = 1; at < bytes.length; size = size * 3 % 70_001) {
            int count = Math.min(size, bytes.length - at);
            this.buffer.write(bytes, at, count);
            at += count;
        }
        assertThat(this.buffer.length()).isEqualTo(bytes.length);
        assertThat(this.memory.taken()).isBetween(300_000L, 400_000L);

        try (InputStream content = this.buffer.content()) {
            assertThat(content.readNBytes(100_000)).isEqualTo(Arrays.copyOf(bytes, 100_000));
            assertThat(this.memory.taken()).as("what was read takes no memory").isLessThan(300_000L);
            assertThat(content.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 100_000, bytes.length));
        }
        assertThat(this.memory.taken()).isZero();
    }

    @Test
    void forgetsWhatIsNotSent() throws IOException
    {
        this.buffer.write(new byte[100_000]);
        this.buffer.reset();
        assertThat(this.memory.taken()).isZero();
        this.buffer.write(new byte[10]);
        this.buffer.free();
        assertThat(this.memory.taken()).isZero();
        assertThatThrownBy(() -> this.buffer.write(1)).isInstanceOf(ResponseBuffer.FullException.class);
    }

    @Test
    void isNotLargerThanAnyResponseMayBe()
    {
        assertThatThrownBy(() -> this.buffer.write(new byte[ResponseBuffer.MAXIMUM + 1]))
            .isInstanceOf(ResponseBuffer.FullException.class);
        this.buffer.free();
        assertThat(this.memory.taken()).isZero();
    }

    @Test
    void takesNoMoreMemoryThanThereIs() throws IOException
    {
        byte[] large = new byte[15 * 1024 * 1024];
        for (int i = 0; i < 6; i++) {
            new ResponseBuffer(this.memory).write(large);
        }

        assertThatThrownBy(() -> this.buffer.write(large)).isInstanceOf(ResponseBuffer.FullException.class);
        assertThat(this.memory.taken()).isLessThanOrEqualTo(ResponseMemory.MOST);
    }
}
