/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.recognition.internal.PointSums.Sum;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The sums over more communities than a statement names are those over few. */
@OnEveryDatabase
class PointSumsTest
{
    private static final int LIMIT = 3;

    private RecognitionFixture f;

    /** The open community among more than a statement names, none of which is the private one. */
    private final Set<UUID> many = new HashSet<>();

    @BeforeEach
    void start() throws Exception
    {
        this.f = new RecognitionFixture();
        for (int i = 0; i < Chunks.SIZE; i++) {
            this.many.add(UUID.randomUUID());
        }
        this.many.add(this.f.open);
        earn(this.f.anna, 1, this.f.open);
        earn(this.f.bert, 3, this.f.secret);
        earn(this.f.bert, 1, this.f.open);
        earn(this.f.cleo, 2, this.f.open);
    }

    @AfterEach
    void stop()
    {
        this.f.close();
    }

    private void earn(UserId person, int times, UUID community) throws Exception
    {
        UUID post = this.f.asked(person, new CommunityId(community), Instant.now());
        for (int i = 0; i < times; i++) {
            this.f.voted(new UserId("voter" + i), post, person, new CommunityId(community), 1, Instant.now());
        }
    }

    private PointSums sums(Set<UUID> communities)
    {
        return new PointSums(this.f.ledger, TestWiki.WIKI, communities, PointsRow.EVER);
    }

    private List<Sum> best(int statements)
    {
        this.f.wiki.database().startCounting();
        List<Sum> best = sums(this.many).best(LIMIT);
        assertThat(this.f.wiki.database().statements()).isEqualTo(statements);
        assertThat(best).isEqualTo(sums(Set.of(this.f.open)).best(LIMIT));
        return best;
    }

    @Test
    void readsWhatTheFirstHaveWhereTheReaderMayLook() throws Exception
    {
        assertThat(best(2)).extracting(Sum::who, Sum::points).first().isEqualTo(
            tuple(this.f.cleo, 20));
        assertThat(sums(Set.of(UUID.randomUUID())).best(LIMIT)).isEmpty();
        assertThat(sums(this.many).of(List.of(this.f.anna, this.f.bert, new UserId("nobody"))))
            .extracting(Sum::points).containsExactly(10, 10);
    }

    @Test
    void readsAllSumsWhereTheFirstHaveTheirsElsewhere() throws Exception
    {
        for (int i = 0; i < Chunks.SIZE; i++) {
            earn(new UserId("person" + i), 2, this.f.secret);
        }
        assertThat(best(3)).extracting(Sum::who).containsExactly(this.f.cleo, this.f.anna, this.f.bert);
    }
}
