/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.db;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadMemoTest
{
    private final AtomicInteger reads = new AtomicInteger();

    private Integer read()
    {
        return ReadMemo.get("key", this.reads::incrementAndGet);
    }

    @Test
    void readsOnceWithinAPageAndEachTimeOutside()
    {
        assertThat(read()).isEqualTo(1);
        try (ReadMemo.Scope page = ReadMemo.open()) {
            assertThat(read()).isEqualTo(2);
            try (ReadMemo.Scope part = ReadMemo.open()) {
                assertThat(read()).isEqualTo(2);
            }
            assertThat(read()).isEqualTo(2);
        }
        assertThat(read()).isEqualTo(3);
    }

    @Test
    void readsAgainAfterAWriteOnTheThread()
    {
        try (ReadMemo.Scope page = ReadMemo.open()) {
            read();
            ReadMemo.clear();
            assertThat(read()).isEqualTo(2);
        }
    }

    @Test
    void remembersWhatIsMissing()
    {
        try (ReadMemo.Scope page = ReadMemo.open()) {
            ReadMemo.put("key", null);
            assertThat(read()).isNull();
            assertThat(ReadMemo.find("key")).isEmpty();
        }
    }

    @Test
    void isNotSharedByThreads()
    {
        try (ReadMemo.Scope page = ReadMemo.open()) {
            read();
            assertThat(CompletableFuture.supplyAsync(this::read).join()).isEqualTo(2);
        }
    }
}
