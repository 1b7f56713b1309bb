/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

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
        Properties rules = load("/cop-rules.properties");
        Properties messages = load("/ApplicationResources.properties");
        assertThat(rules.stringPropertyNames().stream().filter(name -> name.startsWith("points.")))
            .isNotEmpty()
            .allSatisfy(name -> assertThat(messages).containsKey(name.replaceFirst("points", "cop.rule")));
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
