/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that count. */
class MessagesTest
{
    @ParameterizedTest
    @CsvSource({"-12,-12 votes,votes", "-1,-1 vote,vote", "0,0 votes,votes", "1,1 vote,vote", "2,2 votes,votes"})
    void countsVotesBelowNothingToo(int score, String votes, String word) throws Exception
    {
        assertThat(say("cop.question.votes", score)).isEqualTo(votes);
        assertThat(say("cop.question.votes.word", score)).isEqualTo(word);
    }

    private static String say(String key, Object... arguments) throws Exception
    {
        Properties messages = new Properties();
        try (InputStream stream = MessagesTest.class.getResourceAsStream("/ApplicationResources.properties")) {
            messages.load(stream);
        }
        return new MessageFormat(messages.getProperty(key), Locale.ENGLISH).format(arguments);
    }
}
