/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

/** The contract of {@link Requests}, tested on every binding. */
public abstract class RequestsContract
{
    /** @return the binding under test */
    protected abstract Requests requests();

    /**
     * Runs work within a GET request for {@code Main.WebHome?color=r%26d&color=blue&empty=} in French, each time in a
     * new session.
     *
     * @param work the work
     * @throws Exception any exception of the work
     */
    protected abstract void inRequest(Work work) throws Exception;

    /** Work that a test does within a request. */
    @FunctionalInterface
    public interface Work
    {
        /** @throws Exception if the work fails */
        void run() throws Exception;
    }

    @Test
    void givesATokenThatOnlyItsSessionKnows() throws Exception
    {
        String[] other = new String[1];
        inRequest(() -> {
            String token = requests().token();
            assertThat(token).hasSizeGreaterThanOrEqualTo(16).matches("[A-Za-z0-9_-]+");
            assertThat(requests().token()).isEqualTo(token);
            assertThat(requests().isTokenValid(token)).isTrue();
            assertThat(requests().isTokenValid(token + 'x')).isFalse();
            assertThat(requests().isTokenValid("")).isFalse();
            assertThat(requests().isTokenValid(null)).isFalse();
            other[0] = token;
        });
        inRequest(() -> assertThat(requests().isTokenValid(other[0])).isFalse());
    }

    @Test
    void tellsWhatIsAskedFor() throws Exception
    {
        inRequest(() -> {
            assertThat(requests().wiki()).isEqualTo(new WikiId("xwiki"));
            assertThat(requests().locale().getLanguage()).isEqualTo("fr");
            assertThat(requests().page()).contains(SpaceId.of(new WikiId("xwiki"), "Main").home());
            assertThat(requests().parameter("color")).contains("r&d");
            assertThat(requests().parameter("empty")).contains("");
            assertThat(requests().parameter("none")).isEmpty();
        });
    }

    @Test
    void knowsAVisitorAgain() throws Exception
    {
        String[] first = new String[1];
        inRequest(() -> first[0] = requests().visitor());
        inRequest(() -> assertThat(requests().visitor()).isNotNull().isEqualTo(first[0]));
    }

    @Test
    void hasDefaultsOutsideOfARequest()
    {
        assertThat(requests().visitor()).isEmpty();
        assertThat(requests().wiki()).isEqualTo(new WikiId("xwiki"));
        assertThat(requests().locale()).isNotNull().isNotEqualTo(Locale.ROOT);
        assertThat(requests().page()).isEmpty();
        assertThat(requests().parameter("color")).isEmpty();
        assertThat(requests().isTokenValid("anything")).isFalse();
    }
}
