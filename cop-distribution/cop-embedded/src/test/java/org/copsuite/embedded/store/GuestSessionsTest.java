/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of guests take no memory, and survive as many others as there are, and a restart. */
class GuestSessionsTest
{
    @TempDir
    private Path data;

    @Test
    void aGuestsFormSurvivesAnyNumberOfOthersAndARestart() throws Exception
    {
        WikiOptions options = WikiOptions.at(this.data);
        Session guest;
        try (CopServer wiki = CopServer.open(options)) {
            Sessions sessions = wiki.get(Sessions.class);
            guest = sessions.open(UserId.GUEST);
            Session other = sessions.open(UserId.GUEST);
            assertThat(other.token()).isNotEqualTo(guest.token());
            for (int i = 0; i < 50_000; i++) {
                sessions.open(UserId.GUEST);
            }
            assertThat(sessions.find(guest.secret())).contains(guest);
            assertThat(sessions.renew(guest)).as("fresh enough").isEqualTo(guest);
            int rows = wiki.get(WikiDatabase.class)
                .<Integer, RuntimeException>run(s -> s.list("select id from wiki_session", row -> row.getString("id")).size());
            assertThat(rows).isZero();
        }
        try (CopServer wiki = CopServer.open(options)) {
            assertThat(wiki.get(Sessions.class).find(guest.secret())).map(Session::token).contains(guest.token());
        }
    }

    @Test
    void takesNoSecretThatItDidNotSign() throws Exception
    {
        WikiOptions options =
            new WikiOptions(WikiOptions.LOOPBACK, 0, this.data, "jdbc:hsqldb:mem:" + UUID.randomUUID(), true);
        try (CopServer wiki = CopServer.open(options)) {
            Sessions sessions = wiki.get(Sessions.class);
            String[] parts = sessions.open(UserId.GUEST).secret().split("\\.");
            String signature = parts[3];
            String other = (parts[1].startsWith("x") ? 'y' : 'x') + parts[1].substring(1);
            for (String forged : new String[] {"g.", "g....", "g.a.b.c", "g." + parts[1] + '.' + parts[2] + '.',
                "g." + parts[1] + ".zzzzzzz." + signature, "g." + other + '.' + parts[2] + '.' + signature,
                "g." + parts[1] + '.' + parts[2] + '.' + signature + '.', "g." + parts[1] + ".-1." + signature,
                "g." + parts[1] + ".99999999999999." + signature, "g." + "x".repeat(5000)})
            {
                assertThat(sessions.find(forged)).as(forged).isEmpty();
            }
        }
    }
}
