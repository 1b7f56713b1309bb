/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guests are told apart, and nothing is told of them. */
class VisitorsTest
{
    private final Visitors visitors = new Visitors();

    @Test
    void tellsGuestsApart()
    {
        String name = this.visitors.name("192.0.2.1", null, "Browser");

        assertThat(name).matches("[A-Za-z0-9_-]{43}");
        assertThat(this.visitors.name("192.0.2.1", null, "Browser")).isEqualTo(name);
        assertThat(this.visitors.name("192.0.2.2", null, "Browser")).isNotEqualTo(name);
        assertThat(this.visitors.name("192.0.2.1", "Browser", null)).isNotEqualTo(name);
    }

    @Test
    void knowsNobodyAgainAfterTheNextStart()
    {
        assertThat(new Visitors().name("192.0.2.1")).isNotEqualTo(this.visitors.name("192.0.2.1"));
    }
}
