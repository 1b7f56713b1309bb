/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.copsuite.transfer.internal.Facts.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts come back by post, in order, added up, however few fit into memory. */
class FactsTest
{
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {7, 1000, 100_000})
    void comeBackByPost(int inMemory) throws IOException
    {
        int posts = 3000;
        int[][] ups = new int[posts][3];
        Random random = new Random(42);
        try (Facts facts = new Facts(this.folder, inMemory)) {
            for (int i = 0; i < 20_000 && inMemory > 7 || i < 700; i++) {
                int post = random.nextInt(posts);
                int day = random.nextInt(3);
                ups[post][day]++;
                facts.add(post, Kind.VOTES, day, 1, 0);
            }
            facts.add(5, Kind.QUESTION, 0);
            facts.sort();
            for (int post = posts - 1; post >= 0; post--) {
                for (int day = 0; day < 3; day++) {
                    int value = day;
                    assertThat(facts.about(post).stream()
                        .filter(fact -> fact.kind() == Kind.VOTES && fact.value() == value).mapToInt(Facts.Fact::up).toArray())
                        .isEqualTo(ups[post][day] == 0 ? new int[0] : new int[] {ups[post][day]});
                }
            }
            assertThat(facts.about(5)).element(0).extracting(Facts.Fact::kind).isEqualTo(Kind.QUESTION);
            assertThat(facts.about(-1)).isEmpty();
            assertThat(facts.about(posts)).isEmpty();
        }
        try (Stream<Path> left = Files.list(this.folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void noneIsFine() throws IOException
    {
        try (Facts facts = new Facts(this.folder, 10)) {
            facts.sort();
            assertThat(facts.about(1)).isEmpty();
        }
    }
}
