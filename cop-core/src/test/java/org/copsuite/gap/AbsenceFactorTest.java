/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AbsenceFactorTest
{
    /** Sorted downwards and added up: 1,000 of 1,971 are more than half, 433 and 343 of 1,475 are. */
    @Test
    void fewestPeopleWhoMadeHalf()
    {
        assertThat(AbsenceFactor.of(List.of(202, 1000, 90, 42, 33, 332, 202, 70), 1971)).isEqualTo(1);
        assertThat(AbsenceFactor.of(List.of(433, 343, 332, 202, 90, 42, 33), 1475)).isEqualTo(2);
    }

    @Test
    void halfIsEnough()
    {
        assertThat(AbsenceFactor.of(List.of(1, 1, 2), 4)).isEqualTo(1);
        assertThat(AbsenceFactor.of(List.of(1, 1, 1), 3)).isEqualTo(2);
        assertThat(AbsenceFactor.of(List.of(5), 5)).isEqualTo(1);
    }

    @Test
    void nothingHangsOnNobody()
    {
        assertThat(AbsenceFactor.of(List.of(), 0)).isZero();
        assertThat(AbsenceFactor.of(List.of(), 7)).isEqualTo(1);
        assertThat(AbsenceFactor.of(List.of(1, 1), 100)).as("the others are not listed").isEqualTo(3);
    }
}
