/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class ReadTurnsTest
{
    private final List<Runnable> started = new ArrayList<>();

    private final List<String> read = new ArrayList<>();

    private final ReadTurns turns = new ReadTurns(2, this.started::add);

    private boolean enter(String name)
    {
        return this.turns.enter(() -> this.read.add(name));
    }

    private void runStarted()
    {
        List.copyOf(this.started).forEach(Runnable::run);
        this.started.clear();
    }

    @Test
    void twoReadAtAMomentAndTheOthersInTheirOrder()
    {
        assertThat(enter("a")).isTrue();
        assertThat(enter("b")).isTrue();
        assertThat(this.turns.areWanted()).isFalse();
        assertThat(enter("c")).isFalse();
        assertThat(enter("d")).isFalse();
        assertThat(this.turns.areWanted()).isTrue();
        assertThat(this.started).as("without a thread").isEmpty();

        this.turns.leave();
        runStarted();
        assertThat(this.read).containsExactly("c");
        assertThat(enter("a")).as("queues again").isFalse();
        this.turns.leave();
        this.turns.leave();
        runStarted();
        assertThat(this.read).containsExactly("c", "d", "a");
        assertThat(this.turns.areWanted()).isFalse();

        this.turns.leave();
        this.turns.leave();
        assertThat(enter("e") && enter("f")).as("all turns are free again").isTrue();
        assertThat(enter("g")).isFalse();
    }

    @Test
    void aServerThatStopsKeepsNoTurn()
    {
        ReadTurns stopping = new ReadTurns(1, work -> {
            throw new RejectedExecutionException();
        });
        stopping.enter(() -> { });
        stopping.enter(() -> { });
        assertThatThrownBy(stopping::leave).isInstanceOf(RejectedExecutionException.class);
        assertThat(stopping.enter(() -> { })).isTrue();
    }
}
