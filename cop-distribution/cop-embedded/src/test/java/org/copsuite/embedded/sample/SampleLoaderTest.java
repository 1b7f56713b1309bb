/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.WikiDatabase;
import org.junit.jupiter.api.Test;

/** The samples in a running wiki. */
class SampleLoaderTest
{
    private static Map<String, Long> rows(EmbeddedWiki wiki)
    {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("cop_ledger", "cop_membership", "cop_question", "cop_answer", "cop_vote", "wiki_page",
            "wiki_version", "wiki_comment", "wiki_account", "wiki_member")) {
            rows.put(table, wiki.get(WikiDatabase.class)
                .run(s -> s.one("select count(*) from " + table, row -> row.getLong(1))).orElseThrow());
        }
        return rows;
    }

    /** A start that was cut off goes on with the next one. */
    @Test
    void installedAgainTheyAddNothing() throws Exception
    {
        try (EmbeddedWiki wiki = EmbeddedWiki.start("jdbc:hsqldb:mem:" + UUID.randomUUID(), true)) {
            Map<String, Long> before = rows(wiki);
            assertThat(before.get("cop_ledger")).isPositive();

            // The account was made, and then the machine went down.
            wiki.get(GroupDirectory.class).remove(GroupDirectory.ADMINISTRATORS, Account.idOf("admin"));
            wiki.get(SampleLoader.class).install();

            assertThat(rows(wiki)).isEqualTo(before);
        }
    }
}
