/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchService.Item;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.TagWatch;
import org.copsuite.spi.WatchableType;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A capability that the suite does not know contributes rooms, which people watch. */
@OnEveryDatabase
class WatchableTypesTest extends AbstractNoticeTest
{
    private final Rooms rooms = new Rooms();

    /** Rooms have lower-case names; carl may not view those that begin with "x". */
    private final class Rooms implements WatchableType
    {
        private final List<Collection<String>> calls = new ArrayList<>();

        private boolean implied;

        @Override
        public String name()
        {
            return "ROOM";
        }

        @Override
        public String normalise(String target) throws CopException
        {
            if (target.contains("<")) {
                throw CopException.invalid("target", "test.room");
            }
            return target.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean hasImplicitWatchers()
        {
            return this.implied;
        }

        @Override
        public Map<String, Watchable> find(UserId reader, WikiId wiki, Collection<String> targets)
        {
            this.calls.add(targets);
            Map<String, Watchable> found = new LinkedHashMap<>();
            targets.stream().filter(room -> !room.startsWith("x") || !reader.equals(WatchableTypesTest.this.carl))
                .forEach(room -> found.put(room, new Watchable("Room " + room, SpaceId.of(wiki, "Rooms").page(room))));
            return found;
        }
    }

    @BeforeEach
    void contribute()
    {
        this.wiki.with(WatchableType.class, "ROOM", this.rooms);
    }

    private WatchTarget room(String name) throws CopException
    {
        return this.watching.target(WIKI, "room", name);
    }

    private List<Item> watched(WatchService service, UserId who) throws CopException
    {
        return service.watched(who, WIKI, null, 50).items();
    }

    @Test
    void peopleWatchThingsOfAContributedType() throws Exception
    {
        watch(this.carl, room("Blue"));
        watch(this.carl, TagWatch.of(WIKI, "loops"));
        watch(this.carl, proofs());

        assertThat(this.watching.choice(this.carl, room("BLUE"))).contains(true);
        assertThat(watched(this.watching, this.carl)).extracting(item -> item.thing().title())
            .containsExactly("Proofs", "Room blue", "loops");
        assertThat(watched(this.watching, this.carl)).extracting(item -> item.target().key())
            .containsExactly("community", "room", "tag");
        assertThat(this.port.unmuted()).containsExactlyInAnyOrder(this.carl + " " + SpaceId.of(WIKI, "Rooms").page("blue"),
            this.carl + " " + this.community.page());
        assertThat(this.wiki.get(WatchRepository.class).watchers(room("blue"), "", 10)).containsExactly(this.carl);

        this.watching.watch(this.carl, room("blue"), false);
        assertThat(this.watching.choice(this.carl, room("blue"))).isEmpty();
        assertThat(watched(this.watching, this.carl)).hasSize(2);
    }

    @Test
    void theTypeDecidesWhetherARefusalIsStored() throws Exception
    {
        this.rooms.implied = true;
        this.watching.watch(this.bert, room("blue"), false);
        this.watching.watch(this.carl, room("xenia"), false);

        assertThat(this.watching.choice(this.bert, room("blue"))).contains(false);
        assertThat(this.wiki.get(WatchRepository.class).refusals(room("blue"), List.of(this.anna, this.bert)))
            .containsExactly(this.bert);
        assertThat(this.watching.choice(this.carl, room("xenia"))).as("nothing is kept of what one cannot see").isEmpty();
    }

    @Test
    void theTypeDecidesWhatItsReaderMayView() throws Exception
    {
        refusal(Kind.NOT_FOUND, () -> watch(this.carl, room("xenia")));
        watch(this.bert, room("xenia"));

        assertThat(watched(this.watching, this.bert)).hasSize(1);
    }

    @Test
    void aListAsksATypeOnce() throws Exception
    {
        for (int i = 0; i < 5; i++) {
            watch(this.carl, room("room" + i));
        }
        this.rooms.calls.clear();

        Slice<Item> first = this.watching.watched(this.carl, WIKI, null, 3);
        assertThat(this.rooms.calls).containsExactly(List.of("room0", "room1", "room2"));
        assertThat(this.watching.watched(this.carl, WIKI, first.next(), 3).items())
            .extracting(item -> item.target().target()).containsExactly("room3", "room4");
    }

    @Test
    void whatNobodyContributesAnyMoreIsSkipped() throws Exception
    {
        watch(this.carl, room("blue"));
        watch(this.carl, TagWatch.of(WIKI, "loops"));

        TestWiki without = this.wiki.afterItWasKilled();
        WatchService service = without.get(WatchService.class);

        assertThat(watched(service, this.carl)).extracting(item -> item.thing().title()).containsExactly("loops");
        Slice<Item> first = service.watched(this.carl, WIKI, null, 1);
        assertThat(first.items()).isEmpty();
        assertThat(service.watched(this.carl, WIKI, first.next(), 1).items()).hasSize(1);
        WatchTarget blue = new WatchTarget(WIKI, "ROOM", "blue");
        refusal(Kind.NOT_FOUND, () -> service.watch(this.carl, blue, true));
        service.watch(this.carl, blue, false);
        assertThat(service.choice(this.carl, blue)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"room,<b>,target", "tag,<script>,tag", "person,x,type", "'',x,type", "tag,' ',target"})
    void refusesWhatNamesNothing(String type, String target, String field)
    {
        assertThat(refusal(Kind.INVALID, () -> this.watching.target(WIKI, type, target)).getFields())
            .containsOnlyKeys(field);
    }

    @Test
    void refusesAnIdThatIsNone()
    {
        refusal(Kind.NOT_FOUND, () -> this.watching.target(WIKI, "community", "x"));
        refusal(Kind.NOT_FOUND, () -> this.watching.target(WIKI, "question", "x"));
        assertThat(refusal(Kind.INVALID, () -> this.watching.target(WIKI, "person", "x")).getFields().get("type")
            .arguments()).containsExactly("community, question, room, tag");
    }
}
