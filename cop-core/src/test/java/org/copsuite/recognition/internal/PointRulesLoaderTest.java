/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Properties;

import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.PointRulesSource;
import org.copsuite.test.TestWiki;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PointRulesLoaderTest
{
    private static PointRules with(String... own)
    {
        Properties properties = new Properties();
        for (int i = 0; i < own.length; i += 2) {
            properties.setProperty(own[i], own[i + 1]);
        }
        try (TestWiki wiki = new TestWiki()) {
            return wiki.with(PointRulesSource.class, () -> properties).get(PointRulesLoader.class).get();
        }
    }

    @Test
    void theSuitesRulesAreThoseThatTheFieldIsUsedTo()
    {
        PointRules rules = with();

        assertThat(rules.of("question-voted-up")).isEqualTo(10);
        assertThat(rules.of("answer-voted-down")).isEqualTo(-2);
        assertThat(rules.of("accepted")).isEqualTo(15);
        assertThat(rules.of("accepting")).isEqualTo(2);
        assertThat(rules.of("unheard-of")).isZero();
        assertThat(rules.dailyCap()).isEqualTo(200);
        assertThat(rules.capped()).contains("answer-voted-up", "thanked").doesNotContain("accepted", "accepting");
    }

    @Test
    void aWikiChangesWhatItNamesAndTheRestStays()
    {
        PointRules rules = with("points.thanked", " 7 ", "cap.exempt", "thanked", "thanks.weekly", "3");

        assertThat(rules.of("thanked")).isEqualTo(7);
        assertThat(rules.of("accepted")).isEqualTo(15);
        assertThat(rules.capped()).contains("accepted").doesNotContain("thanked");
        assertThat(rules.thanksAWeek()).isEqualTo(3);
    }

    @Test
    void whatIsNoNumberOrTooLargeLeavesTheUsualRule()
    {
        PointRules rules =
            with("points.accepted", "many", "points.thanked", "9999999", "cap.daily", "-1", "points.invented", "5");

        assertThat(rules.of("accepted")).isEqualTo(15);
        assertThat(rules.of("thanked")).isEqualTo(5);
        assertThat(rules.of("invented")).isZero();
        assertThat(rules.dailyCap()).isEqualTo(200);
    }

    @Test
    void theFingerprintChangesWithWhatChangesPointsAndOnlyThen()
    {
        assertThat(with().fingerprint()).isEqualTo(with("thanks.weekly", "3").fingerprint())
            .isNotEqualTo(with("points.thanked", "7").fingerprint())
            .isNotEqualTo(with("cap.daily", "100").fingerprint())
            .isNotEqualTo(with("cap.exempt", "accepted").fingerprint());
    }
}
