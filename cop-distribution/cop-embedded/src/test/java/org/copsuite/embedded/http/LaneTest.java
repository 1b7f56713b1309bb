/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.copsuite.embedded.http.Lane.Ticket;
import org.junit.jupiter.api.Test;

/** How many requests run, and who comes next. */
class LaneTest
{
    private final List<String> granted = new ArrayList<>();

    private final List<String> refused = new ArrayList<>();

    private Ticket ticket(String client, String name)
    {
        return new Ticket(client, () -> this.granted.add(name), () -> this.refused.add(name));
    }

    private List<Ticket> run(Lane lane, String client, int count)
    {
        List<Ticket> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Ticket ticket = ticket(client, client + i);
            if (lane.tryEnter(ticket)) {
                running.add(ticket);
            } else {
                lane.enqueue(ticket);
            }
        }
        return running;
    }

    @Test
    void letsOneClientRunAPartOfAll()
    {
        Lane lane = new Lane(16, 12, 1000, 20);

        assertThat(run(lane, "a", 100)).hasSize(12);
        assertThat(run(lane, "b", 100)).hasSize(4);
        assertThat(lane.running()).isEqualTo(16);
        assertThat(lane.waiting()).isEqualTo(184);
    }

    @Test
    void servesClientsInTurn()
    {
        Lane lane = new Lane(1, 1, 1000, 20);
        Ticket first = run(lane, "a", 100).get(0);
        Ticket other = ticket("b", "b0");
        assertThat(lane.tryEnter(other)).isFalse();
        lane.enqueue(other);

        lane.leave(first);
        assertThat(this.granted).containsExactly("a1");
        lane.leave(first);

        assertThat(this.granted).as("a hundred requests of one client do not come first").containsExactly("a1", "b0");
    }

    @Test
    void refusesThoseOfTheClientThatHasMostWhereTooManyWait()
    {
        Lane lane = new Lane(1, 1, 10, 20);
        run(lane, "a", 11);
        lane.enqueue(ticket("b", "b0"));

        assertThat(this.refused).containsExactly("a10");
        run(lane, "a", 1000);
        assertThat(this.refused).doesNotContain("b0").hasSize(1001);
        assertThat(lane.waiting()).isEqualTo(10);
    }

    @Test
    void refusesWhatWaitsTooLong()
    {
        Lane lane = new Lane(1, 1, 10, 0);
        run(lane, "a", 3);

        lane.expire();

        assertThat(this.refused).containsExactly("a1", "a2");
        assertThat(lane.waiting()).isZero();
    }

    @Test
    void grantsWhatWaitsAsPlacesBecomeFree()
    {
        Lane lane = new Lane(3, 2, 1000, 20);
        List<Ticket> running = run(lane, "a", 5);
        assertThat(running).hasSize(2);

        running.forEach(lane::leave);

        assertThat(this.granted).containsExactly("a2", "a3");
        assertThat(lane.running()).isEqualTo(2);
    }
}
