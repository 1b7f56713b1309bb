/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectiveTest
{
    private static Objective objective(String start, String target, String now, LocalDate due)
    {
        return new Objective(new UUID(1, 1), "Answer soon", "per cent", new BigDecimal(start), new BigDecimal(target),
            new BigDecimal(now), due);
    }

    @ParameterizedTest
    @CsvSource({"0,20,12,60", "0,20,0,0", "0,20,20,100", "0,20,25,100", "0,20,-5,0", "30,10,30,0", "30,10,25,25",
        "30,10,5,100", "0,1000,999.999,99", "0,0.001,0.001,100", "-10,-20,-15,50", "5,5,5,100", "5,5,4,0",
        "-999999999999,999999999999,0,50"})
    void saysHowFarItIs(String start, String target, String now, int percent)
    {
        Objective objective = objective(start, target, now, null);
        assertThat(objective.percent()).isEqualTo(percent);
        assertThat(objective.isReached()).isEqualTo(percent == 100);
    }

    @Test
    void isOverdueAfterItsDayUnlessItIsReached()
    {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        assertThat(objective("0", "10", "9", yesterday).isOverdue()).isTrue();
        assertThat(objective("0", "10", "10", yesterday).isOverdue()).isFalse();
        assertThat(objective("0", "10", "9", yesterday.plusDays(1)).isOverdue()).isFalse();
        assertThat(objective("0", "10", "9", null).isOverdue()).isFalse();
    }
}
