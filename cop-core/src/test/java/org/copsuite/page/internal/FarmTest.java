/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.copsuite.page.MaintenanceTask;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At its start the suite reconciles each wiki of a farm in which it is on, whatever fails in another one. */
class FarmTest extends AbstractQuestionTest
{
    @AfterEach
    void stop()
    {
        this.wiki.get(PageSynchroniser.class).stop();
    }

    private UUID lost(String where)
    {
        UserId boss = new UserId(where + ":XWiki.boss");
        this.wiki.access().addAdministrator(boss);
        UUID id = UUID.randomUUID();
        this.wiki.pages().create(SpaceId.of(new WikiId(where), "Communities", "lost").home(), "Lost", "",
            new PageObject("community", id, Map.of("access", "open")), boss);
        return id;
    }

    @Test
    void findsWhatIsMissingInEachWiki()
    {
        UUID here = lost(WIKI.value());
        UUID there = lost("sub");
        UUID off = lost("off");
        this.wiki.get(Suite.class).turn(new WikiId("off"), false);
        this.wiki.with(Wikis.class, () -> List.of(WIKI, new WikiId("off"), new WikiId("sub")));

        PageSynchroniser synchroniser = this.wiki.get(PageSynchroniser.class);
        synchroniser.start();

        assertThat(synchroniser.await(Duration.ofSeconds(30))).isTrue();
        assertThat(this.ledger.about(WIKI, here)).isNotEmpty();
        assertThat(this.ledger.about(new WikiId("sub"), there)).isNotEmpty();
        assertThat(this.ledger.about(new WikiId("off"), off)).isEmpty();
        assertThat(synchroniser.lastReconciliation(new WikiId("sub")).orElseThrow().mended()).isEqualTo(1);
        assertThat(synchroniser.lastReconciliation(new WikiId("off"))).isEmpty();
    }

    @Test
    void doesItsChoresAtTheStartAndBeforeItEndsAndGoesOnWhereOneFails()
    {
        AtomicInteger done = new AtomicInteger();
        this.wiki.with(MaintenanceTask.class, "a-broken-one", () -> {
            throw new IllegalStateException("A test's own failure.");
        });
        this.wiki.with(MaintenanceTask.class, "counted", done::incrementAndGet);
        PageSynchroniser synchroniser = this.wiki.get(PageSynchroniser.class);

        synchroniser.start();
        assertThat(synchroniser.await(Duration.ofSeconds(30))).isTrue();
        assertThat(done.get()).isEqualTo(1);
        synchroniser.stop();
        synchroniser.stop();
        assertThat(done.get()).isEqualTo(2);
    }
}
