/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.copsuite.spi.PointRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that count, and names that are put together. */
class MessagesTest
{
    @ParameterizedTest
    @CsvSource({"-12,-12 votes,votes", "-1,-1 vote,vote", "0,0 votes,votes", "1,1 vote,vote", "2,2 votes,votes"})
    void countsVotesBelowNothingToo(int score, String votes, String word) throws Exception
    {
        assertThat(say("cop.question.votes", score)).isEqualTo(votes);
        assertThat(say("cop.question.votes.word", score)).isEqualTo(word);
    }

    @Test
    void everyRuleThatCanEarnPointsHasAName() throws Exception
    {
        Properties messages = load("/ApplicationResources.properties");
        assertThat(rates()).isNotEmpty().allSatisfy(rate -> assertThat(messages).containsKey("cop.rule." + rate.name()));
    }

    /** Returns the rates that the suite's components declare. */
    private static List<PointRule.Rate> rates() throws Exception
    {
        List<PointRule.Rate> rates = new ArrayList<>();
        for (URL list : Collections.list(PointRule.class.getClassLoader().getResources("META-INF/components.txt"))) {
            try (InputStream stream = list.openStream()) {
                for (String name : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith("org.copsuite.")).toList()) {
                    Class<?> component = Class.forName(name.trim());
                    if (PointRule.class.isAssignableFrom(component)) {
                        rates.addAll(((PointRule) component.getConstructor().newInstance()).rates());
                    }
                }
            }
        }
        return rates;
    }

    private static String say(String key, Object... arguments) throws Exception
    {
        return new MessageFormat(load("/ApplicationResources.properties").getProperty(key), Locale.ENGLISH)
            .format(arguments);
    }

    private static Properties load(String resource) throws Exception
    {
        Properties properties = new Properties();
        try (InputStream stream = MessagesTest.class.getResourceAsStream(resource)) {
            properties.load(stream);
        }
        return properties;
    }
}
